"""YAML → Document: nested mappings, lists and scalars, and the place of every part.

Events are read instead of nodes: they are fast, keep every scalar as it was written, and know their places.
The catalog is a plain subset of YAML that every reader understands alike; whatever YAML readers disagree on
(anchors, tags, `0x10`, `007`, a second document) is a mistake.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from codegen.document import Document, Mapping, Sequence
from codegen.mistakes import START, CatalogError, Mistake, Place
from codegen.scalars import INTEGER, NOTHING, WORDS, Complain, scalar

DEEPEST = 32
NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read(path: str | Path) -> Document:
    """The document in a file. Raises CatalogError where it is no such YAML, or names what every reader refuses."""
    return parse(decoded(load(path), str(path)), str(path))


def load(path: str | Path) -> bytes:
    """What a file holds. Raises CatalogError where it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise _refused(str(path), f"cannot be read ({reason}); name the catalog with --catalog") from None


def decoded(data: bytes, name: str) -> str:
    """Its text, without a byte order mark. Raises CatalogError where it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        raise _refused(name, "is not UTF-8; save the file as UTF-8", _place_at(before, len(before))) from None


def _refused(name: str, message: str, place: Place = START) -> CatalogError:
    return CatalogError([Mistake(name, place, "Y01", "catalog", message)])


def parse(text: str, name: str = "catalog", *, pure: bool = False) -> Document:
    """The document in a text; mistakes carry `name` as their path. `pure` avoids the parser written in C."""
    mistakes: list[Mistake] = []

    def complain(place: Place, message: str) -> None:
        mistakes.append(Mistake(name, place, "Y01", "catalog", message))

    root = _root(text, complain, pure)
    if mistakes:
        raise CatalogError(sorted(set(mistakes)))
    if not isinstance(root, Mapping):
        at = root.start if isinstance(root, Sequence) else START
        what = "is empty" if root is None else "is not a mapping"
        complain(at, f"{what}; a catalog starts with `package:`, `source_language:`, `languages:` and `errors:`")
        raise CatalogError(mistakes)
    return Document(name, root)


def _root(text: str, complain: Complain, pure: bool) -> Any:
    for found in NOT_YAML.finditer(text):
        complain(_place_at(text, found.start()), f"has the control character U+{ord(found[0]):04X}; remove it")
        return None
    try:
        return _build(YAML(typ="safe", pure=pure).parse(text), complain)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = (getattr(error, "problem", None) or str(error)).split("\n")[0]
        if mark and "cannot start any token" in problem and _character(text, mark) == "\t":
            problem = "a tab cannot indent; use spaces"
        complain(Place(mark.line + 1, mark.column + 1) if mark else START, f"is not YAML: {problem}")
    return None


def _build(events: Iterable[Event], complain: Complain) -> Any:
    """The value that the events describe, without recursion: depth is the writer's choice."""
    root: Any = None
    open_nodes: list[Mapping | Sequence] = []
    for event, place in _content(events, complain):
        if isinstance(event, ScalarEvent):
            node = scalar(event, place, complain)
        elif isinstance(event, MappingStartEvent):
            node = Mapping(place)
        elif isinstance(event, SequenceStartEvent):
            node = Sequence(place)
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            open_nodes.pop()
            continue
        else:
            node = None
        if open_nodes:
            _add(open_nodes[-1], node, event, place, complain)
        else:
            root = node
        if isinstance(node, (Mapping, Sequence)):
            open_nodes.append(node)
            if len(open_nodes) > DEEPEST:
                complain(place, f"is nested deeper than {DEEPEST} levels")
                return None
    return root


def _content(events: Iterable[Event], complain: Complain) -> Iterator[tuple[Event, Place]]:
    """The events that make values, with their places; stops at a second document."""
    documents = 0
    for event in events:
        mark = event.start_mark
        if isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                complain(Place(mark.line + 1, mark.column + 1), "has a second document; a catalog is one document")
                return
        elif isinstance(event, (ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent)):
            place = Place(mark.line + 1, mark.column + 1)
            if isinstance(event, AliasEvent):
                complain(place, f"has the alias *{event.anchor}; write the value out")
            else:
                if event.anchor:
                    complain(place, f"has the anchor &{event.anchor}; remove it")
                if event.tag:
                    complain(place, f"has the tag {event.tag}; remove it")
            yield event, place
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            yield event, START


def _add(parent: Mapping | Sequence, node: Any, event: Event, place: Place, complain: Complain) -> None:
    if isinstance(parent, Sequence):
        parent.append(node)
        parent.places.append(place)
    elif parent.pending is None:
        key = _key(event, place, complain)
        if key in parent:
            first = parent.places[key][0].line
            complain(place, f"has the key {key} twice in one mapping; the first is on line {first}")
        if getattr(event, "style", None) and INTEGER.fullmatch(key):
            parent.quoted.append(key)
        parent.pending = (key, place)
    else:
        key, key_place = parent.pending
        parent[key] = node
        parent.places[key] = (key_place, place)
        parent.pending = None


def _key(event: Event, place: Place, complain: Complain) -> str:
    if not isinstance(event, ScalarEvent):
        complain(place, "has a key that is not a plain word")
        return ""
    if not event.style and (event.value in WORDS or event.value in NOTHING):
        complain(place, f"has {event.value or 'nothing'} as a key; write it in quotes")
    return str(event.value)


def _character(text: str, mark: Any) -> str:
    line, column = int(mark.line), int(mark.column)
    return text.split("\n")[line][column : column + 1]


def _place_at(text: str, offset: int) -> Place:
    before = text[:offset]
    return Place(before.count("\n") + 1, offset - before.rfind("\n"))
