"""Runs of the command line on a terminal, and with some of its parts replaced."""

import os
import pty
import subprocess
import sys
import textwrap
from pathlib import Path

from conftest import ALONE


def script(code: str, *arguments: str) -> list[str]:
    """Return a command that runs the command line after some code, in a process of its own."""
    start = "import sys; from error_catalog.cli import main; sys.exit(main())"
    return [sys.executable, "-c", f"{textwrap.dedent(code)}\n{start}", *arguments]


SLOW = """
import time
from error_catalog import commands
read = commands.read
commands.read = lambda path: (time.sleep(3), read(path))[1]
"""


def on_terminal(command: list[str], cwd: Path, **environment: str) -> str:
    """Run a command whose standard error is a terminal, and return what it shows there."""
    here, there = pty.openpty()
    environment = os.environ | ALONE | {"TERM": "xterm", "NO_COLOR": ""} | environment
    with subprocess.Popen(command, cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=there) as process:
        os.close(there)
        shown = b""
        while part := _read(here):
            shown += part
    os.close(here)
    assert process.returncode in (0, 1)
    return shown.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end is closed
        return b""
