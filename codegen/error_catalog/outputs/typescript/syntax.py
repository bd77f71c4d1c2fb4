"""JavaScript's syntax: the filters of the templates."""

import json
import re
from collections.abc import Callable
from typing import Any

from error_catalog.outputs import OutputError
from error_catalog.outputs.docs.markup import markdown
from error_catalog.outputs.escaping import Escaped, one_line

NOT_PLAIN = re.compile("[<\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""What JSON leaves as it is, but what ends a script in HTML, a line in old readers, or is invisible."""

PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
PROTOTYPE = "__proto__"

LARGEST = 2**53 - 1
"""The largest whole number that is exact in JavaScript."""


def literal(value: Any) -> Escaped:
    """Return a JavaScript literal of a truth value, a number, a string, a list or dictionary of those, or None."""
    if isinstance(value, dict):
        return Escaped(f"{{{', '.join(f'{_quoted(name)}: {literal(item)}' for name, item in value.items())}}}")
    if isinstance(value, (list, tuple)):
        return Escaped(f"[{', '.join(map(literal, value))}]")
    if isinstance(value, int) and abs(value) > LARGEST:
        message = f"{value} is not exact in JavaScript, whose largest whole number is {LARGEST}; write it as a string"
        raise OutputError(f"the output typescript cannot be made: {message}, or leave typescript out of `outputs`")
    return Escaped(NOT_PLAIN.sub(_escape, json.dumps(value, ensure_ascii=False)))


def key(name: str) -> Escaped:
    """Return the name of a property: as it is if it is a plain one, else in quotes."""
    return Escaped(name) if PLAIN_KEY.fullmatch(name) and name != PROTOTYPE else _quoted(name)


def union(values: list[Any]) -> Escaped:
    """Return the type of one of some values; `never` if the list is empty."""
    return Escaped(" | ".join(map(literal, values)) or "never")


def documentation(value: str) -> Escaped:
    """Return a text as a part of a comment in `/** */`, in which `@` would begin a tag."""
    return one_line(value.replace("*/", "*\\/").replace("@", "\\@"))


def _quoted(name: str) -> Escaped:
    """Return the name of a property in quotes. `__proto__` is computed, since it would set the prototype."""
    return Escaped(f"[{literal(name)}]") if name == PROTOTYPE else literal(name)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


FILTERS: dict[str, Callable[..., Escaped]] = {
    "literal": literal,
    "key": key,
    "union": union,
    "documentation": documentation,
    "comment": one_line,
    "markdown": markdown,
}
