# Copied as it stands from codegen/templates/package: edit it there.
"""The fault of a SOAP document, whole, cut off, or quoted in another text."""

import html
import re
from contextlib import suppress
from itertools import islice
from typing import NamedTuple
from xml.parsers import expat

from ._catalog import FAULT_ELEMENT, FAULT_NAMESPACE

START = re.compile(r"<(?:[\w.\-]{1,64}:)?Fault[\s>]")
ENVELOPE = re.compile(r"<(?:[\w.\-]{1,64}:)?Envelope[\s>]")
DTD = re.compile(r"<!(?:DOCTYPE|ENTITY)")
MOST_STARTS = 16
LONGEST = 64 * 1024  # characters of a fault, and of the envelope before it
ESCAPED = {'\\"': '"', "\\n": "\n", "\\/": "/", "\\u003c": "<", "\\u003C": "<", "\\u003e": ">", "\\u003E": ">"}
FIELDS = {"faultcode": "faultcode", "faultstring": "faultstring"}
SOAP_12 = {("Code", "Value"): "faultcode", ("Reason", "Text"): "faultstring"}


class Found(NamedTuple):
    """What a fault says, as it says it; None for what it does not."""

    faultcode: str | None = None
    faultstring: str | None = None
    message: str | None = None
    name: str | None = None
    own_code: str | None = None
    detail_code: str | None = None


def read_xml(text: str) -> Found | None:
    """The first fault of a text that has one as XML, also escaped as in HTML or JSON. Raises Refused for DTDs."""
    for form in _forms(text):
        for start in islice(START.finditer(form), MOST_STARTS):
            envelopes = list(ENVELOPE.finditer(form, max(0, start.start() - LONGEST), start.start()))
            begin = envelopes[-1].start() if envelopes else start.start()
            if DTD.search(form, max(0, begin - LONGEST), start.end()):
                raise Refused
            found = _Reader().read(form[begin : start.start() + LONGEST])
            if found is not None:
                return found
    return None


def _forms(text: str) -> "list[str]":
    """The text, and around a fault that is escaped, the text without its escapes."""
    if START.search(text):
        return [text]
    at = text.find("Fault")
    near = text[max(0, at - LONGEST) : at + LONGEST] if at >= 0 else ""
    forms = []
    if "&lt;" in near:
        forms.append(html.unescape(near))
    if "\\u003" in near:
        for escape, character in ESCAPED.items():
            near = near.replace(escape, character)
        forms.append(near)
    return forms


class Refused(Exception):
    """The document has a DTD, and may have entities: it is not read."""


class _Finished(Exception):
    """The fault has been read; what follows does not matter."""


class _Reader:
    """Reads one document up to the end of its fault."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.namespaces: list[dict[str, str]] = [{}]
        self.fault_at = 0
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
        # What a cut-off or broken document said before its end is still true.
        with suppress(_Finished, expat.ExpatError, ValueError):
            parser.Parse(document.encode("utf-8", "replace"), True)
        return Found(**self.found) if self.is_fault else None

    def refuse(self, *_: object) -> None:
        raise Refused

    def start(self, name: str, attributes: dict[str, str]) -> None:
        declared = {key[5:].lstrip(":"): value for key, value in attributes.items() if key.startswith("xmlns")}
        self.namespaces.append({**self.namespaces[-1], **declared} if declared else self.namespaces[-1])
        prefix, _, local = name.rpartition(":")
        self.path.append(local)
        if local == "Fault" and not self.fault_at:
            self.fault_at = len(self.path)
        if self.fault_at and local == FAULT_ELEMENT and self.namespaces[-1].get(prefix) == FAULT_NAMESPACE:
            self.own_at = len(self.path)
        self.text.clear()

    def end(self, _: str) -> None:
        depth = len(self.path)
        if self.fault_at:
            inside = self.path[self.fault_at :]
            value = "".join(self.text).strip()
            if inside:
                self.take(inside, value)
        self.text.clear()
        self.path.pop()
        self.namespaces.pop()
        if depth == self.own_at:
            self.own_at = 0
        if self.fault_at == depth:
            raise _Finished

    def take(self, inside: list[str], value: str) -> None:
        """Keep the value of an element of the fault; the first of each wins."""
        local = inside[-1]
        field = FIELDS.get(local) if len(inside) == 1 else SOAP_12.get((inside[-2], local))
        if inside[0].lower() == "detail" and len(inside) > 1:
            field = {"message": "message", "name": "name", "code": "detail_code"}.get(local, field)
            if local == "code" and self.own_at == len(self.path) - 1:
                self.found.setdefault("own_code", value)
                field = None
        if inside[0] in {"faultcode", "faultstring", "detail", "Detail", "Code", "Reason"}:
            self.is_fault = True
        if field and value:
            self.found.setdefault(field, value)
