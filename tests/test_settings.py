"""`rules:` sets how findings count, in the whole catalog and in a language."""

import json
import sys
from pathlib import Path

import pytest
from catalogs import SMALL, findings, found, model
from conftest import cli, run

import error_catalog
from error_catalog import CatalogError
from error_catalog.coverage import coverage
from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse
from error_catalog.rules import every_rule
from error_catalog.rules.pages import page

WRONG = """
package: shop_errors
source_language: en
languages:
  en: {RULES_EN}
  de: {RULES_DE}
  sv: {RULES_SV}
RULES
errors:
  1: {name: OLD, message: {en: "It is too old. Make a new one.", de: "Zu alt.", sv: "För gammal."}}
  2: {name: NEW, message: {en: "New &amp; good", de: "Neu und gut", sv: "Ny och bra"}}
"""


def wrong(everywhere: str = "", en: str = "", de: str = "", sv: str = "") -> str:
    """Return a catalog in which C17 finds something in de and sv, and C05 in en."""
    settings = {"RULES_EN": en, "RULES_DE": de, "RULES_SV": sv}
    text = WRONG
    for name, value in settings.items():
        text = text.replace(f"{{{name}}}", f"{{rules: {value}}}" if value else "{}")
    return text.replace("RULES", f"rules: {everywhere}" if everywhere else "")


def counted(text: str) -> dict[str, str]:
    """Return the severity of each finding by its rule and language."""
    return {f"{finding.rule} {finding.where[-2:]}": finding.severity for finding in findings(text)}


SETTABLE = [rule for rule in every_rule() if not rule.is_fixed]
DEFAULT = {"C17 de": "hint", "C17 sv": "hint", "C05 en": "error"}
FAILING = {"C17 de": "error", "C17 sv": "error", "C05 en": "error"}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, DEFAULT),
        ({"everywhere": "{C17: error}", "de": "{C17: hint}"}, FAILING | {"C17 de": "hint"}),
        ({"everywhere": "{sentence-count: off}"}, {"C05 en": "error"}),
        ({"de": "{C17: off}"}, {"C17 sv": "hint", "C05 en": "error"}),
        ({"de": "{sentence-count: hint}", "en": "{C05: hint}"}, {**DEFAULT, "C17 de": "hint", "C05 en": "hint"}),
        ({"everywhere": "{C17: off, C05: off}", "sv": "{C17: error}"}, {"C17 sv": "error"}),
        ({"everywhere": "{C17: hint}", "sv": "{C17: off}"}, {"C17 de": "hint", "C05 en": "error"}),
        ({"everywhere": "{C17: error}", "de": "{C17: error}"}, FAILING),
    ],
    ids=str,
)  # fmt: skip
def test_findings_count_as_the_language_says_or_else_as_the_catalog_says(settings: dict, expected: dict):
    assert counted(wrong(**settings)) == expected


def test_a_setting_that_repeats_the_default_is_fine():
    """For every rule that can be set, and each of the three values: no finding is about the setting."""
    for value in ("error", "hint", "off"):
        for names in ([rule.id for rule in SETTABLE], [rule.name for rule in SETTABLE]):
            settings = ", ".join(f"{name}: {value}" for name in names)
            assert [line for line in found(SMALL + f"rules: {{{settings}}}\n") if " S17 " in line] == []


@pytest.mark.parametrize(
    ("settings", "places"),
    [
        ({"everywhere": "{C99: off}"}, ["8:9 S17 rules"]),
        ({"everywhere": "{sentence_count: off}"}, ["8:9 S17 rules"]),
        ({"everywhere": "{S04: off}"}, ["8:9 S17 rules"]),
        ({"everywhere": "{yaml: hint}"}, ["8:9 S17 rules"]),
        ({"everywhere": "{P01: off}"}, ["8:9 S17 rules"]),
        ({"everywhere": "{C17: hint, sentence-count: off}"}, ["8:20 S17 rules"]),
        ({"everywhere": "{C17: of}"}, ["8:14 S01 rules.C17"]),
        ({"everywhere": "{C17: false}"}, ["8:14 S01 rules.C17"]),
        ({"everywhere": "[C17]"}, ["8:8 S01 rules"]),
        ({"everywhere": "{C17: {de: off}}"}, ["8:14 S01 rules.C17"]),
        ({"de": "{C98: off}"}, ["6:16 S17 languages.de.rules"]),
        ({"de": "{error-names: off}"}, ["6:16 S17 languages.de.rules"]),
        ({"de": "{F01: off}"}, ["6:16 S17 languages.de.rules"]),
        ({"en": "{C17: hint}"}, ["5:16 S17 languages.en.rules"]),
        ({"sv": "{C17: never}"}, ["7:21 S01 languages.sv.rules.C17"]),
    ],
    ids=str,
)
def test_a_setting_that_cannot_be_used_is_a_finding_at_its_place(settings: dict, places: list[str]):
    """An unknown rule or value, a rule that cannot be set, one that is set twice, and one without effect."""
    assert [line for line in found(wrong(**settings)) if " C" not in line] == places


