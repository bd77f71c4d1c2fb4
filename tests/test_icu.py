"""ICU's message syntax is named, with the part at fault, in every language; text that only looks like it is not."""

import json

import pytest
from catalogs import findings

CATALOG = """
package: shop_errors
source_language: en
languages: {{en: {{}}, de: {{complete: false}}}}
errors:
  7: {{name: OUT, message: {{en: {en}, de: {de}}}}}
"""

ICU = [
    ("", "{count, plural, one {# item} other {# items}}", ""),
    ("You have ", "{n,plural,=0{no mail}one{one mail}other{# mails}}", " here"),
    ("", "{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}", " in line"),
    ("", "{who , select , a {Ann} other {{name}}}", " left"),
    ("Pay ", "{amount, number, ::currency/EUR}", " now"),
    ("Since ", "{0,date}", ""),
    ("Since ", "{user.since, time, short}", ""),
    ("", "{0,choice,0#none|1#one}", "{1}"),
    ("Broken ", "{n, plural, one {# item", ""),
]

FINE = [
    "The item {item} is out of stock",
    "{item}, select one of these",
    "Choose {option}, plural forms are wrong",
    "Write {a, b} or {x, y, z}",
    "A mapping {select: 1, plural: 2}",
    "{name, the date of which is missing}",
    "Items: {count}",
]


def icu(text: str, language: str = "en") -> list[str]:
    """Return the parts at fault by this rule, of a text in a language."""
    other = json.dumps("Nothing")
    texts = {"en": other, "de": other} | {language: json.dumps(text)}
    found = [finding for finding in findings(CATALOG.format(**texts)) if finding.rule == "C37"]
    assert all(finding.where == f"7.message.{language}" and finding.severity == "error" for finding in found)
    return [finding.text[slice(*finding.span)] for finding in found]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("before", "part", "after"), ICU)
def test_icu_syntax_is_named(before: str, part: str, after: str, language: str):
    assert icu(f"{before}{part}{after}", language) == [part]


@pytest.mark.parametrize("text", FINE)
def test_what_only_looks_like_it_is_not(text: str):
    assert icu(text) == []


def test_the_message_says_what_to_write_instead():
    [finding] = [one for one in findings(CATALOG.format(en=json.dumps(ICU[0][1]), de='"x"')) if one.rule == "C37"]
    assert "{count}" in finding.message
    assert "not supported" in finding.message
