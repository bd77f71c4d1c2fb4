"""Strict Jinja2: one escaping filter per output syntax, and no value gets out without one."""

import html
import json
import keyword
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined

MANY = 1 << 16  # texts that pages repeat: titles, neighbours, labels
TEMPLATES = Path(__file__).parent / "templates"


class Escaped(str):
    """Text that is safe in the syntax it was escaped for."""

    __slots__ = ()


def python(value: str) -> Escaped:
    """A Python string literal. JSON's strings are Python's, but for the lone surrogates no catalog has."""
    return Escaped(json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f"))


def identifier(value: str) -> Escaped:
    """A Python name as it stands. Raises ValueError where it is none."""
    if not (value.isascii() and value.isidentifier()) or keyword.iskeyword(value):
        raise ValueError(f"{value!r} is not a name in Python")
    return Escaped(value)


def literal(value: bool | int | str | tuple[int, ...] | None) -> Escaped:
    """A Python literal of a truth value, a number, a text, or numbers."""
    return python(value) if isinstance(value, str) else Escaped(repr(value))


def member(name: str | None, enum: str) -> Escaped:
    """A member of a Python enum, or None."""
    return Escaped("None" if name is None else f"{enum}.{identifier(name.upper())}")


def limit(figures: dict[str, float]) -> Escaped:
    """A call of Limit, or None where there are no figures."""
    named = ", ".join(f"{identifier(name)}={value!r}" for name, value in figures.items())
    return Escaped(f"Limit({named})" if figures else "None")


def one_line(value: str) -> Escaped:
    """The text of a comment that ends with its line."""
    return Escaped(" ".join(value.split()))


def segment(value: str) -> Escaped:
    """Part of a relative address: plain letters, digits, hyphens and underscores. Raises ValueError at others."""
    if not re.fullmatch(r"[A-Za-z0-9_-]+", value):
        raise ValueError(f"{value!r} cannot be part of an address")
    return Escaped(value)


def code(value: int | str) -> Escaped:
    """A code, in any syntax: it has nothing that is special in one. Raises ValueError where it has."""
    if not re.fullmatch(r"-?[A-Za-z0-9]+([._-]+[A-Za-z0-9]+)*", str(value)):
        raise ValueError(f"{value!r} cannot be a code")
    return Escaped(value)


def xml(value: str) -> Escaped:
    """Text between XML tags, or the value of an attribute, on one line."""
    return Escaped(html.escape(" ".join(value.split())))


PO_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def po(value: str) -> Escaped:
    """A PO string in its quotes."""
    return Escaped(f'"{value.translate(PO_ESCAPES)}"')


MARKDOWN_SPECIAL = re.compile(r"([\\`*_{}\[\]|#])")
MARKDOWN_START = re.compile(r"^(\d+)([.)])|^([-+=:~!?])", re.MULTILINE)


@lru_cache(MANY)
def markdown(value: str) -> Escaped:
    """Prose in a paragraph, a heading or a table cell of Python-Markdown."""
    escaped = MARKDOWN_SPECIAL.sub(r"\\\1", html.escape(" ".join(value.split("\n")), quote=False))
    return Escaped(MARKDOWN_START.sub(_entity, escaped).replace("~", "&#126;").replace("://", "&#58;//"))


def _entity(found: re.Match[str]) -> str:
    number, stop, sign = found.groups()
    return f"{number or ''}&#{ord(stop or sign)};"


@lru_cache(MANY)
def attribute(value: str) -> Escaped:
    """The value of an HTML attribute, without its quotes, also inside Markdown's raw HTML and attribute lists."""
    return Escaped("".join(c if c.isalnum() or c in " -./" else f"&#{ord(c)};" for c in value))


def to_json(value: Any) -> Escaped:
    """A JSON value on one line; a YAML value as well."""
    return Escaped(json.dumps(value, ensure_ascii=False))


def _finalize(value: Any) -> Any:
    if isinstance(value, (Escaped, int)) or value is None:
        return value
    if isinstance(value, Undefined):
        str(value)  # raises UndefinedError, which names what is missing
    raise TypeError(f"{value!r} would be written without an escaping filter")


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    filters: dict[str, Callable[..., Escaped]] = {
        "python": python,
        "identifier": identifier,
        "literal": literal,
        "member": member,
        "limit": limit,
        "python_comment": one_line,
        "po": po,
        "po_comment": one_line,
        "markdown": markdown,
        "attribute": attribute,
        "segment": segment,
        "code": code,
        "xml": xml,
        "json": to_json,
    }
    environment.filters.update(filters)
    return environment


ENVIRONMENT = _environment()


def render(template: str, **values: Any) -> bytes:
    """A template of `codegen/templates`, filled in, as UTF-8."""
    return ENVIRONMENT.get_template(template).render(**values).encode()
