# Copied as it stands from codegen/templates/package: edit it there.
"""The command: explain a code, list all of them, count the faults in logs."""

import argparse
import difflib
import gzip
import io
import json
import os
import sys
import time
from collections.abc import Sequence
from typing import Any, NamedTuple

from ._catalog import DOMAIN, SITE, SOURCE_LANGUAGE, ErrorCode
from ._faults import Fault, find_faults, read_fault
from ._kind import Code
from ._texts import preferred_language
from ._words import LABELS

LONGEST_NUMBER = 40
GZIP = b"\x1f\x8b"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. You get its exit status: 0 found, 1 nothing found, 2 wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] not in {"explain", "list", "scan", "-h", "--help"}:
        given.insert(0, "explain")
    options = _parser().parse_args(given)
    options.language = preferred_language(options.language)
    try:
        return int(options.run(options))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"{error.filename or 'input'}: {error.strerror or error}", file=sys.stderr)
        return 2


def explain(options: argparse.Namespace) -> int:
    """Say what a code means and what to do: by number, name, text in any language, or a pasted fault."""
    asked = options.what or [sys.stdin.read()]
    whole = " ".join(asked)
    matched = {whole: _matches(whole)}
    if not matched[whole]:
        matched = {what: _matches(what) for what in asked}
    found: dict[ErrorCode, Fault | None] = {}
    for what, matches in matched.items():
        found.update(matches)
        if not matches:
            _suggest(what)
    entries = [_entry(code, options.language, fault) for code, fault in found.items()]
    if options.json:
        print(json.dumps(entries, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(_shown(entry, options.language) for entry in entries), end="\n" if entries else "")
    return 0 if entries else 1


def list_codes(options: argparse.Namespace) -> int:
    """List every code, or those of a category or a recovery."""
    codes = [
        code
        for code in ErrorCode
        if options.category in (None, code.category) and options.recovery in (None, code.recovery)
    ]
    if options.json:
        print(json.dumps([_entry(code, options.language, None) for code in codes], ensure_ascii=False, indent=2))
    for code in codes if not options.json else ():
        print(f"{code}  {code.name}  {code.localized(options.language).message}")
    return 0 if codes else 1


class Tally(NamedTuple):
    """How many faults in logs have a code, and the places of the first and the last."""

    faults: int
    first: str
    last: str


def scan(options: argparse.Namespace) -> int:
    """Count the faults in logs, by code."""
    tallies: dict[ErrorCode | Code | None, Tally] = {}
    for name in options.files or ["-"]:
        with _opened(name) as file:
            for fault in find_faults(file):
                place = f"{name}:{fault.line}"
                before = tallies.get(fault.code, Tally(0, place, place))
                tallies[fault.code] = Tally(before.faults + 1, before.first, place)
    most_first = sorted(tallies.items(), key=lambda item: -item[1].faults)
    rows = [_row(code, tally, options.language) for code, tally in most_first]
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            code = "-" if row["code"] is None else row["code"]
            print(f"{row['count']:>8}  {code:>6}  {row['first']} - {row['last']}  {row['message']}")
            if row["advice"]:
                print(f"{'':18}{row['advice']}")
    return 0 if rows else 1


def _matches(what: str) -> dict[ErrorCode, Fault | None]:
    """The codes that somebody may mean, with the fault they come from, if it is one."""
    said = what.strip()
    is_number = said.lstrip("-").isdecimal() and said.isascii() and len(said) < LONGEST_NUMBER
    written = str(int(said)) if is_number and issubclass(ErrorCode, int) else said
    coded = [code for code in ErrorCode if str(code.value).casefold() == written.casefold()]
    if coded or (is_number and issubclass(ErrorCode, int)):
        return dict.fromkeys(coded)
    if said.upper() in ErrorCode.__members__:
        return {ErrorCode[said.upper()]: None}
    named = [code for code in ErrorCode if code.name.casefold() == said.casefold()]
    fault = None if named else read_fault(what)
    if fault is not None and isinstance(fault.code, ErrorCode):
        return {fault.code: fault}
    return dict.fromkeys(named or _with_text(said.casefold()))


def _with_text(part: str) -> list[ErrorCode]:
    """The codes that say this in any language; those that say it whole, if there are any."""
    from ._catalog import LANGUAGES

    if not part:
        return []
    texts = [(code, code.localized(tag)) for code in ErrorCode for tag in LANGUAGES]
    whole = [code for code, text in texts if part in (text.message.casefold(), text.note.casefold())]
    return whole or [code for code, text in texts if part in f"{text.message}\n{text.note}".casefold()]


def _suggest(what: str) -> None:
    """Say what comes near to it."""
    names = [code.name for code in ErrorCode] + [str(code) for code in ErrorCode]
    near = difflib.get_close_matches(what.strip().upper().replace(" ", "_")[:80], names, 3)
    hint = f"; near to it: {', '.join(near)}" if near else ""
    print(f"{what.strip()[:80]!r} is no code, name or text of {DOMAIN}{hint}", file=sys.stderr)


def _entry(code: ErrorCode, language: str, fault: Fault | None) -> dict[str, Any]:
    """All there is to say of a code, in a language and in the source language."""
    text = code.localized(language)
    recovery = code.recovery
    entry: dict[str, Any] = {
        "code": code.value,
        "name": code.name,
        "language": text.language,
        "message": text.message,
        "note": text.note,
        "category": code.category,
        "recovery": recovery,
        "retry": recovery.retry if recovery else None,
        "stated": recovery.stated if recovery else None,
        "advice": recovery.localized(language) if recovery else None,
        "rest": list(code.rest),
        "limit": code.limit.figures if code.limit else None,
        "retired": _retired(code, language),
        "original": {"language": SOURCE_LANGUAGE, "message": code.message, "note": code.note},
        "link": f"{SITE}codes/{code.value}.html",
    }
    return entry | ({"fault": fault._asdict()} if fault else {})


def _retired(code: ErrorCode, language: str) -> dict[str, Any] | None:
    """Since when a code is retired, why, and what to use instead."""
    retired = code.retired
    return {**retired._asdict(), "because": retired.localized(language)} if retired else None


def _shown(entry: dict[str, Any], language: str) -> str:
    """An entry as people read it."""

    def say(label: str) -> str:
        return LABELS[label][language]

    lines = [f"{entry['code']} {entry['name']}", f"  {entry['message']}", f"  {entry['note']}"]
    if entry["retired"]:
        lines.append(f"  {say('retired')} {entry['retired']['since']}: {entry['retired']['because']}")
        lines += [f"  {say('use_instead')}: {entry['retired']['use']}"] if entry["retired"]["use"] is not None else []
    if entry["advice"]:
        whose = say("stated") if entry["stated"] else say("own_advice")
        lines.append(f"  {say('what_to_do')}: {entry['advice']} ({whose})")
    if entry["language"] != SOURCE_LANGUAGE:
        lines.append(f"  {say('original')}: {entry['original']['message']}. {entry['original']['note']}")
    if "fault" in entry:
        lines.append(f"  server: {entry['fault']['message'] or entry['fault']['faultstring']}")
    return "\n".join([*(line for line in lines if line.strip()), f"  {entry['link']}"])


def _row(code: ErrorCode | Code | None, tally: Tally, language: str) -> dict[str, Any]:
    known = code if isinstance(code, ErrorCode) else None
    return {
        "code": code,
        "name": known.name if known else None,
        "count": tally.faults,
        "first": tally.first,
        "last": tally.last,
        "message": known.localized(language).message if known else "",
        "advice": known.recovery.localized(language) if known and known.recovery else "",
    }


def _opened(name: str) -> Any:
    """A file or standard input, unpacked if it is packed with gzip; on a terminal with a progress bar."""
    file: Any = sys.stdin.buffer if name == "-" else open(name, "rb")  # noqa: SIM115 (the caller closes it)
    packed = file.peek(2)[:2] == GZIP
    if name != "-" and sys.stderr.isatty():
        file = io.BufferedReader(_Shown(file, os.path.getsize(name)), 1 << 20)
    return gzip.open(file) if packed else file


class _Shown(io.RawIOBase):
    """A file that shows on standard error how much of it has been read, once that takes more than a second."""

    def __init__(self, file: Any, size: int) -> None:
        self._file, self._size, self._read, self._since = file, size, 0, time.monotonic()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        count: int = self._file.readinto(buffer)
        self._read += count
        if self._size and time.monotonic() - self._since > 1:
            share = self._read / self._size
            bar = "#" * int(30 * share)
            print(
                f"\r[{bar:30}] {share:4.0%}", end="" if count else "\r" + " " * 40 + "\r", file=sys.stderr, flush=True
            )
        return count

    def close(self) -> None:
        self._file.close()
        super().close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=DOMAIN.replace("_", "-"), description=LABELS["title"][SOURCE_LANGUAGE])
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--language", metavar="TAG", help="default: that of the environment")
    shared.add_argument("--json", action="store_true", help="for programs")
    for run, name in ((explain, "explain"), (list_codes, "list"), (scan, "scan")):
        command = commands.add_parser(name, parents=[shared], help=run.__doc__, description=run.__doc__)
        command.set_defaults(run=run)
        if run is explain:
            command.add_argument("what", nargs="*", metavar="WHAT", help="default: standard input")
        elif run is scan:
            command.add_argument("files", nargs="*", metavar="FILE", help="also gzip; default: standard input")
        else:
            command.add_argument("--category")
            command.add_argument("--recovery")
    return parser
