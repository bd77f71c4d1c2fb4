# Made by error-catalog. Do not edit.
"""Where logs come from: texts, bytes, paths, open files and lines; packed or not, in UTF-8, UTF-16 or UTF-32."""

import codecs
import errno
import io
import os
import re
from contextlib import suppress
from itertools import chain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

CHUNK = 1 << 20
FEWEST, ENOUGH = 6, 64  # bytes that show an encoding; a shorter line is enough
LINES = 4096  # of a list, that are read at once
PACKED = ((b"\x1f\x8b", "gzip"), (b"BZh", "bz2"), (b"\xfd7zXZ\x00", "lzma"), (b"]\0\0", "lzma"))
#: ZIP, Zstandard, 7-Zip, compress, RAR, LZ4, lzip, framed Snappy, zlib, and the journals of systemd and Windows.
FOREIGN = (
    *(b"PK\x03\x04", b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf\x27\x1c", b"\x1f\x9d", b"\x1f\xa0", b"Rar!\x1a\x07"),
    *(b"\x04\x22\x4d\x18", b"LZIP\x01", b"\xff\x06\0\0sNaPpY", b"x\x01", b"x\x9c", b"x\xda", b"LPKSHHRH", b"ElfFile\0"),
)
MOST_LAYERS = 4  # of packing
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}encoding=[\"']([A-Za-z0-9._-]{1,40})")


def opened(source: "Any") -> "tuple[str, Iterator[bytes]]":
    """Return whether a source is "lines" or "pieces", and its content in UTF-8. Raise TypeError for a wrong type."""
    if isinstance(source, str):
        return "pieces", (_bytes(source[at : at + CHUNK]) for at in range(0, len(source), CHUNK))
    if isinstance(source, (bytes, bytearray, memoryview)):
        data = bytes(source)
        return "pieces", _of_bytes(data[at : at + CHUNK] for at in range(0, len(data), CHUNK))
    if isinstance(source, os.PathLike):
        return "pieces", _of_path(source)
    if hasattr(source, "read1") or (hasattr(source, "read") and isinstance(source, io.RawIOBase)):
        return "pieces", plain(_read(source))
    if hasattr(source, "iter_content") or isinstance(source, dict) or not hasattr(source, "__iter__"):
        if not hasattr(source, "read") or hasattr(source, "iter_content"):
            hint = "pass its content, or its lines" if hasattr(source, "content") else "pass a text, a path or lines"
            raise TypeError(f"{type(source).__name__} is not a log: {hint}")
        return "pieces", plain(_read(source))
    if isinstance(source, io.TextIOWrapper):
        _replace_errors(source)
    if isinstance(source, io.StringIO) or (isinstance(source, io.TextIOWrapper) and source.seekable()):
        return "pieces", _read(source)
    if isinstance(source, (list, tuple)):
        return "pieces", (b"".join(map(_line, source[at : at + LINES])) for at in range(0, len(source), LINES))
    return "lines", map(_line, source)


def _of_bytes(pieces: "Iterator[bytes]") -> "Iterator[bytes]":
    """Yield the content of bytes, as far as it can be read: nothing in them raises."""
    with suppress(OSError):
        yield from plain(pieces)


def utf_8(payload: bytes) -> bytes:
    """Return a body in UTF-8, decoded by its byte order mark, else by the XML declaration."""
    encoding = _encoding(payload)
    if encoding is None:
        declared = DECLARED.match(payload)
        encoding = declared[1].decode().lower() if declared else "utf-8"
    if encoding in ("utf-8", "utf8", "us-ascii"):
        return payload
    try:
        return _bytes(payload.decode(encoding, "replace"))
    except (LookupError, UnicodeError, TypeError):
        return payload


