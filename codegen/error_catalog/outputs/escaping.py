"""Strict Jinja2: a template cannot write a value without an escaping filter.

The filters here are those that several outputs use; each output has those of its own syntax beside its templates.
"""

import json
import keyword
import re
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Undefined


class Escaped(str):
    """Text that is safe in the syntax that it was escaped for."""

    __slots__ = ()


def identifier(value: str) -> Escaped:
    """Return a Python name as it is. Raise ValueError if it is not one."""
    if not (value.isascii() and value.isidentifier()) or keyword.iskeyword(value):
        raise ValueError(f"{value!r} is not a name in Python")
    return Escaped(value)


def one_line(value: str) -> Escaped:
    """Return the text of a comment that ends with its line."""
    return Escaped(" ".join(value.split()))


def segment(value: str) -> Escaped:
    """Return a part of a relative address. Raise ValueError if it is not letters, digits, hyphens and underscores."""
    if not re.fullmatch(r"[A-Za-z0-9_-]+", value):
        raise ValueError(f"{value!r} cannot be part of an address")
    return Escaped(value)


def code(value: int | str) -> Escaped:
    """Return a code, which has nothing that is special in any syntax. Raise ValueError if it has."""
    if not re.fullmatch(r"-?[A-Za-z0-9]+([._-]+[A-Za-z0-9]+)*", str(value)):
        raise ValueError(f"{value!r} cannot be a code")
    return Escaped(value)


def to_json(value: Any) -> Escaped:
    """Return a JSON value on one line; it is a YAML value as well."""
    return Escaped(json.dumps(value, ensure_ascii=False))


def to_json_file(value: Any) -> bytes:
    """Return a JSON file in UTF-8, indented, with the keys in the order given."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


SHARED: dict[str, Callable[..., Escaped]] = {
    "identifier": identifier,
    "segment": segment,
    "code": code,
    "json": to_json,
    "one_line": one_line,
}


class Templates:
    """The templates of a package: the files of its folder `templates`, with the filters for their syntax."""

    def __init__(self, package: str, **filters: Callable[..., Escaped]) -> None:
        self._environment = Environment(
            loader=PackageLoader(package),
            undefined=StrictUndefined,
            finalize=_finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,
        )
        self._environment.filters.update(SHARED | filters)

    def render(self, template: str, **values: Any) -> bytes:
        """Return a template, filled in, as UTF-8."""
        return self._environment.get_template(template).render(**values).encode()

    def part(self, template: str, **values: Any) -> Escaped:
        """Return a template, filled in, to stand in another one."""
        return Escaped(self._environment.get_template(template).render(**values).rstrip("\n"))


def _finalize(value: Any) -> Any:
    if isinstance(value, (Escaped, int)) or value is None:
        return value
    if isinstance(value, Undefined):
        str(value)  # raises UndefinedError, which names what is missing
    raise TypeError(f"{value!r} would be written without an escaping filter")
