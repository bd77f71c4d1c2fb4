# Made by error-catalog. Do not edit.
"""The fault of a SOAP document, whole, cut off, or quoted in another text."""

from contextlib import suppress
from heapq import merge
from itertools import islice
from typing import NamedTuple
from xml.parsers import expat

from ._catalog import FAULT_ELEMENT, FAULT_NAMESPACE
from ._markup import has_entities, mended, open_element, plain, start_tags

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

ELEMENT, OWN = b"Fault", FAULT_ELEMENT.encode()
MOST_STARTS = 16
LONGEST = 64 * 1024  # bytes of a fault, and of the envelope before it
FIELDS = {"faultcode": "faultcode", "faultstring": "faultstring"}
SOAP_12 = {("Code", "Value"): "faultcode", ("Reason", "Text"): "faultstring"}
DETAILS = ("detail", "Detail")
IN_DETAIL = {"message": "message", "name": "name", "code": "detail_code"}
PARTS = {"faultcode", "faultstring", *DETAILS, "Code", "Reason"}
FAULT = ("Fault",)
DETAIL = ("Fault", "detail")


class Found(NamedTuple):
    """The parts of a fault as the server sent them; None for those that it did not send."""

    faultcode: str | None = None
    faultstring: str | None = None
    message: str | None = None
    name: str | None = None
    own_code: str | None = None
    detail_code: str | None = None


def read_xml(data: bytes) -> Found | None:
    """Return the first fault that a text has as XML, plain or escaped.

    Raises:
        Refused: The text has such documents, but all of them declare entities.
    """
    is_refused = False
    for start, name in merge(_starts(data, ELEMENT), _starts(data, OWN)):
        is_own = name == OWN
        if is_own and is_refused:  # it can be in the document that was refused
            continue
        begin = (part_start if is_own else document_start)(data, start)
        if has_entities(data, begin, max(0, begin - LONGEST)):
            is_refused = True
            continue
        found = (read_part if is_own else read_document)(data[begin : start + LONGEST])
        if found is not None:
            return found
    if is_refused:
        raise Refused
    return None


def _starts(data: bytes, name: bytes) -> "Iterator[tuple[int, bytes]]":
    """Yield where the first elements of a name begin, with the name."""
    return ((start, name) for start in islice(start_tags(data, name), MOST_STARTS))


def document_start(data: bytes, start: int, floor: int = 0) -> int:
    """Return where the envelope of a fault begins; the fault itself if no envelope is open there."""
    begin = open_element(data, b"Envelope", max(floor, start - LONGEST), start)
    return start if begin is None else begin


def part_start(data: bytes, own: int, floor: int = 0) -> int:
    """Return where the `detail` begins that the API's own element is in; the element itself if it stands alone."""
    floor = max(floor, own - LONGEST)
    begins = (open_element(data, name, floor, own) for name in (b"detail", b"Detail"))
    return max((begin for begin in begins if begin is not None), default=own)


def read_document(document: bytes) -> Found | None:
    """Return the fault of a document that begins with an envelope or a fault."""
    return _Reader.read(plain(document.decode("utf-8", "replace")))


def read_part(part: bytes) -> Found | None:
    """Return the fault of a `detail` or of the API's own element, with which the text begins."""
    text = plain(part.decode("utf-8", "replace"))
    name = text[1:80].split(">")[0].split()[0].rpartition(":")[2]
    found = _Reader.read(text, FAULT if name in DETAILS else DETAIL)
    return found if found and any(found) else None


def read_element(element: "Any") -> Found | None:
    """Return the fault of an element of ElementTree or lxml: a document, a fault, its detail, or the API's own part."""
    namespace, local = _name(element.tag)
    above: tuple[str, ...]
    above = FAULT if local in DETAILS else ()
    if (namespace, local) == (FAULT_NAMESPACE, FAULT_ELEMENT):
        above = DETAIL
    reader = _Reader(above)
    opened: list[Any] = []
    with suppress(_Finished):
        for step, node in _steps(element):
            if step:
                opened.append(node)
                reader.open(*reversed(_name(node.tag)))
                reader.text.append(str(node.text or ""))
            elif opened:
                opened.pop()
                reader.end()
                reader.text.append(str(node.tail or ""))
    return reader.result()