def plain(pieces: "Iterator[bytes]", name: object = None) -> "Iterator[bytes]":
    """Yield pieces unpacked and in UTF-8. Raise OSError, after all that can be read, if packed data is damaged."""
    for _ in range(MOST_LAYERS):
        pieces = _with_start(pieces)
        start = next(pieces, b"")
        pieces = chain([start], pieces)
        packed = next((module for magic, module in PACKED if start.startswith(magic)), None)
        if packed is None:
            break
        pieces = _unpacked(packed, pieces, name)
    if start.startswith(FOREIGN) or packed is not None:
        raise OSError(errno.EINVAL, "the file is packed in a way that cannot be read", name)
    encoding = _encoding(start)
    if encoding is None:
        yield from pieces
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for piece in pieces:
        yield _bytes(decoder.decode(piece))
    yield _bytes(decoder.decode(b"", True))


def _encoding(start: bytes) -> str | None:
    """Return the encoding that the first bytes show; None if they show none."""
    for mark, encoding in MARKS:
        if start.startswith(mark):
            return encoding
    line = start[:ENOUGH].partition(b"\n")[0]
    line = line if len(line) >= FEWEST else start[:FEWEST]
    for encoding, zeros, others in (("utf-16-le", line[1::2], line[::2]), ("utf-16-be", line[::2], line[1::2])):
        share = zeros.count(0) / len(zeros) if zeros else 0
        if share >= (0.5 if len(line) >= 16 else 0.75) and 0 not in others:
            return encoding
    return None


def _with_start(pieces: "Iterator[bytes]") -> "Iterator[bytes]":
    """Yield pieces, the first of them long enough to show what it is."""
    start = b""
    for piece in pieces:
        start += piece
        if len(start) >= ENOUGH or (len(start) >= FEWEST and b"\n" in start):
            break
    yield start
    yield from pieces


def _of_path(path: "os.PathLike[str]") -> "Iterator[bytes]":
    with open(path, "rb") as file:
        yield from plain(_read(file), os.fspath(path))


def _read(file: "Any") -> "Iterator[bytes]":
    """Yield what an open file has, as it comes."""
    read: "Callable[[int], Any]" = getattr(file, "read1", file.read)
    while True:
        piece = read(CHUNK)
        if piece is None:
            raise BlockingIOError(errno.EAGAIN, "the file has nothing to read yet")
        if not piece:
            return
        yield _bytes(piece)


class _Pieces(io.RawIOBase):
    """Pieces as a file."""

    def __init__(self, pieces: "Iterator[bytes]") -> None:
        self._pieces, self._rest = pieces, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "Any") -> int:
        if not self._rest:
            self._rest = next(self._pieces, b"")
        taken, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(taken)] = taken
        return len(taken)


def _unpacked(module: str, pieces: "Iterator[bytes]", name: object) -> "Iterator[bytes]":
    import zlib
    from importlib import import_module

    lzma_error: "type[Exception]" = getattr(import_module(module), "LZMAError", OSError)
    raw = io.BufferedReader(_Pieces(pieces), CHUNK // 16)
    try:
        with import_module(module).open(raw) as file:
            yield from _read(file)
    except (EOFError, OSError, zlib.error, lzma_error) as error:
        raise OSError(errno.EIO, f"the packed data is damaged or cut off: {error}", name) from error


def _line(item: "str | bytes") -> bytes:
    """Return an item as one line."""
    line = item if type(item) is bytes else _bytes(item)
    if line.find(b"\n") == len(line) - 1 >= 0:
        return line
    line = line.removesuffix(b"\n")
    return (line.replace(b"\n", b"\r") if b"\n" in line else line) + b"\n"


def _bytes(text: "str | bytes") -> bytes:
    if isinstance(text, str):
        return text.encode("utf-8", "replace")
    if isinstance(text, (bytes, bytearray, memoryview)):
        return bytes(text)
    raise TypeError(f"{type(text).__name__} is not a line of a log: pass texts or bytes")


def _replace_errors(file: "io.TextIOWrapper") -> None:
    """Let a file that is not in its encoding be read, if nothing of it has been read yet."""
    with suppress(io.UnsupportedOperation):
        file.reconfigure(errors="replace")
