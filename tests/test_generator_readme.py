"""The README of the generator: its examples do what it says."""

import re
import sys
from pathlib import Path

import pytest
from conftest import ROOT, cli, run
from test_entry_points import places, provide

from error_catalog.cli import main

README = (ROOT / "codegen" / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """Return the code blocks in a language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the catalog of the README, its own fields and its output."""
    catalog, fields, _ = blocks("yaml")
    (tmp_path / "catalog").mkdir()
    outputs = "outputs: [package, gettext, json, properties]\n"
    (tmp_path / "catalog/errors.yaml").write_text(outputs + fields + catalog, "utf-8")
    return tmp_path


@pytest.fixture
def acme(tmp_path: Path) -> str:
    """The folder of the package of the README with an output and a rule."""
    points = re.findall(r'^(\w+) = "acme_errors:?(\w*)"$', blocks("toml")[0], re.MULTILINE)
    assert points == [("properties", "render"), ("acme", "")]
    _, _, module = blocks("python")
    output = provide(tmp_path, "outputs", {"properties": "acme_module:render"}, module)
    return f"{output}:{provide(tmp_path, 'rules', {'acme': 'acme_module'}, module, package='acme2')}"


def test_the_catalog_and_the_output(project: Path, acme: str):
    """The catalog has no findings; the package and the output hold its texts, and None where there is none."""
    made = cli(cwd=project, PYTHONPATH=acme)
    assert (made.returncode, made.stderr) == (0, "")
    example = blocks("python")[0]
    shown = run(sys.executable, "-c", example, cwd=project, PYTHONPATH=str(project / "generated"))
    assert shown.stdout == example.rpartition("# ")[2]
    texts = {file.stem: file.read_text("utf-8") for file in (project / "generated/properties").iterdir()}
    assert texts == {
        "en": "1001=The item {item} is out of stock\n",
        "de": "1001=Der Artikel {item} ist nicht auf Lager\n",
        "fr": "",
    }


def test_the_rule_and_its_exception(project: Path, acme: str):
    file = project / "catalog/errors.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace('"Lager"', '"Lager!"'), "utf-8")
    found = cli(cwd=project, PYTHONPATH=acme)
    assert [place.split()[1:] for place in places(found.stderr)] == [["X01", "categories.stock.de"]]
    accepted = re.findall(r'accept: \{X01: ".*?"\}', README)
    file.write_text(text.replace('"Lager"', f'{{text: "Lager!", {accepted[0]}}}'), "utf-8")
    assert cli(cwd=project, PYTHONPATH=acme).returncode == 0


def test_the_library(project: Path, acme: str):
    example = blocks("python")[1] + "print(len(files) > 9, comparison.changes)\n"
    shown = run(sys.executable, "-c", example, cwd=project, PYTHONPATH=acme)
    assert (shown.stderr, shown.stdout) == ("", "True []\n")


def test_every_command_exists(capsys):
    """Each command of the table, and the options that the README names, are in the help."""
    commands = re.findall(r"^\| `error-catalog ?(\w*)", README, re.MULTILINE)
    assert len(commands) >= 8
    for command in commands:
        assert main([*filter(None, [command]), "--help"]) == 0
    options = set(re.findall(r"`(--[a-z]+)", README))
    assert len(options) > 4
    helps = capsys.readouterr().out
    assert [option for option in options if f"{option} " not in helps] == []
