"""The limits of rules: one more, or one less, and the result is another."""

import pytest
from catalogs import findings, found

import error_catalog
from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse
from error_catalog.rules.numbers import numbers

HEAD = "package: shop_errors\nsource_language: en\nlanguages: {%s}\nerrors:\n"
WORDS = "Alpha Bravo Carlo Delta Echos Foxes Golfs Hotel India Julia Kilos Limas Mikes Novem Oscar Papas".split()  # noqa: SIM905
WORDS += ["Quebe", "Romeo", "Sierr", "Tango"]


def catalog(pairs: list[tuple[str, str]], languages: str = "en: {}, de: {}") -> str:
    rows = (
        f"  {code}: {{name: E_{code}, message: {{en: '{en}', de: '{de}'}}}}\n" for code, (en, de) in enumerate(pairs, 1)
    )
    return HEAD % languages + "".join(rows)


def ids(text: str) -> list[str]:
    """Return the rules that find something in a catalog."""
    return sorted({finding.rule for finding in findings(text)})


def rules_of(pairs: list[tuple[str, str]]) -> list[str]:
    return ids(catalog(pairs))


def numbered(change, count: int) -> list[tuple[str, str]]:
    """Return twenty texts, the first `count` of them changed."""
    return [
        (f"{word} is missing", change(f"{word} fehlt") if place < count else f"{word} fehlt")
        for place, word in enumerate(WORDS)
    ]


@pytest.mark.parametrize(("count", "rules"), [(0, []), (1, ["C11"]), (3, ["C11"]), (4, []), (20, [])])
def test_small_letters_are_found_if_they_are_rare(count: int, rules: list[str]):
    assert rules_of(numbered(lambda text: text[0].lower() + text[1:], count)) == rules


@pytest.mark.parametrize(("count", "rules"), [(1, ["C11"]), (3, ["C11"]), (4, []), (20, [])])
def test_capitals_are_found_if_they_are_rare(count: int, rules: list[str]):
    assert rules_of(numbered(str.upper, count)) == rules


@pytest.mark.parametrize(
    ("de", "rules"),
    [
        ("Wert x30 fehlt", ["C04"]),
        ("Wert 30 fehlt", []),
        ("Wert 30fach fehlt", ["C04"]),
        ("Wert 30日 fehlt", ["C02"]),
        ("Wert 030 fehlt", []),
        ("Wert ٣٠ fehlt", []),
        ("Wert fehlt", ["C04"]),
        ("Wert 30 fehlt 31", ["C32"]),
        ("Wert 3 0 fehlt", ["C04"]),
    ],
)
def test_numbers_stand_alone(de: str, rules: list[str]):
    assert rules_of([("Value 30 is missing", de)]) == rules


@pytest.mark.parametrize(
    ("en", "de", "rules"),
    [
        ("A b c", "\u2066Ein\u2069 \u2066Ding\u2069 \u2066da\u2069", []),
        ("A b c", "\u2066Ein\u2069 \u2066Ding\u2069 \u2066da", ["C06"]),
        ("A value is missing. Add it.", "Ein Wert fehlt. Geben Sie ihn an.", []),
        ("A value is missing. Add it.", "Ein Wert fehlt", ["C17"]),
        ("A 7th value is missing", "Ein Wert fehlt (z. B. 7. Stelle.)", []),
        ("A value is missing, e.g. one", "Ein Wert fehlt, z. B. einer", []),
        ("A value is missing (yet)", "Ein Wert fehlt (noch)", []),
        ("A value is missing (yet)", "Ein Wert fehlt (noch", ["C16"]),
        ("A value: {}", "Ein Wert: {}", []),
        ("See <b>this</b>", "Siehe <b>das</b>", []),
        ("See <b>this</b>", "Siehe <i>das</i>", ["C16"]),
        ("100% used", "100% belegt", []),
        ("Takes 5 µs", "Dauert 5 µs", []),
        ("Takes 5 µs", "Dauert 5\u00a0µs", []),
        ("Is it closed?", "Ist es zu\u00a0?", []),
        ("Is it shut?", "Ist es\u00a0zu?", ["C07"]),
        ("Is it shut?", "Ist\u00a0es zu?", ["C07"]),
        ("A b c", "Ein\u2009Ding da", ["C07"]),
        ("A b c", "Ein Ding\u2009da", ["C07"]),
        ("A b c", "Ein\u3000Ding", ["C07"]),
        ("At 5 sharp", "Um\u00a05 Uhr", []),
        ("%d used of %s", "%s von %d belegt", []),
        ("%d used of %s", "%d von %d belegt", ["C21"]),
    ],
)
def test_pairs(en: str, de: str, rules: list[str]):
    assert rules_of([(en, de)]) == rules


