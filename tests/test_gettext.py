"""The gettext catalogs say what the YAML says, to every tool that reads them."""

import gettext
import os
import struct
import tomllib

import polib
import pytest
from babel.messages.pofile import read_po
from catalogs import model, plain, said
from conftest import CATALOG, GENERATED, ROOT, program, run
from hypothesis import given
from hypothesis import strategies as st

from codegen.messages import MOFiles, _mo

DOMAIN = "marketo_soap_errors"
POT = GENERATED / "gettext" / f"{DOMAIN}.pot"
LOCALE = GENERATED / DOMAIN / "locale"
ERRORS = plain(CATALOG)["errors"]
UNITS = [(code, field) for code in ERRORS for field in ("message", "note")]


def text(code: int, field: str, language: str) -> str:
    return said(ERRORS[code][field][language])


@pytest.mark.parametrize("language", ["en", "fr", "ja", "ko", "sv"])
def test_mo_files_by_the_standard_library(language):
    """54 texts each, the source language too."""
    translations = gettext.translation(DOMAIN, LOCALE, [language])
    assert len(UNITS) == 54
    for code, field in UNITS:
        source = text(code, field, "en")
        assert translations.pgettext(f"{code}.{field}", source) == text(code, field, language)
    assert translations.info()["language"] == language
    assert translations.charset() == "UTF-8"


def test_a_reader_who_prefers_english_gets_english():
    """Without an English file gettext would serve the reader's next language."""
    translations = gettext.translation(DOMAIN, LOCALE, ["en", "fr"])
    assert translations.pgettext("20014.message", "Authentication failed") == "Authentication failed"


@pytest.mark.parametrize("language", ["en", "fr", "ja", "ko", "sv"])
def test_mo_files_by_gnu_gettext(language):
    """GNU gettext searches by msgctxt and msgid together: files sorted by msgid alone lose entries."""
    gnu = program("gettext", "gettext-base")
    environment = {"TEXTDOMAINDIR": str(LOCALE), "LANGUAGE": language, "LC_ALL": "C.UTF-8"}
    for code, field in UNITS:
        ran = run(gnu, "-d", DOMAIN, "-c", f"{code}.{field}", text(code, field, "en"), **environment)
        assert ran.stdout == text(code, field, language)


def test_i18nspector_has_no_complaint():
    """Headers, dates, plural forms, flags and encodings are what translators' tools expect."""
    ran = run(program("i18nspector", "i18nspector"), *sorted((GENERATED / "gettext").iterdir()))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_the_heads_of_po_files_name_the_version_of_the_package():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    for file in (GENERATED / "gettext").iterdir():
        assert polib.pofile(str(file)).metadata["Project-Id-Version"] == f"{DOMAIN} {version}"


def test_the_template_equals_the_translations():
    """A POT, and one file per language with the same entries in the same order."""
    template = [(entry.msgctxt, entry.msgid, entry.comment) for entry in polib.pofile(str(POT))]
    assert len(template) == 54
    for language in ("fr", "ja", "ko", "sv"):
        file = polib.pofile(str(GENERATED / "gettext" / f"{language}.po"))
        assert [(entry.msgctxt, entry.msgid, entry.comment) for entry in file] == template
        assert file.metadata["Language"] == language


@pytest.mark.parametrize("language", ["fr", "ja", "ko", "sv"])
def test_po_files_pass_msgfmt(language):
    """Stock gettext accepts each file whole, without a warning."""
    msgfmt = program("msgfmt", "gettext")
    ran = run(msgfmt, "--check", "--statistics", "-o", os.devnull, GENERATED / "gettext" / f"{language}.po", LC_ALL="C")
    assert ran.returncode == 0
    assert ran.stderr == "54 translated messages.\n"


@pytest.mark.parametrize("language", ["fr", "ja", "ko", "sv"])
def test_po_files_by_babel(language):
    """Every text, with its name beside it, and CLDR's plural forms."""
    with (GENERATED / "gettext" / f"{language}.po").open("rb") as file:
        catalog = read_po(file)
    assert catalog.locale_identifier == language
    assert len(catalog) == 54
    for code, field in UNITS:
        message = catalog.get(text(code, field, "en"), f"{code}.{field}")
        assert message.string == text(code, field, language)
        assert message.auto_comments[0] == ERRORS[code]["name"]


def test_the_template_has_every_message_of_the_languages():
    """A POT that equals the POs but for the translations."""
    with (GENERATED / "gettext" / f"{DOMAIN}.pot").open("rb") as file:
        template = {(message.context, message.id) for message in read_po(file)}
    with (GENERATED / "gettext" / "fr.po").open("rb") as file:
        assert {(message.context, message.id) for message in read_po(file)} == template


STALE = """
package: shop_errors
source_language: en
languages: {en: {}, de: {}, pt-BR: {complete: false}}
errors:
  1:
    name: OUT_OF_STOCK
    message: {en: "Sold out", de: {text: "Nicht auf Lager", stale: true}}
"""


def test_stale_and_missing_texts_are_not_in_the_mo_file():
    """What has not followed the source text is not shown: the source text is."""
    catalog = model(STALE)
    for language in catalog.languages[1:]:
        assert read(MOFiles(catalog).of(language)).keys() == {""}
    assert catalog.errors[0].message["de"] == "Sold out"
    assert catalog.errors[0].message["pt-BR"] == "Sold out"
    assert [language.locale for language in catalog.languages] == ["en", "de", "pt_BR"]


def read(content: bytes) -> dict[str, str]:
    """An MO file by its published layout."""
    magic, _, count, originals, translations, _, _ = struct.unpack("<7I", content[:28])
    assert magic == 0x950412DE

    def strings(start: int) -> list[str]:
        spans = [struct.unpack("<2I", content[at : at + 8]) for at in range(start, start + 8 * count, 8)]
        return [content[offset : offset + length].decode() for length, offset in spans]

    return dict(zip(strings(originals), strings(translations), strict=True))


@given(st.lists(st.tuples(st.integers(), st.text(min_size=1), st.text(min_size=1)), max_size=20))
def test_mo_files_hold_any_text(messages):
    """Sorted as bytes, whatever the texts."""
    expected = {f"{code}.note\x04{source}": translation for code, source, translation in messages}
    encodable = {
        key: value for key, value in expected.items() if (key + value).encode("utf-8", "ignore").decode() == key + value
    }
    content = _mo(sorted((key.encode(), value.encode()) for key, value in encodable.items()))
    found = read(content)
    assert found == encodable
    assert list(found) == sorted(found, key=str.encode)
