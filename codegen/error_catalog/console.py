"""The one place that prints: what comes from outside cannot steer a terminal, and any stream can take it.

Texts, names and paths of others can have control characters and characters that change the direction of writing. They
are shown as escapes. Characters that the encoding of a stream does not have are escapes as well.
"""

import contextlib
import io
import os
import sys
from typing import TextIO


def shown(text: str) -> str:
    """Return a text on one line, with invisible characters as escapes: `\\n`, `\\xa0`, `\\u202e`."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def say(line: object = "") -> None:
    """Print a line on standard output."""
    print(shown(str(line)))


def complain(line: object) -> None:
    """Print a line on standard error."""
    print(shown(str(line)), file=sys.stderr)


def prepare() -> None:
    """Make both streams usable: those that are closed drop what is printed, and every character can be printed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - open until the end
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def finish(status: int) -> int:
    """Return the exit status after everything is written; at least 1 if a stream, such as a full disk, refuses it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as error:
            if not isinstance(error, BrokenPipeError) and stream is sys.stdout:
                with contextlib.suppress(OSError):
                    complain(f"standard output: {error.strerror}")
            _abandon(stream)
            status = status or 1
    return status


def _abandon(stream: TextIO) -> None:
    """Drop what a stream could not write, so that Python does not try it again when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