def test_two_spellings_are_found_if_both_are_used():
    assert rules_of(
        [("Time zone is bad", "Zeitzone ist falsch"), ("The zone of time is missing", "Zeit zone fehlt ja")]
    ) == ["C15"]
    assert (
        rules_of([("Time zone is bad", "Zeitzone ist falsch"), ("Time is missing here", "Zeit fehlt hier ganz")]) == []
    )


def test_the_text_of_another_language_is_found_unless_the_two_are_near():
    far = [(f"{word} is missing", f"{word} fehlt", f"{word} puuttuu nyt") for word in WORDS]
    rows = [*far[:-1], (far[-1][0], "Tango fehlt", "Tango fehlt")]
    text = HEAD % "en: {}, de: {}, fi: {}" + "".join(
        f"  {code}: {{name: E_{code}, message: {{en: '{en}', de: '{de}', fi: '{fi}'}}}}\n"
        for code, (en, de, fi) in enumerate(rows, 1)
    )
    assert ids(text) == ["C19"]
    near = text.replace("puuttuu nyt", "fehlt nun").replace("fi: {}", "nl: {}").replace("fi: '", "nl: '")
    assert found(near) == []


def hints_of(pairs: list[tuple[str, str]]) -> list[str]:
    return [finding.where for finding in findings(catalog(pairs)) if finding.rule == "C14"]


def test_a_length_is_usual_beside_the_others():
    """Much shorter and much longer texts are found if there are ten to compare with; usual ones are not."""
    usual = [(f"{word} is missing in the order", f"{word} fehlt in der Bestellung") for word in WORDS]
    assert hints_of(usual) == []
    assert hints_of([*usual, ("Something is missing in the order", "Fehlt")]) == ["21.message.de"]
    assert hints_of(
        [*usual, ("Something is missing in the order", " ".join(["Etwas fehlt"] + ["und noch etwas"] * 8))]
    ) == ["21.message.de"]
    assert hints_of([*usual[:8], ("Something is missing in the order", "Fehlt")]) == []


def test_a_language_without_capitals_may_begin_with_a_latin_word():
    text = catalog([("Table is bad", "table 오류"), ("Value is bad", "값 오류")]).replace("de", "ko")
    assert found(text) == []


@pytest.mark.parametrize("text", ["Ist es zu ?", "Ist es nun zu ?", "Ist er zu ?", "Ist es zu !"])
def test_a_space_that_must_not_break(text: str):
    style = 'en: {}, de: {style: {no_break_before: "?!"}}'
    (finding,) = findings(catalog([(f"Is it shut{text[-1]}", text)], style))
    assert (finding.rule, finding.text[slice(*finding.span)]) == ("C07", text[-2:])
    assert found(catalog([(f"Is it shut{text[-1]}", text[:-2] + "\u00a0" + text[-1])], style)) == []


def test_a_missing_source_text_is_the_only_finding():
    text = catalog([("Value is bad", "Wert orderKey ist falsch")]).replace("en: 'Value is bad', ", "")
    assert [finding.rule for finding in findings(text)] == ["C01"]
    assert [finding.rule for finding in findings(catalog([("", "Wert orderKey ist falsch")]))] == ["C01"]


