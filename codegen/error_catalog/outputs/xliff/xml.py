"""XML's syntax."""

import re
from collections.abc import Callable

SPECIAL = re.compile('[&<>"\r]')
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""The characters that XML cannot have, not even as references."""


def attribute(value: str) -> str:
    """Return the value of an attribute, in its quotes, on one line."""
    return f'"{NOT_XML.sub("", _escaped(" ".join(value.split())))}"'


def text(value: str, code: Callable[[int], str] = lambda character: "") -> str:
    """Return the text of an element.

    Args:
        value: What it says.
        code: Returns the element that stands for a character that XML cannot have; the default leaves it out.
    """
    return NOT_XML.sub(lambda found: code(ord(found[0])), _escaped(value))


def _escaped(value: str) -> str:
    """Return text with references. A carriage return is one, since readers of XML take it for a line feed."""
    return SPECIAL.sub(lambda found: f"&#{ord(found[0])};" if found[0] == "\r" else ENTITIES[found[0]], value)


ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
