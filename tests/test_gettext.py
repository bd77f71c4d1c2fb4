"""The gettext catalogs say what the YAML says, to every tool that reads them."""

import gettext
import os
import struct
import tomllib
from functools import cache
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po
from catalogs import found, model, plain, said
from conftest import CATALOG, GENERATED, ROOT, program, run
from hypothesis import given
from hypothesis import strategies as st

from error_catalog.outputs.gettext import render
from error_catalog.outputs.gettext.mo import MOFiles, mo

DOMAIN = "marketo_soap_errors"
FOLDER = GENERATED / "gettext"
POT = FOLDER / f"{DOMAIN}.pot"
LOCALE = GENERATED / DOMAIN / "locale"
LANGUAGES = ["en", "fr", "ja", "ko", "sv"]
TRANSLATIONS = LANGUAGES[1:]


@cache
def texts() -> dict[str, dict[str, str]]:
    """Return what the YAML says by msgctxt and language, as another YAML reader sees it."""
    root = plain(CATALOG)
    sections = ("texts", "categories", "reasons")
    found = {f"{section}.{name}": form for section in sections for name, form in root[section].items()}
    found |= {f"fields.{name}": field["label"] for name, field in root["fields"].items()}
    for name, recovery in root["recoveries"].items():
        found |= {f"recoveries.{name}.{part}": recovery[part] for part in ("title", "advice")}
    for code, error in root["errors"].items():
        found |= {f"{code}.{field}": error[field] for field in ("message", "note", "cause") if field in error}
    found |= {f"faults.unlisted.{code}": form for code, form in root["faults"]["unlisted"].items()}
    return {context: {tag: said(text) for tag, text in form.items()} for context, form in found.items()}


def own_words() -> dict[str, str]:
    """Return the generator's own words in English by msgctxt."""
    words = tomllib.loads((ROOT / "codegen/error_catalog/model/words/en.toml").read_text("utf-8"))
    return {f"texts.{name}": word for name, word in words.items() if word}


@pytest.mark.parametrize("language", LANGUAGES)
def test_mo_files_by_the_standard_library(language: str):
    """Every text of the YAML, in the source language too."""
    translations = gettext.translation(DOMAIN, LOCALE, [language])
    assert len(texts()) > 100
    for context, text in texts().items():
        assert translations.pgettext(context, text["en"]) == text[language]
    assert translations.info()["language"] == language
    assert translations.charset() == "UTF-8"


def test_a_reader_who_prefers_the_source_language_gets_it():
    """Without a file in English, gettext would answer in the reader's next language."""
    translations = gettext.translation(DOMAIN, LOCALE, ["en", "fr"])
    assert translations.pgettext("20014.message", "Authentication failed") == "Authentication failed"


@pytest.mark.parametrize("language", LANGUAGES)
def test_mo_files_by_gnu_gettext(language: str):
    """GNU gettext searches by msgctxt and msgid together: in files sorted by msgid alone it misses entries."""
    gnu = program("gettext", "gettext-base")
    environment = {"TEXTDOMAINDIR": str(LOCALE), "LANGUAGE": language, "LC_ALL": "C.UTF-8"}
    for context, text in texts().items():
        ran = run(gnu, "-d", DOMAIN, "-c", context, text["en"], **environment)
        assert ran.stdout == text[language]


def test_i18nspector_has_no_complaint():
    """Headers, dates, plural forms, flags and encodings are what translators' tools expect."""
    ran = run(program("i18nspector", "i18nspector"), *sorted(FOLDER.iterdir()))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_the_heads_of_po_files_say_what_the_yaml_says():
    about = plain(CATALOG)["gettext"]
    for file in FOLDER.iterdir():
        metadata = polib.pofile(str(file)).metadata
        assert metadata["Project-Id-Version"] == f"{DOMAIN} {about['version']}"
        assert metadata["POT-Creation-Date"] == metadata["PO-Revision-Date"] == about["revised"]
        assert metadata["Last-Translator"] == metadata["Report-Msgid-Bugs-To"] == about["contact"]


def test_the_template_has_every_text_that_a_reader_sees():
    """Those of the YAML, and the generator's own words that the YAML does not override."""
    expected = own_words() | {context: text["en"] for context, text in texts().items()}
    found = {entry.msgctxt: entry.msgid for entry in polib.pofile(str(POT))}
    times = {context for context in found.keys() - expected.keys() if found[context][0].isdigit()}
    assert {context: text for context, text in found.items() if context not in times} == expected


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_po_files_have_the_entries_of_the_template_in_its_order(language: str):
    template = [(entry.msgctxt, entry.msgid, entry.comment, entry.flags) for entry in polib.pofile(str(POT))]
    file = polib.pofile(str(FOLDER / f"{language}.po"))
    assert [(entry.msgctxt, entry.msgid, entry.comment, entry.flags) for entry in file] == template
    assert file.metadata["Language"] == language


