# Made by error-catalog. Do not edit.
"""Every fault of a log, found without a look at every line."""

import re
from dataclasses import replace
from heapq import merge

from ._codes import fault_of
from ._fault import Fault
from ._records import record_end, time_of
from ._rendered import IN_LOG, LINE, at_mark, folded, is_candidate, marks, of_match
from ._soap import LONGEST, Refused, read_xml
from ._sources import opened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._faults import Source

    Timed = tuple[Fault, str | None]

BEFORE = 128  # bytes of a line that are kept if the line is too long to be kept
_OPEN = rb"(?:<|&lt;|\\u003[cC])"
_NAME = rb"(?:[\w.\-]{1,64}:)?"
OPENED = re.compile(_OPEN + rb"(?P<closes>\\?/)?" + _NAME + rb"\Z")
AFTER_NAME = re.compile(rb"Fault(?:[\s>/\\]|&gt;|\\u003[eE])")
END = re.compile(
    rb"(?P<end>/" + _NAME + rb"Fault\b\s*(?:>|&gt;|\\u003[eE])?)"
    rb"|" + _OPEN + rb"(?:\\?/?" + _NAME + rb"(?:Envelope|Fault)\b|\?xml)"
)  # fmt: skip
TAG = re.compile(rb"</?[\w:.\-]+[^<>]*>")


class Scanner:
    """Finds the faults of a log that is fed to it in pieces, and keeps what the next piece can complete."""

    def __init__(self) -> None:
        self._rest = b"\n"  # every line follows a newline, the first one too
        self._at = 1  # what precedes has been searched
        self._free = 0  # no envelope of a later fault begins before
        self._newlines = 0

    def pass_line(self) -> None:
        """Count a line in which nothing can begin. Nothing may be kept from before."""
        self._newlines += 1

    @property
    def keeps(self) -> bool:
        """Whether the next line can complete something."""
        return len(self._rest) > 1

    def feed(self, data: bytes, is_last: bool = False) -> "Iterator[Timed]":
        """Yield the faults that are complete now, with their lines and the times of these."""
        buffer = self._rest + data
        low = folded(buffer)
        limit = len(buffer) if is_last else _complete(buffer)
        at, free = self._at, self._free
        counted, newlines = 0, self._newlines
        keep: int | None = None
        lines = ((match.start() + 1, True) for match in LINE.finditer(buffer, max(at - 1, 0), limit))
        for place, is_line in merge(lines, ((place, False) for place in marks(low, at, limit))):
            if place < at:
                continue
            tag = None if is_line else _start_tag(buffer, place, at)
            if tag is not None:
                begin = _envelope(buffer, free, tag)
                if begin is None or record_end(buffer, begin, tag) < tag:
                    begin = tag
                end = _end(buffer, tag, is_last)
                if end is None:
                    keep, at = begin, tag
                    break
                fault, at = _of_xml(buffer, begin, tag, end)
                free, place = at, begin
            else:
                match = LINE.match(buffer, place - 1) if is_line else None
                found = of_match(match) if match else None if is_line else at_mark(IN_LOG, buffer, place)
                if found is None:
                    continue
                fault, at = found
            if fault is not None:
                newlines += buffer.count(b"\n", counted, place)
                counted = place
                yield replace(fault, line=newlines), time_of(buffer, place)
        self._keep(buffer, limit, keep, at, free)

    def _keep(self, buffer: bytes, limit: int, keep: int | None, at: int, free: int) -> None:
        """Keep what is not complete: an XML element, an envelope that is open, a line."""
        if keep is None:
            at = max(at, limit)
            envelope = _envelope(buffer, free, limit)
            keep = min(envelope if envelope is not None else limit, limit)
        keep = max(0, keep - 1) if buffer[keep - 1 : keep] == b"\n" else max(0, keep - BEFORE)
        self._newlines += buffer.count(b"\n", 0, keep)
        self._rest, self._at, self._free = buffer[keep:], at - keep, max(0, free - keep)


def faults_of(source: "Source") -> "Iterator[Timed]":
    """Return an iterator over the faults of a log, each with the time of its line.

    Raises:
        TypeError: The source is of a wrong type.
    """
    kind, parts = opened(source)
    return _of_lines(parts) if kind == "lines" else _of_pieces(parts)


def _of_pieces(pieces: "Iterator[bytes]") -> "Iterator[Timed]":
    scanner = Scanner()
    for piece in pieces:
        yield from scanner.feed(piece)
    yield from scanner.feed(b"", is_last=True)


def _of_lines(lines: "Iterator[bytes]") -> "Iterator[Timed]":
    """Yield the faults of lines. Only lines in which something can begin or end are looked at closely."""
    scanner = Scanner()
    held: list[bytes] = []
    size = 0
    for line in lines:
        is_marked = is_candidate(line)
        has_envelope = b"Envelope" in line
        if not (held or is_marked or has_envelope or scanner.keeps):
            scanner.pass_line()
            continue
        held.append(line)
        size += len(line)
        if is_marked or has_envelope or size >= LONGEST:
            yield from scanner.feed(b"".join(held))
            held, size = [], 0
    yield from scanner.feed(b"".join(held), is_last=True)


def _complete(buffer: bytes) -> int:
    """Return how much of a piece can be searched: up to its last newline, or most of it if the line is very long."""
    limit = buffer.rfind(b"\n") + 1
    return limit if len(buffer) - limit < LONGEST else len(buffer) - LONGEST // 16


def _start_tag(buffer: bytes, place: int, floor: int) -> int | None:
    """Return where the tag begins if the mark is in the start tag of a fault."""
    if not AFTER_NAME.match(buffer, place):
        return None
    tag = OPENED.search(buffer, max(floor, place - 80), place)
    return tag.start() if tag and not tag["closes"] else None


def _envelope(buffer: bytes, free: int, before: int) -> int | None:
    """Return where the envelope begins that is open at a place."""
    floor, at = max(free, before - LONGEST), before
    while (at := buffer.rfind(b"Envelope", floor, at)) >= 0:
        tag = OPENED.search(buffer, max(floor, at - 80), at)
        if tag:
            return None if tag["closes"] else tag.start()
    return None


def _end(buffer: bytes, tag: int, is_last: bool) -> "tuple[int, bool] | None":
    """Return where a fault ends, and whether it is complete; None if the buffer does not hold its end yet."""
    farthest = min(len(buffer), tag + LONGEST)
    ended = END.search(buffer, tag + 5, farthest)
    if ended:
        return (ended.end(), True) if ended["end"] else (ended.start(), False)
    return (farthest, False) if is_last or farthest < len(buffer) else None


def _of_xml(buffer: bytes, begin: int, tag: int, end: "tuple[int, bool]") -> "tuple[Fault | None, int]":
    """Return the fault of an element, and where the search goes on."""
    stop, is_complete = end
    record = record_end(buffer, tag, stop)
    if record < stop:
        stop, is_complete = record, False
    try:
        found = read_xml(buffer[begin:stop].decode("utf-8", "replace"))
    except Refused:
        return None, stop
    if found is None:
        return None, tag + 5
    if not is_complete:  # what follows the last tag is not part of it
        tags = [match.end() for match in TAG.finditer(buffer, tag, stop)]
        stop = tags[-1] if tags else tag + 5
    return fault_of(found), stop
