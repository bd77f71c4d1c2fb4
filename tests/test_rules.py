"""Every rule: its own examples, and how rules are listed, explained, accepted and reported."""

import json
import os
import pty
import re
import subprocess
import sys

import pytest
from catalogs import SMALL, complaints
from conftest import ROOT, codegen
from ruamel.yaml import YAML

from codegen import source
from codegen.rules import every_rule, find

LANGUAGES = ("en", "de", "nl")
OF_AN_ERROR = ("limit", "placeholders")


def catalog(example: dict) -> str:
    """The catalog that an example of a rule stands for: an error for each of its texts, or one."""
    said = {
        tag: example[tag] if isinstance(example[tag], list) else [example[tag]] for tag in LANGUAGES if tag in example
    }
    tags = [tag for tag in said if tag != "nl" or (len(said) > 2 and "missing" not in example)]
    declared = {tag: {"style": example.get("style", {})} if tag == "de" else {} for tag in ("en", "de", *tags)}
    errors = {
        str(number): {"name": f"ERROR_{number}", "message": {tag: texts[number] for tag, texts in said.items()}}
        | {key: example[key] for key in OF_AN_ERROR if key in example}
        for number in range(len(said["en"]))
    }
    whole = {"package": "shop_errors", "source_language": "en", "languages": declared, "errors": errors}
    return json.dumps(whole | ({"glossary": example["glossary"]} if "glossary" in example else {}))


def examples() -> list:
    found = []
    for rule in every_rule():
        for verdict, text in re.findall(r"^(wrong|right): (.*)$", rule.explanation, re.MULTILINE):
            found.append(pytest.param(rule.id, verdict, text, id=f"{rule.id}-{verdict}-{len(found)}"))
    return found


@pytest.mark.parametrize(("id", "verdict", "text"), examples())
def test_the_examples_that_a_rule_explains_itself_with(id, verdict, text):
    """What is called wrong draws this rule's complaint, what is called right draws none of it."""
    example = YAML(typ="safe", pure=True).load(text)
    found = [mistake.rule for mistake in find(source.parse(catalog(example)))]
    assert (id in found) == (verdict == "wrong"), found


def test_every_c_rule_that_fails_something_has_both_kinds_of_example():
    """An explanation without an example explains little."""
    for rule in every_rule():
        if rule.id.startswith("C") and not rule.advisory:
            assert {"wrong", "right"} <= set(re.findall(r"^(wrong|right):", rule.explanation, re.MULTILINE)), rule.id


