# Made by error-catalog. Do not edit.
"""Every fault of a log, found without a look at every line."""

import re
from dataclasses import replace

from ._codes import fault_of
from ._fault import Fault
from ._markup import CLOSE, OPEN, SLASH, form, has_entities, next_tag, open_element, tag_at, tag_end
from ._records import record_end, time_of
from ._rendered import Codes, alone, has_code, is_value, quoted
from ._soap import LONGEST, OWN, document_start, part_start, read_document, read_part
from ._sources import opened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._faults import Source

    Timed = tuple[Fault, str | None]

BEFORE = 1024  # bytes of a line that are kept if the line is too long to be kept
FAULT = b"Fault"
AROUND = (b"Envelope", b"detail", b"Detail")  # elements around a fault, or around the API's own element
_DECLARATION = re.compile(rf"{OPEN}\?xml\Z".encode())
TAG = re.compile(rf"</?[\w:.\-]+[^<>]*>|{OPEN}{SLASH}?[\w:.\-%]{{1,80}}[^<>\n&\\]{{0,300}}{CLOSE}".encode())


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
        limit = len(buffer) if is_last else _complete(buffer)
        places = _Places(buffer, limit)
        at, free = self._at, self._free
        counted, newlines = 0, self._newlines
        keep: int | None = None
        while (next_place := places.after(at)) is not None:
            place, name = next_place
            at = place + 1
            found: "tuple[int, Fault | None, int] | None"
            if name is None:
                found = quoted(buffer, place, free)
            else:
                element = _element(buffer, place, name, free)
                if element is None:
                    continue
                end = _end(buffer, element, is_last)
                if end is None:
                    keep, at = element[0], place
                    break
                found = _of_xml(buffer, element, end, free)
            if found is None:
                continue
            place, fault, free = found
            at = max(at, free)
            if fault is not None:
                newlines += buffer.count(b"\n", counted, place)
                counted = place
                yield replace(fault, line=newlines), time_of(buffer, place)
        self._keep(buffer, limit, keep, at, free)

    def _keep(self, buffer: bytes, limit: int, keep: int | None, at: int, free: int) -> None:
        """Keep what is not complete: an XML element, an envelope or a detail that is open, a line."""
        if keep is None:
            at = max(at, limit)
            floor = max(free, limit - LONGEST)
            begins = (open_element(buffer, name, floor, limit) for name in AROUND)
            keep = min((begin for begin in begins if begin is not None), default=limit)
        floor = max(free, keep - LONGEST)
        if has_entities(buffer, keep, floor):
            keep = buffer.rfind(b"!ENTITY", floor, keep)
        keep = _with_context(buffer, keep)
        self._newlines += buffer.count(b"\n", 0, keep)
        self._rest, self._at, self._free = buffer[keep:], at - keep, max(0, free - keep)


class _Places:
    """The places in a piece at which a fault can begin, in their order."""

    def __init__(self, buffer: bytes, limit: int) -> None:
        self._buffer, self._limit = buffer, limit
        self._codes = Codes(buffer, limit)
        self._next: dict[bytes | None, int] = {FAULT: -1, OWN: -1, None: -1}

    def after(self, at: int) -> "tuple[int, bytes | None] | None":
        """Return the first place that is not before another one, and the name of the element there.

        The name is None if a code ends there.
        """
        for name, place in list(self._next.items()):
            if place < at:
                place = self._codes.after(at - 1) if name is None else self._buffer.find(name, at, self._limit)
                self._next[name] = place
                if place < 0:
                    del self._next[name]
        if not self._next:
            return None
        name = min(self._next, key=self._next.__getitem__)
        return self._next[name], name


def faults_of(source: "Source") -> "Iterator[Timed]":
    """Return an iterator over the faults of a log, each with the time of its line.

    Raises:
        TypeError: The source is of a wrong type.
    """
    kind, parts = opened(source)
    beginning = _Beginning(parts)
    return _or_alone(_of_lines(iter(beginning)) if kind == "lines" else _of_pieces(iter(beginning)), beginning)


class _Beginning:
    """Parts of a log, of which the first ones are kept."""

    def __init__(self, parts: "Iterator[bytes]") -> None:
        self._parts = parts
        self.kept = b""

    def __iter__(self) -> "Iterator[bytes]":
        for part in self._parts:
            self.kept += part
            yield part
            if b"\n" in self.kept.strip() or len(self.kept) > LONGEST:
                break
        yield from self._parts


