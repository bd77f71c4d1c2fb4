"""The entries of PO files."""

import re
from dataclasses import dataclass

from error_catalog.model.catalog import Catalog
from error_catalog.model.texts import Text, Unit
from error_catalog.outputs.escaping import Escaped, one_line

PO_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
SECTIONS = ("categories", "recoveries", "reasons", "fields", "faults", "texts")
"""The texts that belong to no error, in the order in which they stand in PO files."""


def po(value: str) -> Escaped:
    """Return a PO string in its quotes."""
    return Escaped(f'"{value.translate(PO_ESCAPES)}"')


def comment(value: str) -> Escaped:
    """Return the text of a comment. GNU gettext joins a line that ends with a backslash with the next one."""
    line = one_line(value)
    return Escaped(f"{line} ") if line.endswith("\\") else line


@dataclass(slots=True)
class Entry:
    """What the entry of a unit has in every language: comments, flags, and the strings above `msgstr`."""

    unit: Unit
    comments: str
    flags: list[str]
    strings: str

    def translated(self, translation: str) -> str:
        """Return the entry with a translation, which may be empty."""
        return f"\n{self.comments}{_flagged(self.flags)}{self.strings}msgstr {po(translation)}\n"

    def fuzzy(self, stale: Text) -> str:
        """Return the entry with a translation that has not followed its source text, and that older source text."""
        previous = ""
        if stale.made_from:
            previous = f"#| msgctxt {po(self.unit.context)}\n#| msgid {po(stale.made_from)}\n"
        flags = _flagged(["fuzzy", *self.flags])
        return f"\n{self.comments}{flags}{previous}{self.strings}msgstr {po(stale.text)}\n"


class Entries:
    """The entries of PO files. What all languages share is made once."""

    def __init__(self, catalog: Catalog) -> None:
        self._entries = [_entry(catalog, unit) for unit in in_order(catalog)]

    def of(self, tag: str) -> str:
        """Return the entries of a language; `msgstr` is empty if there is no translation."""
        entries = ((entry, entry.unit.texts.get(tag)) for entry in self._entries)
        return "".join(
            entry.fuzzy(text) if text is not None and text.is_stale else entry.translated(entry.unit.current(tag) or "")
            for entry, text in entries
        )

    def untranslated(self) -> str:
        """Return the entries of the template."""
        return "".join(entry.translated("") for entry in self._entries)


def in_order(catalog: Catalog) -> list[Unit]:
    """Return every text that a reader can see: those of errors in the order of the codes, then all others."""
    position = {error.key: place for place, error in enumerate(catalog.errors)}

    def order(unit: Unit) -> tuple[int, int]:
        if unit.error is not None:
            return -1, position[unit.error.key]
        return SECTIONS.index(unit.context.partition(".")[0]), 0

    return sorted((unit for unit in catalog.readable if unit.source.strip()), key=order)


def _entry(catalog: Catalog, unit: Unit) -> Entry:
    comments = "".join(f"#. {comment(line)}\n" for line in about(catalog, unit))
    strings = f"msgctxt {po(unit.context)}\nmsgid {po(unit.source)}\n"
    return Entry(unit, comments, _flags(unit), strings)


def _flagged(flags: list[str]) -> str:
    return f"#, {', '.join(flags)}\n" if flags else ""


def _flags(unit: Unit) -> list[str]:
    """Return the flag that makes tools compare placeholders, if the text has placeholders."""
    if unit.error is not None:
        has_names = any(f"{{{name}}}" in unit.source for name in unit.error.placeholders)
    else:
        has_names = unit.kind == "texts" and PLACEHOLDER.search(unit.source) is not None
    return ["python-brace-format"] if has_names else []


def about(catalog: Catalog, unit: Unit) -> list[str]:
    """Return what a translator should know: the error's name and category, and for a message its note."""
    error = unit.error
    if error is None:
        return []
    comments = [error.name]
    if error.category in catalog.categories:
        comments.append(catalog.categories[error.category].source)
    if unit.kind == "message" and error.note is not None and error.note.source:
        comments.append(error.note.source)
    return comments
