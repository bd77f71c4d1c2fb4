# Made by error-catalog. Do not edit.
"""The code of a fault: where it stands, and what can be one."""

import re

from ._catalog import FAULT_ELEMENT, UNLISTED, ErrorCode
from ._fault import Fault
from ._kind import Code
from ._soap import Found

LONGEST_UNKNOWN = 9
_written = [*(str(code.value) for code in ErrorCode), *map(str, UNLISTED)]
_lengths = {len(code.removeprefix("-")) for code in _written}
_sign = "-?" if any(code.startswith("-") for code in _written) else ""
#: The codes that the catalog knows something about, as a regular expression.
KNOWN = "|".join(map(re.escape, sorted(_written, key=len, reverse=True)))
#: What can be a code: any number of such a length; a word only if the catalog has it.
CODE = rf"{_sign}\d{{{min(_lengths)},{max(_lengths)}}}" if issubclass(ErrorCode, int) else KNOWN

#: How many digits a code has at least; 0 if codes are words.
SHORTEST = min(_lengths) if issubclass(ErrorCode, int) else 0

_LONGEST = max(LONGEST_UNKNOWN, *_lengths)
ENDINGS = (")", ".", " ", "\n", "\t")
PREFIX = re.compile(rf"\s*({CODE})\s*[-\u2013\u2014:]\s")
SUFFIX = re.compile(rf"\(({CODE})\)[\s.]*\Z")


def fault_of(found: Found, line: int | None = None) -> Fault:
    """Return the fault that an XML document describes. The first place that has a code decides."""
    said, string = found.message or "", found.faultstring or ""
    suffixed = (SUFFIX.search(said) if said.endswith(ENDINGS) else None) or SUFFIX.search(string)
    places = (
        (f"{FAULT_ELEMENT}/code", found.own_code),
        ("detail/code", found.detail_code),
        ("faultstring", _matched(PREFIX.match(string))),
        ("message", _matched(suffixed)),
    )
    numbers = [(place, value) for place, code in places if code and (value := number(code)) is not None]
    place, decided = numbers[0] if numbers else (None, None)
    return Fault(
        code=known(decided),
        faultcode=found.faultcode,
        faultstring=found.faultstring,
        message=found.message,
        name=found.name,
        found_in=place,
        disagree=any(value != decided for _, value in numbers),
        line=line,
    )


def number(text: str) -> Code | None:
    """Return a code of the catalog's type, a number or a string; None if the text cannot be one."""
    text = text.strip()
    if not issubclass(ErrorCode, int):
        return Code(text) or None
    digits = text.removeprefix("-")
    return Code(text) if digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST else None


def known(number: Code | None) -> ErrorCode | Code | None:
    """Return the member of the enum, or the bare code if the catalog does not have it."""
    try:
        return None if number is None else ErrorCode(number)
    except ValueError:
        return number


def _matched(match: "re.Match[str] | None") -> str | None:
    return match[1] if match else None
