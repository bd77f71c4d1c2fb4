# Made by error-catalog. Do not edit.
"""Faults as clients print them on one line: a word that says so, punctuation, then "20103 - Lead not found"."""

import re

from ._codes import CODE, KNOWN, known, number
from ._fault import Fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: Every rendering has one of these, in any case: what a log is searched for is what a text is read by.
MARKS = (
    b"fault", b"from server", b"soapexception", b"soapheaderexception",
    b":client", b":server", b":sender", b":receiver", b":mustunderstand", b":versionmismatch",
)  # fmt: skip
AFTER = 2048  # bytes after a mark that belong to it

_DASH = "(?:-|\u2013)"
_SAID = rf"(?P<code>{CODE})[ ]{_DASH}[ ](?P<message>[^\r\n<]{{1,1000}})"
_FAULTCODE = r"[\w.\-]{1,40}:\w[\w.]{0,40}"


def _line(space: str) -> "re.Pattern[bytes]":
    """Return a pattern for what follows from a mark on, with what counts as a space."""
    word = r"(?:fault(?:string|exception)?(?:`1\[[^\]\n]{0,200}\])?(?:[ ]exception)?|from server"
    word += r"|soap(?:header)?exception|:(?:client|server|sender|receiver|mustunderstand|versionmismatch)[\w.]{0,40})"
    gap = rf"[^\w\n]{{0,8}}?[:=>\])\"'(]{space}{{0,8}}(?:string\(\d{{1,6}}\)\s)?"
    bracketed = rf"(?:[\[(](?P<bracketed>{_FAULTCODE})[\])]:?[ ])?"
    quote = r"(?:(?:b(?=[\"']))?\\?(?P<quote>[\"']))?[\"'(]{0,4}"
    return re.compile(f"{word}{gap}{bracketed}{quote}{_SAID}".encode(), re.IGNORECASE)


IN_TEXT = _line(r"\s")
IN_LOG = _line(r"[^\S\n]")
ALONE = re.compile(rf"\s*(?P<quote>[\"']?){_SAID}".encode())
#: A line of a log that is nothing but a fault. Numbers begin many lines: only the codes of the catalog count here.
_WHOLE = (
    rf"[^\S\n]*(?P<quote>[\"']?)(?P<code>{KNOWN})[ ]{_DASH}[ ](?P<message>(?:(?![ ]-[ ])[^\r\n<]){{1,1000}})"
    r"(?=[\r\n<]|\Z)"
)
WHOLE_LINE = re.compile(_WHOLE.encode())
LINE = re.compile(b"\n" + _WHOLE.encode())
_PREFIX = re.compile(rb"[\w.\-]{1,40}\Z")
_FAULTCODE_END = re.compile(rb":[\w.]+")


def rendered(text: str) -> Fault | None:
    """Return the first fault that a text quotes as clients print it, or that it is as a whole."""
    data = text.encode("utf-8", "replace")
    low = folded(data)
    for at in marks(low, 0, len(data)):
        found = at_mark(IN_TEXT, data, at)
        if found is not None:
            return found[0]
    match = ALONE.match(data)
    return of_match(match)[0] if match else None


def folded(data: bytes) -> bytes:
    """Return a text in lower case and of the same length, without a common word that has a mark in it."""
    return data.lower().replace(b"default", b"-------")


def is_candidate(line: bytes) -> bool:
    """Return True if a line has a mark, or looks like a code with its message."""
    low = line.lower()
    return (
        (b"fault" in low and b"fault" in low.replace(b"default", b""))
        or b":client" in low
        or b":server" in low
        or b"from server" in low
        or b"exception" in low
        or b":sender" in low
        or b":receiver" in low
        or b":mustunderstand" in low
        or b":versionmismatch" in low
        or WHOLE_LINE.match(line) is not None
    )


def marks(low: bytes, at: int, end: int) -> "Iterator[int]":
    """Yield where the marks are in a text in lower case, in their order."""
    following = {mark: low.find(mark, at, end) for mark in MARKS}
    following = {mark: place for mark, place in following.items() if place >= 0}
    while following:
        mark, place = min(following.items(), key=lambda item: item[1])
        yield place
        following[mark] = low.find(mark, place + 1, end)
        if following[mark] < 0:
            del following[mark]


def at_mark(pattern: "re.Pattern[bytes]", data: bytes, at: int) -> "tuple[Fault, int] | None":
    """Return the fault that is printed after a mark, and where it ends; None if there is none."""
    match = pattern.match(data, at, at + AFTER)
    if match is None:
        return None
    if match["bracketed"] or data[at : at + 1] != b":":
        return of_match(match, match["bracketed"])
    prefix, name = _PREFIX.search(data, max(0, at - 40), at), _FAULTCODE_END.match(data, at)
    return of_match(match, prefix[0] + name[0] if prefix and name else None)


def of_match(match: "re.Match[bytes]", faultcode: bytes | None = None) -> "tuple[Fault, int]":
    """Return the fault that a match describes, and where its message ends."""
    said = match["message"]
    if match["quote"]:
        closing = re.search(rb"\\?" + match["quote"] + rb"(?![^\W\d_])", said)
        said = said[: closing.start()] if closing else said
    code, message = match["code"].decode(), said.decode("utf-8", "replace").strip()
    fault = Fault(
        code=known(number(code)),
        faultcode=faultcode.decode("utf-8", "replace") if faultcode else None,
        faultstring=f"{code} - {message}",
        message=message,
        found_in="text",
    )
    return fault, match.start("message") + len(said)
