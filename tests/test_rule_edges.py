"""Where rules begin and end to complain: one more, or one less, and the answer is another."""

import pytest
from catalogs import complaints

from codegen import rules, source

HEAD = "package: shop_errors\nsource_language: en\nlanguages: {%s}\nerrors:\n"
WORDS = "Alpha Bravo Carlo Delta Echos Foxes Golfs Hotel India Julia Kilos Limas Mikes Novem Oscar Papas".split()  # noqa: SIM905
WORDS += ["Quebe", "Romeo", "Sierr", "Tango"]


def catalog(pairs: list[tuple[str, str]], languages: str = "en: {}, de: {}") -> str:
    rows = (
        f"  {code}: {{name: E_{code}, message: {{en: '{en}', de: '{de}'}}}}\n" for code, (en, de) in enumerate(pairs, 1)
    )
    return HEAD % languages + "".join(rows)


def rules_of(pairs: list[tuple[str, str]]) -> list[str]:
    return sorted({line.split()[1] for line in complaints(catalog(pairs))})


def numbered(change, count: int) -> list[tuple[str, str]]:
    """Twenty texts, of which the first so many are changed."""
    return [
        (f"{word} is missing", change(f"{word} fehlt") if place < count else f"{word} fehlt")
        for place, word in enumerate(WORDS)
    ]


@pytest.mark.parametrize(("count", "rules"), [(0, []), (1, ["C11"]), (3, ["C11"]), (4, []), (20, [])])
def test_small_letters_are_complained_of_where_they_are_rare(count: int, rules: list[str]):
    assert rules_of(numbered(lambda text: text[0].lower() + text[1:], count)) == rules


@pytest.mark.parametrize(("count", "rules"), [(1, ["C11"]), (3, ["C11"]), (4, []), (20, [])])
def test_capitals_are_complained_of_where_they_are_rare(count: int, rules: list[str]):
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
        ("Wert 30 fehlt 31", []),
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
        ("A value is missing", "Ein Wert fehlt (z. B. 7. Stelle.)", []),
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


def test_a_spelling_is_one_where_both_are_used():
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
    assert {line.split()[1] for line in complaints(text)} == {"C19"}
    near = text.replace("puuttuu nyt", "fehlt nun").replace("fi: {}", "nl: {}").replace("fi: '", "nl: '")
    assert complaints(near) == []


def hints_of(pairs: list[tuple[str, str]]) -> list[str]:
    return [line.split()[2] for line in complaints(catalog(pairs)) if " C14 " in line]


def test_a_length_is_usual_beside_the_others():
    """Much shorter and much longer texts are pointed at, where there are ten to compare with; usual ones are not."""
    usual = [(f"{word} is missing in the order", f"{word} fehlt in der Bestellung") for word in WORDS]
    assert hints_of(usual) == []
    assert hints_of([*usual, ("Something is missing in the order", "Fehlt")]) == ["21.message.de:"]
    assert hints_of(
        [*usual, ("Something is missing in the order", " ".join(["Etwas fehlt"] + ["und noch etwas"] * 8))]
    ) == ["21.message.de:"]
    assert hints_of([*usual[:8], ("Something is missing in the order", "Fehlt")]) == []


def test_a_language_without_capitals_may_begin_with_a_latin_word():
    text = catalog([("Table is bad", "table 오류"), ("Value is bad", "값 오류")]).replace("de", "ko")
    assert complaints(text) == []


@pytest.mark.parametrize("text", ["Ist es zu ?", "Ist es nun zu ?", "Ist er zu ?", "Ist es zu !"])
def test_a_space_that_must_not_break(text: str):
    style = 'en: {}, de: {style: {no_break_before: "?!"}}'
    (found,) = [line for line in complaints(catalog([(f"Is it shut{text[-1]}", text)], style)) if " C07 " in line]
    assert found.endswith(f"needs a no-break space before {text[-1]}")
    assert complaints(catalog([(f"Is it shut{text[-1]}", text[:-2] + "\u00a0" + text[-1])], style)) == []


def test_a_text_without_its_source_is_missing_one_thing_alone():
    text = catalog([("Value is bad", "Wert orderKey ist falsch")]).replace("en: 'Value is bad', ", "")
    assert [line.split()[1] for line in complaints(text)] == ["C01"]
    assert [line.split()[1] for line in complaints(catalog([("", "Wert orderKey ist falsch")]))] == ["C01"]


def test_words_of_the_source_text_at_the_end_are_found():
    assert rules_of([("The shop is closed now", "Der Laden is closed now")]) == ["C02"]
    assert rules_of([("The shop is closed now", "Der Laden ist closed now")]) == []


@pytest.mark.parametrize(
    ("term", "en", "complaints_"),
    [
        ("id", "The id is bad", 1),
        ("id", "The ids are bad", 1),
        ("id", "The idea is bad", 0),
        ("c#", "The c# is bad", 1),
    ],
)
def test_a_term_stands_as_a_word(term: str, en: str, complaints_: int):
    text = catalog([(en, "Das ist falsch")]) + f"glossary: {{'{term}': {{de: {{use: Kennung}}}}}}\n"
    assert sum(" C13 " in line for line in complaints(text)) == complaints_


def test_the_part_at_fault_is_marked():
    """The quotation mark, no more and no less."""
    style = 'en: {}, de: {style: {quotes: ["„", "“"]}}'
    document = source.parse(catalog([('No "key" is here', 'Kein "Schlüssel" ist da')], style))
    assert [mistake.text[slice(*mistake.span)] for mistake in rules.find(document) if mistake.span] == ['"']


@pytest.mark.parametrize("before", ["", "x", "xy", "xyz"])
def test_a_space_inside_quotation_marks_may_stay(before: str):
    """Whatever stands before them."""
    style = 'en: {}, fr: {style: {quotes: ["«\\u00a0", "\\u00a0»"], no_break_before: "!"}}'
    text = catalog([(f'A{before} "key" is here', f"La{before} «\u00a0clef\u00a0» est là")], style).replace("de:", "fr:")
    assert complaints(text) == []
    assert " C07 " in complaints(text.replace("est là", "est\u00a0là"))[0]


def test_an_accepted_hint_is_not_idle_where_hints_are_not_asked_for():
    """Generating asks no hints, and an exception from one stays right."""
    usual = [(f"{word} is missing in the order", f"{word} fehlt in der Bestellung") for word in WORDS]
    text = catalog([*usual, ("Something is missing in the order", "Fehlt")])
    text = text.replace("de: 'Fehlt'", "de: {text: Fehlt, accept: {C14: short}}")
    document = source.parse(text)
    assert rules.find(document) == rules.find(document, hints=False) == []
