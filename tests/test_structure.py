"""S rules: the YAML has its shape, and the names in it exist and can be names."""

import pytest
from catalogs import SMALL, complaints

ERROR = 'name: {name}\n    message: {{en: "Out of stock", de: "Nicht auf Lager"}}'


def with_line(line: str) -> str:
    return SMALL + line + "\n"


def replaced(old: str, new: str) -> str:
    assert old in SMALL
    return SMALL.replace(old, new)


def test_the_smallest_catalog_has_no_mistakes():
    """Package, languages, and errors with a name and a message are all a catalog needs."""
    assert complaints(SMALL) == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (
            with_line("colour: red"),
            '9:1: S01 catalog: "colour" is unknown here; known: package, site_url, gettext, source_language',
        ),
        (replaced("package:", "pakage:"), '2:1: S01 catalog: "pakage" is unknown here; do you mean package?'),
        (replaced("package: shop_errors\n", ""), "2:1: S01 catalog: package is missing"),
        (replaced("    name: OUT_OF_STOCK\n", ""), "7:5: S01 1: name is missing"),
        (replaced("{en: {}, de: {}}", "[en, de]"), "4:12: S01 languages: a list is not a mapping"),
        (replaced('"Out of stock"', "42"), "8:19: S01 1.message.en: 42 is not text in quotes or a mapping"),
        (replaced('"Out of stock"', "[a]"), "8:19: S01 1.message.en: a list is not text in quotes or a mapping"),
        (replaced('"Out of stock"', ""), "8:19: S01 1.message.en: nothing is not text in quotes or a mapping"),
        (replaced('"Out of stock"', "true"), "8:19: S01 1.message.en: true is not text in quotes or a mapping"),
        (replaced('"Nicht auf Lager"', '{say: "x"}'), '8:40: S01 1.message.de: "say" is unknown here'),
        (replaced('"Nicht auf Lager"', "{stale: true}"), "8:39: S01 1.message.de: text is missing"),
        (replaced("  1:", "  not one:"), '6:3: S01 errors: "not one" is not a code: a number such as 20103 or -5'),
        (replaced("  1:", "  -1.5:"), '6:3: S01 errors: "-1.5" is not a code: a number such as 20103 or -5'),
        (replaced("shop_errors", "Shop-Errors"), '2:10: S01 package: "Shop-Errors" is not a name of small letters'),
        (replaced("shop_errors", "../shop"), '2:10: S01 package: "../shop" is not a name'),
        (replaced("OUT_OF_STOCK", "OUT-OF-STOCK"), '7:11: S01 1.name: "OUT-OF-STOCK" is not a name in Python'),
        (replaced("OUT_OF_STOCK", "ÉPUISÉ"), '7:11: S01 1.name: "ÉPUISÉ" is not a name in Python'),
        (with_line("    rest: 602"), "9:11: S01 1.rest: 602 is not a list"),
        (with_line("    limit: {calls: many}"), '9:20: S01 1.limit.calls: "many" is not a number'),
        (
            with_line("recoveries: {wait: {retry: yes, advice: {}}}"),
            '9:28: S01 recoveries.wait.retry: "yes" is not true',
        ),
        (replaced("OUT_OF_STOCK", "class"), "7:11: S02 1.name: class is a keyword of Python"),
        (replaced("OUT_OF_STOCK", "message"), "7:11: S02 1.name: message is an attribute of every enum member"),
        (replaced("OUT_OF_STOCK", "localized"), "7:11: S02 1.name: localized is an attribute of every enum member"),
        (replaced("OUT_OF_STOCK", "name"), "7:11: S02 1.name: name is an attribute of every enum member"),
        (replaced("OUT_OF_STOCK", "mro"), "7:11: S02 1.name: mro is an attribute of every enum member"),
        (replaced("OUT_OF_STOCK", "real"), "7:11: S02 1.name: real is an attribute of every enum member"),
        (
            with_line("  2:\n    " + ERROR.format(name="Out_Of_Stock")),
            "10:11: S02 2.name: Out_Of_Stock is already the name of 1",
        ),
        (replaced("de: {}", "xx-NOPE: {}"), "4:21: S03 languages.xx-NOPE: xx-NOPE is no language that CLDR knows"),
        (replaced("de: {}", "DE: {}"), "4:21: S03 languages.DE: DE is written de in BCP 47"),
        (replaced("de: {}", "de_AT: {}"), "4:21: S03 languages.de_AT: de_AT is written de-AT in BCP 47"),
        (replaced("de: {}", "iw: {}"), "4:21: S03 languages.iw: iw is written he in BCP 47"),
        (replaced("language: en", "language: fr"), "3:18: S03 source_language: fr is missing from `languages`"),
        (
            replaced("en: {}", "en: {complete: false}"),
            "4:17: S03 languages.en: the source language cannot be incomplete",
        ),
        (with_line("    category: goods"), "9:15: S04 1.category: goods is missing from `categories`"),
        (with_line("    recovery: wait"), "9:15: S04 1.recovery: wait is missing from `recoveries`"),
        (
            replaced('"Nicht auf Lager"', '{text: "Nicht auf Lager", published: "x", because: [y]}'),
            "8:91: S04 1.message.de: y is missing from `reasons`",
        ),
        (replaced("shop_errors", "json"), "2:10: S05 package: json belongs to Python"),
        (replaced("shop_errors", "class"), "2:10: S05 package: class belongs to Python"),
        (replaced("shop_errors", "docs"), "2:10: S05 package: docs is another folder of the output"),
        (
            replaced('"Nicht auf Lager"', '{text: "Nicht auf Lager", accept: {C99: "why"}}'),
            "8:74: S06 1.message.de: C99 is no rule that a text can accept",
        ),
        (
            replaced('"Nicht auf Lager"', '{text: "Nicht auf Lager", accept: {S02: "why"}}'),
            "8:74: S06 1.message.de: S02 is no rule that a text can accept",
        ),
        (
            replaced('"Nicht auf Lager"', '{text: "Nicht auf Lager", accept: {C05: "why"}}'),
            "8:74: S06 1.message.de: accepts C05, which has nothing to complain about here",
        ),
    ],
)
def test_complaint(text, complaint):
    """Each mistake is said once among others, at its place."""
    found = complaints(text)
    assert [line for line in found if line.startswith(complaint)], found


def test_an_accepted_rule_is_silent():
    """`accept` names the rule and the reason, beside the text."""
    text = replaced('"Nicht auf Lager"', '{text: "Nicht &amp; nie", accept: {C05: "shown as HTML"}}')
    assert complaints(text) == []


@pytest.mark.parametrize("code", ["0", "-7", "999999999999999999"])
def test_any_whole_number_is_a_code(code):
    """Zero and negative numbers are codes as well."""
    assert complaints(replaced("  1:", f"  {code}:")) == []


@pytest.mark.parametrize("tag", ["no", "gv", "zh-Hant-TW", "es-419", "sr-Latn", "ca-ES-valencia"])
def test_any_language_of_cldr_is_a_language(tag):
    """Tags with scripts, regions and variants too; `no` is Norwegian."""
    assert [line for line in complaints(SMALL.replace("de:", f"{tag}:")) if " S03 " in line] == []
