"""The command line: options, exit statuses, help, interruptions and encodings."""

import argparse
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from catalogs import SMALL
from conftest import ALONE, cli
from terminal import SLOW, script

from error_catalog.cli import parser

COMMANDS = ["generate", "check", "baseline", "stale", "compare", "import", "init", "rules"]


def test_options_can_stand_before_a_command_and_after_it(tmp_path: Path):
    (tmp_path / "shop.yaml").write_text(SMALL, "utf-8")
    options = ["--catalog", "shop.yaml", "--output", "made", "--only", "json"]
    assert cli(*options, "generate", cwd=tmp_path).returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["made", "shop.yaml"]
    assert cli(*options, "check", cwd=tmp_path).returncode == 0
    assert cli("check", *options, cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["chek"],
        ["check", "--format", "xml"],
        ["--only", "nonsense"],
        ["compare"],
        ["import", "de"],
        ["init"],
        ["rules", "X99"],
        ["check", "more"],
    ],
    ids=" ".join,
)
def test_wrong_usage(arguments: list[str], tmp_path: Path):
    ran = cli(*arguments, cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr
    assert list(tmp_path.iterdir()) == []


def parsers() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of the command line, and that of each command by its name."""
    (commands,) = (action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    return {"": parser(), **commands.choices}


def test_help_describes_every_command_and_every_option():
    assert list(parsers()) == ["", *COMMANDS]
    for name, one in parsers().items():
        assert (one.description or "").endswith("."), name
        undescribed = [action.dest for action in one._actions if not (action.help or action.dest == "==SUPPRESS==")]
        assert undescribed == [], name


@pytest.mark.parametrize("command", ["", "check"])
def test_help_is_printed(command: str):
    ran = cli(*command.split(), "--help")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith(f"usage: error-catalog {command}".rstrip())


def test_the_version():
    ran = cli("--version")
    assert re.fullmatch(r"error-catalog \d+\.\d+\.\d+\n", ran.stdout)


def test_an_interrupted_run_ends_without_a_traceback(tmp_path: Path):
    (tmp_path / "errors.yaml").write_text(SMALL, "utf-8")
    told = SLOW.replace("(time.sleep(3)", "(print('reading', flush=True), time.sleep(30)")
    command = script(told, "--catalog", "errors.yaml")
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=tmp_path, env=os.environ | ALONE, stdout=pipe, stderr=pipe, text=True) as ran:
        assert ran.stdout
        assert ran.stdout.readline() == "reading\n"
        time.sleep(0.2)
        ran.send_signal(signal.SIGINT)
        _, errors = ran.communicate(timeout=20)
    assert ran.returncode == 130
    assert len(errors.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["errors.yaml"]


def test_a_reader_that_stops_reading_is_no_error():
    """As in `error-catalog rules | head -1`."""
    command = [sys.executable, "-m", "error_catalog", "rules"]
    environment = os.environ | ALONE
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        assert ran.stdout
        assert ran.stderr
        ran.stdout.close()
        assert ran.stderr.read() == b""
    assert ran.returncode in (0, 1)


def test_texts_are_printed_whatever_the_encoding_of_the_terminal(tmp_path: Path):
    (tmp_path / "old.yaml").write_text(SMALL, "utf-8")
    (tmp_path / "new.yaml").write_text(SMALL.replace("Nicht auf Lager", "Nicht vorrätig"), "utf-8")
    ran = cli("compare", "old.yaml", "--catalog", "new.yaml", cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "vorr\\xe4tig" in ran.stdout
