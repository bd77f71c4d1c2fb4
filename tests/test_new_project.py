"""A new project from the generator's wheel alone: in an empty environment, with nothing of this repository."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT, program, run
from test_init import clone

pytestmark = pytest.mark.slow

AUTHOR = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.com")
SHELL = re.compile(r"^    (\S.*)$", re.MULTILINE)
PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def make(folder: Path, *targets: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run make as if it had been started by hand, also if these tests were started by make."""
    program("make", "make")
    return run("make", f"PYTHON={sys.executable}", *targets, cwd=folder, MAKEFLAGS="", MAKELEVEL="0", **environment)


def succeeded(ran: subprocess.CompletedProcess[str]) -> str:
    """Return what a command has printed, if it has succeeded."""
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def commit(folder: Path) -> None:
    if not (folder / ".git").exists():
        succeeded(run("git", "init", "--quiet", cwd=folder))
    succeeded(run("git", "add", "--all", cwd=folder))
    succeeded(run("git", *AUTHOR, "commit", "--quiet", "--message", "Begin", cwd=folder))


def status(folder: Path) -> str:
    return succeeded(run("git", "status", "--porcelain", cwd=folder))


@pytest.fixture(scope="module")
def wheel(built_generator: Path) -> Path:
    (wheel,) = built_generator.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def generator(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in an environment that has the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("environment")
    succeeded(run(sys.executable, "-m", "venv", folder))
    succeeded(run(folder / "bin" / "python", "-m", "pip", "install", "--quiet", wheel))
    return folder / "bin" / "error-catalog"


@pytest.fixture(scope="module")
def new(generator: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project that requires the version it was made with, found beside the package index; all is committed."""
    folder = tmp_path_factory.mktemp("new") / "shop-errors"
    succeeded(run(generator, "init", folder, cwd=folder.parent))
    commit(folder)
    links = f"{os.environ.get('PIP_FIND_LINKS', '')} {wheel.parent}".strip()
    succeeded(make(folder, PIP_FIND_LINKS=links))
    return folder


def test_the_tree_is_clean_after_make_and_make_test(new: Path):
    assert status(new) == ""
    assert re.search(r"\d{2} passed", succeeded(make(new, "test")))
    assert status(new) == ""


def test_everything_that_the_new_project_says(new: Path, tmp_path: Path):
    """README.md and CONTRIBUTING.md, line by line, as somebody does what they say who has never seen them."""
    readme, guide = ((new / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    (example,) = PYTHON.findall(readme)
    shown = succeeded(run(new / ".venv/bin/python", "-c", example, cwd=tmp_path))
    assert shown == "OUT_OF_STOCK 409\nDer Artikel A4 ist nicht auf Lager\n"
    po = (new / "generated/gettext/fr.po").read_text("utf-8")
    translated = po.replace('msgid "Account closed"\nmsgstr ""', 'msgid "Account closed"\nmsgstr "Compte fermé"')
    assert translated != po
    (new / "fr.po").write_text(translated, "utf-8")
    succeeded(run("git", "tag", "v0.1.0", cwd=new))
    lines = [*SHELL.findall(readme), *SHELL.findall(guide)]
    assert len(lines) == 12
    for line in lines:
        command = shlex.split(line, comments=True)
        ran = make(new, *command[1:]) if command[0] == "make" else run(*command, cwd=new)
        succeeded(ran)
    assert status(new).split() == ["M", "catalog/errors.yaml", *changed_by_a_translation(), "??", "fr.po"]
    succeeded(run("git", "checkout", "--quiet", ".", cwd=new))
    (new / "fr.po").unlink()


def changed_by_a_translation() -> list[str]:
    """Return the files that a French text changes, as git lists them."""
    files = ["catalog.json", "gettext/fr.po", "shop_errors/locale/fr/LC_MESSAGES/shop_errors.mo"]
    return [word for file in files for word in ("M", f"generated/{file}")]


def test_the_hook_and_the_tests_find_what_is_wrong(new: Path):
    """The command of the pre-commit configuration fails, and one test fails for each text with a finding."""
    catalog = new / "catalog" / "errors.yaml"
    text = catalog.read_text("utf-8")
    catalog.write_text(text.replace('"Er wird jeden', '"Er wird &amp; jeden').replace('"Lager"', '"Lager "'), "utf-8")
    try:
        (entry,) = re.findall(r"entry: (.*)", (new / ".pre-commit-config.yaml").read_text("utf-8"))
        assert make(new, *entry.split()[1:]).returncode != 0
        annotated = make(new, "check", "FORMAT=github").stdout
        assert re.findall(r"^::error file=(.*?),line=\d+,col=\d+,title=(\w+)::", annotated, re.MULTILINE) == [
            ("catalog/errors.yaml", "C07"),
            ("catalog/errors.yaml", "C05"),
        ]
        tested = run(new / ".venv/bin/python", "-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=new)
        failed = re.findall(r"^FAILED \S+::(\S+)", tested.stdout, re.MULTILINE)
        assert sorted(failed) == ["test_text[1001-note-de]", "test_text[categories-stock-de]"]
    finally:
        catalog.write_text(text, "utf-8")


def test_the_wheel_of_the_new_project_in_another_environment(new: Path, tmp_path: Path):
    """It needs nothing else, and has every language."""
    succeeded(make(new, "build"))
    (wheel,) = (new / "dist").glob("*.whl")
    succeeded(run(sys.executable, "-m", "venv", tmp_path))
    succeeded(run(tmp_path / "bin/python", "-m", "pip", "install", "--no-index", wheel))
    program = (
        "from shop_errors import LANGUAGES, ErrorCode as E; print(*[E(1003).localized(t).message for t in LANGUAGES])"
    )
    printed = succeeded(run(tmp_path / "bin/python", "-I", "-c", program, cwd=tmp_path))
    assert printed == "Account closed Konto geschlossen Account closed\n"
    assert "OUT_OF_STOCK" in succeeded(run(tmp_path / "bin/shop-errors", "list", cwd=tmp_path))
    assert status(new) == ""


def test_a_fresh_clone_in_a_path_with_a_space(generator: Path, wheel: Path, tmp_path: Path):
    """The clone's README.rst and LICENSE describe the wheel; what its .gitignore ignores is committed and packed."""
    folder = clone(tmp_path / "my clones" / "shop errors")
    succeeded(run(generator, "init", ".", "--requirement", wheel, cwd=folder))
    commit(folder)
    for target in ("all", "test", "build"):
        succeeded(make(folder, target))
        assert status(folder) == ""
    (built,) = (folder / "dist").glob("*.whl")
    with zipfile.ZipFile(built) as packed:
        names = packed.namelist()
        (metadata,) = (packed.read(name).decode() for name in names if name.endswith("METADATA"))
    assert sum(name.endswith(".mo") for name in names) == 3
    assert "License-File: LICENSE\n" in metadata
    assert "Description-Content-Type: text/x-rst\n" in metadata
    succeeded(run(".venv/bin/error-catalog", "check", cwd=folder))


@pytest.mark.parametrize("kind", ["folder", "address"])
def test_pip_installs_the_generator_from(kind: str, generator: Path, tmp_path: Path):
    """A folder, or a repository in whose folder `codegen` it is."""
    repository = tmp_path / "a repository"
    hidden = shutil.ignore_patterns("__pycache__", ".*")
    shutil.copytree(ROOT / "codegen", repository / "codegen", ignore=hidden)
    commit(repository)
    address = f"git+{repository.as_uri()}#subdirectory=codegen"
    given = address if kind == "address" else repository / "codegen"
    succeeded(run(generator, "init", tmp_path / "shop", "--requirement", given))
    options = ("--dry-run", "--no-deps", "--no-build-isolation", "--ignore-installed", "--requirement")
    installed = run(sys.executable, "-m", "pip", "install", *options, tmp_path / "shop" / "requirements.txt")
    assert "error-catalog-2" in succeeded(installed)
