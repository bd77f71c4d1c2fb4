# Copied as it stands from codegen/templates/package: edit it there.
"""The parts of a log that may be faults, found without looking at its lines one by one."""

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO, Any

CHUNK = 1 << 20
LONGEST = 64 * 1024  # bytes of a fault, and of the envelope before it
MARKS = (b"Fault", b"FAULT", b"faultstring", b" fault", b"SOAP-ENV:")
START = re.compile(rb"(?:<|&lt;|\\u003[cC])(?:[\w.\-]{1,64}:)?Fault(?=[\s>]|&gt;|\\u003[eE])")
END = re.compile(rb"/(?:[\w.\-]{1,64}:)?Fault(?:\s*>|&gt;|\\u003[eE])")
ENVELOPE = re.compile(rb"(?:<|&lt;|\\u003[cC])(?:[\w.\-]{1,64}:)?Envelope\b")
RENDERED = re.compile(rb"\w (?:-|\xe2\x80\x93) ")


def blocks(
    source: "str | bytes | IO[str] | IO[bytes] | Iterable[str] | Iterable[bytes]",
) -> "Iterator[tuple[int, str]]":
    """Parts of a log that say fault, with the line where each begins: a line, or the lines of one XML fault."""
    buffer, line, is_last = b"", 1, False
    chunks = _chunks(source)
    while not is_last:
        chunk = next(chunks, None)
        is_last = chunk is None
        buffer += chunk or b""
        done = 0
        for start, end in _spans(buffer, is_last):
            line += buffer.count(b"\n", done, start)
            yield line, buffer[start:end].decode("utf-8", "replace")
            line += buffer.count(b"\n", start, end)
            done = end
        keep = len(buffer) if is_last else _unfinished(buffer, done)
        line += buffer.count(b"\n", done, keep)
        buffer = buffer[keep:]


def _spans(buffer: bytes, is_last: bool) -> "Iterator[tuple[int, int]]":
    """Where the parts begin and end that are complete in the buffer."""
    at = free = 0
    marks = {mark: buffer.find(mark) for mark in MARKS}
    while (mark := _next_mark(buffer, at, marks)) >= 0:
        start = max(buffer.rfind(b"\n", at, mark) + 1, at)
        end = buffer.find(b"\n", mark) + 1 or len(buffer)
        opened = START.search(buffer, start, end)
        if opened:
            start, end, is_complete = _of_xml(buffer, opened, free)
        else:
            is_complete = buffer[end - 1 : end] == b"\n" or end - start >= LONGEST
        if not is_complete and not is_last:
            return
        at = end
        if opened or RENDERED.search(buffer, start, end):
            yield start, end
            free = end


def _of_xml(buffer: bytes, opened: "re.Match[bytes]", free: int) -> "tuple[int, int, bool]":
    """Where a fault begins, with its envelope, and where it ends; whether the buffer holds all of it."""
    envelopes = list(ENVELOPE.finditer(buffer, max(free, opened.start() - LONGEST), opened.start()))
    start = envelopes[-1].start() if envelopes else opened.start()
    limit = min(len(buffer), opened.end() + LONGEST)
    following = START.search(buffer, opened.end(), limit)
    closed = END.search(buffer, opened.end(), following.start() if following else limit)
    if closed:
        return start, closed.end(), True
    return (start, following.start(), True) if following else (start, limit, limit < len(buffer))


def _next_mark(buffer: bytes, at: int, marks: "dict[bytes, int]") -> int:
    """The next place of any mark; `marks` remembers where each was found last, so that each is looked for once."""
    for mark, found in marks.items():
        if 0 <= found < at:
            marks[mark] = buffer.find(mark, at)
    return min((found for found in marks.values() if found >= 0), default=-1)


def _unfinished(buffer: bytes, done: int) -> int:
    """Where the part begins that the next chunk may complete."""
    floor = max(done, len(buffer) - 2 * LONGEST)
    envelopes = list(ENVELOPE.finditer(buffer, floor))
    line = max(buffer.rfind(b"\n") + 1, floor)
    opened = START.search(buffer, floor)
    return min([line, *(match.start() for match in [*envelopes[-1:], opened] if match)])


def _chunks(source: "Any") -> "Iterator[bytes]":
    """A source as bytes, some at a time."""
    if isinstance(source, (str, bytes)):
        for at in range(0, len(source), CHUNK):
            yield _bytes(source[at : at + CHUNK])
    elif hasattr(source, "read"):
        while chunk := source.read(CHUNK):
            yield _bytes(chunk)
    else:
        for item in source:
            yield _bytes(item)


def _bytes(text: "str | bytes") -> bytes:
    return text.encode("utf-8", "replace") if isinstance(text, str) else text
