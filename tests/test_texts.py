"""C01, C05, C06, C07 and C20, in cases beyond those that the rules explain themselves with."""

import pytest
from catalogs import SMALL, findings, found
from conftest import CATALOG, cli

TEXT = '"Nicht auf Lager"'


def about_text(text: str, *rules: str) -> list[tuple[str, str, str | None]]:
    """Return the findings of some rules in a catalog whose German message is the text, as YAML writes it.

    Each is a rule, `line where`, and the part of the text that is at fault.
    """
    return [
        (one.rule, f"{one.place.line} {one.where}", one.text[slice(*one.span)] if one.text and one.span else None)
        for one in findings(SMALL.replace(TEXT, text))
        if one.rule in rules
    ]


@pytest.mark.parametrize(
    ("text", "rule", "part"),
    [
        ('""', "C01", None),
        ('"   "', "C01", None),
        ('{text: ""}', "C01", None),
        ('"A &amp; B"', "C05", "&amp;"),
        ('"l&#39;or"', "C05", "&#39;"),
        ('"l&#x27;or"', "C05", "&#x27;"),
        ('"a\\u202eb"', "C06", "\u202e"),
        ('"a\\ufffdb"', "C06", "\ufffd"),
        ('"a\\u0007b"', "C06", "\a"),
        ('"a\\nb"', "C06", "\n"),
        ('"a\\u0085b"', "C06", "\x85"),
        ('"a\\ue000b"', "C06", "\ue000"),
        ('"VerfÃ¼gbar"', "C06", "Ã¼"),
        ('"Nâ€™est"', "C06", "â€™"),
        ('"Gesprochen.Â\\u00a0 Dann"', "C06", "Â\xa0"),
        ('"verfu\\u0308gbar"', "C06", None),
        ('"Nicht  hier"', "C07", "  "),
        ('"Nicht\\u00a0 hier"', "C07", "\xa0 "),
        ('"Nicht\\u3000\\u2009hier"', "C07", "\u3000\u2009"),
        ('" Nicht hier"', "C07", " "),
        ('"Nicht hier\\u202f"', "C07", "\u202f"),
        ('"Nicht\\u200bhier"', "C07", "\u200b"),
        ('"Nicht\\ufeffhier"', "C07", "\ufeff"),
    ],
)
def test_a_bad_text(text, rule, part):
    """The finding stands at the text and marks the part at fault."""
    assert about_text(text, rule) == [(rule, "8 1.message.de", part)]


@pytest.mark.parametrize(
    "text",
    [
        "AT&T;",
        "Q&A",
        "R&D;x",
        "« Ça va »",
        "10\\u202f000",
        "ENTITÉ\\u00a0»",
        "Ångström",
        "É",
        "naïve",
        "日本語 です",
        "ไทย",
        "ÄÖÜ",
    ],
)
def test_a_good_text(text):
    """What only looks like damage is accepted."""
    assert about_text(f'"{text}"', "C05", "C06", "C07") == []


def test_a_missing_text():
    """The place is that of the text in the other languages."""
    assert found(SMALL) == []
    assert found(SMALL.replace(f", de: {TEXT}", "")) == ["8:14 C01 1.message.de"]


def test_an_undeclared_language():
    """A text in a language that the catalog does not declare is a typing error."""
    assert found(SMALL.replace(TEXT, TEXT + ', ed: "x"')) == ["8:58 C01 1.message.ed"]


def test_texts_can_be_missing_in_an_incomplete_language():
    """A text that is missing is allowed; one that is empty is not."""
    text = SMALL.replace("de: {}", "de: {complete: false}")
    assert found(text.replace(f", de: {TEXT}", "")) == []
    assert found(text.replace(TEXT, '""')) == ["8:39 C01 1.message.de"]


TWO = """
package: shop_errors
source_language: en
languages: {en: {}, de: {}}
errors:
  1:
    name: ONE
    message: {en: "Too old", de: "Zu alt"}
  2:
    name: TWO
    message: {en: "Too big", de: "Zu groß"}
    note: {en: "It is too big", de: "Zu groß"}
"""


def test_two_errors_that_say_the_same():
    """Readers cannot tell two errors apart that one sentence describes; message and note of one error may be alike."""
    assert found(TWO) == []
    assert found(TWO.replace('big", de: "Zu groß"', 'big", de: "Zu alt"', 1)) == ["11:34 C20 2.message.de"]


def test_the_catalog_has_no_findings():
    ran = cli("check")
    assert (ran.returncode, ran.stderr) == (0, "")


def test_every_text_of_a_new_language_is_missing(tmp_path):
    """Every text of the catalog is reported for German, and nothing is written."""
    path = tmp_path / "errors.yaml"
    german = CATALOG.read_text("utf-8").replace("\n  fr:\n    published", "\n  de: {}\n  fr:\n    published")
    path.write_text(german, "utf-8")
    ran = cli("--catalog", path, "--output", tmp_path / "out")
    assert (ran.returncode, ran.stdout) == (1, "")
    lines = [line for line in ran.stderr.splitlines() if line.startswith(f"{path}:")]
    where = [line.split(" ")[2].rstrip(":") for line in lines]
    assert {line.split(" ")[1] for line in lines} == {"C01"}
    assert all(name.endswith(".de") for name in where)
    assert sum(".message.de" in name or ".note.de" in name for name in where) == 54
    assert {"recoveries.slow_down.advice.de", "categories.limit.de", "fields.rest.de", "texts.title.de"} <= set(where)
    assert not (tmp_path / "out").exists()
