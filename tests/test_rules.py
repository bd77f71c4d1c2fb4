"""Every rule: its own examples, and how rules are listed, explained, accepted and reported."""

import json
import os
import pty
import re
import subprocess
import sys

import pytest
import yaml
from catalogs import SMALL, findings, found
from conftest import ROOT, cli
from ruamel.yaml import YAML

from error_catalog.rules import every_rule

LANGUAGES = ("en", "de", "fr", "ja", "nl")
OF_AN_ERROR = ("limit", "placeholders")


def whole(text: str) -> str:
    """Return the catalog that an example of a rule stands for: texts, or a part of a catalog."""
    example = YAML(typ="safe", pure=True).load(text)
    return catalog(example) if "en" in example else completed(example)


def catalog(example: dict) -> str:
    """Return a catalog with an error for each text, or one."""
    said = {
        tag: example[tag] if isinstance(example[tag], list) else [example[tag]] for tag in LANGUAGES if tag in example
    }
    declared = {tag: {"style": example.get("style", {})} if tag == "de" else {} for tag in ("en", "de", *said)}
    errors = {
        str(number): {"name": f"ERROR_{number}", "message": {tag: texts[number] for tag, texts in said.items()}}
        | {key: example[key] for key in OF_AN_ERROR if key in example}
        for number in range(len(said["en"]))
    }
    whole = {"package": "shop_errors", "source_language": "en", "languages": declared, "errors": errors}
    return json.dumps(whole | ({"glossary": example["glossary"]} if "glossary" in example else {}))


BASE = {
    "package": "shop_errors",
    "source_language": "en",
    "languages": {"en": {}, "de": {}},
    "errors": {7: {"name": "OUT_OF_STOCK"}},
}


def completed(part: dict) -> str:
    """Return a catalog that has a part of one; what the part does not say about an error is usual."""
    whole = BASE | part
    errors = {
        code: {"name": f"ERROR_{position}", "message": {"en": f"Error {position}", "de": f"Fehler {position}"}} | said
        for position, (code, said) in enumerate(whole["errors"].items())
    }
    return yaml.safe_dump(whole | {"errors": errors})


def examples() -> list:
    chosen = []
    for rule in every_rule():
        for verdict, text in re.findall(r"^(wrong|right): (.*)$", rule.explanation, re.MULTILINE):
            chosen.append(pytest.param(rule.id, verdict, text, id=f"{rule.id}-{verdict}-{len(chosen)}"))
    return chosen


@pytest.mark.parametrize(("id", "verdict", "text"), examples())
def test_the_examples_in_the_explanation_of_a_rule(id: str, verdict: str, text: str):
    """The rule finds something in what is called wrong, and nothing in what is called right."""
    ids = [finding.rule for finding in findings(text if id == "Y01" else whole(text))]
    assert (id in ids) == (verdict == "wrong"), ids


def test_every_rule_has_a_summary_of_one_sentence():
    for rule in every_rule():
        assert re.fullmatch(r"[A-Z`].*\.", rule.summary), rule.id
        assert len(rule.summary) <= 120, rule.id


CHECKED_ELSEWHERE = {"S13", "S18"}
"""They are about other packages and about the baseline, which no part of a catalog shows."""


def test_every_rule_about_a_catalog_that_fails_something_has_both_kinds_of_example():
    for rule in every_rule():
        if rule.id[0] in "CS" and rule.severity == "error" and rule.id not in CHECKED_ELSEWHERE:
            assert {"wrong", "right"} <= set(re.findall(r"^(wrong|right):", rule.explanation, re.MULTILINE)), rule.id


