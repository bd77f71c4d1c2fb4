"""A run that takes longer than two seconds shows what it is doing, on a terminal only."""

import json
import re
from pathlib import Path

from catalogs import SMALL
from conftest import run
from terminal import SLOW, on_terminal, script

IMPATIENT = SLOW.replace("3", "1") + "from error_catalog import progress\nprogress.PATIENCE = 0.1"


def last_line(shown: str) -> str:
    """Return what stands on a terminal in the end, if everything was printed on one line."""
    line: list[str] = []
    column = 0
    for character in shown:
        if character == "\r":
            column = 0
        else:
            line[column : column + 1] = [character]
            column += 1
    return "".join(line)


def test_a_long_run_shows_its_stage_on_a_terminal_and_clears_it(tmp_path: Path):
    (tmp_path / "errors.yaml").write_text(SMALL, "utf-8")
    shown = on_terminal(script(SLOW, "--catalog", "errors.yaml"), tmp_path, COLUMNS="80")
    assert re.search(r"\rreading errors\.yaml \S 2 s", shown)
    assert last_line(shown).strip() == ""


def test_progress_stays_on_its_line(tmp_path: Path):
    name = f"{'long_' * 30}.yaml"
    (tmp_path / name).write_text(SMALL, "utf-8")
    shown = on_terminal(script(IMPATIENT, "--catalog", name), tmp_path, COLUMNS="40")
    assert max(map(len, shown.split("\r"))) == 39


def test_a_long_run_shows_nothing_in_a_pipe(tmp_path: Path):
    (tmp_path / "errors.yaml").write_text(SMALL, "utf-8")
    ran = run(*script(IMPATIENT, "check", "--catalog", "errors.yaml", "--format", "json"), cwd=tmp_path)
    assert ran.stderr == ""
    assert all(json.loads(line) for line in ran.stdout.splitlines())


def test_a_short_run_shows_nothing_on_a_terminal(tmp_path: Path):
    (tmp_path / "errors.yaml").write_text(SMALL, "utf-8")
    patient = "from error_catalog import progress\nprogress.PATIENCE = 60"
    assert on_terminal(script(patient, "--catalog", "errors.yaml"), tmp_path) == ""
