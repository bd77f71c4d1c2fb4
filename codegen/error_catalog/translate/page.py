"""Published pages: Markdown with a table of code, message and note."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from error_catalog.model.catalog import Catalog, Error
from error_catalog.model.scalars import INTEGER
from error_catalog.translate.front_matter import front_matter, published
from error_catalog.translate.offers import Left, Offer, Offers, damaged, once, refused
from error_catalog.translate.tables import Row, tables

CODE = re.compile(r"-?[A-Za-z0-9][A-Za-z0-9_.-]{0,31}")
SPECIFIC = re.compile(r"\d+|[A-Za-z]*[a-z][A-Z][A-Za-z]*")
FIELDS = ("message", "note")

NOT_OF_CODES = re.compile(r"[\s.,:'’\u200b\ufeff]")
Entries = Iterator[Offer | Left]
Sources = dict[str, dict[str, str]]
"""The source texts by field, by code."""


def read(path: str, catalog: Catalog, tag: str) -> Offers:
    """Return the texts of a page's table.

    Raises:
        CatalogError: The page has no table of codes, or one code twice.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refused(path, 1, "file", "is not UTF-8; save it as UTF-8") from None
    head, body = front_matter(text)
    sources = {error.key: _source_texts(error) for error in catalog.errors}
    new_code = (INTEGER if catalog.kind is int else CODE) if tag == catalog.source_language else None
    found = [entry for rows in tables(body) for entry in _offered(rows, sources, new_code)]
    texts, duplicates = once(entry for entry in found if isinstance(entry, Offer) and entry.text)
    left = [*(entry for entry in found if isinstance(entry, Left)), *duplicates]
    if not texts and not left:
        message = "has no table with codes of the catalog; its rows are `| code | message | note |`"
        raise refused(path, 1, "page", message)
    untranslated = sum(isinstance(entry, Offer) and not entry.text for entry in found)
    return Offers(path, texts, left, published(head), untranslated)


def _offered(rows: list[Row], sources: Sources, new_code: re.Pattern[str] | None) -> Entries:
    """Yield what the rows of a table offer; nothing if it is not a table of codes.

    Args:
        rows: The rows.
        sources: The texts of the codes that the catalog has.
        new_code: What other codes look like, if the page may have them: one of the source language.
    """
    at_code = _code_column(rows, sources, new_code)
    if at_code is None:
        return
    columns = _text_columns(rows, at_code, sources)
    for row in rows:
        code = _code(row.cells[at_code], sources)
        if row.is_too_long:
            yield damaged(row.line, code[:40] or "row", "has more cells than its table; write | in a text as \\|")
        elif code not in sources and not (new_code and new_code.fullmatch(code)):
            yield Left(row.line, code[:40] or "row", "is not a code of the catalog")
        else:
            yield from _texts(row, code, columns, sources.get(code, {}), is_source=new_code is not None)


def _texts(row: Row, code: str, columns: dict[str, int], sources: dict[str, str], *, is_source: bool) -> Entries:
    """Yield the texts of a row; those that are empty are untranslated."""
    for field, column in columns.items():
        if is_source or field in sources:
            if row.cells[column] or not is_source:
                yield Offer(row.line, f"{code}.{field}", row.cells[column])
        elif row.cells[column]:
            yield Left(row.line, f"{code}.{field}", "has no source text in the catalog")


def _code(cell: str, sources: Sources) -> str:
    """Return the code in a cell: it can be in full-width digits, or grouped as a number."""
    if cell in sources:
        return cell
    plain = NOT_OF_CODES.sub("", unicodedata.normalize("NFKC", cell))
    return plain if plain in sources else cell


def _source_texts(error: Error) -> dict[str, str]:
    return {field: unit.source for field, unit in error.texts.items() if field in FIELDS and unit.source}


def _code_column(rows: list[Row], sources: Sources, new_code: re.Pattern[str] | None) -> int | None:
    """Return the column that mostly has codes of the catalog, or else new ones; or else any code of the catalog."""

    def counts(is_code: Callable[[str], object]) -> list[int]:
        columns = range(len(rows[0].cells))
        return [len({row.cells[column] for row in rows if is_code(row.cells[column])}) for column in columns]

    known = counts(lambda cell: _code(cell, sources) in sources)
    for found in (known, counts(new_code.fullmatch) if new_code else known):
        if max(found) * 2 > len(rows):
            return found.index(max(found))
    return known.index(max(known)) if any(known) else None


def _text_columns(rows: list[Row], at_code: int, sources: Sources) -> dict[str, int]:
    """Return the column of each field: the one whose cells are most like the source texts of that field."""
    columns = [column for column in range(len(rows[0].cells)) if column != at_code]
    if not columns:
        return {}

    def likeness(column: int, field: str) -> float:
        return sum(
            _likeness(row.cells[column], sources.get(_code(row.cells[at_code], sources), {}).get(field, ""))
            for row in rows
        )

    choices: list[tuple[int, int | None]] = [(columns[0], None)]
    if len(columns) > 1:
        choices = [(message, note) for message in columns for note in columns if message != note]

    def fit(choice: tuple[int, int | None]) -> tuple[float, float]:
        message, note = choice
        like = likeness(message, "message") + (likeness(note, "note") if note is not None else 0)
        shorter = -sum(len(row.cells[message]) for row in rows)
        return like, shorter

    best = max(choices, key=fit)
    return {field: column for field, column in zip(FIELDS, best, strict=True) if column is not None}


def _likeness(cell: str, source: str) -> float:
    """Return how like a translation is to its source in what all languages share: length, figures, identifiers."""
    if not cell or not source:
        return 0.0
    lengths = min(len(cell), len(source)) / max(len(cell), len(source))
    specific = set(SPECIFIC.findall(source))
    return lengths + 2 * len(specific & set(SPECIFIC.findall(cell))) / max(len(specific), 1) + 4 * (cell == source)