def test_rules_are_listed_one_a_line():
    """Sorted by id, each with what it says."""
    ran = codegen("rules")
    ids = [line.split()[0] for line in ran.stdout.splitlines()]
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ids == sorted(ids)
    assert {f"C{number:02}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 17, 18, 20, 21)} <= set(ids)


def test_a_rule_is_explained():
    """Like a compiler's explanation of an error."""
    ran = codegen("rules", "C03")
    assert ran.returncode == 0
    assert ran.stdout.startswith("C03  Identifiers")
    assert 'wrong: {en: "OrderKey is required"' in ran.stdout
    unknown = codegen("rules", "C99")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "no rule C99" in unknown.stderr


BAD = SMALL.replace('"Nicht auf Lager"', '"Nicht&nbsp;auf Lager"')


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "bad: 50%, really.yaml"
    path.write_text(BAD, "utf-8")
    return path


def test_mistakes_as_json(bad):
    """An object a line on standard output, always with the same keys."""
    ran = codegen("check", "--catalog", bad, "--format", "json")
    (mistake,) = map(json.loads, ran.stdout.splitlines())
    assert (ran.returncode, ran.stderr) == (1, "")
    assert mistake == {
        "path": str(bad),
        "line": 8,
        "column": 39,
        "rule": "C05",
        "advisory": False,
        "where": "1.message.de",
        "code": "1",
        "field": "message",
        "language": "de",
        "message": "&nbsp; is an HTML entity; write \u00a0",
        "text": "Nicht&nbsp;auf Lager",
        "start": 5,
        "end": 11,
    }


def test_mistakes_as_annotations(bad):
    """GitHub's workflow commands, with what they cannot hold escaped."""
    ran = codegen("check", "--catalog", bad, "--format", "github")
    place = str(bad).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    message = "1.message.de: &nbsp; is an HTML entity; write \u00a0"
    assert ran.stdout == f"::error file={place},line=8,col=39,title=C05::{message}\n"
    assert ran.returncode == 1


def test_no_mistake_is_no_line():
    """Programs get nothing to read where nothing is wrong."""
    for format in ("json", "github"):
        ran = codegen("check", "--format", format)
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("environment", "marked"), [({}, "\x1b[1;4;31m&nbsp;\x1b[0m"), ({"NO_COLOR": "1"}, ">>&nbsp;<<")]
)
def test_on_a_terminal_the_part_at_fault_is_marked(bad, environment, marked):
    """The text stands below its complaint."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "codegen", "check", "--catalog", str(bad)]
    subprocess.run(
        command, cwd=ROOT, stderr=slave, stdout=subprocess.DEVNULL, env=os.environ | environment, check=False
    )
    os.close(slave)
    shown = os.read(master, 10_000).decode()
    assert f"    Nicht{marked}auf Lager" in shown


def test_coverage():
    """`check` ends with a line per language, and names the rules that it has no data for."""
    ran = codegen("check")
    head, *rows = [line.split() for line in ran.stdout.splitlines()[1:]]
    assert " ".join(head) == "language texts translated stale accepted corrected not checked"
    assert [row[0] for row in rows] == ["en", "fr", "ja", "ko", "sv"]
    assert all(row[1] == row[2] and row[3] == "0" and row[6] == "-" for row in rows)


def test_coverage_of_an_incomplete_language(tmp_path):
    """What is missing and stale is counted; rules without data are not called checked."""
    path = tmp_path / "shop.yaml"
    path.write_text(
        SMALL.replace("de: {}", "de: {complete: false}")
        + '  2: {name: B, message: {en: "Sold", de: {text: "Verkauft", stale: true}}}\n'
        + '  3: {name: C, message: {en: "Gone"}}\n',
        "utf-8",
    )
    assert codegen("--catalog", path, "--output", tmp_path / "out").returncode == 0
    ran = codegen("check", "--catalog", path, "--output", tmp_path / "out")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert [line.split() for line in ran.stdout.splitlines()[2:]] == [
        ["en", "3", "3", "0", "0", "0", "C08", "C09", "C18"],
        ["de", "3", "1", "1", "0", "0", "C08", "C09", "C13", "C18"],
    ]


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (
            'glossary: {stock: {de: {use: "Lager", not: ["lager"]}}}',
            '9:44: S07 glossary.stock.de: "lager" is both chosen',
        ),
        ('glossary: {stock: {fr: {use: "stock"}}}', "9:20: S07 glossary.stock.fr: fr is missing from `languages`"),
        ('glossary: {stock: {de: {say: "Lager"}}}', '9:25: S01 glossary.stock.de: "say" is unknown here'),
        ("glossary: {stock: {de: {}}}", "9:24: S01 glossary.stock.de: is empty"),
        ('glossary: {"": {de: {use: "x"}}}', '9:12: S01 glossary: "" is not a term in letters'),
        ("protected: Lager", '9:12: S01 protected: "Lager" is not a list'),
    ],
)
def test_bad_language_data(data, complaint):
    """A contradiction or an unknown language is said at its place."""
    found = complaints(SMALL + data)
    assert [line for line in found if line.startswith(complaint)], found


@pytest.mark.parametrize(
    ("style", "complaint"),
    [
        ("{quotes: ['«']}", 'S01 languages.de.style.quotes: ["«"] has less than 2 items'),
        ("{final_stop: often}", 'S01 languages.de.style.final_stop: "often" is unknown here; known: as_source, never'),
        ("{final_stop: {note: {before: [a]}}}", '"before" is unknown here; known: after'),
        (
            "{register: {any: {not_ending: '(a+)+$'}}}",
            'S01 languages.de.style.register.any.not_ending: "(a+)+$" is not a list',
        ),
        ("{apostrophe: ''}", "S01 languages.de.style.apostrophe"),
        ("{color: red}", '"color" is unknown here'),
    ],
)
def test_bad_style(style, complaint):
    """Style is words and marks, nothing to be run: no regular expression can be wrong or slow."""
    found = complaints(SMALL.replace("de: {}", f"de: {{style: {style}}}"))
    assert [line for line in found if complaint in line], found
