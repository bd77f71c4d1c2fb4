"""Outputs and rules of other packages: found by entry point, and refused with a place if they fail."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from catalogs import shown
from conftest import cli, run

import error_catalog
from error_catalog import CatalogError, plugins
from error_catalog.outputs import files
from error_catalog.outputs.paths import Paths
from error_catalog.rules import others
from error_catalog.rules.registry import RULES

CATALOG = """\
package: shop_errors
source_language: en
outputs: [json, {output}]
languages: {{en: {{}}, de: {{}}}}
errors:
  1:
    name: OUT_OF_STOCK
    message:
      en: "Out of stock"
      de: {german}
"""

PROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "acme-errors"
version = "1"

[project.entry-points."error_catalog.outputs"]
stats = "acme_errors:render"

[project.entry-points."error_catalog.rules"]
acme = "acme_errors"

[tool.hatch.build.targets.wheel]
only-include = ["acme_errors.py"]
"""

MODULE = '''
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.registry import rule, text_rule, translation_rule


def render(catalog):
    yield "stats/languages.txt", " ".join(catalog.languages).encode()


@text_rule("X01")
def calm(text):
    """No text has an exclamation mark.

    Example: "Out of stock!"
    """
    if "!" in text.text:
        start = text.text.index("!")
        yield "do not shout", (start, start + 1)


@rule("X02", severity="hint")
def few_errors(catalog):
    """A catalog has at least two errors."""
    if len(catalog.errors) < 2:
        yield Complaint(("errors",), "errors", "add another one", is_about_key=True)
'''


def catalog(folder: Path, output: str = "stats", german: str = '"Nicht auf Lager"') -> Path:
    """Write a catalog that names an output."""
    (folder / "catalog").mkdir(exist_ok=True)
    file = folder / "catalog" / "errors.yaml"
    file.write_text(CATALOG.format(output=output, german=german), "utf-8")
    return folder


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip has installed a package with an output and two rules."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("target")
    (source / "pyproject.toml").write_text(PROJECT, "utf-8")
    (source / "acme_errors.py").write_text(MODULE, "utf-8")
    options = ("--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--target", target)
    ran = run(sys.executable, "-m", "pip", "install", *options, source)
    assert ran.returncode == 0, ran.stderr
    return target


def provide(folder: Path, group: str, points: dict[str, str], module: str, package: str = "acme") -> str:
    """Write a package with entry points as pip installs one, and return its folder."""
    place = folder / f"installed-{package}"
    info = place / f"{package}-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1\n", "utf-8")
    lines = [f"{name} = {value}" for name, value in points.items()]
    (info / "entry_points.txt").write_text("\n".join([f"[error_catalog.{group}]", *lines]), "utf-8")
    (place / f"{package}_module.py").write_text(module, "utf-8")
    return str(place)


@pytest.fixture
def plug_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Return a function that puts a folder with a package on the path of this process, for one test."""
    before = dict(RULES)

    def put(place: str) -> None:
        monkeypatch.setattr(sys, "path", [place, *sys.path])
        plugins.points.cache_clear()
        others.load.cache_clear()

    yield put
    RULES.clear()
    RULES.update(before)
    for module in ("acme_errors", "acme_module"):
        sys.modules.pop(module, None)
    plugins.points.cache_clear()
    others.load.cache_clear()


def refused(folder: Path) -> list[str]:
    """Return the findings because of which nothing is generated from a catalog, without their wording."""
    with pytest.raises(CatalogError) as raised:
        error_catalog.generate(error_catalog.read(folder / "catalog/errors.yaml"))
    return list(map(shown, raised.value.findings))


def places(stderr: str) -> list[str]:
    """Return `line:column rule where` of each finding that a command has printed, without the wording."""
    found = [line.removeprefix("catalog/errors.yaml:") for line in stderr.splitlines() if line.startswith("catalog/")]
    return [": ".join(line.split(": ")[:2]).replace(": ", " ") for line in found]


def test_an_output_of_another_package(installed: Path, tmp_path: Path):
    """It is named in the YAML, made alone by --only, checked, and removed with its name."""
    folder = catalog(tmp_path)
    made = cli(cwd=folder, PYTHONPATH=str(installed))
    assert (made.returncode, made.stderr) == (0, "")
    assert (folder / "generated/stats/languages.txt").read_bytes() == b"en de"
    (folder / "generated/stats/languages.txt").unlink()
    checked = cli("check", "--format", "json", cwd=folder, PYTHONPATH=str(installed))
    entries = [json.loads(line) for line in checked.stdout.splitlines()]
    assert [entry["path"] for entry in entries if entry["rule"] == "F01"] == ["generated/stats/languages.txt"]
    only = cli("--only", "stats", cwd=folder, PYTHONPATH=str(installed))
    assert only.stdout.splitlines()[0] == "created generated/stats/languages.txt"
    cli(cwd=catalog(tmp_path, output="gettext"), PYTHONPATH=str(installed))
    assert not (folder / "generated/stats").exists()


def test_rules_of_another_package(installed: Path, tmp_path: Path):
    """They are listed, explained, asked, and accepted as the generator's own are."""
    listed = cli("rules", PYTHONPATH=str(installed))
    assert [line.split()[:2] for line in listed.stdout.splitlines()][-2:] == [["X01", "calm"], ["X02", "few-errors"]]
    assert 'Example: "Out of stock!"' in cli("rules", "calm", PYTHONPATH=str(installed)).stdout
    loud = '"Nicht auf Lager!"'
    found = cli("check", cwd=catalog(tmp_path, german=loud), PYTHONPATH=str(installed))
    expected = ["5:1 X02 errors", "10:11 C26 1.message.de", "10:11 X01 1.message.de"]
    assert (found.returncode, places(found.stderr)) == (1, expected)
    assert cli(cwd=tmp_path, PYTHONPATH=str(installed)).returncode == 1
    assert not (tmp_path / "generated").exists()
    accepted = f"{{text: {loud}, accept: {{X01: a slogan}}}}"
    assert cli(cwd=catalog(tmp_path, german=accepted), PYTHONPATH=str(installed)).returncode == 0
    idle = '{text: "Nicht auf Lager", accept: {X01: a slogan}}'
    found = cli("check", cwd=catalog(tmp_path, german=idle), PYTHONPATH=str(installed))
    assert (found.returncode, places(found.stderr)) == (1, ["5:1 X02 errors", "10:46 S06 1.message.de"])


