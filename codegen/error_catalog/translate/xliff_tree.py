"""XML → elements with their lines, for files from anywhere: no DTD, no entities, no deep nesting."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from error_catalog.translate.offers import refused

DEEPEST = 100
XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(slots=True)
class Element:
    """An element: its namespace and name, its attributes, its line, and its texts and elements in order.

    The names of attributes are without namespaces but for `xml:space` and `xml:lang`.
    """

    namespace: str
    name: str
    attributes: dict[str, str]
    line: int
    parts: list["Element | str"] = field(default_factory=list)

    def children(self, *names: str) -> Iterator["Element"]:
        """Yield the elements in it that have one of these names and its own namespace."""
        for part in self.parts:
            if isinstance(part, Element) and part.name in names and part.namespace == self.namespace:
                yield part

    def child(self, name: str) -> "Element | None":
        """Return the first of them, or None."""
        return next(self.children(name), None)


class _Builder:
    def __init__(self, path: str) -> None:
        self.path = path
        self.root: Element | None = None
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self._open: list[Element] = []

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        plain = {_attribute(key): value for key, value in attributes.items()}
        element = Element(namespace, local, plain, self.parser.CurrentLineNumber)
        if self._open:
            self._open[-1].parts.append(element)
        else:
            self.root = element
        self._open.append(element)
        if len(self._open) > DEEPEST:
            raise refused(self.path, element.line, "file", f"is nested deeper than {DEEPEST} levels")

    def _end(self, name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].parts.append(text)

    def _doctype(self, *_: Any) -> None:
        raise refused(self.path, self.parser.CurrentLineNumber, "file", "has a DTD (<!DOCTYPE>); remove it")


def _attribute(name: str) -> str:
    namespace, _, local = name.rpartition(" ")
    return f"xml:{local}" if namespace == XML else local if not namespace else name


def tree(path: str, data: bytes) -> Element:
    """Return the root of an XML file. Raise CatalogError with the line at which it is not XML."""
    builder = _Builder(path)
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise refused(path, error.lineno, "file", f"is not XML: {expat.ErrorString(error.code)}") from None
    except (LookupError, ValueError) as error:
        raise refused(path, 1, "file", f"has an encoding that cannot be read ({error}); save it as UTF-8") from None
    assert builder.root is not None
    return builder.root
