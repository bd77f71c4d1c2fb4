"""Where rules begin and end to complain: one more, or one less, and the answer is another."""

import pytest
from catalogs import complaints

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
