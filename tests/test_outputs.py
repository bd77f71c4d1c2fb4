"""The generated files say what the YAML says, and are what the generator makes of it today."""

import ast
import json
import shutil
import sys
from pathlib import Path

import pytest
from catalogs import SMALL, plain, said
from conftest import CATALOG, GENERATED, ROOT, cli, run

LANGUAGES = ["en", "fr", "ja", "ko", "sv"]
FIELDS = ("message", "note")
FILE = "gettext/fr.po"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of generated/ to spoil."""
    ignore = shutil.ignore_patterns("__pycache__")
    return Path(shutil.copytree(GENERATED, tmp_path / "generated", ignore=ignore))


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_committed_files_are_up_to_date():
    """Whoever changes the YAML or a template commits what it makes."""
    ran = cli("check")
    assert (ran.returncode, ran.stderr) == (0, "")


def test_what_differs_is_named_and_put_right(tree):
    """`check` compares both ways and writes nothing; `generate` leaves exactly the outputs."""
    (tree / FILE).unlink()
    (tree / "catalog.json").write_text("old")
    (tree / "gettext/old.md").write_text("x")
    (tree / "old.txt").write_text("x")
    (tree / "gettext/link").symlink_to(ROOT)
    spoiled = contents(tree)
    paths = sorted([FILE, "catalog.json", "gettext/old.md", "old.txt", "gettext/link"])
    checked = cli("check", "--output", tree)
    assert checked.returncode == 1
    named = [line.split(": ")[:2] for line in checked.stderr.splitlines()[:-1]]
    assert named == [[f"{tree}/{path}:1:1", f"F01 {path}"] for path in paths]
    assert contents(tree) == spoiled
    generated = cli("--output", tree)
    assert generated.returncode == 0
    assert [line.partition(f"{tree}/")[2] for line in generated.stdout.splitlines()[:-1]] == paths
    assert contents(tree) == contents(GENERATED)
    assert ROOT.is_dir()


def test_a_missing_output_folder_is_one_finding(tmp_path):
    ran = cli("check", "--output", tmp_path / "nothing")
    assert ran.returncode == 1
    assert [line.split(": ")[1][:3] for line in ran.stderr.splitlines()[:-1]] == ["F01"]


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"},
        {"PYTHONHASHSEED": "2", "TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONUTF8": "0"},
    ],
    ids=["hash seed and time zone", "locale"],
)
def test_every_run_makes_the_same_bytes(tmp_path, environment):
    ran = cli("--output", tmp_path / "out", **environment)
    assert ran.returncode == 0, ran.stderr
    assert contents(tmp_path / "out") == contents(GENERATED)


def test_the_parser_written_in_c_makes_no_difference(tmp_path):
    """Without it everything is the same, only slower."""
    hide = "import sys; sys.modules['_ruamel_yaml'] = None; from error_catalog.cli import main; sys.exit(main())"
    ran = run(sys.executable, "-c", hide, "--output", tmp_path / "out")
    assert ran.returncode == 0, ran.stderr
    assert contents(tmp_path / "out") == contents(GENERATED)


def test_only_some_outputs(tmp_path):
    """`--only` makes its outputs and leaves the others as they are."""
    (tmp_path / "errors.yaml").write_text(SMALL, "utf-8")
    out, always = tmp_path / "out", {"README.md", "errors.schema.json"}

    def only(command: str, *outputs: str) -> int:
        chosen = [word for output in outputs for word in ("--only", output)]
        options = ["--catalog", "errors.yaml", "--output", "out"]
        return cli(command, *options, *chosen, cwd=tmp_path).returncode

    assert only("generate", "json", "docs") == 0
    assert {path.name for path in out.iterdir()} == always | {"catalog.json", "docs"}
    assert only("generate", "package") == 0
    assert {path.name for path in out.iterdir()} == always | {"catalog.json", "docs", "shop_errors"}
    (out / "catalog.json").write_text("{}")
    assert [only("check", output) for output in ("package", "json", "gettext")] == [0, 1, 1]
    assert only("check") == 1


def test_a_catalog_with_findings_changes_nothing(tree, tmp_path):
    """All or nothing: the old files stay as they were."""
    catalog = tmp_path / "errors.yaml"
    catalog.write_text(CATALOG.read_text("utf-8").replace('ja: "内部エラー"', 'ja: ""', 1), "utf-8")
    ran = cli("--catalog", catalog, "--output", tree)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert [line.split(": ")[1] for line in ran.stderr.splitlines()[:-1]] == ["C01 10001.message.ja"]
    assert contents(tree) == contents(GENERATED)


def test_catalog_json_says_what_the_yaml_says():
    """Every text, name and language, in the shape of the contract."""
    source = plain(CATALOG)
    data = json.loads((GENERATED / "catalog.json").read_bytes())
    sections = ["texts", "categories", "reasons"]
    keys = ["package", "source_language", "languages", "fields", *sections, "recoveries", "errors", "unlisted"]
    assert list(data) == keys
    assert data["package"] == "marketo_soap_errors"
    assert data["languages"] == LANGUAGES
    assert [error["code"] for error in data["errors"]] == sorted(source["errors"])
    units = [(error[field], source["errors"][error["code"]][field]) for error in data["errors"] for field in FIELDS]
    for section in sections:
        assert data[section].keys() == source[section].keys()
        units += [(data[section][name], source[section][name]) for name in source[section]]
    for name, recovery in source["recoveries"].items():
        units += [(data["recoveries"][name][part], recovery[part]) for part in ("title", "advice")]
    units += [(field["label"], source["fields"][name]["label"]) for name, field in data["fields"].items()]
    for exported, written in units:
        assert exported == {tag: said(form) for tag, form in written.items()}


def test_catalog_json_has_the_values_of_the_yaml():
    source = plain(CATALOG)
    data = json.loads((GENERATED / "catalog.json").read_bytes())
    for error in data["errors"]:
        written = source["errors"][error["code"]]
        for name in ("name", "category", "recovery", "rest", "limit"):
            assert error.get(name) == written.get(name)
    for name, recovery in data["recoveries"].items():
        written = source["recoveries"][name]
        assert (recovery["resend"], recovery["stated"]) == (written["resend"], written.get("stated", False))
        assert recovery.get("attempts") == written.get("attempts")
        assert recovery.get("wait_seconds") == written.get("wait", {}).get("seconds")


def test_generated_python_is_python():
    """Every module compiles; every member is a line of its own."""
    modules = sorted((GENERATED / "marketo_soap_errors").glob("*.py"))
    assert len(modules) > 6
    for module in modules:
        ast.parse(module.read_text("utf-8"))


def test_another_catalog_from_another_folder(tmp_path):
    """Other codes, other languages, no notes, no texts of its own: nothing but the YAML says what comes out."""
    (tmp_path / "shop.yaml").write_text(SMALL, "utf-8")
    ran = cli("--catalog", "shop.yaml", "--output", "out", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    program = "from shop_errors import ErrorCode; text = ErrorCode.OUT_OF_STOCK.localized('de-AT'); print(text.message)"
    ran = run(sys.executable, "-c", program, cwd=tmp_path / "out")
    assert ran.stdout == "Nicht auf Lager\n", ran.stderr
    assert not [path for path, content in contents(tmp_path / "out").items() if b"marketo" in content.lower()]
