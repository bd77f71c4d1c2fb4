"""The README is true: its session prints what it shows, its commands and its links exist, and its picture is small."""

import re
import shutil
import sys
from pathlib import Path

import pytest
from conftest import ROOT, run
from documents import COMMAND, blocks, is_like

README = (ROOT / "README.md").read_text("utf-8")
LARGEST_PICTURE = 100_000


def commands() -> dict[str, str]:
    """Return the commands of the README, with what it shows of their output."""
    (console,) = [block for block in blocks(README) if block.language == "console"]
    return dict(COMMAND.findall(console.text))


def test_every_block_of_python_of_the_readme(tmp_path: Path):
    page = tmp_path / "page.md"
    page.write_text(re.sub(r"^```console\n.*?^```\n", "", README, flags=re.MULTILINE | re.DOTALL), "utf-8")
    done = run(sys.executable, ROOT / "tests" / "documents.py", page, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "1 blocks\n"), done.stderr


@pytest.mark.slow
def test_make_does_what_the_readme_shows(tmp_path: Path):
    """In a copy of what git has, with this environment: `.ci/run` has set it up with `make` itself."""
    for name in run("git", "ls-files", "-z").stdout.split("\0")[:-1]:
        copy = tmp_path / "clone" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, copy)
    set_up = tmp_path / "set-up"
    set_up.touch()
    environment = {"MAKEFLAGS": "", "MAKELEVEL": "0", "BIN": str(Path(sys.executable).parent), "SET_UP": str(set_up)}
    made = run("make", "--environment-overrides", cwd=tmp_path / "clone", **environment)
    assert made.returncode == 0, made.stderr
    assert is_like(made.stdout, commands()["make"]), made.stdout
    assert (tmp_path / "clone" / "site" / "_build" / "fr" / "codes" / "20014.html").is_file()


def test_make_test_runs_every_test():
    """It would run this test too: that it passes is what CI shows, which ends with it."""
    asked = run("make", "--dry-run", "test", f"PYTHON={sys.executable}", MAKEFLAGS="", MAKELEVEL="0")
    assert re.search(r"-m pytest(?: --\S+(?: \w+)?)*$", asked.stdout, re.MULTILINE), asked.stdout
    assert (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1] == "make test"
    assert list(commands()) == ["make", "make test"]


def test_the_readme_is_one_screen():
    """About fifty lines, at most twelve of Python, and a picture of less than 100 KB."""
    assert len(README.splitlines()) <= 50
    (session,) = [block for block in blocks(README) if block.language == "pycon"]
    assert len(session.text.splitlines()) <= 12
    (picture,) = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)
    assert 0 < (ROOT / picture).stat().st_size < LARGEST_PICTURE


def test_the_links_of_the_readmes_lead_somewhere():
    for file in ("README.md", "CONTRIBUTING.md", "codegen/README.md"):
        links = re.findall(r"\]\(([^):]+)\)", (ROOT / file).read_text("utf-8"))
        assert [link for link in links if not (ROOT / file).parent.joinpath(link).exists()] == []


def test_the_targets_that_are_named_exist():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for file in ("README.md", "CONTRIBUTING.md"):
        assert set(re.findall(r"`make ([a-z-]+)", (ROOT / file).read_text("utf-8"))) <= targets