@pytest.mark.slow
def test_rules_are_listed_one_per_line():
    """Sorted by id, each with its name and its summary; hints are marked."""
    ran = cli("rules")
    rows = [line.split(maxsplit=2) for line in ran.stdout.splitlines()]
    assert (ran.returncode, ran.stderr) == (0, "")
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    listed = {id: (name, summary) for id, name, summary in rows}
    assert {f"C{number:02}" for number in (*range(1, 22), 23)} <= listed.keys()
    assert {f"S{number:02}" for number in (*range(1, 13), 14, 15)} <= listed.keys()
    assert {rule.id: (rule.name, rule.severity) for rule in every_rule()} == {
        id: (name, "hint" if summary.endswith(" (hint)") else "error") for id, (name, summary) in listed.items()
    }


@pytest.mark.slow
@pytest.mark.parametrize("asked", ["C03", "identifiers-kept"])
def test_a_rule_is_explained(asked: str):
    """By its id or by its name."""
    ran = cli("rules", asked)
    assert ran.returncode == 0
    assert ran.stdout.startswith("C03  identifiers-kept\n")
    assert 'wrong: {en: "OrderKey is required"' in ran.stdout


@pytest.mark.slow
def test_an_unknown_rule_is_wrong_usage():
    ran = cli("rules", "C99")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "C99" in ran.stderr


BAD = SMALL.replace('"Nicht auf Lager"', '"Nicht&nbsp;auf Lager"')


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "bad: 50%, really.yaml"
    path.write_text(BAD, "utf-8")
    return path


@pytest.mark.slow
def test_findings_as_text(bad):
    """A line per finding on standard error, and how many there are."""
    ran = cli("check", "--catalog", bad)
    line, count = ran.stderr.splitlines()
    assert ran.returncode == 1
    assert line.startswith(f"{bad}:8:39: C05 1.message.de: ")
    assert count.split()[0] == "1"


@pytest.mark.slow
def test_findings_as_json(bad):
    """An object per line on standard output, always with the same keys."""
    ran = cli("check", "--catalog", bad, "--format", "json")
    (finding,) = map(json.loads, ran.stdout.splitlines())
    message = finding.pop("message")
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "&nbsp;" in message
    assert finding == {
        "path": str(bad),
        "line": 8,
        "column": 39,
        "rule": "C05",
        "name": "html-entities",
        "severity": "error",
        "where": "1.message.de",
        "code": "1",
        "field": "message",
        "language": "de",
        "text": "Nicht&nbsp;auf Lager",
        "start": 5,
        "end": 11,
    }


@pytest.mark.slow
def test_findings_as_annotations(bad):
    """GitHub's workflow commands, with everything escaped that they cannot hold."""
    ran = cli("check", "--catalog", bad, "--format", "github")
    place = str(bad).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    (line,) = ran.stdout.splitlines()
    assert line.startswith(f"::error file={place},line=8,col=39,title=C05::1.message.de: ")
    assert ran.returncode == 1


@pytest.mark.slow
def test_a_hint_is_a_warning_and_fails_nothing(tmp_path):
    path = tmp_path / "shop.yaml"
    second = '  2: {name: B, message: {en: "The zone of time", de: "Die Zeit zone fehlt"}}\n'
    path.write_text(SMALL.replace("Nicht auf Lager", "Zeitzone fehlt") + second, "utf-8")
    assert cli("--catalog", path, "--output", tmp_path / "out").returncode == 0
    ran = cli("check", "--catalog", path, "--output", tmp_path / "out")
    assert ran.returncode == 0
    assert " C15 2.message.de: " in ran.stderr
    assert ran.stderr.splitlines()[0].endswith(" (hint)")
    ran = cli("check", "--catalog", path, "--output", tmp_path / "out", "--format", "github")
    assert (ran.returncode, ran.stdout.split(" ")[0]) == (0, "::warning")