def test_words_of_the_source_text_at_the_end_are_found():
    assert rules_of([("The shop was closed by us", "Der Laden was closed by us")]) == ["C02"]
    assert rules_of([("The shop is closed now", "Der Laden ist closed now")]) == []


@pytest.mark.parametrize(
    ("term", "en", "count"),
    [
        ("id", "The id is bad", 1),
        ("id", "The ids are bad", 1),
        ("id", "The idea is bad", 0),
        ("c#", "The c# is bad", 1),
    ],
)
def test_a_term_is_a_whole_word(term: str, en: str, count: int):
    text = catalog([(en, "Das ist falsch")]) + f"glossary: {{'{term}': {{de: {{use: Kennung}}}}}}\n"
    assert sum(finding.rule == "C13" for finding in findings(text)) == count


def test_the_part_at_fault_is_marked():
    """The quotation mark, no more and no less."""
    style = 'en: {}, de: {style: {quotes: ["„", "“"]}}'
    text = catalog([('No "key" is here', 'Kein "Schlüssel" ist da')], style)
    assert [finding.text[slice(*finding.span)] for finding in findings(text)] == ['"']


@pytest.mark.parametrize("before", ["", "x", "xy", "xyz"])
def test_a_space_inside_quotation_marks_may_stay(before: str):
    """Whatever is before them."""
    style = 'en: {}, fr: {style: {quotes: ["«\\u00a0", "\\u00a0»"], no_break_before: "!"}}'
    text = catalog([(f'A{before} "key" is here', f"La{before} «\u00a0clef\u00a0» est là")], style).replace("de:", "fr:")
    assert found(text) == []
    assert ids(text.replace("est là", "est\u00a0là")) == ["C07"]


def test_an_accepted_hint_is_fine_if_hints_are_not_asked_for():
    """Generating does not ask for hints; an exception from one is still right."""
    usual = [(f"{word} is missing in the order", f"{word} fehlt in der Bestellung") for word in WORDS]
    text = catalog([*usual, ("Something is missing in the order", "Fehlt")])
    text = text.replace("de: 'Fehlt'", "de: {text: Fehlt, accept: {C14: short}}")
    document = catalog_of(parse(text))
    assert error_catalog.check(document) == error_catalog.check(document, hints=False) == []


@pytest.mark.parametrize(
    "value",
    [
        "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20",
        ",".join(["1"] * 5000),
        "9" * 5000,
        "1,234,567,890,123,456,789,012,345,678,901,234",
        "1.3.6.1.4.1.311.21.20",
        "1.2.840.113549.1.9.16.2.12.99999999999.1234567890123456789012345",
        "1.200.300",
        "2.16.840",
        "192.168.000.001",
        "10.0.0.1",
        "2026.11.21",
        "3.11.0",
    ],
    ids=lambda value: value[:12],
)
def test_lists_and_addresses_are_the_same_in_every_language(value: str):
    """Lists of figures without spaces, OIDs, addresses and versions are not grouped numbers."""
    assert rules_of([(f"Value {value} is missing", f"Wert {value} fehlt")]) == []


@pytest.mark.parametrize(
    ("en", "de", "rules"),
    [
        ("1,2,3", "1, 2, 3", []),
        ("1,2,3", "1, 2 und 3", []),
        ("1,2,3", "1,2,4", ["C04"]),
        ("1.3.6.1", "1.3.6.2", ["C04"]),
        ("1.3.6.1.4", "1.3.6.1", ["C04"]),
        ("10,000", "10.000", []),
        ("10,000", "10,000", ["C10"]),
        ("1,234,567", "1.234.567", []),
        ("1,234,567", "1,234,567", ["C10"]),
        ("1,234.5", "1.234,5", []),
        ("10,000", "10.001", ["C04"]),
    ],
)
def test_grouped_numbers_and_lists(en: str, de: str, rules: list[str]):
    assert rules_of([(f"Values {en} are missing", f"Werte {de} fehlen")]) == rules


