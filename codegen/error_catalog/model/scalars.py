"""The values of YAML scalars on which readers of every YAML version agree."""

import re
from collections.abc import Callable
from typing import Any

from error_catalog.model.findings import Place

LONGEST_NUMBER = 18
WORDS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
NOTHING = {"", "~", "null", "Null", "NULL"}
INTEGER = re.compile(r"0|-?[1-9][0-9]*")
NUMBER = re.compile(r"(?:0|-?[1-9][0-9]*)(?P<fraction>\.[0-9]+)?")
NUMBER_TO_SOME = re.compile(
    r"[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)"
)
SURROGATE = re.compile("[\ud800-\udfff]")


def scalar(event: Any, place: Place, complain: Callable[[Place, str], None]) -> Any:
    """Return the value of a scalar in YAML 1.2. What is quoted is text, and so are `no`, `on` and dates."""
    value: str = event.value
    if SURROGATE.search(value):
        complain(place, "has half a surrogate pair; write the character itself")
        return ""
    if event.style:
        return value
    if value in NOTHING:
        return None
    if value in WORDS:
        return WORDS[value]
    number = NUMBER.fullmatch(value)
    if number and len(value) <= LONGEST_NUMBER:
        return float(value) if number["fraction"] else int(value)
    if number or NUMBER_TO_SOME.fullmatch(value):
        message = f"has {value[:40]}, which YAML readers understand differently; quote it, or write 0, 12 or -3.5"
        complain(place, message)
        return ""
    return value