@pytest.mark.slow
@pytest.mark.parametrize("format", ["json", "github"])
def test_programs_get_no_line_if_there_is_no_finding(format: str, tmp_path):
    path = tmp_path / "shop.yaml"
    path.write_text(SMALL, "utf-8")
    assert cli("--catalog", path, "--output", tmp_path / "out").returncode == 0
    ran = cli("check", "--catalog", path, "--output", tmp_path / "out", "--format", format)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("environment", "marked"), [({}, "\x1b[1;4;31m&nbsp;\x1b[0m"), ({"NO_COLOR": "1"}, ">>&nbsp;<<")]
)
def test_on_a_terminal_the_part_at_fault_is_marked(bad, environment: dict[str, str], marked: str):
    """The text is below its finding."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "error_catalog", "check", "--catalog", str(bad)]
    clean = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    subprocess.run(command, cwd=ROOT, stderr=slave, stdout=subprocess.DEVNULL, env=clean | environment, check=False)
    os.close(slave)
    assert f"    Nicht{marked}auf Lager" in os.read(master, 10_000).decode()


@pytest.mark.slow
def test_coverage(tmp_path):
    """`check` ends with a line per language, which names the rules that it has no data for."""
    ran = cli("check")
    head, *rows = [line.split() for line in ran.stdout.splitlines() if line.startswith(("language", *"efjks"))][-6:]
    assert head[:4] == ["language", "texts", "translated", "stale"]
    assert [row[0] for row in rows] == ["en", "fr", "ja", "ko", "sv"]
    assert all(row[1] == row[2] and row[3] == "0" and row[-1] == "-" for row in rows)


@pytest.mark.slow
def test_coverage_of_an_incomplete_language(tmp_path):
    """What is missing and stale is counted; rules without data are not called checked."""
    path = tmp_path / "shop.yaml"
    path.write_text(
        SMALL.replace("de: {}", "de: {complete: false}")
        + '  2: {name: B, message: {en: "Sold", de: {text: "Verkauft", stale: true}}}\n'
        + '  3: {name: C, message: {en: "Gone"}}\n',
        "utf-8",
    )
    assert cli("--catalog", path, "--output", tmp_path / "out").returncode == 0
    ran = cli("check", "--catalog", path, "--output", tmp_path / "out")
    assert (ran.returncode, ran.stderr) == (0, "")
    english, german = [line.split() for line in ran.stdout.splitlines()[-2:]]
    assert (english[:4], german[:4]) == (["en", "3", "3", "0"], ["de", "3", "1", "1"])
    assert (english[-3:], german[-4:]) == (["C08", "C09", "C18"], ["C08", "C09", "C13", "C18"])


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        ('glossary: {stock: {de: {use: "Lager", not: ["lager"]}}}', "9:44 S07 glossary.stock.de"),
        ('glossary: {stock: {fr: {use: "stock"}}}', "9:20 S07 glossary.stock.fr"),
        ('glossary: {stock: {de: {say: "Lager"}}}', "9:25 S01 glossary.stock.de"),
        ("glossary: {stock: {de: {}}}", "9:24 S01 glossary.stock.de"),
        ('glossary: {"": {de: {use: "x"}}}', "9:12 S01 glossary"),
        ("protected: Lager", "9:12 S01 protected"),
    ],
)
def test_bad_language_data(data: str, finding: str):
    """A contradiction or an unknown language is found at its place, and is all that is found."""
    assert found(SMALL + data) == [finding]


@pytest.mark.parametrize(
    ("style", "where"),
    [
        ("{quotes: ['«']}", "languages.de.style.quotes"),
        ("{final_stop: often}", "languages.de.style.final_stop"),
        ("{final_stop: {note: {before: [a]}}}", "languages.de.style.final_stop.note"),
        ("{register: {any: {not_ending: '(a+)+$'}}}", "languages.de.style.register.any.not_ending"),
        ("{apostrophe: ''}", "languages.de.style.apostrophe"),
        ("{color: red}", "languages.de.style"),
    ],
)
def test_bad_style(style: str, where: str):
    """Style is words and marks, nothing that is run: no regular expression can be wrong or slow."""
    assert {tuple(line.split()[1:]) for line in found(SMALL.replace("de: {}", f"de: {{style: {style}}}"))} == {
        ("S01", where)
    }
