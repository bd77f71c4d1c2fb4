"""Every text that a reader sees can be translated in a PO file: not only messages and notes."""

from pathlib import Path

import pytest
from catalogs import plain
from translators import catalog, left, po, take

import error_catalog

LIBRARY = """\
package: library_errors
source_language: en
languages: {en: {}, de: {}}
fields:
  owner: {type: string, label: {en: "Owner", de: "Besitzer"}}
  cause: {type: text, label: {en: "Cause", de: "Ursache"}}
texts:
  title: {en: "Library errors", de: "Fehler der Bibliothek"}
categories:
  loan: {en: "Loans", de: "Ausleihe"}
reasons:
  style: {en: "Style", de: "Stil"}
recoveries:
  wait:
    resend: unchanged
    title: {en: "Wait", de: "Warten"}
    advice: {en: "Wait for the book.", de: "Warten Sie auf das Buch."}
errors:
  1:
    name: LENT
    category: loan
    recovery: wait
    owner: desk
    cause: {en: "A reader has the book", de: "Ein Leser hat das Buch"}
    message: {en: "The book is lent", de: "Das Buch ist verliehen"}
    retired:
      since: "2.0"
      reason: {en: "Books are lent at once", de: "Bücher werden sofort verliehen"}
  2:
    name: LOST
    message: {en: "The book is lost", de: "Das Buch ist verloren"}
    retired: {since: "2.1", reason: Nobody looks for books}
"""

CHANGES = [
    ("1.message|The book is lent|Das Buch ist fort", "Das Buch ist verliehen"),
    ("1.cause|A reader has the book|Jemand hat das Buch", "Ein Leser hat das Buch"),
    ("1.retired.reason|Books are lent at once|Es geht jetzt schneller", "Bücher werden sofort verliehen"),
    ("categories.loan|Loans|Verleih", "Ausleihe"),
    ("recoveries.wait.title|Wait|Abwarten", "Warten"),
    ("recoveries.wait.advice|Wait for the book.|Bitte warten.", "Warten Sie auf das Buch."),
    ("reasons.style|Style|Ausdruck", "Stil"),
    ("fields.owner|Owner|Eigner", "Besitzer"),
    ("fields.cause|Cause|Grund", "Ursache"),
    ("texts.title|Library errors|Bibliotheksfehler", "Fehler der Bibliothek"),
]


@pytest.mark.parametrize(("entry", "before"), CHANGES, ids=[entry.split("|")[0] for entry, _ in CHANGES])
def test_a_translation_of_any_text_is_replaced(entry: str, before: str, tmp_path: Path):
    path = catalog(tmp_path, LIBRARY)
    assert LIBRARY.count(f'"{before}"') == 1
    assert take(path, "de", po(tmp_path, "de", entry)) == (1, 0, 0)
    assert path.read_text("utf-8") == LIBRARY.replace(f'"{before}"', f'"{entry.split("|")[2]}"')


def test_a_reason_in_the_source_language_alone_is_translated(tmp_path: Path):
    path = catalog(tmp_path, LIBRARY)
    file = po(tmp_path, "de", "2.retired.reason|Nobody looks for books|Niemand sucht Bücher")
    assert take(path, "de", file) == (1, 0, 0)
    after = '{en: "Nobody looks for books", de: "Niemand sucht Bücher"}'
    assert path.read_text("utf-8") == LIBRARY.replace("Nobody looks for books", after)
    assert take(path, "de", file) == (0, 1, 0)


def test_a_finding_in_any_text_is_named_at_its_line(tmp_path: Path):
    path = catalog(tmp_path, LIBRARY)
    entries = [entry.rpartition("|")[0] for entry, _ in CHANGES if entry.split("|")[1].count(" ") > 1]
    file = po(tmp_path, "de", *(f"{entry}|{entry.split('|')[1]}" for entry in entries))
    expected = [f"{6 + 4 * place} C02 {entry.split('|')[0]}.de" for place, entry in enumerate(entries)]
    assert len(entries) == 4
    assert [line for line in left(path, "de", file) if "C02" in line] == expected
    assert path.read_text("utf-8") == LIBRARY


