"""Runs of the generator in a folder of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

from conftest import ALONE, run

COMMAND = [sys.executable, "-m", "error_catalog", "--catalog", "errors.yaml", "--output", "generated"]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def generate(work: Path) -> set[str]:
    """Run the command, and return the files that it says it has changed."""
    ran = run(*COMMAND, cwd=work)
    assert ran.returncode == 0, ran.stderr
    return {line.partition("generated/")[2] for line in ran.stdout.splitlines()[:-1]}


def edit(work: Path, before: str, after: str) -> None:
    text = (work / "errors.yaml").read_text("utf-8")
    assert before in text
    (work / "errors.yaml").write_text(text.replace(before, after), "utf-8")


def outdated(work: Path) -> set[str]:
    """Return the files that `check` names."""
    ran = run(*COMMAND, "check", "--format", "json", cwd=work)
    assert ran.stderr == ""
    return {finding["where"] for finding in map(json.loads, ran.stdout.splitlines()) if finding["rule"] == "F01"}


def start(work: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(COMMAND, cwd=work, env=os.environ | ALONE, stdout=subprocess.DEVNULL)