def _or_alone(found: "Iterator[Timed]", beginning: _Beginning) -> "Iterator[Timed]":
    """Yield what was found; if that is nothing, the fault that the log is as a whole, in one line."""
    nothing = True
    for one in found:
        nothing = False
        yield one
    fault = alone(beginning.kept) if nothing else None
    if fault is not None:
        before = len(beginning.kept) - len(beginning.kept.lstrip())
        yield replace(fault, line=beginning.kept.count(b"\n", 0, before) + 1), time_of(beginning.kept, before)


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
        is_marked = FAULT in line or OWN in line or has_code(line)
        if not (held or is_marked or scanner.keeps or _can_precede(line)):
            scanner.pass_line()
            continue
        held.append(line)
        size += len(line)
        if is_marked or size >= LONGEST:
            yield from scanner.feed(b"".join(held))
            held, size = [], 0
    yield from scanner.feed(b"".join(held), is_last=True)


def _can_precede(line: bytes) -> bool:
    """Return True if a line can be the beginning of a fault that another line shows."""
    return b"Envelope" in line or b"etail" in line or b"!ENTITY" in line or b"=>" in line[-4:]


def _complete(buffer: bytes) -> int:
    """Return how much of a piece can be searched: up to its last newline, or most of it if the line is very long."""
    limit = buffer.rfind(b"\n") + 1
    if len(buffer) - limit >= LONGEST:
        return len(buffer) - LONGEST // 16
    line = buffer.rfind(b"\n", 0, max(0, limit - 1)) + 1
    return line if limit - line < LONGEST and _wants_value(buffer[line:limit]) else limit


def _with_context(buffer: bytes, keep: int) -> int:
    """Return where what must be kept begins with what precedes it, such as the label of a value on its own line."""
    newline = buffer[keep - 1 : keep] == b"\n"
    if newline and not is_value(buffer, keep):
        return keep - 1
    line = buffer.rfind(b"\n", 0, keep - 1) if newline else 0
    return max(0, line, keep - BEFORE)


def _wants_value(lines: bytes) -> bool:
    """Return True if a text ends with an arrow, so that the next line has the value, as in a dump of PHP."""
    return lines[-16:].rstrip().endswith((b"=>", b"=&gt;"))


def _element(buffer: bytes, place: int, name: bytes, free: int) -> "tuple[int, int, int, bytes] | None":
    """Return where a document begins, its fault or own element, and the name of that; None if it is no start tag."""
    found = tag_at(buffer, place, name, free)
    if found is None or found[1]:
        return None
    tag = found[0]
    begin = document_start(buffer, tag, free) if name == FAULT else part_start(buffer, tag, free)
    return begin if begin == tag or record_end(buffer, begin, tag) >= tag else tag, tag, place, name


def _end(buffer: bytes, element: "tuple[int, int, int, bytes]", is_last: bool) -> "tuple[int, bool] | None":
    """Return where an element ends, and whether it is complete; None if the buffer does not hold its end yet.

    It ends with its end tag, or where another document begins. Markup that is escaped more than the element is quoted
    in it, but if the element is cut off, that is another document, too.
    """
    _, tag, place, name = element
    farthest = min(len(buffer), tag + LONGEST)
    stop, is_complete = _next_border(buffer, place, name, farthest, form(buffer, tag))
    if is_complete:
        return stop, True
    if stop == farthest == len(buffer) and not is_last:
        return None
    return _next_border(buffer, place, name, stop)


def _next_border(buffer: bytes, place: int, name: bytes, limit: int, escape: bytes | None = None) -> tuple[int, bool]:
    """Return where the next document begins or this one ends, and whether it is that; the limit if neither follows.

    With an escape, such as `&lt;`, only markup that is written with it counts.
    """
    stop, is_end = limit, False
    for other in dict.fromkeys((name, FAULT, b"Envelope")):
        found = next_tag(buffer, other, place + 1, stop, escape)
        if found:
            begin, where, closes = found
            is_end = closes and other == name
            stop = tag_end(buffer, where, name, limit) if is_end else begin
    declaration = buffer.find(b"?xml", place, stop)
    while declaration >= 0:
        opening = _DECLARATION.search(buffer, max(place, declaration - 24), declaration + 4)
        if opening and escape in (None, form(buffer, opening.start())):
            return declaration, False
        declaration = buffer.find(b"?xml", declaration + 1, stop)
    return stop, is_end


def _of_xml(
    buffer: bytes, element: "tuple[int, int, int, bytes]", end: "tuple[int, bool]", floor: int
) -> "tuple[int, Fault | None, int] | None":
    """Return the fault of an element, with where it begins and ends; None if the element is no fault."""
    begin, tag, _, name = element
    stop, is_complete = end
    record = record_end(buffer, tag, stop)
    if record < stop:
        stop, is_complete = record, False
    is_refused = has_entities(buffer, begin, max(floor, begin - LONGEST))
    found = None if is_refused else (read_document if name == FAULT else read_part)(buffer[begin:stop])
    if found is None and not is_refused:
        return None
    if not is_complete:  # what follows the last tag is not part of it
        stop = max((match.end() for match in TAG.finditer(buffer, tag, stop)), default=tag + 5)
    return begin, fault_of(found) if found else None, stop
