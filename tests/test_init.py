"""`init` makes a whole project or nothing, and overwrites no file."""

import re
import signal
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from conftest import cli, run
from ruamel.yaml import YAML

from error_catalog import init as library
from error_catalog.init import placing
from error_catalog.init.project import package_name

HOSTED = {
    "README.rst": "Shop\n====\n",
    "LICENSE": "Some licence\n",
    ".gitignore": "__pycache__/\nbuild/\ndist/\nlib/\n*.mo\n*.pot\n.venv\n",
}
"""What a hosting service puts into a new repository."""


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its content, and every folder with nothing."""
    entries = sorted(entry for entry in folder.rglob("*") if ".git" not in entry.relative_to(folder).parts)
    return {entry.relative_to(folder).as_posix(): entry.read_bytes() if entry.is_file() else b"" for entry in entries}


def clone(folder: Path) -> Path:
    """Make a repository as a hosting service makes one."""
    assert run("git", "init", "--quiet", folder).returncode == 0
    for name, content in HOSTED.items():
        (folder / name).write_text(content, "utf-8")
    return folder


def test_a_new_project_is_complete(tmp_path: Path):
    """Its catalog has no findings, and the generated files are what the generator makes of it."""
    made = cli("init", tmp_path / "some where" / "shop-errors")
    assert (made.returncode, made.stderr) == (0, "")
    folder = tmp_path / "some where" / "shop-errors"
    assert [entry.name for entry in tmp_path.iterdir()] == ["some where"]
    checked = cli("check", cwd=folder)
    assert (checked.returncode, checked.stderr) == (0, "")
    project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["name"] == "shop-errors"
    assert all((folder / file).is_file() for file in [project["readme"], *project["license-files"]])
    assert (folder / "generated" / "shop_errors" / "locale" / "de" / "LC_MESSAGES" / "shop_errors.mo").is_file()


def test_the_version_of_the_tool_stands_in_one_place(tmp_path: Path):
    """The requirement names it; no generated file does, nor a date."""
    library.init(tmp_path / "shop")
    assert f"error-catalog=={version('error-catalog')}\n" in (tmp_path / "shop/requirements.txt").read_text("utf-8")
    dated = re.compile(rb"\b20\d\d-\d\d-\d\d\b|" + re.escape(version("error-catalog")).encode())
    generated = snapshot(tmp_path / "shop" / "generated")
    del generated["errors.schema.json"]  # its examples show a version and a date
    assert [path for path, content in generated.items() if dated.search(content)] == []


def test_a_second_project_in_the_same_folder_is_refused(tmp_path: Path):
    library.init(tmp_path / "shop")
    before = snapshot(tmp_path)
    refused = cli("init", tmp_path / "shop")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(
    "path", ["notes.txt", "pyproject.toml", "catalog/other.yaml", ".github/x.yml", ".env", "tests/"]
)
def test_a_folder_with_other_files_is_refused(path: str, tmp_path: Path):
    folder = tmp_path / "shop"
    (folder / path).parent.mkdir(parents=True)
    (folder / path).mkdir() if path.endswith("/") else (folder / path).write_text("mine")
    before = snapshot(tmp_path)
    with pytest.raises(library.Occupied, match=re.escape(path.split("/")[0])):
        library.init(folder)
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("folder", ["file", "file/below"])
def test_a_file_is_refused(folder: str, tmp_path: Path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(library.Occupied):
        library.init(tmp_path / folder)
    assert snapshot(tmp_path) == {"file": b"mine"}


def test_files_of_a_clone_are_kept(tmp_path: Path):
    """The project describes itself with them, and git takes what the clone's .gitignore ignores."""
    folder = clone(tmp_path)
    assert cli("init", ".", cwd=folder).returncode == 0
    assert {name: (folder / name).read_text("utf-8") for name in HOSTED} == HOSTED
    assert not (folder / "README.md").exists()
    project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]
    assert (project["readme"], project["license-files"]) == ("README.rst", ["LICENSE"])
    assert run("git", "add", "--all", cwd=folder).returncode == 0
    committed = run("git", "ls-files", "-z", cwd=folder).stdout.split("\0")[:-1]
    assert sorted(committed) == [path for path, content in snapshot(folder).items() if (folder / path).is_file()]
    assert sum(path.endswith((".mo", ".pot")) for path in committed) == 4


