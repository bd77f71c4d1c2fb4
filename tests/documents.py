"""Pages of documentation, done literally: every block of code is run, and its output is compared.

A page is done from top to bottom in one folder that is empty at first, with one shell and one Python, in a process of
its own: `python documents.py PAGE`.

console      after each `$ `, a command of the shell; below it, its output. A command that fails ends its output with
             the line `[exit status 1]`. Three dots stand for anything in a line, or alone on a line for any lines.
pycon        a session of Python
python       a program; what it prints is the block `text` after it
title="…"    a file, whatever its language, which is written
yaml, toml   parts of a file, which must be well-formed; keys of a catalog must be those of its schema
"""

import doctest
import io
import os
import re
import subprocess
import sys
import tomllib
from contextlib import redirect_stdout
from pathlib import Path
from typing import NamedTuple

import yaml
from conftest import ALONE

from error_catalog.mkdocs.reference_keys import keys
from error_catalog.model.fields import Table
from error_catalog.model.schema import schema

BLOCK = re.compile(r'^```(\w+)(?: title="([^"]*)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
FENCE = re.compile(r"^```", re.MULTILINE)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
END = "--- the command has ended: "


class Block(NamedTuple):
    """A block of code."""

    language: str
    title: str
    text: str
    line: int


def blocks(page: str) -> list[Block]:
    """Return the blocks of a page. Every fence must belong to one."""
    found = [Block(*match.groups(default=""), page.count("\n", 0, match.start()) + 1) for match in BLOCK.finditer(page)]
    assert len(FENCE.findall(page)) == 2 * len(found)
    return found


class Reader:
    """Somebody who does what a page says, in the current folder."""

    def __init__(self) -> None:
        self.names: dict[str, object] = {"__name__": "__main__"}
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        self.shell = subprocess.Popen(
            ["bash"],
            env=os.environ | ALONE | {"PATH": path, "MAKEFLAGS": "", "MAKELEVEL": "0", "NO_COLOR": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def close(self) -> None:
        """End the shell."""
        self.shell.communicate("exit\n", timeout=60)

    def do(self, page: str) -> int:
        """Do everything on a page, and return how many blocks it has."""
        found = blocks(page)
        rest = iter([*found, None])
        block = next(rest)
        while block is not None:
            following = next(rest)
            if block.language == "python" and not block.title:
                has_output = following is not None and following.language == "text" and not following.title
                self._program(block, following.text if following and has_output else "")
                following = next(rest) if has_output else following
            else:
                self._other(block)
            block = following
        return len(found)

    def _other(self, block: Block) -> None:
        if block.title:
            file = self._where() / block.title
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, "utf-8")
        elif block.language == "console":
            commands = COMMAND.findall(block.text)
            assert "".join(f"$ {command}\n{shown}" for command, shown in commands) == block.text, block
            for command, shown in commands:
                output = self._run(command)
                assert is_like(output, shown), f"line {block.line}: $ {command}\n{output}"
        elif block.language == "pycon":
            self._session(block)
        elif block.language == "toml":
            tomllib.loads(block.text)
        elif block.language == "yaml":
            assert unknown_keys(yaml.safe_load(block.text)) == [], block
        else:
            raise AssertionError(f"line {block.line}: nothing says what to do with a block of {block.language}")

    def _run(self, command: str) -> str:
        assert self.shell.stdin
        assert self.shell.stdout
        self.shell.stdin.write(f"{{ {command}\n}} </dev/null; status=$?\necho\necho '{END}'$status\n")
        self.shell.stdin.flush()
        lines: list[str] = []
        for line in self.shell.stdout:
            if line.startswith(END):
                break
            lines.append(line)
        status = line.removeprefix(END).strip()
        output = "".join(lines).removesuffix("\n")
        return output + (f"[exit status {status}]\n" if status != "0" else "")

    def _where(self) -> Path:
        """Return the folder that the shell is in."""
        return Path(self._run("pwd").strip())

    def _session(self, block: Block) -> None:
        test = doctest.DocTestParser().get_doctest(block.text, self.names, "page", None, block.line)
        assert test.examples, block
        log = io.StringIO()
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
        failed, _ = runner.run(test, out=log.write, clear_globs=False)
        self.names.update(test.globs)
        assert not failed, log.getvalue()

    def _program(self, block: Block, shown: str) -> None:
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(compile(block.text, f"line {block.line}", "exec"), self.names)
        assert is_like(printed.getvalue(), shown), f"line {block.line}\n{printed.getvalue()}"


def is_like(output: str, shown: str) -> bool:
    """Return True if an output is what is shown; three dots stand for anything in a line, or for any lines."""
    lines = shown.splitlines(keepends=True)
    patterns = ("(?:.*\n)*?" if line == "...\n" else re.escape(line).replace(r"\.\.\.", ".*") for line in lines)
    return re.fullmatch("".join(patterns), output) is not None


def unknown_keys(found: object) -> list[str]:
    """Return the names at the top of a part of a catalog that are no keys of catalogs, errors, texts or sites."""
    known = {key.name for key in keys(schema(Table()))} | {"plugins", "en", "de", "fr", "ja"}
    return [name for name in found if str(name) not in known] if isinstance(found, dict) else []


if __name__ == "__main__":
    reader = Reader()
    print(reader.do(Path(sys.argv[1]).read_text("utf-8")), "blocks")
    reader.close()
