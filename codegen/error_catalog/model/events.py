"""Events of the YAML parser → nested mappings, lists and scalars that know their places.

Events are used instead of the parser's own values because they are fast, keep every scalar as it was written, and
know their places.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

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

from error_catalog.model.document import Mapping, Sequence
from error_catalog.model.findings import START, Place
from error_catalog.model.scalars import INTEGER, NOTHING, WORDS, scalar

Complain = Callable[[Place, str], None]

DEEPEST = 32


def build(events: Iterable[Event], complain: Complain) -> Any:
    """Return the value that the events describe. It is not recursive, since values can be nested at any depth."""
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
    """Yield the events that make values, with their places. Stop at a second document."""
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