@pytest.mark.parametrize(
    ("present", "readme", "licenses"),
    [
        ([], "README.md", ["LICENSE"]),
        (["README.md", "README.ja.md"], "README.md", ["LICENSE"]),
        (["readme", "COPYING.txt"], None, ["COPYING.txt"]),
        (["README.adoc", "LICENCE"], None, ["LICENCE"]),
    ],
)
def test_the_project_names_the_files_that_a_clone_has(present, readme, licenses, tmp_path: Path):
    for name in present:
        (tmp_path / name).write_text("mine")
    library.init(tmp_path)
    project = tomllib.loads((tmp_path / "pyproject.toml").read_text("utf-8"))["project"]
    assert (project.get("readme"), project["license-files"]) == (readme, licenses)


@pytest.mark.parametrize(
    ("folder", "package"),
    [
        ("shop-errors", "shop_errors"),
        ("Shop Errors (2)", "shop_errors_2"),
        ("エラー", "my_errors"),
        ("2fa", "my_errors"),
        ("json", "my_errors"),
        ("class", "my_errors"),
        ("error-catalog", "my_errors"),
        ("pytest", "my_errors"),
        ("gettext", "my_errors"),
        ("a" * 63 + "-b", "a" * 63),
    ],
)
def test_the_package_is_named_after_the_folder(folder: str, package: str):
    assert package_name(folder) == package


@pytest.mark.parametrize("is_clone", [False, True], ids=["new folder", "clone"])
@pytest.mark.parametrize("step", [0, 1, 7])
@pytest.mark.parametrize("function", ["write_bytes", "rename"])
def test_a_run_that_fails_leaves_nothing_behind(function, step, is_clone, tmp_path: Path, monkeypatch):
    """The disk is full, or somebody else has made an entry of that name."""
    folder = clone(tmp_path / "shop") if is_clone else tmp_path / "below" / "shop"
    before = snapshot(tmp_path)
    calls = []
    real = getattr(Path, function)

    def fail(self: Path, *arguments: object) -> object:
        calls.append(self)
        if len(calls) > step:
            raise OSError("no space left")
        return real(self, *arguments)

    monkeypatch.setattr(Path, function, fail)
    if function == "rename" and step and not is_clone:
        library.init(folder)  # one move is all
        assert len(calls) == 1
    else:
        with pytest.raises(OSError, match="no space left"):
            library.init(folder)
        assert snapshot(tmp_path) == before


KILLED = """
import os, signal, sys
from pathlib import Path
from error_catalog.init import init
real, calls = getattr(Path, sys.argv[2]), []
def kill(self, *arguments):
    if len(calls) == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
    calls.append(self)
    return real(self, *arguments)
setattr(Path, sys.argv[2], kill)
init(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("is_clone", [False, True], ids=["new folder", "clone"])
@pytest.mark.parametrize(("function", "step"), [("write_bytes", 9), ("rename", 0), ("rename", 4)])
def test_a_run_that_is_killed_can_be_repeated(function, step, is_clone, tmp_path: Path):
    """A new folder does not appear before it is complete; entries that appeared in a clone are whole."""
    folder = clone(tmp_path / "shop") if is_clone else tmp_path / "shop"
    killed = run(sys.executable, "-c", KILLED, folder, function, step)
    assert killed.returncode == (0 if function == "rename" and step and not is_clone else -signal.SIGKILL)
    if killed.returncode:
        assert is_clone or not folder.exists()
        library.init(folder)
    assert list(tmp_path.rglob(f"{placing.PREFIX}*")) == []
    whole = clone(tmp_path / "again" / "shop") if is_clone else tmp_path / "again" / "shop"
    library.init(whole)
    assert snapshot(folder) == snapshot(whole)


def test_workflow_and_hook_are_yaml_and_run_what_the_makefile_has(tmp_path: Path):
    library.init(tmp_path / "shop")
    folder = tmp_path / "shop"
    targets = re.findall(r"^([a-z]+):", (folder / "Makefile").read_text("utf-8"), re.MULTILINE)
    yaml = YAML(typ="safe", pure=True)
    (job,) = yaml.load((folder / ".github/workflows/ci.yml").read_text("utf-8"))["jobs"].values()
    steps = {step.get("uses", "run").partition("@")[0]: step for step in job["steps"]}
    assert steps["actions/checkout"]["with"]["fetch-depth"] == 0
    assert steps["run"]["run"].split()[:2] == ["make", "test"]
    (repository,) = yaml.load((folder / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    (hook,) = repository["hooks"]
    assert (repository["repo"], hook["language"], hook["pass_filenames"]) == ("local", "system", False)
    assert hook["entry"].split()[0] == "make"
    assert {hook["entry"].split()[1], "test"} <= set(targets)
    changed = {
        path: bool(re.search(hook["files"], path)) for path in ("catalog/errors.yaml", "generated/x", "README.md")
    }
    assert changed == {"catalog/errors.yaml": True, "generated/x": True, "README.md": False}