@pytest.mark.parametrize("entity", ["&#" + "9" * 5000 + ";", "&#x" + "F" * 5000 + ";", "&" + "a" * 5000 + ";"])
def test_what_is_too_long_for_an_entity_is_not_one(entity: str):
    assert rules_of([(f"A {entity} b c", f"Ein {entity} da")]) == []


@pytest.mark.parametrize(
    ("en", "de", "rules"),
    [
        ("Install .NET. Then go on.", "Installieren Sie .NET. Machen Sie weiter.", []),
        ("Install .NET. Then go on.", "Installieren Sie .NET und machen Sie weiter.", ["C17"]),
        ("Wait!", "Warten Sie ...", []),
        ("Really? Yes.", "Wirklich? Ja.", []),
        ("See no. 7. Then go on.", "Siehe Nr. 7. Machen Sie weiter.", []),
    ],
)
def test_sentences(en: str, de: str, rules: list[str]):
    assert rules_of([(en, de)]) == rules


@pytest.mark.parametrize(
    ("en", "de", "rules"),
    [
        ("HTTP", "HTTP", []),
        ("REST", "REST", []),
        ("Closed", "ZU", []),
        ("It is closed", "ES IST ZU", ["C11"]),
        ("Closed now", "GESCHLOSSEN", ["C11"]),
        ("The API is closed", "Das API", []),
    ],
)
def test_an_acronym_is_not_shouted(en: str, de: str, rules: list[str]):
    assert rules_of([(en, de)]) == rules


@pytest.mark.parametrize(
    ("de", "is_found"),
    [("Alles TODO", True), ("Alles (FIXME) fehlt", True), ("Die TODOS fehlen", False), ("Größe XXXL fehlt", False)],
)
def test_a_mark_of_unfinished_work_is_a_whole_word(de: str, is_found: bool):
    assert ("C02" in rules_of([("Everything is missing", de)])) == is_found


def test_a_placeholder_with_a_malformed_example_is_declared_all_the_same():
    text = catalog([("No table {table}", "Keine Tabelle {table}")])
    text = text.replace("name: E_1,", "name: E_1, placeholders: {table: 7},")
    assert ids(text) == ["S01"]


@pytest.mark.parametrize(
    ("twice", "is_found"),
    [("abcde abcde", True), ("abcd abcd", False), ("ABC ABC", True), ("Abc abc", False), ("AB AB", False)],
)
def test_words_that_are_written_twice_in_a_language_without_data(twice: str, is_found: bool):
    """Short ones can be a pair; those in capitals are acronyms."""
    text = catalog([("Something is missing here", f"Mae {twice} ar goll")]).replace("de: ", "cy: ")
    assert ("C23" in ids(text)) is is_found


@pytest.mark.parametrize(
    ("value", "count"), [("1,234,5678", 3), ("1,234,567", 1), ("12,34,567", 1), ("1,23,45", 3), ("1,2345,678", 3)]
)
def test_numbers_with_separators_are_one_number_if_they_are_grouped(value: str, count: int):
    assert len(numbers(f"The value {value} is wrong")) == count


def test_a_damaged_word_is_named_as_a_whole():
    """Without what precedes it; a very long one is cut."""
    for before in ("", "Der ", "Der Wert "):
        found = findings(catalog([("It is gone", f"{before}Schl?ssel fehlt")]))
        assert ['"Schl?ssel"' in finding.message for finding in found] == [True]


@pytest.mark.parametrize("tag", ["de", "sv"])
def test_equal_source_texts_are_translated_equally_in_every_language(tag: str):
    """Whether its tag comes before that of the source language or after it."""
    texts = [("Out of stock", "Slut")] * 3 + [("Out of stock", "Finns inte")]
    assert "C12" in ids(catalog(texts).replace("de: ", f"{tag}: "))
