# Made by error-catalog. Do not edit.
"""Which codes somebody may mean by a number, a name, a text or a fault."""

import difflib
import re

from ._catalog import DOMAIN, LANGUAGES, ErrorCode
from ._words import LOOKUP

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

LONGEST_NUMBER = 40
LONGEST_TEXT = 200


def matches(what: str, read_fault: "Callable[[str], Any] | None") -> "dict[ErrorCode, Any]":
    """Return the codes that somebody may mean, with the fault that they come from, if it is one."""
    said = what.strip()
    is_number = said.lstrip("-").isdecimal() and said.isascii() and len(said) < LONGEST_NUMBER
    written = str(int(said)) if is_number and issubclass(ErrorCode, int) else said
    coded = [code for code in ErrorCode if str(code.value).casefold() == written.casefold()]
    coded = coded or [code for code in ErrorCode if _has_value(code, said)]
    if coded or (is_number and issubclass(ErrorCode, int)):
        return dict.fromkeys(coded)
    if said.upper() in ErrorCode.__members__:
        return {ErrorCode[said.upper()]: None}
    named = [code for code in ErrorCode if code.name.casefold() == said.casefold()]
    fault = read_fault(what) if read_fault and not named else None
    if fault is not None and isinstance(fault.code, ErrorCode):
        return {fault.code: fault}
    written_codes = decorated(said, (str(code.value) for code in ErrorCode))
    return dict.fromkeys(
        named or _with_text(said.casefold()) or [code for code in ErrorCode if str(code.value) in written_codes]
    )


def decorated(said: str, codes: "Iterable[str]") -> "list[str]":
    """Return the codes among the words of a short text, such as `#20103` or `Error 20103`."""
    words = set(re.split(r"[^\w.\-]+", said[:LONGEST_TEXT].casefold()))
    words |= {word.strip(".-") for word in words}
    return [code for code in codes if code.casefold() in words]


def suggestion(what: str) -> str:
    """Return a message that nothing was found, with the names and codes that are near."""
    names = [code.name for code in ErrorCode] + [str(code) for code in ErrorCode]
    near = difflib.get_close_matches(what.strip().upper().replace(" ", "_")[:80], names, 3)
    hint = f"; near it: {', '.join(near)}" if near else ""
    return f"{what.strip()[:80]!r} is not a code, name or text of {DOMAIN}{hint}"


def _has_value(code: ErrorCode, written: str) -> bool:
    """Return True if a field by which errors are found has a value."""
    values = (getattr(code, name) for name in LOOKUP)
    each = (value if isinstance(value, tuple) else (value,) for value in values)
    return any(str(one).casefold() == written.casefold() for many in each for one in many if one is not None)


def _with_text(part: str) -> "list[ErrorCode]":
    """Return the codes that this is a text or a keyword of; only those with such a whole text, if there are any."""
    if not part:
        return []
    texts = [(code, code.localized(tag)) for code in ErrorCode for tag in LANGUAGES]
    whole = [code for code, text in texts if part in (text.message.casefold(), text.note.casefold())]
    found = [code for code, text in texts if part in f"{text.message}\n{text.note}".casefold()]
    return whole or [*found, *(code for code in ErrorCode if _has_keyword(code, part))]


def _has_keyword(code: ErrorCode, part: str) -> bool:
    """Return True if this is a part of a keyword of the code in any language."""
    return any(part in word.casefold() for words in code.keywords.values() for word in words)