WORDS = ("texts.address|Address|Suche", "texts.reason|Reason|Anlass", "texts.yes|Yes|Ja")
HEAD = "package: shop_errors\nsource_language: en\n"
ERRORS = 'errors: {1: {name: CLOSED, message: {en: "Closed", de: "Zu"}}}\n'
LANGUAGES = "languages:\n  en: {}\n  de: {}\n"
NEW = '  address: {de: "Suche"}\n  reason: {de: "Anlass"}\n'
BLOCK = "errors:\n  1:\n    name: CLOSED\n    message:\n      en: Closed\n      de: Zu\n"
PLACES = {
    "no section": (HEAD + LANGUAGES + ERRORS, HEAD + LANGUAGES + ERRORS + "texts:\n" + NEW),
    "no section, blocks": (HEAD + LANGUAGES + BLOCK, HEAD + LANGUAGES + BLOCK + "texts:\n" + NEW),
    "no section, no line end": (HEAD + LANGUAGES + ERRORS[:-1], HEAD + LANGUAGES + ERRORS + "texts:\n" + NEW[:-1]),
    "block": (
        HEAD + 'texts:\n  title: {en: "Errors", de: "Fehler"}  # ours\n\n' + LANGUAGES + ERRORS,
        HEAD + 'texts:\n  title: {en: "Errors", de: "Fehler"}  # ours\n' + NEW + "\n" + LANGUAGES + ERRORS,
    ),
    "braces": (
        HEAD + 'texts: {title: {en: "Errors", de: "Fehler"}}\n' + LANGUAGES + ERRORS,
        HEAD + 'texts: {title: {en: "Errors", de: "Fehler"}, address: {de: "Suche"}, reason: {de: "Anlass"}}\n'
        + LANGUAGES + ERRORS,
    ),
    "empty": (
        HEAD + "texts: {}\n" + LANGUAGES + ERRORS,
        HEAD + 'texts: {address: {de: "Suche"}, reason: {de: "Anlass"}}\n' + LANGUAGES + ERRORS,
    ),
    "all in braces": (
        '{package: shop_errors, source_language: en, languages: {en: {}, de: {}}, ' + ERRORS[:-1] + "}\n",
        '{package: shop_errors, source_language: en, languages: {en: {}, de: {}}, ' + ERRORS[:-1]
        + ', texts: {address: {de: "Suche"}, reason: {de: "Anlass"}}}\n',
    ),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_words_that_differ_from_the_generators_own_are_written(place: str, line_end: str, tmp_path: Path):
    before, after = PLACES[place]
    path = catalog(tmp_path, "")
    path.write_bytes(before.replace("\n", line_end).encode())
    assert take(path, "de", po(tmp_path, "de", *WORDS)) == (2, 1, 0)
    assert path.read_bytes() == after.replace("\n", line_end).encode()
    assert take(path, "de", po(tmp_path, "de", *WORDS)) == (0, 3, 0)
    catalog_after = error_catalog.read(path)
    assert error_catalog.check(catalog_after) == []
    assert catalog_after.words["address"].current("de") == "Suche"
    assert catalog_after.words["address"].current("en") == "Address"


def test_words_and_a_new_language_at_the_end_of_a_catalog(tmp_path: Path):
    """Both come after the last line, each into its own mapping."""
    path = catalog(tmp_path, HEAD + ERRORS + LANGUAGES)
    file = po(tmp_path, "sv", "texts.address|Address|Leta", "1.message|Closed|Stängt")
    assert take(path, "sv", file) == (2, 0, 0)
    found = plain(path)
    assert found["languages"] == {"en": {}, "de": {}, "sv": {}}
    assert found["texts"] == {"address": {"sv": "Leta"}}
    assert found["errors"][1]["message"] == {"en": "Closed", "de": "Zu", "sv": "Stängt"}


def test_a_word_that_is_written_takes_more_languages(tmp_path: Path):
    path = catalog(tmp_path, PLACES["block"][0])
    assert take(path, "de", po(tmp_path, "de", *WORDS)) == (2, 1, 0)
    assert take(path, "sv", po(tmp_path, "sv", "texts.address|Address|Leta", "1.message|Closed|Stängt")) == (2, 0, 0)
    assert plain(path)["texts"]["address"] == {"de": "Suche", "sv": "Leta"}


def test_patterns_without_words_are_taken(tmp_path: Path):
    """They may equal those of the source language, and end with a space."""
    path = catalog(tmp_path, HEAD + LANGUAGES + ERRORS)
    entries = ["texts.label_value|{label}: {value}|{label}: {value}", "texts.list_separator|, |, "]
    entries += ["1.message|Closed|Lukket"]
    assert take(path, "da", po(tmp_path, "da", *entries)) == (3, 0, 0)
    assert error_catalog.check(error_catalog.read(path)) == []


def test_a_pattern_that_loses_a_placeholder_is_refused(tmp_path: Path):
    path = catalog(tmp_path, HEAD + LANGUAGES + ERRORS)
    file = po(tmp_path, "de", "texts.label_value|{label}: {value}|{name}: {value}")
    assert set(left(path, "de", file)) == {"6 C21 texts.label_value.de"}
