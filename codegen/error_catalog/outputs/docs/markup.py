"""Markdown and HTML: the filters of the pages' templates."""

import html
import re
from functools import lru_cache

from error_catalog.outputs.escaping import Escaped, Templates

MANY = 1 << 16  # texts that pages repeat: titles, neighbours, labels
SPECIAL = re.compile(r"([\\`*_{}\[\]|#])")
START = re.compile(r"^(\d+)([.)])|^([-+=:~!?])", re.MULTILINE)


@lru_cache(MANY)
def markdown(value: str) -> Escaped:
    """Return prose for a paragraph, a heading or a table cell of Python-Markdown."""
    escaped = SPECIAL.sub(r"\\\1", html.escape(" ".join(value.split("\n")), quote=False))
    return Escaped(START.sub(_entity, escaped).replace("~", "&#126;").replace("://", "&#58;//"))


@lru_cache(MANY)
def attribute(value: str) -> Escaped:
    """Return the value of an HTML attribute, also inside Markdown's raw HTML and attribute lists."""
    return Escaped("".join(c if c.isalnum() or c in " -./" else f"&#{ord(c)};" for c in value))


def xml(value: str) -> Escaped:
    """Return text between XML tags, or the value of an attribute, on one line."""
    return Escaped(html.escape(" ".join(value.split())))


def _entity(found: re.Match[str]) -> str:
    number, stop, sign = found.groups()
    return f"{number or ''}&#{ord(stop or sign)};"


def python_value(value: int | str) -> Escaped:
    """Return a code as a Python literal. A code has nothing that needs escaping."""
    return Escaped(repr(value) if isinstance(value, int) else f'"{value}"')


TEMPLATES = Templates(__package__, markdown=markdown, attribute=attribute, xml=xml, python_value=python_value)
