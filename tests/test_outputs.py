"""The generated files say what the YAML says, and are what codegen makes of it today."""

import ast
import json
import shutil
import sys
from pathlib import Path

import pytest
from catalogs import SMALL, plain, said
from conftest import CATALOG, GENERATED, ROOT, codegen, run

LANGUAGES = ["en", "fr", "ja", "ko", "sv"]
PAGE = "docs/fr/codes/20014.md"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of generated/ to spoil."""
    ignore = shutil.ignore_patterns("__pycache__")
    return Path(shutil.copytree(GENERATED, tmp_path / "generated", ignore=ignore))


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_committed_files_are_fresh():
    """Whoever changes the YAML or a template commits what it makes."""
    ran = codegen("check")
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda tree: (tree / PAGE).unlink(), f"{PAGE}: missing"),
        (lambda tree: (tree / PAGE).write_text("old"), f"{PAGE}: stale"),
        (lambda tree: (tree / "docs/old.md").write_text("x"), "docs/old.md: unexpected"),
        (lambda tree: (tree / "old.txt").write_text("x"), "old.txt: unexpected"),
        (lambda tree: (tree / "docs/link").symlink_to(ROOT), "docs/link: unexpected"),
    ],
    ids=["missing", "stale", "unexpected", "unexpected at the top", "unexpected link"],
)
def test_what_differs_is_said_and_put_right(tree, spoil, complaint):
    """`check` compares both ways and writes nothing; a plain run leaves exactly the outputs."""
    spoil(tree)
    spoiled = contents(tree)
    checked = codegen("check", "--output", tree)
    assert checked.returncode == 1
    path, kind = complaint.split(": ")
    assert checked.stderr == f"{tree}/{path}:1:1: F01 {path}: {kind}; run `python -m codegen`\n1 mistake\n"
    assert contents(tree) == spoiled
    assert codegen("--output", tree).returncode == 0
    assert contents(tree) == contents(GENERATED)
    assert ROOT.is_dir()


@pytest.mark.parametrize(
    "environment", [{"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"}, {"PYTHONHASHSEED": "2", "LANG": "C"}]
)
def test_every_run_makes_the_same_bytes(tmp_path, environment):
    """Whatever the hash seed, the time zone or the locale."""
    assert codegen("--output", tmp_path / "out", **environment).returncode == 0
    assert contents(tmp_path / "out") == contents(GENERATED)


def test_the_parser_written_in_c_makes_no_difference(tmp_path):
    """Without it everything is the same, only slower."""
    hide = "import sys; sys.modules['_ruamel_yaml'] = None; from codegen.cli import main; sys.exit(main())"
    ran = run(sys.executable, "-c", hide, "--output", tmp_path / "out")
    assert ran.returncode == 0, ran.stderr
    assert contents(tmp_path / "out") == contents(GENERATED)


def test_only_some_parts(tmp_path):
    """`--only` makes its parts and leaves the others as they are."""
    out = tmp_path / "out"
    assert codegen("--output", out, "--only", "json", "--only", "gettext").returncode == 0
    assert {path.name for path in out.iterdir()} == {"README.md", "catalog.json", "gettext"}
    assert codegen("--output", out, "--only", "package").returncode == 0
    assert {path.name for path in out.iterdir()} == {"README.md", "catalog.json", "gettext", "marketo_soap_errors"}
    assert codegen("check", "--output", out, "--only", "json").returncode == 0
    assert codegen("check", "--output", out).returncode == 1


def test_a_catalog_with_mistakes_changes_nothing(tree, tmp_path):
    """All or nothing: the old files stay as they were."""
    catalog = tmp_path / "errors.yaml"
    catalog.write_text(CATALOG.read_text("utf-8").replace('ja: "内部エラー"', 'ja: ""', 1), "utf-8")
    ran = codegen("--catalog", catalog, "--output", tree)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ": C01 10001.message.ja: the text in ja is empty\n1 mistake\n" in ran.stderr
    assert contents(tree) == contents(GENERATED)


def test_a_folder_of_somebody_else_is_left_alone(tmp_path):
    """`--output` names a new folder, an empty one, or one that codegen made."""
    (tmp_path / "README.md").write_text("# My letters\n")
    ran = codegen("--output", tmp_path)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == f"{tmp_path} holds files that codegen did not make; choose another --output\n"
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


def test_unchanged_files_are_not_written(tree):
    """Build tools that look at times see only what changed."""
    before = {path: path.stat().st_mtime_ns for path in tree.rglob("*") if path.is_file()}
    (tree / PAGE).write_text("old")
    assert codegen("--output", tree).stdout == f"updated {tree}/{PAGE}\n{len(before)} files in {tree}, 1 changed\n"
    changed = [path for path, time in before.items() if path.stat().st_mtime_ns != time]
    assert changed == [tree / PAGE]


def test_catalog_json_says_what_the_yaml_says():
    """270 texts, the names and the languages, in the shape of the contract."""
    source = plain(CATALOG)
    data = json.loads((GENERATED / "catalog.json").read_bytes())
    assert list(data) == ["package", "source_language", "languages", "errors"]
    assert data["package"] == "marketo_soap_errors"
    assert data["languages"] == LANGUAGES
    assert [error["code"] for error in data["errors"]] == sorted(source["errors"])
    compared = 0
    for error in data["errors"]:
        original = source["errors"][error["code"]]
        assert error["name"] == original["name"]
        for field in ("message", "note"):
            assert error[field] == {tag: said(original[field][tag]) for tag in LANGUAGES}
            compared += len(error[field])
    assert compared == 270


def test_generated_python_is_python():
    """Every module compiles; every member is a line of its own."""
    modules = sorted((GENERATED / "marketo_soap_errors").glob("*.py"))
    assert len(modules) > 6
    for module in modules:
        ast.parse(module.read_text("utf-8"))


def test_another_catalog_from_another_folder(tmp_path):
    """Other codes, other languages, no notes, no texts of its own: nothing but the YAML says what comes out."""
    (tmp_path / "shop.yaml").write_text(SMALL, "utf-8")
    ran = codegen("--catalog", "shop.yaml", "--output", "out", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    program = "from shop_errors import ErrorCode; print(ErrorCode.OUT_OF_STOCK.localized('de-AT'))"
    ran = run(sys.executable, "-c", program, cwd=tmp_path / "out")
    assert ran.stdout == "Text(message='Nicht auf Lager', note='', language='de')\n", ran.stderr
    assert not [path for path, content in contents(tmp_path / "out").items() if b"marketo" in content.lower()]
