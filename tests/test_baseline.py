"""The baseline: findings of a day that are not reported until the text that they are about changes."""

import json
import signal
import sys
from pathlib import Path

import pytest
from conftest import cli, run, run_with_small_files
from translators import po

import error_catalog
from error_catalog import CatalogError, Finding
from error_catalog.baseline import record

INHERITED = """
package: shop_errors
source_language: en
languages: {en: {}, de: {}, sv: {}}
rules: {C17: error}
glossary: {shop: {de: {use: Laden}}}
errors:
  1:
    name: OLD
    message: {en: "It is too old. Make a new one.", de: "Zu alt.", sv: {text: "För gammal."}}
  2: {name: GONE, message: {en: "The shop and all is gone", de: "Das &amp; alles ist weg"}}
  3: {name: GOOD, limit: {days: 30}, message: {en: "It is good", de: "Es ist gut", sv: "Den är bra"}}
"""
KNOWN = ["C04 3.limit.days", "C17 1.message.de", "C17 1.message.sv", "C01 2.message.sv"]
KNOWN += ["C05 2.message.de", "C13 2.message.de"]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalog in the current folder, with findings of several kinds."""
    monkeypatch.chdir(tmp_path)
    path = Path("errors.yaml")
    path.write_text(INHERITED, "utf-8")
    return path


@pytest.fixture
def baseline(path: Path) -> Path:
    """Its baseline."""
    assert sorted(named(path)) == sorted(KNOWN)
    assert record(error_catalog.read(path)) == (len(KNOWN), len(KNOWN), 0)
    return Path("baseline.json")


def found(path: Path) -> list[Finding]:
    return error_catalog.check(error_catalog.read(path))


def named(path: Path) -> list[str]:
    """Return the findings in a catalog, but for the hint that the baseline is outdated."""
    return [f"{finding.rule} {finding.where}" for finding in found(path) if finding.rule != "S18"]


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def test_what_is_known_is_not_reported(baseline: Path, path: Path):
    """And the catalog can be generated."""
    assert found(path) == []
    assert "catalog.json" in error_catalog.generate(error_catalog.read(path))


def test_it_has_a_line_per_finding_with_its_text_and_for_comparisons_the_source_text(baseline: Path):
    """In an order that has nothing to do with that of the catalog."""
    lines = baseline.read_text("utf-8").splitlines()[4:-2]
    entries = [json.loads(line.removesuffix(",")) for line in lines]
    assert sorted(f"{entry['rule']} {entry['where']}" for entry in entries) == sorted(KNOWN)
    assert entries == sorted(entries, key=lambda entry: (entry["where"], entry["rule"]))
    of = {f"{entry['rule']} {entry['where']}": entry for entry in entries}
    assert (of["C17 1.message.sv"]["text"], of["C17 1.message.sv"]["source"]) == (
        "För gammal.",
        "It is too old. Make a new one.",
    )
    assert "source" not in of["C05 2.message.de"]
    assert of["C04 3.limit.days"]["text"] == "30"
    assert "text" not in of["C01 2.message.sv"]


@pytest.mark.parametrize(
    ("before", "after", "returns"),
    [
        ('de: "Zu alt."', 'de: "Viel zu alt."', ["C17 1.message.de"]),
        ('sv: {text: "För gammal."}', 'sv: "För gammal"', ["C17 1.message.sv"]),
        ("Make a new one.", "Please make a new one.", ["C17 1.message.de", "C17 1.message.sv"]),
        ("Das &amp; alles", "Dies &amp; alles", ["C05 2.message.de", "C13 2.message.de"]),
        ("days: 30", "days: 31", ["C04 3.limit.days"]),
        ("  3: {name", "  4: {name", ["C04 4.limit.days"]),
        ("Es ist gut", "Es ist  gut", ["C07 3.message.de"]),
        ("glossary: {", 'glossary: {too old: {sv: {use: "gammalmodig"}}, ', ["C13 1.message.sv"]),
    ],
)
def test_each_returns_as_soon_as_its_text_changes(
    before: str, after: str, returns: list[str], baseline: Path, path: Path
):
    """And nothing else, wherever it stands; a new finding in a text that has not changed is reported as well."""
    edit(path, before, after)
    assert named(path) == returns
    with pytest.raises(CatalogError):
        error_catalog.generate(error_catalog.read(path))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("errors:\n", "errors:\n\n# moved down\n"),
        ('sv: {text: "För gammal."}', 'sv: "För gammal."'),
        ("It is good", "All is good"),
        ("  2: {", "  # as published\n  2: {"),
    ],
)
def test_nothing_returns_if_its_text_stays(before: str, after: str, baseline: Path, path: Path):
    edit(path, before, after)
    assert found(path) == []


def test_a_second_finding_of_the_same_kind_in_the_same_text_is_new(path: Path):
    """One is known, so one of two is reported."""
    path.write_text(INHERITED.replace("glossary: {", "glossary: {gone: {de: {use: fort}}, "), "utf-8")
    record(error_catalog.read(path))
    edit(path, "glossary: {", "glossary: {all: {de: {use: sämtliches}}, ")
    assert named(path) == ["C13 2.message.de"]


def test_what_is_gone_is_a_hint_until_the_baseline_is_renewed(baseline: Path, path: Path):
    edit(path, 'de: "Zu alt."', 'de: "Zu alt. Nimm ein neues."')
    (finding,) = found(path)
    assert (finding.rule, finding.severity, finding.path) == ("S18", "hint", "baseline.json")
    line = baseline.read_text("utf-8").splitlines()[finding.place.line - 1]
    assert '"C17"' in line
    assert '"1.message.de"' in line
    assert error_catalog.generate(error_catalog.read(path))
    assert record(error_catalog.read(path)) == (len(KNOWN) - 1, 0, 1)
    assert found(path) == []


def test_a_baseline_that_was_formatted_otherwise_is_the_same(baseline: Path, path: Path):
    baseline.write_text(json.dumps(json.loads(baseline.read_text("utf-8")), indent=8), "utf-8")
    assert found(path) == []
    edit(path, "days: 30", "weeks: 30")
    hint = next(finding for finding in found(path) if finding.rule == "S18")
    lines = baseline.read_text("utf-8").splitlines()[hint.place.line - 1 :]
    assert "3.limit.days" in "".join(lines[:5])


def test_without_findings_there_is_no_baseline(baseline: Path, path: Path):
    path.write_text(
        INHERITED.partition("  1:")[0] + '  1: {name: A, message: {en: "Closed", de: "Zu", sv: "Stängt"}}\n'
    )
    assert record(error_catalog.read(path)) == (0, 0, len(KNOWN))
    assert not baseline.exists()
    assert record(error_catalog.read(path)) == (0, 0, 0)


def test_hints_and_exceptions(path: Path):
    """Hints are recorded too, and stay known if their rule is an error; exceptions stay exceptions."""
    edit(path, "C17: error", "C17: hint")
    edit(path, '{text: "För gammal."}', '{text: "För gammal.", accept: {C17: "short"}}')
    assert record(error_catalog.read(path)).known == len(KNOWN) - 1
    edit(path, "C17: hint", "C17: error")
    assert found(path) == []
    edit(path, ', accept: {C17: "short"}', "")
    assert named(path) == ["C17 1.message.sv"]


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("name: OLD", "name: class", "S02"),
        ("  3: {name: GOOD", "  3: {nam: GOOD", "S01"),
        ('en: "It is good", ', "", "C01"),
        ('{text: "För gammal."}', '{text: "För gammal.", accept: {C05: "why"}}', "S06"),
    ],
)
def test_what_is_not_a_catalog_cannot_be_in_a_baseline(before: str, after: str, rule: str, path: Path):
    """Nothing is written then; and in one that exists, such findings are reported."""
    edit(path, before, after)
    with pytest.raises(CatalogError) as refused:
        record(error_catalog.read(path))
    assert {finding.rule for finding in refused.value.findings} == {rule}
    assert sorted(entry.name for entry in Path().iterdir()) == ["errors.yaml"]


def test_structural_findings_are_reported_beside_a_baseline(baseline: Path, path: Path):
    edit(path, "name: OLD", "name: class")
    edit(path, 'en: "It is good", ', "")
    assert {"S02 1.name", "C01 3.message.en"} <= set(named(path))
    assert not [finding for finding in found(path) if finding.rule == "S18"]


DAMAGED = {
    "empty": ("", "1:1"),
    "not JSON": ('{"format": 1,\n "package": }', "2:13"),
    "a conflict": ('{\n  "format": 1,\n<<<<<<< HEAD\n', "3:1"),
    "not UTF-8": ("\udcff", "1:1"),
    "another file": ('{"name": "app", "version": "1.0"}', "1:1"),
    "a list": ("[]", "1:1"),
    "a later format": ('{"format": 2, "package": "shop_errors", "findings": []}', "1:12"),
    "no package": ('{"format": 1, "findings": []}', "1:1"),
    "findings by code": ('{"format": 1, "package": "shop_errors", "findings": {"1": []}}', "1:53"),
    "more": ('{"format": 1, "package": "shop_errors",\n "findings": [], "more": 1}', "2:26"),
    "a finding without a rule": (
        '{"format": 1, "package": "shop_errors", "findings": [\n{"where": "a"}]}',
        "2:1",
    ),
    "a finding with more": (
        '{"format": 1, "package": "shop_errors", "findings": [\n{"rule": "C01", "where": "a", "line": "1"}]}',
        "2:1",
    ),
    "a number for a text": (
        '{"format": 1, "package": "shop_errors", "findings": [\n{"rule": "C01", "where": "a", "text": 7}]}',
        "2:39",
    ),
    "deep": ("[" * 100_000, "1:1"),
    "long numbers": ('{"format": ' + "9" * 5_000 + "}", "1:1"),
    "a key twice": ('{"format": 1, "format": 1}', "1:15"),
    "a structural rule": (
        '{"format": 1, "package": "shop_errors", "findings": [\n{"rule": "S01", "where": "a"}]}',
        "2:10",
    ),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_baseline_is_the_finding(name: str, path: Path):
    """At its place; nothing is generated, nothing is overwritten, and the known findings do not bury it."""
    content, place = DAMAGED[name]
    Path("baseline.json").write_text(content, "utf-8", errors="surrogateescape")
    (finding,) = found(path)
    assert (finding.rule, finding.severity, finding.path) == ("S18", "error", "baseline.json")
    assert f"{finding.place.line}:{finding.place.column}" == place
    for use in (error_catalog.generate, record):
        with pytest.raises(CatalogError) as refused:
            use(error_catalog.read(path))
        assert refused.value.findings == [finding]
    assert Path("baseline.json").read_text("utf-8", errors="surrogateescape") == content


def test_the_baseline_of_another_catalog_has_no_effect(baseline: Path, path: Path):
    """Two catalogs in one folder: the second one is told, and does not overwrite it."""
    before = baseline.read_bytes()
    other = Path("other.yaml")
    other.write_text(INHERITED.replace("shop_errors", "other_errors"), "utf-8")
    assert sorted(named(other)) == sorted(KNOWN)
    assert [finding.severity for finding in found(other) if finding.rule == "S18"] == ["hint"]
    with pytest.raises(CatalogError):
        record(error_catalog.read(other))
    assert baseline.read_bytes() == before


def test_texts_of_any_characters(path: Path):
    """They come back whole, and those that nobody sees are escapes in the file."""
    strange = 'a\u202e  "b" \\\\ \u200b\U0001f600\U000e0001 &amp;'
    edit(path, '"Den är bra"', json.dumps(strange, ensure_ascii=False))
    assert record(error_catalog.read(path)).known > len(KNOWN)
    assert found(path) == []
    assert Path("baseline.json").read_text("utf-8").replace("\n", "").isprintable()


@pytest.mark.slow
def test_the_command(path: Path, tmp_path: Path):
    """A first output from inherited texts, and from then on a build that refuses only what is new."""
    options = ("--catalog", "errors.yaml")
    assert cli(*options, cwd=tmp_path).returncode == 1
    recorded = cli("baseline", *options, cwd=tmp_path)
    assert (recorded.returncode, recorded.stderr) == (0, "")
    assert "6 known findings, 6 added, 0 removed" in recorded.stdout
    generated = cli(*options, cwd=tmp_path)
    assert generated.returncode == 0
    checked = cli("check", *options, cwd=tmp_path)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "6 known findings in baseline.json" in checked.stdout
    edit(path, 'de: "Zu alt."', 'de: "Sehr alt."')
    checked = cli("check", *options, cwd=tmp_path)
    assert checked.returncode == 1
    assert [line.split()[1:3] for line in checked.stderr.splitlines()[:-1]] == [
        ["S18", "baseline:"],
        ["C17", "1.message.de:"],
    ]
    assert "5 known findings" in checked.stdout
    assert cli(*options, cwd=tmp_path).returncode == 1


@pytest.mark.slow
def test_an_import_takes_what_the_baseline_knows_and_refuses_what_is_new(baseline: Path, path: Path, tmp_path: Path):
    same = po(tmp_path, "sv", "1.message|It is too old. Make a new one.|För gammal.")
    edit(path, "För gammal.", "För gammalt.")
    taken = cli("import", "sv", same, "--catalog", "errors.yaml", cwd=tmp_path)
    assert (taken.returncode, taken.stderr) == (0, "")
    new = po(tmp_path, "sv", "1.message|It is too old. Make a new one.|Alldeles för gammal.")
    refused = cli("import", "sv", new, "--catalog", "errors.yaml", cwd=tmp_path)
    assert refused.returncode == 1
    assert ": C17 1.message.sv: " in refused.stderr
    baseline.write_text("{}")
    assert "baseline.json:1:1: S18" in cli("import", "sv", new, "--catalog", "errors.yaml", cwd=tmp_path).stderr


COMMAND = [sys.executable, "-m", "error_catalog", "baseline", "--catalog", "errors.yaml"]


@pytest.mark.slow
@pytest.mark.parametrize("after", [False, True], ids=["before the file is replaced", "after it"])
def test_a_run_that_is_killed_leaves_the_old_baseline_or_the_new_one(
    after: bool, baseline: Path, path: Path, tmp_path: Path
):
    """It is killed between its first write and its last; the next run removes what it has left."""
    old = baseline.read_bytes()
    edit(path, 'de: "Zu alt."', 'de: "Sehr alt."')
    killed = f"""
import os, signal, sys
from error_catalog import cli
real = os.replace
def replace(*paths):
    {"real(*paths)" if after else "pass"}
    os.kill(os.getpid(), signal.SIGKILL)
os.replace = replace
cli.main(sys.argv[1:])
"""
    ran = run(sys.executable, "-c", killed, *COMMAND[3:], cwd=tmp_path)
    assert ran.returncode == -signal.SIGKILL
    assert (baseline.read_bytes() == old) is not after
    assert len(list(tmp_path.iterdir())) == (2 if after else 3)
    assert run(*COMMAND, cwd=tmp_path).returncode == 0
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["baseline.json", "errors.yaml"]
    assert found(path) == []


@pytest.mark.slow
def test_a_file_that_cannot_grow_leaves_the_baseline_as_it_was(baseline: Path, path: Path, tmp_path: Path):
    old = baseline.read_bytes()
    edit(path, 'de: "Zu alt."', 'de: "Sehr alt."')
    ran = run_with_small_files(COMMAND, 256, cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.count("\n") == 1
    assert baseline.read_bytes() == old
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["baseline.json", "errors.yaml"]
