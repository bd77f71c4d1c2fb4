"""C01, C05, C06, C07 and C20, in cases beyond those that the rules explain themselves with."""

import re

import pytest
from catalogs import SMALL, complaints
from conftest import CATALOG, codegen

TEXT = '"Nicht auf Lager"'


def saying(text: str) -> list[str]:
    """The complaints of a catalog whose German message is the text, as YAML writes it."""
    return complaints(SMALL.replace(TEXT, text))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('""', "C01 1.message.de: the text in de is empty"),
        ('"   "', "C01 1.message.de: the text in de is empty"),
        ('{text: ""}', "C01 1.message.de: the text in de is empty"),
        ('"A &amp; B"', "C05 1.message.de: &amp; is an HTML entity; write &"),
        ('"l&#39;or"', "C05 1.message.de: &#39; is an HTML entity; write '"),
        ('"l&#x27;or"', "C05 1.message.de: &#x27; is an HTML entity; write '"),
        ('"a\\u202eb"', "C06 1.message.de: has U+202E RIGHT-TO-LEFT OVERRIDE"),
        ('"a\\ufffdb"', "C06 1.message.de: has U+FFFD REPLACEMENT CHARACTER"),
        ('"a\\u0007b"', "C06 1.message.de: has U+0007"),
        ('"a\\nb"', "C06 1.message.de: has U+000A"),
        ('"a\\u0085b"', "C06 1.message.de: has U+0085"),
        ('"a\\ue000b"', "C06 1.message.de: has U+E000"),
        ('"VerfÃ¼gbar"', "C06 1.message.de: Ã¼ is mojibake"),
        ('"Nâ€™est"', "C06 1.message.de: â€™ is mojibake"),
        ('"Gesprochen.Â\\u00a0 Dann"', "C06 1.message.de: Â\u00a0 is mojibake"),
        ('"verfu\\u0308gbar"', "C06 1.message.de: is not in Unicode's composed form"),
        ('"Nicht  hier"', "C07 1.message.de: has two spaces in a row"),
        ('"Nicht\\u00a0 hier"', "C07 1.message.de: has two spaces in a row"),
        ('"Nicht\\u3000\\u2009hier"', "C07 1.message.de: has two spaces in a row"),
        ('" Nicht hier"', "C07 1.message.de: has a space at its start"),
        ('"Nicht hier\\u202f"', "C07 1.message.de: has a space at its end"),
        ('"Nicht\\u200bhier"', "C07 1.message.de: has U+200B ZERO WIDTH SPACE"),
        ('"Nicht\\ufeffhier"', "C07 1.message.de: has U+FEFF ZERO WIDTH NO-BREAK SPACE"),
    ],
)
def test_a_bad_text(text, complaint):
    """The complaint stands at the text."""
    found = saying(text)
    assert [line for line in found if line.startswith("8:") and complaint in line], found


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
    """What only looks like damage is none."""
    assert [line for line in saying(f'"{text}"') if re.search("C0[567]", line)] == []


def test_a_missing_text():
    """The place is that of its siblings."""
    assert saying(TEXT).__len__() == 0
    assert complaints(SMALL.replace(f", de: {TEXT}", "")) == ["8:14: C01 1.message.de: the text in de is missing"]


def test_an_undeclared_language():
    """A text in a language that nobody asked for is a typing error."""
    text = SMALL.replace(TEXT, TEXT + ', ed: "x"')
    assert complaints(text) == ["8:58: C01 1.message.ed: ed is missing from `languages`"]


def test_an_incomplete_language_may_lack_texts():
    """Missing is allowed, empty is not."""
    text = SMALL.replace("de: {}", "de: {complete: false}")
    assert complaints(text.replace(f", de: {TEXT}", "")) == []
    assert len(complaints(text.replace(TEXT, '""'))) == 1


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
    """One sentence for two source sentences leaves the reader guessing; within one error it does not."""
    assert complaints(TWO) == []
    assert complaints(TWO.replace('big", de: "Zu groß"', 'big", de: "Zu alt"', 1)) == [
        "8:34: C20 1.message.de: says the same as 2.message.de, but their source texts differ",
        "11:34: C20 2.message.de: says the same as 1.message.de, but their source texts differ",
    ]


def test_the_catalog_has_no_mistakes():
    """The real one, as a process."""
    ran = codegen("check")
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_new_language_is_asked_for_text_by_text(tmp_path):
    """Adding German complains about every text that lacks, and about nothing else."""
    path = tmp_path / "errors.yaml"
    path.write_text(
        CATALOG.read_text("utf-8").replace("\n  fr:\n    published", "\n  de: {}\n  fr:\n    published"), "utf-8"
    )
    ran = codegen("--catalog", path, "--output", tmp_path / "out")
    *lines, count = ran.stderr.splitlines()
    assert (ran.returncode, ran.stdout) == (1, "")
    assert count == f"{len(lines)} mistakes"
    assert all(": C01 " in line and line.endswith(".de: the text in de is missing") for line in lines)
    assert sum(".message.de" in line or ".note.de" in line for line in lines) == 54
    assert not (tmp_path / "out").exists()
