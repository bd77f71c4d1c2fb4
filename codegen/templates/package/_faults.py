# Copied as it stands from codegen/templates/package: edit it there.
"""SOAP faults: one from a response body or a pasted text, or every one of a log."""

import re
from typing import NamedTuple

from ._catalog import ErrorCode
from ._kind import Code
from ._logs import blocks
from ._soap import Found, Refused, read_xml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO

MARKS = ("ault", "AULT", "SOAP-ENV:", "from server")
LONGEST_UNKNOWN = 9
_written = [str(code.value) for code in ErrorCode]
_lengths = {len(code.removeprefix("-")) for code in _written}
_sign = "-?" if any(code.startswith("-") for code in _written) else ""
# Any number of such a length may be a code; words may be one only if the catalog has it.
CODE = (
    rf"{_sign}\d{{{min(_lengths)},{max(_lengths)}}}"
    if issubclass(ErrorCode, int)
    else "|".join(map(re.escape, sorted(_written, key=len, reverse=True)))
)

PREFIX = re.compile(rf"\s*({CODE})\s*[-\u2013:]\s")
SUFFIX = re.compile(rf"\(({CODE})\)[\s.]*\Z")
# What clients make of a fault: a word that says so, marks, then "20103 - Lead not found". No other number is a code.
RENDERING = re.compile(
    r"(?:fault(?:string|exception)?(?:`1\[[^\]\n]{0,200}\])?(?:[ ]exception)?"
    r"|from server|(?P<faultcode>SOAP-ENV:\w{1,40}))"
    r"[^\w\n]{0,8}?[:=>\])\"'(]\s{0,8}(?:string\(\d{1,6}\)\s)?(?:\[(?P<bracketed>SOAP-ENV:\w{1,40})\]\s)?[\"'(]{0,4}"
    rf"(?P<code>{CODE})[ ][-\u2013][ ](?P<message>[^\"'\r\n<]{{1,1000}})",
    re.IGNORECASE,
)
ALONE = re.compile(rf"\s*[\"']?(?P<code>{CODE})[ ][-\u2013][ ](?P<message>[^\"'\r\n<]{{1,1000}})")


class Fault(NamedTuple):
    """A SOAP fault.

    `code` is an ErrorCode, the bare code where the catalog lacks it, or None where the fault carries none;
    `found_in` says where it stood, `disagree` whether other places of the fault say another code. The other
    fields are as the server sent them, None where it did not; `message` has the specifics. `line` is that of
    the fault in a log, counted from 1.
    """

    code: ErrorCode | Code | None
    faultcode: str | None = None
    faultstring: str | None = None
    message: str | None = None
    name: str | None = None
    found_in: str | None = None
    disagree: bool = False
    line: int | None = None

    def __str__(self) -> str:
        said = self.message or self.faultstring
        if isinstance(self.code, ErrorCode):
            meaning = f"{self.code} {self.code.name}: {self.code.message}"
            return f"{meaning} (server: {said})" if said else meaning
        code = "fault without a code" if self.code is None else f"{self.code} (not in the catalog)"
        return f"{code}: {said}" if said else code


def read_fault(payload: "bytes | str") -> Fault | None:
    """The fault in the body of a response, or in any text that has one; None where there is none.

    Codes are trusted in this order: that of the API's own element, any below `detail`, the start of
    `faultstring`, the end of `message`, what clients print. Never raises; documents with a DTD are refused.
    """
    if isinstance(payload, (bytearray, memoryview)):
        payload = bytes(payload)
    if not isinstance(payload, (str, bytes)):
        return None
    text = payload if isinstance(payload, str) else _decoded(payload)
    try:
        found = read_xml(text)
    except Refused:
        return None
    if found is not None:
        return _fault(found)
    rendered = (RENDERING.search(text) if any(mark in text for mark in MARKS) else None) or ALONE.match(text)
    return _rendered(rendered) if rendered else None


def find_faults(source: "str | bytes | IO[str] | IO[bytes] | Iterable[str] | Iterable[bytes]") -> "Iterator[Fault]":
    """Every fault of a log, with its line: of a text, an open file, or lines.

    Reads as it goes: memory does not grow with the log. Faults may spread over lines.
    """
    for line, block in blocks(source):
        try:
            found = read_xml(block)
        except Refused:
            continue
        if found is not None:
            yield _fault(found)._replace(line=line)
        else:
            for rendered in RENDERING.finditer(block):
                yield _rendered(rendered)._replace(line=line + block.count("\n", 0, rendered.start()))


def _decoded(payload: bytes) -> str:
    """The text of bytes: by their byte order mark, else by the XML declaration, else UTF-8; damage is replaced."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if payload.startswith(mark):
            return payload.decode(f"{encoding}-sig" if encoding == "utf-8" else encoding, "replace")
    declared = re.match(rb"\s*<\?xml[^>]{0,200}encoding=[\"']([A-Za-z0-9._-]{1,40})", payload)
    try:
        return payload.decode(declared[1].decode() if declared else "utf-8", "replace")
    except (LookupError, UnicodeError, TypeError):
        return payload.decode("utf-8", "replace")


def _fault(found: Found) -> Fault:
    """The fault of what an XML document said; the first place that has a code decides."""
    places = [
        ("serviceException/code", found.own_code),
        ("detail/code", found.detail_code),
        ("faultstring", _matched(PREFIX.match(found.faultstring or ""))),
        ("message", _matched(SUFFIX.search(found.message or "") or SUFFIX.search(found.faultstring or ""))),
    ]
    codes = [(place, _number(code)) for place, code in places if code]
    said = [(place, number) for place, number in codes if number is not None]
    place, number = said[0] if said else (None, None)
    return Fault(
        code=_code(number),
        faultcode=found.faultcode,
        faultstring=found.faultstring,
        message=found.message,
        name=found.name,
        found_in=place,
        disagree=len({number for _, number in said}) > 1,
    )


def _rendered(match: re.Match[str]) -> Fault:
    groups = match.groupdict()
    message = groups["message"].strip()
    return Fault(
        code=_code(_number(groups["code"])),
        faultcode=groups.get("faultcode") or groups.get("bracketed"),
        faultstring=f"{groups['code']} - {message}",
        message=message,
        found_in="text",
    )


def _matched(match: "re.Match[str] | None") -> str | None:
    return match[1] if match else None


def _number(text: str) -> Code | None:
    """A code as the catalog has them, a number or a string; None for what is none."""
    text = text.strip()
    if not issubclass(ErrorCode, int):
        return Code(text) or None
    digits = text.removeprefix("-")
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= max(LONGEST_UNKNOWN, *_lengths)
    return Code(text) if is_number else None


def _code(number: Code | None) -> ErrorCode | Code | None:
    try:
        return None if number is None else ErrorCode(number)
    except ValueError:
        return number
