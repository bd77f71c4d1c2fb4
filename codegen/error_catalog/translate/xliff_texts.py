"""What the elements `source` and `target` say, with inline codes as the text that they stand for."""

import re

from error_catalog.outputs.xliff.version1 import CHARACTER
from error_catalog.translate.xliff_tree import Element

HEX = re.compile("[0-9A-Fa-f]{1,6}")
PAIRED = ("g", "mrk", "bpt", "ept", "it", "sub", "pc", "seg")
"""Elements whose content is part of the text."""

SINGLE = {"x": "equiv-text", "bx": "equiv-text", "ex": "equiv-text", "ph": "equiv", "sc": "equiv", "ec": "equiv"}
"""Elements without content, with the attribute that says what they stand for."""

MARKERS = ("sm", "em")


class UnknownCode(Exception):
    """An inline code does not say what it stands for. The message names it."""


def said(element: Element, data: dict[str, str]) -> str:
    """Return the text of an element.

    Args:
        element: A source or a target, or what is in it.
        data: The original data of inline codes, by the ids in `dataRef`.

    Raises:
        UnknownCode: An inline code does not say what it stands for.
    """
    return "".join(part if isinstance(part, str) else _inline(part, data) for part in element.parts)


def _inline(code: Element, data: dict[str, str]) -> str:
    attributes = code.attributes
    if code.name == "cp" or (code.name == "x" and attributes.get("ctype") == CHARACTER):
        return _character(code, attributes.get("hex" if code.name == "cp" else "id", ""))
    if code.name in PAIRED or (code.name == "ph" and code.parts):
        start, end = data.get(attributes.get("dataRefStart", ""), ""), data.get(attributes.get("dataRefEnd", ""), "")
        return f"{start}{said(code, data)}{end}"
    if code.name in MARKERS:
        return ""
    found = data.get(attributes.get("dataRef", "")) or attributes.get(SINGLE.get(code.name, ""))
    if found is None:
        raise UnknownCode(f"<{code.name} id={attributes.get('id', '')!r}>")
    return found


def _character(code: Element, number: str) -> str:
    try:
        return chr(int(number, 16)) if HEX.fullmatch(number) else ""
    except ValueError:
        raise UnknownCode(f"<{code.name}> {number}") from None