@pytest.mark.parametrize(
    ("written", "meant"),
    [("C177", "C17"), ("c17", "C17"), ("Sentence-Count", "sentence-count"), ("sentence_counts", "sentence-count")],
)
def test_the_nearest_rule_is_named(written: str, meant: str):
    (finding,) = [one for one in findings(wrong(f"{{{written}: off}}")) if one.rule == "S17"]
    assert meant in finding.message


def test_structural_findings_stay_errors():
    """Whatever the settings say, and so does a text that is missing in the source language."""
    broken = SMALL.replace('en: "Out of stock", ', "") + "rules: {C01: off, S02: off}\n"
    assert {(finding.rule, finding.severity) for finding in findings(broken)} >= {("C01", "error"), ("S17", "error")}
    empty = SMALL.replace('"Out of stock"', '{text: "", accept: {C01: "none"}}') + "rules: {C01: hint}\n"
    assert ("C01", "error") in {(finding.rule, finding.severity) for finding in findings(empty)}
    with pytest.raises(CatalogError):
        error_catalog.generate(catalog_of(parse(empty, "errors.yaml")))


def test_an_exception_from_a_rule_that_is_off_is_no_finding():
    """A rule that is off for a while does not make people remove exceptions."""
    accepted = SMALL.replace('"Nicht auf Lager"', '{text: "Nicht auf Lager", accept: {C05: "shown as HTML"}}')
    assert [line.split()[1] for line in found(accepted)] == ["S06"]
    assert found(accepted + "rules: {C05: off}\n") == []
    assert [line.split()[1] for line in found(accepted + "rules: {C05: hint}\n")] == ["S06"]


