"""Changes to a YAML text that keep every byte they are not about: comments, order, quotes, line ends."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate

from error_catalog.model import source
from error_catalog.model.findings import CatalogError
from error_catalog.model.scalars import INTEGER, LONGEST_NUMBER
from error_catalog.translate.spans import Span, spans_of

INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufe00-\ufe0f\ufeff]"
)
SHORT_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}
LINE_END = re.compile(r"\r\n|\n|\r")
NOT_TEXT_TO_ALL = re.compile("y|n|yes|no|on|off", re.IGNORECASE)
"""Words that older YAML readers take for true or false; Norwegian is one of them."""


class Editor:
    """The YAML files of a catalog and the changes to them. `result()` returns the changed texts.

    They are edited as one text, that of the files one after the other.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.text = "".join(texts.values())
        self.root = spans_of(texts.values())
        self._paths = list(texts)
        self._ends = list(accumulate(map(len, texts.values())))
        self._edits: list[tuple[int, int, str]] = []
        self._filled: set[int] = set()

    def result(self) -> dict[str, str]:
        """Return the texts with every change made; what is added at the same place is in the order of the calls."""
        edits: list[list[tuple[int, int, str]]] = [[] for _ in self._paths]
        for edit in sorted(self._edits, key=lambda edit: edit[:2]):
            edits[self._file(edit[0])].append(edit)
        parts = zip(self._paths, [0, *self._ends], self._ends, edits, strict=False)
        return {path: self._edited(start, end, own) for path, start, end, own in parts}

    def _edited(self, at: int, end: int, edits: list[tuple[int, int, str]]) -> str:
        parts = []
        for start, stop, new in edits:
            parts += [self.text[at:start], new]
            at = stop
        return "".join([*parts, self.text[at:end]])

    def _file(self, at: int) -> int:
        """Return the number of the file that a value ends in at an offset."""
        return bisect_left(self._ends, at)

    def replace(self, span: Span, value: str) -> None:
        """Replace a scalar, with the quotes that it has now if they can hold the value."""
        self.replace_raw(span, scalar(value, span.style))

    def replace_raw(self, span: Span, raw: str) -> None:
        """Replace a value by YAML on one line."""
        self._edits.append((span.start, span.end, raw))

    def put(self, parent: Span, key: str, raw: str) -> None:
        """Replace the value of a key, or add the key after all others."""
        if key in parent.entries:
            self.replace_raw(parent.at(key), raw)
        else:
            self.add(parent, key, raw)

    def add(self, parent: Span, key: str, raw: str, after: Sequence[str] | None = None) -> None:
        """Add an entry to a mapping: after the last of its keys that `after` names, or else after all."""
        if parent.is_flow:
            self._add_to_flow(parent, entry(key, raw), after)
        else:
            self._add_lines(parent, [entry(key, raw)], after)

    def add_mapping(self, parent: Span, key: str, raws: Mapping[str, str]) -> None:
        """Add an entry whose value is a mapping: each of its entries on a line of its own, unless braces are around."""
        if parent.is_flow:
            self.add(parent, key, flow(raws))
        else:
            self._add_lines(parent, [f"{_key(key)}:", *(f"  {entry(name, raw)}" for name, raw in raws.items())])

    def _add_lines(self, parent: Span, lines: Sequence[str], after: Sequence[str] | None = None) -> None:
        known = [name for name in parent.entries if after is None or name in after]
        previous = parent.entries[(known or list(parent.entries))[-1]][1]
        at = self._end_of_line(previous.end)
        line_end = self._line_end(at)
        self._edits.append((at, at, "".join(f"{line_end}{' ' * parent.column}{line}" for line in lines)))

    def _add_to_flow(self, parent: Span, entry: str, after: Sequence[str] | None) -> None:
        known = [span.end for name, (_, span) in parent.entries.items() if after is None or name in after]
        if known:
            self._edits.append((known[-1], known[-1], f", {entry}"))
        elif parent.entries:
            first = next(start for start, _ in parent.entries.values())
            self._edits.append((first, first, f"{entry}, "))
        else:
            at, comma = parent.start + 1, ", " if parent.start in self._filled else ""
            self._filled.add(parent.start)
            self._edits.append((at, at, f"{comma}{entry}"))

    def remove(self, parent: Span, keys: Sequence[str]) -> None:
        """Remove entries of a mapping that keeps others."""
        names = [name for name in keys if name in parent.entries]
        for name in names if not parent.is_flow else ():
            start, span = parent.entries[name]
            self._edits.append((self._line_before(start), self._end_of_line(span.end), ""))
        if parent.is_flow:
            self._remove_from_flow(list(parent.entries.items()), set(names))

    def _remove_from_flow(self, entries: list[tuple[str, tuple[int, Span]]], names: set[str]) -> None:
        """Remove each entry with the comma after it, or with the one before it if no later entry stays."""
        last_kept = max(position for position, (name, _) in enumerate(entries) if name not in names)
        for position, (name, (start, span)) in enumerate(entries):
            if name in names and position < last_kept:
                self._edits.append((start, entries[position + 1][1][0], ""))
            elif name in names:
                self._edits.append((entries[position - 1][1][1].end, span.end, ""))

    def _line_before(self, at: int) -> int:
        """Return where the line before the one at an offset ends."""
        end = max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at))
        return end - (self.text[end - 1 : end + 1] == "\r\n")

    def _end_of_line(self, at: int) -> int:
        """Return where the line at an offset ends."""
        end = self._ends[self._file(at)]
        found = LINE_END.search(self.text, at, end)
        return found.start() if found else end

    def _line_end(self, at: int) -> str:
        """Return what the lines of the file at an offset end with."""
        file = self._file(at)
        found = LINE_END.search(self.text, self._ends[file - 1] if file else 0, self._ends[file])
        return found[0] if found else "\n"


def flow(raws: Mapping[str, str]) -> str:
    """Return a mapping in braces; the values are YAML."""
    return f"{{{', '.join(entry(key, raw) for key, raw in raws.items())}}}"


def entry(key: str, raw: str) -> str:
    """Return an entry of a mapping; the value is YAML."""
    return f"{_key(key)}: {raw}"


def _key(key: str) -> str:
    """Return a key as it is if every reader takes it for the same word or number, else in quotes."""
    if INTEGER.fullmatch(key) and len(key) <= LONGEST_NUMBER:
        return key
    return scalar(key, '"' if NOT_TEXT_TO_ALL.fullmatch(key) else "")


def scalar(value: str, style: str = '"') -> str:
    """Return a text as YAML on one line, in the quotes given if they can hold it, else in double quotes."""
    if style == "" and _reads_as(f"a: {{b: {value}}}", value):
        return value
    if style == "'" and not INVISIBLE.search(value):
        return "'" + value.replace("'", "''") + "'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{INVISIBLE.sub(_escape, escaped)}"'


def _escape(found: re.Match[str]) -> str:
    return SHORT_ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}"


def _reads_as(yaml: str, value: str) -> bool:
    if INVISIBLE.search(value):
        return False
    try:
        return bool(source.parse(yaml).root["a"] == {"b": value})
    except CatalogError:
        return False
