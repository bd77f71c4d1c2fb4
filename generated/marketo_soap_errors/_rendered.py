# Made by error-catalog. Do not edit.
"""Faults as clients print them on one line: a word that says so, punctuation, then "20103 - Lead not found"."""

import re

from ._codes import CODE, KNOWN, SHORTEST, known, number
from ._fault import Fault

_ROLES = "client", "server", "sender", "receiver", "mustunderstand", "versionmismatch"
#: Every rendering has one of these, in any case, before its code.
MARKS = (
    *("fault", "from server", "soapexception", "soapheaderexception", "remotableexception", "argument(s)"),
    *(f":{role}" for role in _ROLES),
)
REACH = 512  # bytes before a code in which its mark is
AFTER = 2048  # bytes after a mark that belong to it
LONGEST_ALONE = 64 * 1024
_MARK = re.compile("|".join(map(re.escape, MARKS)).replace("fault", "(?<!de)fault").encode(), re.IGNORECASE)

_DASH = "(?:-|\u2013|\u2014)"
_SAID = rf"(?P<code>{CODE})[ ]{_DASH}[ ](?P<message>[^\r\n<\x1b]{{1,1000}})"
_FAULTCODE = r"[\w.\-]{1,40}:\w[\w.]{0,40}"
_ESCAPED_QUOTE = "&(?:#0?39|#x27|apos|quot|#0?34|#x22);"
_SIGN = rf"(?:[^\w\n]|&gt;|{_ESCAPED_QUOTE})"  # punctuation, also escaped for HTML
#: What says that a fault follows.
_WORD = (
    r"(?:fault(?:[ _-](?:string|message|reason|exception|text))?\w{0,40}"
    r"(?:`1\[[^\]\n]{0,200}\])?(?:\(code:[ ]-?\d{1,9}\))?(?:[ ]exception)?(?:'[ ]with[ ]message)?"
    r"|from[ ]server|soap(?:header)?exception|remotableexception(?:[ ]with[ ]message)?|argument\(s\)"
    rf"|:(?:{'|'.join(_ROLES)})[\w.]{{0,40}}(?:{_SIGN}{{1,8}}(?:string|reason|message|text)(?!\w))?)"
)
#: What separates it from the code; a dump of PHP has the value on the next line.
_GAP = (
    rf"(?:[ ](?=[\"'])|{_SIGN}{{0,8}}?(?:[:=>\])\"'(\t]|&gt;|{_ESCAPED_QUOTE})"
    r"(?:[^\S\n]{0,8}|\s{0,200}string\(\d{1,6}\)[ ]))"
)
#: A list, a wrapper such as `Some(…)`, or a mapping whose value is the text of an element.
_INSIDE = (
    r"(?:\[|(?:some|optional|just)[ (]"
    r"|\{[^{}\n]{0,80}?[\"'](?:_|\$|\$value|\#text|_text|content|__content__)[\"'][ ]?(?::|=>)[ ]?)?"
    rf"(?:[\[(](?P<bracketed>{_FAULTCODE})[\])]:?[ ])?"
)
_QUOTE = rf"(?:(?:[bu](?=[\"']))?\\{{0,8}}(?P<quote>[\"'`]|{_ESCAPED_QUOTE}))?[\"'(]{{0,4}}"
RENDERED = re.compile(f"{_WORD}{_GAP}{_INSIDE}{_QUOTE}{_SAID}".encode(), re.IGNORECASE)
ALONE = re.compile(rf"(?P<quote>[\"']?){_SAID}".encode())
#: A line of a log that is nothing but a fault. Numbers begin many lines: only the codes of the catalog count here.
_WHOLE = (
    rf"[^\S\n]*(?P<quote>[\"']?)(?P<code>{KNOWN})[ ]{_DASH}[ ](?P<message>(?:(?![ ]-[ ])[^\r\n<\x1b]){{1,1000}})"
    r"(?=[\r\n<\x1b]|\Z)"
)
LINE = re.compile(_WHOLE.encode())
LINE = re.compile(_WHOLE.encode())
_SPACES = re.compile(rb"[^\S\n]{0,200}")
_STOP = re.compile(rb"&lt;|\\+u003[cC]")
_DIGITS = bytes.maketrans(b"123456789", b"000000000")
_SHORTEST = SHORTEST  # digits of a code; 0 if codes are words
_LONGEST = max(len(code) for code in KNOWN.split("|"))
_DASHED = tuple(f"{'0' * _SHORTEST} {dash} ".encode() for dash in "-\u2013\u2014")
_WORDS = re.compile(rf"({CODE})[ ]{_DASH}[ ]".encode())
_PREFIX = re.compile(rb"[\w.\-]{1,40}\Z")
_FAULTCODE_END = re.compile(rb":[\w.]+")


