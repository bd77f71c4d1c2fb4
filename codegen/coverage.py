"""How far each language is: a line per language."""

from typing import NamedTuple

from codegen.document import Document, Mapping
from codegen.rules import every_rule
from codegen.rules.reading import Reading, Text


class Coverage(NamedTuple):
    """The numbers of a language; `unchecked` are the rules that the catalog has no data for."""

    language: str
    texts: int
    translated: int
    stale: int
    accepted: int
    corrected: int
    unchecked: list[str]


def coverage(document: Document) -> list[Coverage]:
    """How many texts each language has, and what is known of them, in the order of `languages`."""
    reading = Reading.of(document)
    by_language: dict[str, list[Text]] = {tag: [] for tag in reading.languages}
    for text in reading.texts:
        by_language[text.language.tag].append(text)
    return [
        Coverage(
            language=tag,
            texts=len(reading.units),
            translated=sum(not _has(text, "stale") for text in texts),
            stale=sum(_has(text, "stale") for text in texts),
            accepted=sum(_has(text, "accept") for text in texts),
            corrected=sum(_has(text, "published") for text in texts),
            unchecked=[rule.id for rule in every_rule() if rule.needs and not _is_checked(reading, tag, rule.needs)],
        )
        for tag, texts in by_language.items()
    ]


def table(rows: list[Coverage]) -> str:
    """The coverage in columns."""
    head = ["language", "texts", "translated", "stale", "accepted", "corrected", "not checked"]
    lines = [head, *([*map(str, row[:6]), " ".join(row.unchecked) or "-"] for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: list[str], widths: list[int]) -> str:
    """Names to the left, numbers to the right."""
    padded = [cell.rjust(width) for cell, width in zip(cells, widths, strict=True)]
    return "  ".join([cells[0].ljust(widths[0]), *padded[1:-1], cells[-1]])


def _has(text: Text, key: str) -> bool:
    return isinstance(text.form, Mapping) and bool(text.form.get(key))


def _is_checked(reading: Reading, tag: str, needs: str) -> bool:
    """Whether a rule has its data; the glossary is for translations alone."""
    return (needs == "glossary" and tag == reading.source_language) or reading.languages[tag].has(needs)