def test_entries_are_grouped_by_what_they_are_about():
    contexts = [entry.msgctxt.split(".")[0] for entry in polib.pofile(str(POT))]
    groups = list(dict.fromkeys(contexts))
    codes = [str(code) for code in sorted(plain(CATALOG)["errors"])]
    assert groups == [*codes, "categories", "recoveries", "reasons", "fields", "faults", "texts"]
    assert sorted(contexts, key=groups.index) == contexts


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_po_files_pass_msgfmt(language: str):
    """Stock gettext accepts each file whole, without a warning."""
    msgfmt = program("msgfmt", "gettext")
    ran = run(msgfmt, "--check", "--statistics", "-o", os.devnull, FOLDER / f"{language}.po", LC_ALL="C")
    assert ran.returncode == 0
    assert ran.stderr == f"{len(polib.pofile(str(POT)))} translated messages.\n"


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_po_files_by_babel(language: str):
    """Every text of the YAML, the name of its error beside it, and CLDR's plural forms."""
    with (FOLDER / f"{language}.po").open("rb") as file:
        found = read_po(file)
    assert found.locale_identifier == language
    errors = plain(CATALOG)["errors"]
    for context, text in texts().items():
        message = found.get(text["en"], context)
        assert message.string == text[language]
        code = context.partition(".")[0]
        assert message.auto_comments[:1] == ([errors[int(code)]["name"]] if code.isdigit() else [])


EVERY_KIND = """
package: library_errors
source_language: en
languages: {en: {}, de: {complete: false}, pt-BR: {complete: false}}
fields:
  cause: {type: text, label: {en: "Cause", de: "Ursache"}}
categories: {loan: {en: "Loans"}}
reasons: {style: {en: "Style"}}
recoveries:
  wait: {resend: unchanged, title: {en: "Wait"}, advice: {en: "Wait for the book."}}
errors:
  10:
    name: LENT
    cause: {en: "A reader has the book"}
    message: {en: "The book is lent until {day}"}
    placeholders: {day: "Monday"}
    note: {en: "Ask for {day}"}
    retired: {since: "2.0", reason: {en: "Books are lent at once", de: "Bücher werden sofort verliehen"}}
  9:
    name: LOST
    message: {en: "The book is lost", de: {text: "Das Buch war weg", stale: true, source: 'It "was" lost'}}
    note: {en: "Look for it", de: {text: "Suchen Sie danach", stale: true}}
    retired: {since: "2.1", reason: "Nobody looks for books"}
texts:
  address: {de: "Finden"}
"""


def pot_and_po(tmp_path: Path, language: str) -> tuple[polib.POFile, polib.POFile]:
    for path, content in render(model(EVERY_KIND)):
        (tmp_path / Path(path).name).write_bytes(content)
    return polib.pofile(str(tmp_path / "library_errors.pot")), polib.pofile(str(tmp_path / f"{language}.po"))


def test_every_kind_of_text_has_its_context(tmp_path: Path):
    pot, _ = pot_and_po(tmp_path, "de")
    contexts = [entry.msgctxt for entry in pot if not entry.msgctxt.startswith("texts.")]
    assert contexts == [
        "9.message", "9.note", "9.retired.reason",
        "10.message", "10.note", "10.cause", "10.retired.reason",
        "categories.loan", "recoveries.wait.title", "recoveries.wait.advice", "reasons.style", "fields.cause",
    ]  # fmt: skip
    assert len(pot) == len({entry.msgctxt for entry in pot})


def test_the_generators_words_are_filled_in(tmp_path: Path):
    _, german = pot_and_po(tmp_path, "de")
    said = {entry.msgctxt: (entry.msgid, entry.msgstr) for entry in german}
    assert said["texts.address"] == ("Address", "Finden")
    assert said["texts.yes"] == ("Yes", "Ja")
    assert all(text for context, (_, text) in said.items() if context.startswith("texts."))


def test_placeholders_are_flagged(tmp_path: Path):
    """Tools then compare them."""
    pot, _ = pot_and_po(tmp_path, "de")
    flagged = {entry.msgctxt for entry in pot if "python-brace-format" in entry.flags}
    patterns = {context for context, word in own_words().items() if "{" in word}
    assert "texts.label_value" in patterns
    assert flagged == {"10.message", "10.note", *patterns}


