"""Where every value of a YAML text begins and ends, so that one can be changed and every other byte kept."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent


@dataclass(slots=True)
class Span:
    """A value of a YAML text, from `start` up to `end`: offsets in characters.

    `style` is that of a scalar: `"`, `'`, `|`, `>` or empty. Mappings have `entries`: the start of the key, and the
    value. `is_flow` says whether they stand in braces, `column` how far their keys are indented.
    """

    start: int
    end: int
    style: str = ""
    is_flow: bool = False
    column: int = 0
    entries: dict[str, tuple[int, "Span"]] = field(default_factory=dict)
    key: tuple[str, int] | None = None

    def at(self, *keys: str) -> "Span":
        """Return the value under `keys`. Raise KeyError if the document does not have it."""
        span = self
        for key in keys:
            span = span.entries[key][1]
        return span


def spans_of(texts: Iterable[str]) -> Span:
    """Return the root of the files of a catalog. Its offsets are those in the texts one after the other.

    What is added to the errors as a whole stands after the last of them, in the last file that has some. What is added
    to the root stands in the file that has `package`.
    """
    roots, start = [], 0
    for text in texts:
        roots.append(_moved(spans(text), start))
        start += len(text)
    root = max(roots, key=lambda root: "package" in root.entries)
    with_errors = [found for found in (root.entries.get("errors") for root in roots) if found and found[1].entries]
    if with_errors:
        at, last = with_errors[-1]
        last.entries = {code: entry for _, errors in with_errors for code, entry in errors.entries.items()}
        if last is not root.entries.get("errors", (0, None))[1]:  # what is added to the root follows its last entry
            root.entries = {"errors": (at, last)} | {k: v for k, v in root.entries.items() if k != "errors"}
    return root


def _moved(span: Span, by: int) -> Span:
    """Add a number to the offsets of a value and of all in it."""
    if by:
        span.start, span.end = span.start + by, span.end + by
        span.entries = {key: (start + by, _moved(value, by)) for key, (start, value) in span.entries.items()}
    return span


def spans(text: str) -> Span:
    """Return the root of a text that `error_catalog.model.source` reads without a finding."""
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
        return Span(start, _end_of_block(text, start, end) if style in ("|", ">") else end, style)
    is_mapping = isinstance(event, MappingStartEvent)
    return Span(start, end, "" if is_mapping else "-", bool(event.flow_style), event.start_mark.column)


def _end_of_block(text: str, start: int, end: int) -> int:
    """Return where a block scalar ends: after its last line, or if it keeps them (`|+`), after the empty lines too."""
    block = text[start:end]
    keeps_empty_lines = "+" in block[1:3]
    return start + len(block.removesuffix("\n").removesuffix("\r") if keeps_empty_lines else block.rstrip(" \t\r\n"))


def _takes_key(parent: Span) -> bool:
    return parent.style != "-" and parent.key is None


def _add(parent: Span, span: Span) -> None:
    """Items of sequences are entries too, by their position."""
    key, start = parent.key or (str(len(parent.entries)), span.start)
    parent.entries[key] = (start, span)
    parent.key = None


def _last(closed: Span) -> int:
    """Return where a block ends: with the last value in it."""
    return max((value.end for _, value in closed.entries.values()), default=closed.start)