def test_the_library_generates_what_has_only_hints():
    catalog = catalog_of(parse(wrong("{C17: hint, C05: hint}"), "errors.yaml"))
    assert {finding.severity for finding in error_catalog.check(catalog)} == {"hint"}
    assert "catalog.json" in error_catalog.generate(catalog)
    assert error_catalog.generate(model(wrong("{C17: off, C05: off}")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "errors.yaml").write_text(wrong("{C17: hint, C05: off}", sv="{C17: error}"), "utf-8")
    return tmp_path


@pytest.mark.slow
def test_severity_comes_out_in_every_format_and_in_the_exit_status(folder: Path):
    def check(format: str) -> tuple[int, str]:
        ran = cli("check", "--catalog", "errors.yaml", "--format", format, cwd=folder)
        return ran.returncode, ran.stderr if format == "text" else ran.stdout

    status, text = check("text")
    assert (status, [line.endswith(" (hint)") for line in text.splitlines()[:-1]]) == (1, [True, False])
    entries = [json.loads(line) for line in check("json")[1].splitlines()]
    assert [(entry["language"], entry["severity"]) for entry in entries] == [("de", "hint"), ("sv", "error")]
    assert [line.split()[0] for line in check("github")[1].splitlines()] == ["::warning", "::error"]
    assert [result["level"] for result in json.loads(check("sarif")[1])["runs"][0]["results"]] == ["note", "error"]
    assert cli("--catalog", "errors.yaml", cwd=folder).returncode == 1
    assert not (folder / "generated").exists()
    (folder / "errors.yaml").write_text(wrong("{C17: hint, C05: off}"), "utf-8")
    assert cli("--catalog", "errors.yaml", cwd=folder).returncode == 0
    assert check("text")[0] == 0


@pytest.mark.slow
def test_generated_files_that_are_not_committed_can_be_left_out_of_a_check(folder: Path):
    text = wrong("{C17: off, C05: off, F01: SETTING}")
    for setting, status, count in (("error", 1, 1), ("hint", 0, 1), ("off", 0, 0)):
        (folder / "errors.yaml").write_text(text.replace("SETTING", setting), "utf-8")
        ran = cli("check", "--catalog", "errors.yaml", "--format", "json", cwd=folder)
        assert (ran.returncode, ran.stdout.count('"F01"')) == (status, count)


@pytest.mark.slow
def test_rules_are_listed_as_a_catalog_sets_them(folder: Path):
    """Also those about files: every rule, with its default or with what the catalog says."""
    listed = {line[:3]: line for line in cli("rules").stdout.splitlines()}
    assert listed.keys() == {rule.id for rule in every_rule()} >= {"Y01", "P01", "F01", "S17", "S18"}
    assert all(line.endswith(f" ({rule.severity})") for rule in every_rule() for line in [listed[rule.id]])
    ran = cli("rules", "--catalog", "errors.yaml", cwd=folder)
    here = {line[:3]: line for line in ran.stdout.splitlines()}
    assert here["C17"].endswith(" (hint; sv: error)")
    assert here["C05"].endswith(" (off)")
    assert here["C03"].endswith(" (error)")
    assert cli("rules", "--catalog", "none.yaml", cwd=folder).returncode == 1
    shown = cli("rules", "sentence-count", "--catalog", "errors.yaml", cwd=folder).stdout
    assert shown.startswith("C17  sentence-count\n")
    assert "errors.yaml: hint; sv: error" in shown


@pytest.mark.slow
def test_a_rule_that_is_off_is_listed_as_not_checked(folder: Path):
    ran = cli("check", "--catalog", "errors.yaml", cwd=folder)
    unchecked = {line.split()[0]: line.split()[7:] for line in ran.stdout.splitlines()[1:]}
    assert all("C05" in ids and "C17" not in ids for ids in unchecked.values())


@pytest.mark.slow
def test_a_rule_without_its_library_is_listed_as_not_checked(folder: Path):
    """As if py3langid were not installed: the message says what to install, and nothing fails because of it."""
    without = (
        "import importlib.abc, sys\n"
        "class Without(importlib.abc.MetaPathFinder):\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name.partition('.')[0] == 'py3langid':\n"
        "            raise ModuleNotFoundError(name)\n"
        "import importlib.util\n"
        "real = importlib.util.find_spec\n"
        "importlib.util.find_spec = lambda name, *rest: None if name == 'py3langid' else real(name, *rest)\n"
        "sys.meta_path.insert(0, Without())\n"
        "from error_catalog.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    (folder / "errors.yaml").write_text(wrong("{C17: hint, C05: off}"), "utf-8")
    ran = run(sys.executable, "-c", without, "check", "--catalog", "errors.yaml", cwd=folder)
    rows = [line.split() for line in ran.stdout.splitlines() if line.startswith(("en ", "de ", "sv "))]
    assert len(rows) == 3
    assert all("C36" in row for row in rows)
    assert "C36" in ran.stderr
    assert "error-catalog[language]" in ran.stderr
    (folder / "errors.yaml").write_text(wrong("{C17: hint, C05: off, C36: off}"), "utf-8")
    assert "C36" not in run(sys.executable, "-c", without, "check", "--catalog", "errors.yaml", cwd=folder).stderr


def test_a_language_that_a_rule_does_not_know_is_listed():
    """Its data or its library have nothing about the language; the source language needs no data about addresses."""
    whole = catalog_of(parse(SMALL.replace("de: ", "yue: "), "errors.yaml"))
    unchecked = {row.language: row.unchecked for row in coverage(whole)}
    assert {"C29", "C40"} <= set(unchecked["yue"])
    assert "C40" not in unchecked["en"]
    assert "C36" not in unchecked["en"]


def test_every_rule_has_a_page():
    for rule in every_rule():
        one = page(rule)
        assert one.id == rule.id
        assert one.summary
        assert one.settings
        assert not [line for line in one.explanation.splitlines() if line.startswith(("wrong:", "right:"))]
        if rule.id.startswith("C") and rule.severity == "error":
            assert one.wrong
            assert one.right
