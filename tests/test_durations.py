"""Times of limits and recoveries are words: in the language of the reader, in PO files, and for a catalog to change."""

import html
import sys
from pathlib import Path

import pytest
from catalogs import found, made, model
from conftest import cli, run

CATALOG = """\
package: timed_errors
source_language: en
outputs: [package, gettext, json, docs]
languages: {en: {}, fr: {}, ja: {complete: false}}
recoveries:
  wait:
    resend: unchanged
    wait: {minutes: 1, seconds: 30}
    advice: {en: "Wait", fr: "Attendez"}
errors:
  1:
    name: TOO_OFTEN
    recovery: wait
    limit: {calls: 5, hours: 0.5}
    message: {en: "More than 5 calls in 0.5 hours", fr: "Plus de 5 appels en 0,5 heure"}
"""
OWN = 'texts: {seconds_30: {en: "Half a minute", fr: "Une demi-minute"}}\n'

SPACES = str.maketrans("\u00a0\u202f", "  ")


def explained(folder: Path, language: str) -> str:
    ran = run(sys.executable, "-m", "timed_errors", "1", "--language", language, cwd=folder)
    return ran.stdout.translate(SPACES)


@pytest.mark.parametrize(
    ("language", "limit", "wait"),
    [
        ("en", "0.5 hours", "1 minute, 30 seconds"),
        ("fr", "0,5 heure", "1 minute, 30 secondes"),
        ("ja", "0.5 時間", "1 分、30 秒"),
    ],
)
def test_times_are_in_the_language_of_the_reader(tmp_path, language, limit, wait):
    """In the command and on the page of the code, alike."""
    folder = made(model(CATALOG), tmp_path)
    shown = explained(folder, language)
    page = html.unescape((folder / f"docs/{language}/codes/1.md").read_text("utf-8")).translate(SPACES)
    assert [text for text in (limit, wait) if text not in shown] == []
    assert [text for text in (limit, wait) if text not in page] == []


def test_a_catalog_can_say_a_time_in_its_own_words(tmp_path):
    text = CATALOG.replace("recoveries:", OWN + "recoveries:")
    folder = made(model(text), tmp_path)
    assert "1 minute, Half a minute" in explained(folder, "en")
    assert "1 minute, Une demi-minute" in explained(folder, "fr")
    assert "Une demi-minute" in (folder / "docs/fr/codes/1.md").read_text("utf-8")


def test_a_time_that_the_catalog_does_not_name_is_not_a_word():
    text = CATALOG.replace("recoveries:", OWN.replace("seconds_30", "seconds_31") + "recoveries:")
    assert [one.split(" ", 1)[1] for one in found(text)] == ["S14 texts.seconds_31"]


def test_translators_can_change_a_time(tmp_path):
    """It is filled in for them, and what they write differently comes into the YAML."""
    path = tmp_path / "errors.yaml"
    path.write_text(CATALOG, "utf-8")
    assert cli("--catalog", path, "--output", tmp_path / "out").returncode == 0
    po = (tmp_path / "out/gettext/fr.po").read_text("utf-8")
    entry = 'msgctxt "texts.hours_0_5"\nmsgid "0.5 hours"\nmsgstr "0,5\u00a0heure"\n'
    assert entry in po
    (tmp_path / "fr.po").write_text(po.replace(entry, entry.replace("0,5\u00a0heure", "0,5 h")), "utf-8")
    imported = cli("--catalog", path, "import", "fr", tmp_path / "fr.po")
    assert imported.returncode == 0, imported.stderr
    assert cli("--catalog", path, "--output", tmp_path / "out").returncode == 0
    assert "0,5 h" in explained(tmp_path / "out", "fr")
    assert "0.5 hours" in explained(tmp_path / "out", "en")
    assert "0.5 時間" in explained(tmp_path / "out", "ja")
