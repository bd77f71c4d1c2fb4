"""Changes to a YAML text that keep every byte they are not about: comments, order, quotes, line ends."""

import re
from collections.abc import Sequence

from codegen import source
from codegen.imports.spans import Span, spans
from codegen.mistakes import CatalogError
from codegen.scalars import INTEGER, LONGEST_NUMBER

INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufe00-\ufe0f\ufeff]"
)
SHORT_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Editor:
    """A YAML text under change: say what shall change, then take `result()`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = spans(text)
        self.line_end = "\r\n" if "\r\n" in text else "\n"
        self._edits: list[tuple[int, int, str]] = []
        self._added: dict[int, int] = {}

    def result(self) -> str:
        """The text with every change made."""
        parts, at = [], 0
        for start, end, new in sorted(self._edits, key=lambda edit: edit[:2]):
            parts += [self.text[at:start], new]
            at = end
        return "".join([*parts, self.text[at:]])

    def replace(self, span: Span, value: str) -> None:
        """Let a scalar say `value`, quoted as it is now where that can be."""
        self._edits.append((span.start, span.end, scalar(value, span.style)))

    def replace_raw(self, span: Span, raw: str) -> None:
        """Put YAML in the place of a value."""
        self._edits.append((span.start, span.end, raw))

    def add(self, parent: Span, key: str, lines: Sequence[str], after: Sequence[str] | None = None) -> None:
        """Add an entry to a mapping, behind the last of its keys that `after` names, else behind all.

        `lines` is the value: one line, or several with an indent of their own for a block below the key.
        """
        known = [name for name in parent.entries if after is None or name in after]
        named = key if INTEGER.fullmatch(key) and len(key) <= LONGEST_NUMBER else scalar(key, "")
        if parent.is_flow:
            self._add_to_flow(parent, known, f"{named}: {lines[0]}")
            return
        previous = parent.entries[(known or list(parent.entries))[-1]][1]
        indent = " " * parent.column
        entry = f"{indent}{named}: {lines[0]}" if len(lines) == 1 else f"{indent}{named}:"
        block = [entry, *(f"{indent}  {line}" for line in (lines if len(lines) > 1 else ()))]
        at = self._end_of_line(previous.end)
        self._edits.append((at, at, "".join(self.line_end + line for line in block)))

    def _add_to_flow(self, parent: Span, known: list[str], entry: str) -> None:
        if known:
            at = parent.entries[known[-1]][1].end
            self._edits.append((at, at, f", {entry}"))
        elif parent.entries:
            at = next(start for start, _ in parent.entries.values())
            self._edits.append((at, at, f"{entry}, "))
        else:
            comma = ", " if self._added.get(parent.start) else ""
            self._added[parent.start] = 1
            self._edits.append((parent.start + 1, parent.start + 1, f"{comma}{entry}"))

    def remove(self, parent: Span, keys: Sequence[str]) -> None:
        """Remove entries of a mapping that keeps others."""
        names = [name for name in keys if name in parent.entries]
        for name in names if not parent.is_flow else ():
            start, span = parent.entries[name]
            self._edits.append((self._line_before(start), self._end_of_line(span.end), ""))
        if parent.is_flow:
            self._remove_from_flow(list(parent.entries.items()), set(names))

    def _remove_from_flow(self, entries: list[tuple[str, tuple[int, Span]]], names: set[str]) -> None:
        """Up to the last entry that stays each goes with the comma behind it, then with the one before it."""
        last_kept = max(position for position, (name, _) in enumerate(entries) if name not in names)
        for position, (name, (start, span)) in enumerate(entries):
            if name in names and position < last_kept:
                self._edits.append((start, entries[position + 1][1][0], ""))
            elif name in names:
                self._edits.append((entries[position - 1][1][1].end, span.end, ""))

    def _line_before(self, at: int) -> int:
        end = self.text.rfind("\n", 0, at)
        return end - 1 if self.text[end - 1] == "\r" else end

    def _end_of_line(self, at: int) -> int:
        end = self.text.find("\n", at)
        if end < 0:
            return len(self.text)
        return end - 1 if self.text[end - 1] == "\r" else end


def scalar(value: str, style: str = '"') -> str:
    """A text as YAML on one line: in the quotes wanted if they can hold it, else in double quotes."""
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
