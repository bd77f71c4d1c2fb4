"""Where every value of a YAML text begins and ends, so that one can be changed and every other byte kept."""

from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent


@dataclass(slots=True)
class Span:
    """A value of a YAML text, from `start` up to `end`: offsets in characters.

    `style` is that of a scalar: `"`, `'`, `|`, `>` or nothing. Mappings have `entries`: the start of the key, and
    the value. `is_flow` says whether they stand in braces, `column` how far their keys are indented.
    """

    start: int
    end: int
    style: str = ""
    is_flow: bool = False
    column: int = 0
    entries: dict[str, tuple[int, "Span"]] = field(default_factory=dict)
    key: tuple[str, int] | None = None

    def at(self, *keys: str) -> "Span":
        """The value under `keys`. Raises KeyError where there is none."""
        span = self
        for key in keys:
            span = span.entries[key][1]
        return span


def spans(text: str) -> Span:
    """The root of a text that `codegen.source` reads without a mistake."""
    root: Span | None = None
    open_spans: list[Span] = []
    for event in YAML(typ="safe").parse(text):
        if isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            closed = open_spans.pop()
            closed.end = event.end_mark.index if closed.is_flow else _last(closed)
        elif isinstance(event, (ScalarEvent, MappingStartEvent, SequenceStartEvent)):
            span = _span(event, text)
            if not open_spans:
                root = span
            elif isinstance(event, ScalarEvent) and _takes_key(open_spans[-1]):
                open_spans[-1].key = (event.value, span.start)
                continue
            else:
                _add(open_spans[-1], span)
            if not isinstance(event, ScalarEvent):
                open_spans.append(span)
    assert root is not None
    return root


def _span(event: Any, text: str) -> Span:
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, ScalarEvent):
        style = event.style or ""
        if style in ("|", ">"):
            end = start + len(text[start:end].rstrip())
        return Span(start, end, style)
    is_mapping = isinstance(event, MappingStartEvent)
    return Span(start, end, "" if is_mapping else "-", bool(event.flow_style), event.start_mark.column)


def _takes_key(parent: Span) -> bool:
    return parent.style != "-" and parent.key is None


def _add(parent: Span, span: Span) -> None:
    """Items of sequences are entries too, by their position."""
    key, start = parent.key or (str(len(parent.entries)), span.start)
    parent.entries[key] = (start, span)
    parent.key = None


def _last(closed: Span) -> int:
    """Where a block ends: with the last value in it."""
    return max((value.end for _, value in closed.entries.values()), default=closed.start)
