# Made by error-catalog. Do not edit.
"""The subcommand that counts the faults in logs."""

import io
import os
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from ._catalog import ErrorCode
from ._explain import print_json, standard_input
from ._fault import Fault, unlisted
from ._kind import Code
from ._lines import Reader
from ._logs import faults_of
from ._shown import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

MOST_MESSAGES = 10_000  # of a code, that are remembered
SHOWN = 3


@dataclass
class Tally:
    """The faults that have a code: how many, what the server said, and where and when the first and the last is."""

    first: str
    first_time: str | None
    last: str = ""
    last_time: str | None = None
    count: int = 0
    messages: Counter[str] = field(default_factory=Counter)

    def add(self, fault: Fault, place: str, when: str | None) -> None:
        self.count += 1
        self.last, self.last_time = place, when
        said = fault.message or fault.faultstring
        if said and (said in self.messages or len(self.messages) < MOST_MESSAGES):
            self.messages[said] += 1


Tallies = dict["ErrorCode | Code | None", Tally]


def scan(options: "argparse.Namespace") -> int:
    """Count the faults in logs, by code. Files may be packed by gzip, bzip2 or xz."""
    tallies: Tallies = {}
    problems = []
    for name in options.files or ["-"]:
        try:
            with _opened(name) as file:
                _count(file, name, tallies)
        except (OSError, EOFError) as error:
            problems.append(name)
            print(shown(f"{name}: {getattr(error, 'strerror', None) or error}"), file=sys.stderr)
    most_first = sorted(tallies.items(), key=lambda item: -item[1].count)
    if options.json:
        print_json([_row(code, tally, options.language) for code, tally in most_first])
    else:
        for code, tally in most_first:
            _show(_row(code, tally, options.language), tally, options)
    return 2 if problems else 0 if tallies else 1


def _count(file: Any, name: str, tallies: Tallies) -> None:
    for fault, when in faults_of(file):
        place = f"{name}:{fault.line}"
        if fault.code not in tallies:
            tallies[fault.code] = Tally(place, when)
        tallies[fault.code].add(fault, place, when)


def _row(code: ErrorCode | Code | None, tally: Tally, language: str | None) -> dict[str, Any]:
    known = code if isinstance(code, ErrorCode) else None
    text = known.localized(language) if known else unlisted(code, language)
    return {
        "code": code,
        "is_known": known is not None,
        "name": known.name if known else None,
        "count": tally.count,
        "first": tally.first,
        "first_time": tally.first_time,
        "last": tally.last,
        "last_time": tally.last_time,
        "message": text.message if text else "",
        "advice": known.recovery.localized(language) if known and known.recovery else "",
        "server": [{"message": said, "count": count} for said, count in tally.messages.most_common()],
    }


def _show(row: dict[str, Any], tally: Tally, options: "argparse.Namespace") -> None:
    reader = Reader(options.language)
    code = "-" if row["code"] is None else row["code"]
    first = " ".join(filter(None, (row["first"], row["first_time"])))
    last = " ".join(filter(None, (row["last"], row["last_time"])))
    print(shown(f"{row['count']:>8}  {code:>6}  {row['name'] or '?'}  {first} - {last}"))
    most = row["server"] if options.all else row["server"][:SHOWN]
    said = [reader.line(reader.say("server"), shown(f"{one['message']} × {one['count']}")) for one in most]
    left = len(row["server"]) - len(most)
    for line in filter(None, (row["message"], row["advice"], *said, f"… + {left} (--all)" if left else "")):
        print(f"{'':18}{line}")


def _opened(name: str) -> Any:
    """Open a file or standard input, on a terminal with a progress bar."""
    if name == "-":
        return io.BufferedReader(io.FileIO(standard_input().fileno(), closefd=False), 1 << 20)
    file: Any = open(name, "rb")  # noqa: SIM115 (the caller closes it)
    if sys.stderr.isatty():
        file = io.BufferedReader(_Shown(file, os.path.getsize(name)), 1 << 20)
    return file


class _Shown(io.RawIOBase):
    """A file that shows on standard error how much of it has been read, once that has taken more than a second."""

    def __init__(self, file: Any, size: int) -> None:
        self._file, self._size, self._read, self._since = file, size, 0, time.monotonic()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        count: int = self._file.readinto(buffer)
        self._read += count
        if self._size and time.monotonic() - self._since > 1:
            share = min(1.0, self._read / self._size)
            bar = "#" * int(30 * share)
            end = "" if count else "\r" + " " * 40 + "\r"
            print(f"\r[{bar:30}] {share:4.0%}", end=end, file=sys.stderr, flush=True)
        return count

    def close(self) -> None:
        self._file.close()
        super().close()
