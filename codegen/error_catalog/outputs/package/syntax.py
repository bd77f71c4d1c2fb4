"""Python's syntax: the filters of the package's templates."""

import json
from collections.abc import Callable
from typing import Any

from error_catalog.model.catalog import Recovery
from error_catalog.outputs.escaping import Escaped, identifier, one_line


def python(value: str) -> Escaped:
    """Return a Python string literal. JSON's strings are Python's, except for lone surrogates, which no catalog has."""
    return Escaped(json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f"))


def literal(value: Any) -> Escaped:
    """Return a Python literal of a truth value, a number, a string, a tuple or dictionary of those, or None."""
    if isinstance(value, str):
        return python(value)
    if isinstance(value, tuple):
        return Escaped(f"({', '.join(map(literal, value))}{',' if len(value) == 1 else ''})")
    if isinstance(value, dict):
        return Escaped(f"{{{', '.join(f'{literal(key)}: {literal(item)}' for key, item in value.items())}}}")
    return Escaped(repr(value))


def docstring(value: str) -> Escaped:
    """Return a text as part of a docstring in triple quotes."""
    return Escaped(value.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "\\r"))


def member(name: str | None, enum: str) -> Escaped:
    """Return a member of a Python enum, or None."""
    return Escaped("None" if name is None else f"{enum}.{identifier(name.upper())}")


def call(name: str, arguments: dict[str, Any]) -> Escaped:
    """Return a call with keyword arguments."""
    return Escaped(f"{name}({', '.join(f'{identifier(key)}={literal(value)}' for key, value in arguments.items())})")


def recovery(value: Recovery) -> Escaped:
    """Return what defines a member of the enum Recovery, as arguments."""
    wait = call("timedelta", value.wait) if value.wait else None
    values = (value.resend, value.attempts, wait, value.is_stated, value.title.source, value.advice.source)
    return Escaped(", ".join(one if isinstance(one, Escaped) else literal(one) for one in values))


FILTERS: dict[str, Callable[..., Escaped]] = {
    "python": python,
    "literal": literal,
    "docstring": docstring,
    "recovery": recovery,
    "comment": one_line,
}
