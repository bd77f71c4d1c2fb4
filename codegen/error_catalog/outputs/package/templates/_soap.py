# Made by error-catalog. Do not edit.
"""The fault of a SOAP document, whole, cut off, or quoted in another text."""

import html
import re
from contextlib import suppress
from itertools import islice
from typing import NamedTuple
from xml.parsers import expat

from ._catalog import FAULT_ELEMENT, FAULT_NAMESPACE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

START = re.compile(r"<(?:[\w.\-]{1,64}:)?Fault[\s>]")
OWN = re.compile(rf"<(?:[\w.\-]{{1,64}}:)?{re.escape(FAULT_ELEMENT)}[\s>]")
DETAIL_START = re.compile(r"<(?:[\w.\-]{1,64}:)?[dD]etail[\s>]")
ENVELOPE = re.compile(r"<(?P<closes>/?)(?:[\w.\-]{1,64}:)?Envelope[\s>]")
DTD = re.compile(r"<!(?:DOCTYPE|ENTITY)")
MOST_STARTS = 16
LONGEST = 64 * 1024  # characters of a fault, and of the envelope before it
ESCAPED = {'\\"': '"', "\\n": "\n", "\\/": "/", "\\u003c": "<", "\\u003C": "<", "\\u003e": ">", "\\u003E": ">"}
FIELDS = {"faultcode": "faultcode", "faultstring": "faultstring"}
SOAP_12 = {("Code", "Value"): "faultcode", ("Reason", "Text"): "faultstring"}


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


def read_xml(text: str) -> Found | None:
    """Return the first fault that a text has as XML, also if it is escaped as in HTML or JSON.

    Raises:
        Refused: The document has a DTD.
    """
    for form in _forms(text):
        for start in islice(START.finditer(form), MOST_STARTS):
            begin = _envelope(form, start.start())
            if DTD.search(form, max(0, begin - LONGEST), start.end()):
                raise Refused
            found = _Reader().read(form[begin : start.start() + LONGEST])
            if found is not None:
                return found
        own = OWN.search(form) if not START.search(form) else None
        if own and not DTD.search(form, max(0, own.start() - LONGEST), own.end()):
            return _read_part(form, own.start())
    return None


def _read_part(form: str, own: int) -> Found | None:
    """Return what the API's own element says that stands alone, or in a `detail` without its fault."""
    details = list(DETAIL_START.finditer(form, max(0, own - LONGEST), own))
    begin = details[-1].start() if details else own
    return _Reader(FAULT if details else DETAIL).read(form[begin : own + LONGEST])


def _envelope(form: str, start: int) -> int:
    """Return where the envelope of a fault begins; the fault itself if no envelope is open there."""
    envelopes = list(ENVELOPE.finditer(form, max(0, start - LONGEST), start))
    return envelopes[-1].start() if envelopes and not envelopes[-1]["closes"] else start


def read_element(element: "Any") -> Found | None:
    """Return the fault of an element of ElementTree or lxml: a document, a fault, its detail, or the API's own part."""
    namespace, local = _name(element.tag)
    above: tuple[str, ...]
    above = FAULT if local in ("detail", "Detail") else ()
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


def _forms(text: str) -> "list[str]":
    """Return the text, or the part around an escaped fault without its escapes."""
    if START.search(text):
        return [text]
    at = text.find("Fault")
    at = at if at >= 0 else text.find(FAULT_ELEMENT)
    near = text[max(0, at - LONGEST) : at + LONGEST] if at >= 0 else ""
    forms = [text] if OWN.search(near) else []
    if "&lt;" in near:
        forms.append(html.unescape(near))
    if "\\u003" in near:
        for escape, character in ESCAPED.items():
            near = near.replace(escape, character)
        forms.append(near)
    return forms


class Refused(Exception):
    """The document has a DTD and may have entities, so that it is not read."""


class _Finished(Exception):
    """The fault has been read; what follows does not matter."""


class _Reader:
    """A parser that reads one document up to the end of its fault."""

    def __init__(self, above: tuple[str, ...] = ()) -> None:
        self.path: list[str] = list(above)
        self.namespaces: list[dict[str, str]] = [{}]
        self.fault_at = 1 if above else 0
        self.own_at = 0
        self.text: list[str] = []
        self.found: dict[str, str] = {}
        self.is_fault = False

    def read(self, document: str) -> Found | None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text.append
        parser.StartDoctypeDeclHandler = self.refuse
        if '=\\"' in document:  # quoted as in JSON or a repr
            document = document.replace('\\"', '"').replace("\\n", "\n")
        document = document.replace("<\\/", "</")
        # What a cut-off or broken document said before its end is still true.
        with suppress(_Finished, expat.ExpatError, ValueError):
            parser.Parse(document.encode("utf-8", "replace"), True)
        return self.result()

    def result(self) -> Found | None:
        return Found(**self.found) if self.is_fault else None

    def refuse(self, *_: object) -> None:
        raise Refused

    def start(self, name: str, attributes: dict[str, str]) -> None:
        declared = {key[5:].lstrip(":"): value for key, value in attributes.items() if key.startswith("xmlns")}
        self.namespaces.append({**self.namespaces[-1], **declared} if declared else self.namespaces[-1])
        prefix, _, local = name.rpartition(":")
        self.open(local, self.namespaces[-1].get(prefix))

    def open(self, local: str, namespace: str | None) -> None:
        self.path.append(local)
        if local == "Fault" and not self.fault_at:
            self.fault_at = len(self.path)
        if self.fault_at and local == FAULT_ELEMENT and namespace == FAULT_NAMESPACE:
            self.own_at = len(self.path)
        self.text.clear()

    def end(self, _: str = "") -> None:
        depth = len(self.path)
        if 0 < self.fault_at < depth:
            self.take(self.path[self.fault_at], depth - self.fault_at, "".join(self.text).strip())
        self.text.clear()
        self.path.pop()
        if len(self.namespaces) > 1:
            self.namespaces.pop()
        if depth == self.own_at:
            self.own_at = 0
        if self.fault_at == depth:
            raise _Finished

    def take(self, part: str, depth: int, value: str) -> None:
        """Keep the value of an element in a part of the fault, if it is the first of its name."""
        local = self.path[-1]
        field = FIELDS.get(local) if depth == 1 else SOAP_12.get((self.path[-2], local))
        if part.lower() == "detail" and depth > 1:
            field = {"message": "message", "name": "name", "code": "detail_code"}.get(local, field)
            if local == "code" and self.own_at == len(self.path) - 1:
                self.found.setdefault("own_code", value)
                field = None
        if part in {"faultcode", "faultstring", "detail", "Detail", "Code", "Reason"}:
            self.is_fault = True
        if field and value:
            self.found.setdefault(field, value)
