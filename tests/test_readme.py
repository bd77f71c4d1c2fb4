"""The README is true: its session prints what it shows, its commands and its links exist, and its picture is small."""

import re
import sys
from pathlib import Path

from conftest import ROOT, run
from documents import blocks

README = (ROOT / "README.md").read_text("utf-8")
LARGEST_PICTURE = 100_000


def test_every_block_of_the_readme(tmp_path: Path):
    """Its commands are asked what they would do: what they do is what CI and these tests are."""
    (console,) = [block for block in blocks(README) if block.language == "console"]
    commands = [line.removeprefix("$ ") for line in console.text.splitlines()]
    assert commands == ["make", "make test"]
    for command in commands:
        asked = run(*command.split(), "--dry-run", f"PYTHON={sys.executable}", MAKEFLAGS="", MAKELEVEL="0")
        assert asked.returncode == 0, asked.stderr
        assert ("pytest" if "test" in command else "mkdocs build") in asked.stdout
    page = tmp_path / "page.md"
    page.write_text(README.replace(f"```console\n{console.text}```\n", ""), "utf-8")
    done = run(sys.executable, ROOT / "tests" / "documents.py", page, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "1 blocks\n"), done.stderr


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