def rendered(data: bytes) -> Fault | None:
    """Return the first fault that a text quotes as clients print it, that a line of it is, or that it is as a whole."""
    codes, end = Codes(data, len(data)), 0
    while (end := codes.after(end)) >= 0:
        found = quoted(data, end, 0)
        if found is not None:
            return found[1]
    return alone(data)


class Codes:
    """The places in a text where a code and a dash stand, as they do in everything that clients print.

    Digits are made equal first: then searching for them takes a fraction of the time of a regular expression.
    """

    def __init__(self, data: bytes, limit: int) -> None:
        self._data, self._limit = (data.translate(_DIGITS) if _SHORTEST else data), limit
        self._next = dict.fromkeys(_DASHED if b"\xe2" in data else _DASHED[:1], -1)

    def after(self, at: int) -> int:
        """Return where the first code ends that ends after a place; -1 if no code follows."""
        if not _SHORTEST:
            match = _WORDS.search(self._data, max(0, at - _LONGEST), self._limit)
            while match and match.end(1) <= at:
                match = _WORDS.search(self._data, match.start() + 1, self._limit)
            return match.end(1) if match else -1
        for dashed, end in list(self._next.items()):
            if end <= at:
                begin = self._data.find(dashed, max(0, at - _SHORTEST + 1), self._limit)
                if begin < 0:
                    del self._next[dashed]
                else:
                    self._next[dashed] = begin + _SHORTEST
        return min(self._next.values(), default=-1)


def has_code(line: bytes) -> bool:
    """Return True if a line has a code and a dash."""
    if not _SHORTEST:
        return _WORDS.search(line) is not None
    line = line.translate(_DIGITS)
    return _DASHED[0] in line or (b"\xe2" in line and any(dashed in line for dashed in _DASHED))


def quoted(data: bytes, end: int, floor: int) -> "tuple[int, Fault, int] | None":
    """Return the fault whose code ends at a place, with where it begins and ends; None if the code is not one."""
    line = data.rfind(b"\n", 0, end) + 1
    start = line
    if is_value(data, line):
        start = data.rfind(b"\n", 0, max(0, line - 1)) + 1
    for mark in _MARK.finditer(data, max(floor, start, end - REACH), end):
        match = RENDERED.match(data, mark.start(), mark.start() + AFTER)
        if match and match.end("code") == end:
            return mark.start(), *of_match(match, _faultcode(data, match))
    whole = LINE.match(data, line) if line >= floor else None
    return (line, *of_match(whole)) if whole and whole.end("code") == end else None


def is_value(data: bytes, line: int) -> bool:
    """Return True if a line is a value in a dump of PHP, so that its label is on the line before."""
    return data.startswith(b"string(", line + len(_SPACES.match(data, line)[0]))  # type: ignore[index]


def alone(data: bytes) -> Fault | None:
    """Return the fault that a whole text is: a code, whether the catalog has it or not, and a message, in one line."""
    said = data.strip() if len(data) <= LONGEST_ALONE else b"\n"
    match = ALONE.match(said) if b"\n" not in said else None
    return of_match(match)[0] if match else None


def _faultcode(data: bytes, match: "re.Match[bytes]") -> bytes | None:
    """Return the faultcode that stands in brackets, or that the mark is a part of."""
    at = match.start()
    if match["bracketed"] or data[at : at + 1] != b":":
        return match["bracketed"]
    prefix, name = _PREFIX.search(data, max(0, at - 40), at), _FAULTCODE_END.match(data, at)
    return prefix[0] + name[0] if prefix and name else None


def of_match(match: "re.Match[bytes]", faultcode: bytes | None = None) -> "tuple[Fault, int]":
    """Return the fault that a match describes, and where its message ends."""
    said = match["message"]
    for end in (rb"\\*" + re.escape(match["quote"]) + rb"(?![^\W\d_])" if match["quote"] else None, _STOP):
        closing = re.search(end, said) if end else None
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