def test_without_the_package_what_it_adds_is_unknown(tmp_path: Path):
    accepted = '{text: "Nicht auf Lager!", accept: {X01: a slogan}}'
    found = cli("check", cwd=catalog(tmp_path, german=accepted))
    expected = ["3:17 S12 outputs", "10:18 C26 1.message.de", "10:47 S06 1.message.de"]
    assert (found.returncode, places(found.stderr)) == (1, expected)
    assert cli("--only", "stats", cwd=tmp_path).returncode == 2


OUTPUTS = {
    "a module that is missing": ("nowhere:render", ""),
    "a function that is missing": ("acme_module:render", ""),
    "an error on import": ("acme_module:render", "1 / 0"),
    "an exit on import": ("acme_module:render", "raise SystemExit(0)"),
    "no function": ("acme_module:render", "render = 3"),
    "an error at the end": ("acme_module:render", "def render(c):\n yield 'a.txt', b''\n raise ValueError('a\\nb')"),
    "another signature": ("acme_module:render", "def render(): return []"),
    "nothing": ("acme_module:render", "def render(c): return None"),
    "a mapping": ("acme_module:render", "def render(c): return {'a.txt': b''}"),
    "text": ("acme_module:render", "def render(c): yield 'a.txt', 'text'"),
}
OUTPUTS |= {
    f"the path {path}": ("acme_module:render", f"def render(c):\n yield 'good.txt', b''\n yield {path!r}, b''")
    for path in ("/tmp/a.txt", "../a.txt", "README.md", "catalog.json")
}


@pytest.mark.parametrize("kind", OUTPUTS)
def test_an_output_that_fails(kind: str, tmp_path: Path, plug_in):
    """It is a finding at its name in the YAML."""
    point, module = OUTPUTS[kind]
    plug_in(provide(tmp_path, "outputs", {"bad": point}, module))
    assert refused(catalog(tmp_path, output="bad")) == ["3:17 S12 outputs"]


PATHS = [
    "/tmp/a.txt", "../a.txt", "a/../../b", "a/./b", "a//b", "a/", "", ".", "..", ".hidden", "a/.git/b", "a\\b", "C:a",
    "C:/a", "\\\\host\\a", "a\0b", "a\nb", "a?", "a ", "a.", "a" * 256, "\ud800", 3, None, b"a", Path("a"),
    "CON", "a/nul.txt", "Aux.tar.gz/b", "com1", "lpt².js", "one", "One", "one/below", "two", "TWO", "two/below",
    "u\u0308ni\u0308/ co\u0308de\u0301-1.(2)~x", "conin$",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS, ids=ascii)
def test_paths_that_an_output_cannot_write(path: object):
    """They lead out of the folder, are hidden, are no names on some system, or belong to another output."""
    paths = Paths()
    for taken in ("one", "two/below", "ünï/ cödé-1.(2)~x", "console/com/null.txt"):
        paths.take(taken, "other")
    with pytest.raises(ValueError, match=r"path|other"):
        paths.take(path, "bad")


def test_an_output_that_fails_on_the_command_line(tmp_path: Path):
    """Nothing is written; check reports it in every format; --only fails at the place of `outputs`."""
    place = provide(tmp_path, "outputs", {"bad": "acme_module:render"}, "def render(c): raise KeyError('no')")
    folder = catalog(tmp_path, output="bad")
    failed = cli(cwd=folder, PYTHONPATH=place)
    assert (failed.returncode, failed.stdout, places(failed.stderr)) == (1, "", ["3:17 S12 outputs"])
    assert not (folder / "generated").exists()
    checked = cli("check", "--format", "json", cwd=folder, PYTHONPATH=place)
    assert (checked.returncode, checked.stderr) == (1, "")
    (entry,) = map(json.loads, checked.stdout.splitlines())
    assert (entry["rule"], entry["name"], entry["line"], entry["column"]) == ("S12", "outputs", 3, 17)
    assert cli("--only", "json", cwd=folder, PYTHONPATH=place).returncode == 0
    failed = cli("--only", "bad", cwd=catalog(tmp_path, output="gettext"), PYTHONPATH=place)
    assert (failed.returncode, places(failed.stderr)) == (1, ["3:10 S12 outputs"])


