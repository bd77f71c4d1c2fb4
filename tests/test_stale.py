"""A stale translation is compared with the source text that it was made from, never with the new one."""

import pytest
from catalogs import SMALL, found

ENGLISH, GERMAN = '"Out of stock"', '"Nicht auf Lager"'

CHANGES = {
    "an identifier": ("No OrderKey given", "No UserKey given", "Kein OrderKey angegeben"),
    "a number": ("At most 30 days", "At most 60 days", "Höchstens 30 Tage"),
    "a placeholder": ("No {table} left", "No {column} left", "Keine {table} mehr"),
    "a conversion": ("No %s left", "Nothing left", "Kein %s mehr"),
    "several sentences": ("Closed. Come again.", "Closed", "Geschlossen. Kommen Sie wieder."),
    "a quoted word": ('No "table" left', "No table left", "Keine „Tabelle“ mehr"),
    "a tag": ("No <b>table</b> left", "No table left", "Keine <b>Tabelle</b> mehr"),
    "the case": ("no table left", "No table left", "keine Tabelle mehr"),
    "everything": ("Closed for today", "The order key has not been found in the table of keys", "Geschlossen"),
}


def catalog(english: str, german: str) -> str:
    said = english.replace('"', '\\"')
    declared = '    placeholders: {column: "name"}\n' if "{column}" in english else ""
    return SMALL.replace(ENGLISH, f'"{said}"').replace(GERMAN, german) + declared


@pytest.mark.parametrize("change", CHANGES)
def test_only_the_older_source_text_counts(change: str):
    old, new, german = CHANGES[change]
    quoted = [text.replace('"', '\\"') for text in (german, old)]
    assert found(catalog(new, f'{{text: "{quoted[0]}", stale: true, source: "{quoted[1]}"}}')) == []
    assert found(catalog(new, f'{{text: "{quoted[0]}", stale: true}}')) == []


@pytest.mark.parametrize(
    ("german", "rule"),
    [("Kein Schlüssel angegeben", "C03"), ("No OrderKey given", "C02"), ("Kein &amp; OrderKey", "C05")],
)
def test_what_is_wrong_beside_the_older_source_text_is_found(german: str, rule: str):
    text = catalog("No UserKey given", f'{{text: "{german}", stale: true, source: "No OrderKey given"}}')
    assert found(text) == [f"8:50 {rule} 1.message.de"]


def test_a_source_text_is_not_blamed_for_what_stale_translations_have():
    """Three translations have an identifier that the source text had, and has no more."""
    stale = '{{text: "{} OrderKey", stale: true, source: "Wrong OrderKey"}}'
    text = SMALL.replace("en: {}, de: {}", "en: {}, de: {}, sv: {}, fr: {}").replace(ENGLISH, '"Wrong key"')
    others = f"{stale.format('Falscher')}, sv: {stale.format('Fel')}, fr: {stale.format('Mauvais')}"
    assert found(text.replace(GERMAN, others)) == []


def test_equal_source_texts_do_not_ask_for_equal_translations_while_one_is_stale():
    note = '    note: {en: "Order fewer", de: "Bestellen Sie weniger"}\n'
    other = '  2:\n    name: TOO_MANY\n    message: {en: "Too many", de: "Zu viele"}\n'
    stale = '    note: {en: "Order fewer", de: {text: "Weniger!", stale: true, source: "Fewer!"}}\n'
    assert found(SMALL + note + other + stale) == []
    assert "C12" in " ".join(found(SMALL + note + other + stale.replace(', stale: true, source: "Fewer!"', "")))


def test_an_exception_of_a_stale_text_waits_for_its_translation():
    """It finds nothing now, and may be needed again."""
    accepted = '{text: "Nicht auf Lager", accept: {C03: "a test"}'
    assert found(SMALL.replace(GERMAN, f"{accepted}, stale: true}}")) == []
    assert [line.split()[1] for line in found(SMALL.replace(GERMAN, f"{accepted}}}"))] == ["S06"]