def test_stale_texts_are_fuzzy_with_the_source_text_that_they_were_made_from(tmp_path: Path):
    pot, german = pot_and_po(tmp_path, "de")
    fuzzy = {entry.msgctxt: entry for entry in german if "fuzzy" in entry.flags}
    assert fuzzy.keys() == {"9.message", "9.note"}
    assert fuzzy["9.message"].msgstr == "Das Buch war weg"
    assert fuzzy["9.message"].msgid == "The book is lost"
    assert (fuzzy["9.message"].previous_msgctxt, fuzzy["9.message"].previous_msgid) == ("9.message", 'It "was" lost')
    assert (fuzzy["9.note"].previous_msgctxt, fuzzy["9.note"].previous_msgid) == (None, None)
    assert all(entry.previous_msgid is None for entry in [*pot, *(e for e in german if e.msgctxt not in fuzzy)])


def test_files_with_stale_and_missing_texts_pass_the_tools(tmp_path: Path):
    pot_and_po(tmp_path, "de")
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == ["de.po", "library_errors.pot", "pt_BR.po"]
    ran = run(program("i18nspector", "i18nspector"), *files)
    assert (ran.returncode, ran.stderr) == (0, "")
    msgfmt = program("msgfmt", "gettext")
    ran = run(msgfmt, "--check", "--statistics", "-o", os.devnull, tmp_path / "de.po", LC_ALL="C")
    assert ran.returncode == 0
    assert " 2 fuzzy translations" in ran.stderr


def test_stale_and_missing_texts_are_not_in_the_mo_file():
    """A text that has not followed its source text is not shown: the source text is."""
    catalog = model(EVERY_KIND)
    files = MOFiles(catalog)
    german = {key.partition("\x04")[0]: text for key, text in read(files.of(catalog.languages["de"])).items()}
    own = {context for context in german if context and not context.startswith("texts.")}
    assert own == {"fields.cause", "10.retired.reason"}
    assert german["texts.address"] == "Finden"
    english = {key.partition("\x04")[0]: text for key, text in read(files.of(catalog.languages["en"])).items()}
    assert english["9.message"] == "The book is lost"
    assert english["9.retired.reason"] == "Nobody looks for books"
    assert english["texts.address"] == "Address"
    assert [language.locale for language in catalog.languages.values()] == ["en", "de", "pt_BR"]


def read(content: bytes) -> dict[str, str]:
    """Read an MO file by its published layout."""
    magic, _, count, originals, translations, _, _ = struct.unpack("<7I", content[:28])
    assert magic == 0x950412DE

    def strings(start: int) -> list[str]:
        spans = [struct.unpack("<2I", content[at : at + 8]) for at in range(start, start + 8 * count, 8)]
        return [content[offset : offset + length].decode() for length, offset in spans]

    return dict(zip(strings(originals), strings(translations), strict=True))


@given(st.lists(st.tuples(st.integers(), st.text(min_size=1), st.text(min_size=1)), max_size=20))
def test_mo_files_hold_any_text(messages: list[tuple[int, str, str]]):
    """Sorted as bytes, whatever the texts are."""
    expected = {f"{code}.note\x04{source}": translation for code, source, translation in messages}
    encodable = {
        key: value for key, value in expected.items() if (key + value).encode("utf-8", "ignore").decode() == key + value
    }
    content = mo(sorted((key.encode(), value.encode()) for key, value in encodable.items()))
    found = read(content)
    assert found == encodable
    assert list(found) == sorted(found, key=str.encode)


OWN = 'fields: {{{}: {{type: text, label: {{en: "A"}}}}}}'
COLLISIONS = {
    "a category": ("categories", "", 'categories: {message: {en: "Text"}}'),
    "a word of the generator": (
        "texts",
        'address: {en: "Look for it"}',
        'fields: {address: {type: text, label: {en: "A"}}}',
    ),
    "a reason of retirement": ("E.retired", 'reason: {en: "Why"}', OWN.format("reason")),
}


@pytest.mark.parametrize("what", COLLISIONS)
def test_two_texts_never_have_the_same_context(what: str):
    """Codes that are words could make them so, and stock gettext knows a text by its context and source alone."""
    code, field, section = COLLISIONS[what]
    errors = f"""
  E:
    name: A
    message: {{en: "One"}}
    retired: {{since: "1", reason: {{en: "Why"}}}}
  {code}:
    name: B
    message: {{en: "Two"}}
    {field}
"""
    text = f"package: a_errors\nsource_language: en\nlanguages: {{en: {{}}}}\n{section}\nerrors:{errors}"
    assert found(text) == [f"10:3 S16 {code}"]
    assert found(text.replace(f"  {code}:", "  F:")) == []