def _steps(root: "Any") -> "Iterator[tuple[bool, Any]]":
    """Yield every element twice, where it begins and where it ends; comments and instructions are passed over."""
    waiting = [(True, root)]
    while waiting:
        begins, node = waiting.pop()
        yield begins, node
        if begins:
            waiting.append((False, node))
            waiting.extend((True, child) for child in reversed(list(node)) if isinstance(child.tag, str))


def _name(tag: str) -> tuple[str, str]:
    namespace, _, local = tag.rpartition("}")
    return namespace.removeprefix("{"), local


class Refused(Exception):
    """The document declares entities, so that it is not read."""


class _Finished(Exception):
    """The fault has been read; what follows does not matter."""


class _Reader:
    """A parser that reads one document up to the end of its fault."""

    def __init__(self, above: tuple[str, ...] = ()) -> None:
        self.path: list[str] = list(above)
        self.namespaces: list[tuple[int, dict[str, str]]] = [(0, {})]  # with the depth of what declares them
        self.fault_at = 1 if above else 0
        self.own_at = 0
        self.text: list[str] = []
        self.found: dict[str, str] = {}
        self.is_fault = False

    @classmethod
    def read(cls, document: str, above: tuple[str, ...] = ()) -> Found | None:
        """Return the fault of a document. What a cut-off or broken one says before its end is still true."""
        reader = cls(above)
        try:
            reader.parse(document)
        except (expat.ExpatError, ValueError):
            better = mended(document)
            if better != document:
                mending = cls(above)
                with suppress(expat.ExpatError, ValueError):
                    mending.parse(better)
                return mending.result() or reader.result()
        return reader.result()

    def parse(self, document: str) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text.append
        with suppress(_Finished):
            parser.Parse(document.encode("utf-8", "replace"), True)

    def result(self) -> Found | None:
        return Found(**self.found) if self.is_fault else None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if attributes:
            declared = {key[5:].lstrip(":"): value for key, value in attributes.items() if key.startswith("xmlns")}
            self.namespaces.append((len(self.path) + 1, self.namespaces[-1][1] | declared))
        prefix, _, local = name.rpartition(":")
        self.open(local, self.namespaces[-1][1].get(prefix) if local == FAULT_ELEMENT else None)

    def open(self, local: str, namespace: str | None) -> None:
        self.path.append(local)
        if local == "Fault" and not self.fault_at:
            self.fault_at = len(self.path)
        if local == FAULT_ELEMENT and self.fault_at and namespace == FAULT_NAMESPACE:
            self.own_at = len(self.path)
        self.text.clear()

    def end(self, _: str = "") -> None:
        depth = len(self.path)
        if 0 < self.fault_at < depth:
            self.take(self.path[self.fault_at], depth - self.fault_at, "".join(self.text).strip())
        elif self.fault_at == depth:
            raise _Finished
        self.text.clear()
        self.path.pop()
        if self.namespaces[-1][0] == depth:
            self.namespaces.pop()
        if depth == self.own_at:
            self.own_at = 0

    def take(self, part: str, depth: int, value: str) -> None:
        """Keep the value of an element in a part of the fault, if it is the first of its name."""
        local = self.path[-1]
        field = FIELDS.get(local) if depth == 1 else SOAP_12.get((self.path[-2], local))
        if depth > 1 and part in DETAILS:
            field = IN_DETAIL.get(local, field)
            if local == "code" and self.own_at == len(self.path) - 1:
                self.found.setdefault("own_code", value)
                field = None
        self.is_fault = self.is_fault or part in PARTS
        if field and value:
            self.found.setdefault(field, value)
