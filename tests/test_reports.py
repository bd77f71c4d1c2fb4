"""Findings as people, programs and GitHub read them."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from catalogs import SMALL, made
from conftest import ROOT, cli
from terminal import on_terminal, script

import error_catalog

WRONG = """\
package: shop_errors
source_language: en
languages: {en: {}, de: {}}
categories: {stock: {en: "Stock", de: "Lager TODO"}}
recoveries: {later: {resend: unchanged, advice: {en: "Try it later", de: "Später TODO"}}}
errors:
  1:
    name: OUT_OF_STOCK
    category: stock
    recovery: later
    limit: {calls: 10}
    message: {en: "Out of stock", de: {text: "Nicht da TODO"}}
    note: {en: "Order again"}
    retired: {since: "2.0", reason: {en: "Never sent", de: "Nie gesendet TODO"}}
  2: {name: CLOSED, nam: x, message: {en: "Closed", de: "Zu"}}
"""


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A folder with a catalog that has findings of several kinds."""
    (tmp_path / "errors.yaml").write_text(WRONG, "utf-8")
    return tmp_path


def check(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return cli("check", "--catalog", "errors.yaml", *options, cwd=folder)


def test_json_is_an_object_per_line_and_finding(wrong: Path):
    ran = check(wrong, "--format", "json")
    assert (ran.returncode, ran.stderr) == (1, "")
    findings = [json.loads(line) for line in ran.stdout.splitlines()]
    keys = ("rule", "where", "code", "field", "language", "severity", "path")
    assert [tuple(finding[key] for key in keys) for finding in findings] == [
        ("C02", "categories.stock.de", None, None, "de", "error", "errors.yaml"),
        ("C02", "recoveries.later.advice.de", None, None, "de", "error", "errors.yaml"),
        ("C04", "1.limit.calls", "1", "limit", None, "error", "errors.yaml"),
        ("C02", "1.message.de", "1", "message", "de", "error", "errors.yaml"),
        ("C01", "1.note.de", "1", "note", "de", "error", "errors.yaml"),
        ("C02", "1.retired.reason.de", "1", "retired.reason", "de", "error", "errors.yaml"),
        ("S01", "2", "2", "nam", None, "error", "errors.yaml"),
    ]
    first = findings[0]
    assert (first["line"], first["column"]) == (4, 39)
    assert first["text"][first["start"] : first["end"]] == "TODO"
    assert all(finding["message"] and finding["name"] for finding in findings)
    assert len({frozenset(finding) for finding in findings}) == 1


def test_json_of_files_that_are_out_of_date(tmp_path: Path):
    (tmp_path / "errors.yaml").write_text(SMALL, "utf-8")
    made(error_catalog.read(tmp_path / "errors.yaml"), tmp_path / "generated")
    (tmp_path / "generated/catalog.json").write_text("{}")
    ran = check(tmp_path, "--only", "json", "--format", "json")
    assert (ran.returncode, ran.stderr) == (1, "")
    (finding,) = map(json.loads, ran.stdout.splitlines())
    assert (finding["rule"], finding["path"], finding["where"]) == ("F01", "generated/catalog.json", "catalog.json")
    assert (finding["code"], finding["language"], finding["text"]) == (None, None, None)


def test_github_shows_findings_at_their_lines(wrong: Path):
    """As workflow commands, whose properties have commas, colons, percent signs and line ends escaped."""
    (wrong / "errors.yaml").rename(wrong / "a,b:c%.yaml")
    ran = cli("check", "--catalog", "a,b:c%.yaml", "--format", "github", cwd=wrong)
    assert (ran.returncode, ran.stderr) == (1, "")
    pattern = r"::error file=a%2Cb%3Ac%25\.yaml,line=(\d+),col=\d+,title=([A-Z]\d\d)::(\S+): .+"
    found = [re.fullmatch(pattern, line) for line in ran.stdout.splitlines()]
    shown = [match.groups() for match in found if match]
    assert shown[0] == ("4", "C02", "categories.stock.de")
    assert len(shown) == len(found) == 7


def test_findings_of_a_file_that_cannot_be_read_have_the_format_too(tmp_path: Path):
    ran = check(tmp_path, "--format", "json")
    assert (ran.returncode, ran.stderr) == (1, "")
    assert [json.loads(line)["rule"] for line in ran.stdout.splitlines()] == ["Y01"]


def test_hints_do_not_fail_and_are_marked(tmp_path: Path):
    spelled = '  2: {name: BAD_PAGE, message: {en: "Bad website", de: "Falsche Webseite"}}\n'
    otherwise = '  3: {name: NO_PAGE, message: {en: "No website here", de: "Hier ist keine Web-Seite"}}\n'
    (tmp_path / "errors.yaml").write_text(SMALL + spelled + otherwise, "utf-8")
    made(error_catalog.read(tmp_path / "errors.yaml"), tmp_path / "generated")
    ran = check(tmp_path)
    assert ran.returncode == 0
    assert [line for line in ran.stderr.splitlines()[:-1] if not line.endswith(" (hint)")] == []
    hints = [json.loads(line) for line in check(tmp_path, "--format", "json").stdout.splitlines()]
    assert hints
    assert {hint["severity"] for hint in hints} == {"hint"}
    assert check(tmp_path, "--format", "github").stdout.count("::warning ") == len(hints)


@pytest.mark.parametrize(
    ("environment", "has_colours"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
    ids=["terminal", "NO_COLOR", "dumb terminal"],
)
def test_colours_follow_the_terminal(wrong: Path, environment: dict[str, str], has_colours: bool):
    """The part of a text that is at fault is marked, with signs if colours are not wanted."""
    shown = on_terminal(script("", "check", "--catalog", "errors.yaml"), wrong, **environment)
    assert ("\x1b[" in shown) == has_colours
    assert ("Nicht da >>TODO<<" in shown) == (not has_colours)
    assert "\x1b[" not in check(wrong).stderr


def sarif(folder: Path, *options: str) -> dict:
    ran = check(folder, *options, "--format", "sarif")
    assert (ran.returncode, ran.stderr) == (1, "")
    log = json.loads(ran.stdout)
    assert log["version"] == "2.1.0"
    (one,) = log["runs"]
    return one


def test_sarif_has_every_finding_with_its_rule_and_region(wrong: Path):
    """The rules of the log are those of `error-catalog rules`, and each result refers to one of them."""
    one = sarif(wrong)
    plain = [json.loads(line) for line in check(wrong, "--format", "json").stdout.splitlines()]
    rules = one["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [line[:3] for line in cli("rules").stdout.splitlines()]
    assert all(rule["name"] and rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)
    assert {rule["defaultConfiguration"]["level"] for rule in rules} == {"error", "note"}
    assert len(one["results"]) == len(plain)
    for result, finding in zip(one["results"], plain, strict=True):
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        assert result["ruleId"] == finding["rule"] == rules[result["ruleIndex"]]["id"]
        assert result["level"] == {"error": "error", "hint": "note"}[finding["severity"]]
        assert physical["artifactLocation"] == {"uri": "errors.yaml"}
        assert physical["region"] == {"startLine": finding["line"], "startColumn": finding["column"]}
        assert location["logicalLocations"] == [{"fullyQualifiedName": finding["where"]}]
        assert finding["message"] in result["message"]["text"]
    assert len({result["partialFingerprints"]["finding/v1"] for result in one["results"]}) == len(plain)


def test_columns_in_sarif_are_those_of_utf_16(tmp_path: Path):
    """As code scanning services count them, also behind characters of two units."""
    line = '    message: {en: "🛒🛒 Out of stock", de: "🛒 Nicht da TODO"}'
    (tmp_path / "errors.yaml").write_text(
        SMALL.replace('    message: {en: "Out of stock", de: "Nicht auf Lager"}', line)
    )
    one = sarif(tmp_path)
    assert one["columnKind"] == "utf16CodeUnits"
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in one["results"]]
    column = len(line[: line.index('"🛒 N')].encode("utf-16-le")) // 2 + 1
    assert {"startLine": 8, "startColumn": column} in regions


def test_the_fingerprints_of_sarif_do_not_depend_on_lines(wrong: Path):
    before = [result["partialFingerprints"] for result in sarif(wrong)["results"]]
    (wrong / "errors.yaml").write_text(f"# a comment\n{WRONG}", "utf-8")
    assert [result["partialFingerprints"] for result in sarif(wrong)["results"]] == before


def test_addresses_in_sarif(wrong: Path):
    """They are relative to the current folder, with what an address cannot have escaped; others are absolute."""
    folder = wrong / "a b#ü"
    folder.mkdir()
    (wrong / "errors.yaml").rename(folder / "100%?.yaml")

    def uris(catalog: Path | str, cwd: Path) -> set[str]:
        ran = cli("check", "--catalog", catalog, "--format", "sarif", cwd=cwd)
        results = json.loads(ran.stdout)["runs"][0]["results"]
        return {place["physicalLocation"]["artifactLocation"]["uri"] for one in results for place in one["locations"]}

    assert uris("a b#ü/100%?.yaml", wrong) == {"a%20b%23%C3%BC/100%25%3F.yaml"}
    assert uris(folder / "100%?.yaml", wrong) == {"a%20b%23%C3%BC/100%25%3F.yaml"}
    (outside,) = uris(folder / "100%?.yaml", ROOT)
    assert outside == (folder / "100%?.yaml").as_uri()


def test_sarif_without_findings_has_no_results(tmp_path: Path):
    (tmp_path / "errors.yaml").write_text(SMALL, "utf-8")
    assert cli("--catalog", "errors.yaml", cwd=tmp_path).returncode == 0
    ran = check(tmp_path, "--format", "sarif")
    assert (ran.returncode, json.loads(ran.stdout)["runs"][0]["results"]) == (0, [])


def test_a_missing_output_folder_is_one_finding(tmp_path: Path):
    """Also one that is empty but for hidden files."""
    (tmp_path / "errors.yaml").write_text(SMALL, "utf-8")
    for content in (None, ".git/config"):
        if content:
            (tmp_path / "generated" / content).parent.mkdir(parents=True)
            (tmp_path / "generated" / content).touch()
        lines = check(tmp_path, "--format", "json").stdout.splitlines()
        assert [(entry["rule"], entry["path"]) for entry in map(json.loads, lines)] == [("F01", "generated")]
