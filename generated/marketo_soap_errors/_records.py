# Made by error-catalog. Do not edit.
"""Where one record of a log ends and another begins."""

import re

STAMP = re.compile(rb"[\[(\"{]{0,3}(?:\d{4}[-/]\d\d[-/]\d\d|\d\d[:/.]\d\d[:/.]\d\d|[A-Z][a-z]{2} +\d{1,2} \d\d:)")
TIME = re.compile(
    rb"[^\w\n]{0,3}(?P<time>"
    rb"\d{4}[-/]\d\d[-/]\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)?(?:Z|[ ]?[+-]\d\d:?\d\d\b)?"
    rb"|[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d"
    rb"|\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d(?: [+-]\d{4})?"
    rb"|\d\d:\d\d:\d\d)"
)
_DIGITS = re.compile(rb"\d+")
_PREFIX = re.compile(rb"[^<\n]{0,400}")


def record_end(data: bytes, start: int, stop: int) -> int:
    """Return where the record that has a place ends, at most `stop`.

    A line that begins with a time begins a record, except if the same words precede the markup in every line, as they
    do in the logs of containers.
    """
    if data.find(b"\n", start, stop) < 0:
        return stop
    line = data.rfind(b"\n", 0, start) + 1
    prefix = _words(data, line)
    while (newline := data.find(b"\n", max(line, start), stop)) >= 0:
        line = start = newline + 1
        if STAMP.match(data, line, stop) and _words(data, line) != prefix:
            return line
    return stop


def time_of(data: bytes, place: int) -> str | None:
    """Return the time that the line of a place begins with, as it is written there."""
    match = TIME.match(data, data.rfind(b"\n", 0, place) + 1)
    return match["time"].decode() if match else None


def _words(data: bytes, line: int) -> bytes:
    """Return what precedes the markup of a line, without figures."""
    match = _PREFIX.match(data, line)
    return _DIGITS.sub(b"0", match[0]).rstrip() if match else b""