@pytest.mark.parametrize(("name", "place"), [("json", "3:11"), ("stats", "3:17")])
def test_an_output_whose_name_is_taken(name: str, place: str, installed: Path, tmp_path: Path, plug_in):
    """Neither of the two is chosen by chance."""
    plug_in(str(installed))
    plug_in(provide(tmp_path, "outputs", {name: "acme_module:render"}, "def render(c): yield 'a.txt', b''"))
    assert refused(catalog(tmp_path)) == [f"{place} S12 outputs"]


HEAD = "from error_catalog.rules.registry import *\nfrom error_catalog.rules.complaint import Complaint\n"
GOOD = '@text_rule("X01")\ndef good(text):\n "It is good."\n yield "always", None\n'
UNLOADED = {
    "an error on import": HEAD + GOOD + "1 / 0",
    "no rule": HEAD,
    "an id that is taken": HEAD + GOOD + GOOD.replace("good", "other"),
    "an id of the generator": HEAD + GOOD.replace("X01", "C01"),
    "an id that is reserved": HEAD + GOOD.replace("X01", "S99"),
    "a malformed id": HEAD + GOOD.replace("X01", "X1"),
    "a small letter": HEAD + GOOD.replace("X01", "x01"),
    "a name that is taken": HEAD + GOOD.replace("good(", "missing_text("),
    "no docstring": HEAD + GOOD.replace('"It is good."', "pass"),
}


@pytest.mark.parametrize("kind", UNLOADED)
def test_rules_that_cannot_be_loaded(kind: str, tmp_path: Path, plug_in):
    """It is a finding for every catalog, and no rule of that package is asked."""
    plug_in(provide(tmp_path, "rules", {"bad": "acme_module"}, UNLOADED[kind]))
    assert refused(catalog(tmp_path, output="gettext")) == ["1:1 S13 rules"]
    assert "X01" not in RULES


def test_rules_that_cannot_be_loaded_on_the_command_line(tmp_path: Path):
    """Nothing is written, and the command that lists rules says it."""
    place = provide(tmp_path, "rules", {"bad": "acme_module"}, HEAD + GOOD + "1 / 0")
    failed = cli(cwd=catalog(tmp_path, output="gettext"), PYTHONPATH=place)
    assert (failed.returncode, places(failed.stderr)) == (1, ["1:1 S13 rules"])
    assert not (tmp_path / "generated").exists()
    listed = cli("rules", PYTHONPATH=place)
    assert (listed.returncode, len(listed.stderr.splitlines())) == (1, 1)
    assert listed.stdout.startswith("C01")


FAILING = {
    "a text rule": ('@text_rule("X01")', "raise KeyError(1)", ["9:11 S13 1.message.en", "10:11 S13 1.message.de"]),
    "a translation rule": ('@translation_rule("X01")', "1 / 0; yield", ["10:11 S13 1.message.de"]),
    "a bare message": ('@translation_rule("X01")', 'yield "ab"', ["10:11 S13 1.message.de"]),
    "a message that is no text": ('@translation_rule("X01")', "yield 3, None", ["10:11 S13 1.message.de"]),
    "a part outside the text": ('@translation_rule("X01")', 'yield "a", (0, 99)', ["10:11 S13 1.message.de"]),
    "a rule": ('@rule("X01")', "raise KeyError(1)", ["1:1 S13 rules"]),
    "no complaint": ('@rule("X01")', 'yield "a"', ["1:1 S13 rules"]),
    "a key that is missing": ('@rule("X01")', 'yield Complaint(("a",), "a", "b", True)', ["1:1 S13 rules"]),
}


@pytest.mark.parametrize("kind", FAILING)
def test_a_rule_that_fails(kind: str, tmp_path: Path, plug_in):
    """It is an error at the text that it failed for, and other rules are asked all the same."""
    decorator, body, expected = FAILING[kind]
    module = f'{HEAD}{decorator}\ndef bad(subject):\n "It fails."\n {body}\n'
    plug_in(provide(tmp_path, "rules", {"bad": "acme_module:bad"}, module))
    found = refused(catalog(tmp_path, output="gettext", german='"Nicht auf  Lager"'))
    assert sorted(found) == sorted([*expected, "10:11 C07 1.message.de"])


def test_an_output_that_is_named_twice_is_made_once(tmp_path: Path):
    read = error_catalog.read(catalog(tmp_path, output="gettext") / "catalog/errors.yaml")
    assert files(read, ["json", "json"]) == files(read, ["json"])
