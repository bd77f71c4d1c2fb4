"""What is printed cannot steer a terminal, and every stream can take it."""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from catalogs import SMALL
from conftest import ALONE
from hypothesis import given
from hypothesis import strategies as st
from terminal import on_terminal, script
from translators import po

from error_catalog import Finding, console
from error_catalog.model.findings import Place

INVISIBLE = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What a terminal obeys, but for the end of a line, and what turns the direction of writing."""

EVIL = "\x1b[31mred\x07\x9b2J\u202eabc\u2066\r"


@given(st.text())
def test_what_is_shown_is_one_printable_line(text: str):
    """Whatever it is, also half a surrogate pair; what is printable stays as it is."""
    said = console.shown(text)
    assert said.isprintable()
    said.encode()
    assert said == text or not text.isprintable()


@given(st.text(), st.text(), st.text())
def test_a_finding_is_one_line(path: str, where: str, message: str):
    """No message can forge another finding."""
    said = str(Finding(path, Place(1, 2), "C03", where, message))
    assert said.isprintable()


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "error_catalog", *map(str, arguments)]


def started(folder: Path, shell: str, *arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a shell, with something behind it such as `>&-`."""
    return subprocess.run(
        ["sh", "-c", f'exec "$@" {shell}', "sh", *command(*arguments)],
        cwd=folder,
        env=os.environ | ALONE | environment,
        capture_output=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def evil(tmp_path: Path) -> Path:
    """A folder with a catalog and a translator's file that try to steer a terminal."""
    text = SMALL.replace('"Nicht auf Lager"', '"\u202eNicht &amp; nie\u2066 ŝ"')
    (tmp_path / "errors.yaml").write_text(text, "utf-8")
    return tmp_path


COMMANDS: dict[str, list[object]] = {
    "generate": ["--catalog", "errors.yaml"],
    "check": ["check", "--catalog", "errors.yaml"],
    "check as annotations": ["check", "--catalog", "errors.yaml", "--format", "github"],
    "a catalog that is not there": ["check", "--catalog", f"{EVIL}.yaml"],
    "an unknown rule": ["rules", EVIL],
    "an unknown option": [f"--{EVIL}"],
    "a folder that is taken": ["init", "errors.yaml"],
    "a translator's file": ["import", "de", "de.po", "--catalog", "errors.yaml"],
    "an unknown language": ["import", EVIL, "de.po", "--catalog", "errors.yaml"],
    "a file that is not there": ["import", "de", f"{EVIL}.po", "--catalog", "errors.yaml"],
    "comparing": ["compare", "old.yaml", "--catalog", "errors.yaml"],
    "an unknown revision": ["compare", EVIL, "--catalog", "errors.yaml"],
}


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_lets_others_steer_the_terminal(name: str, evil: Path):
    """From the catalog, a translator's file, an argument or a file name; with any encoding of the terminal."""
    (evil / "old.yaml").write_text(SMALL, "utf-8")
    po(evil, "de", f"1.message{EVIL}|Out of stock|Fort")
    encoding = ("utf-8", "cp1252", "ascii")[list(COMMANDS).index(name) % 3]
    ran = started(evil, "", *COMMANDS[name], PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert ran.returncode in (0, 1, 2)
    assert ran.stdout + ran.stderr
    assert b"Traceback" not in ran.stderr
    assert INVISIBLE.findall((ran.stdout + ran.stderr).decode(encoding)) == []


@pytest.mark.slow
def test_the_text_below_a_finding_on_a_terminal_is_escaped(evil: Path):
    shown = on_terminal(script("", "check", "--catalog", "errors.yaml"), evil, NO_COLOR="1", TERM="dumb")
    assert "\\u202eNicht" in shown
    assert INVISIBLE.findall(shown.replace("\r\n", "\n")) == []


STREAMS = {
    "closed output": (">&-", 0),
    "closed errors": ("2>&-", 0),
    "closed input": ("<&-", 0),
    "all closed": ("<&- >&- 2>&-", 0),
    "full output": (">/dev/full", 1),
    "full errors": ("2>/dev/full", 0),
    "both full": (">/dev/full 2>&1", 1),
}


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [("rules",), ("--help",), ("check", "--format", "json")], ids=" ".join)
@pytest.mark.parametrize("name", STREAMS)
def test_any_stream_can_be_closed_or_full(name: str, arguments: tuple[str, ...], tmp_path: Path):
    """What could not be written is a failure with one line; what nobody wants to read is not."""
    shell, status = STREAMS[name]
    (tmp_path / "catalog").mkdir()
    (tmp_path / "catalog/errors.yaml").write_text(SMALL + "rules: {F01: hint}\n", "utf-8")
    ran = started(tmp_path, shell, *arguments)
    assert ran.returncode == status
    assert len(ran.stderr.splitlines()) == (name == "full output")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["catalog"]


@pytest.mark.slow
@pytest.mark.parametrize("shell", ["2>/dev/full", "2>&-", ">&- 2>&-"])
def test_findings_that_cannot_be_printed_still_fail(shell: str, evil: Path):
    ran = started(evil, shell, "check", "--catalog", "errors.yaml")
    assert (ran.returncode, ran.stderr) == (1, b"")


def test_streams_of_programs_that_import_the_command_are_left_alone(monkeypatch: pytest.MonkeyPatch):
    """They can be anything that has `write`."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    console.prepare()
    console.say("a\tb")
    assert console.finish(0) == 0
    assert stream.getvalue() == "a\\tb\n"
