"""Published pages: Markdown with a table of code, message and note."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from error_catalog.model.catalog import Catalog, Error
from error_catalog.model.scalars import INTEGER
from error_catalog.translate.front_matter import front_matter, published
from error_catalog.translate.offers import Left, Offer, Offers, refused

CODE = re.compile(r"-?[A-Za-z0-9][A-Za-z0-9_.-]{0,31}")
LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
SPECIFIC = re.compile(r"\d+|[A-Za-z]*[a-z][A-Z][A-Za-z]*")
FIELDS = ("message", "note")

Sources = dict[str, dict[str, str]]
"""The source texts by field, by code."""


class Row(NamedTuple):
    """A row of a table: its line, and its cells as a reader sees them."""

    line: int
    cells: list[str]


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
    found = [entry for rows in _tables(body) for entry in _offered(rows, sources, new_code)]
    texts = [entry for entry in found if isinstance(entry, Offer)]
    _refuse(path, texts)
    return Offers(path, texts, [entry for entry in found if isinstance(entry, Left)], published(path, head))


def _offered(rows: list[Row], sources: Sources, new_code: re.Pattern[str] | None) -> Iterator[Offer | Left]:
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
        code = row.cells[at_code]
        if code not in sources and not (new_code and new_code.fullmatch(code)):
            yield Left(row.line, code[:40] or "row", "unknown code, not taken")
            continue
        for field, column in columns.items():
            if row.cells[column] and (new_code or field in sources[code]):
                yield Offer(row.line, f"{code}.{field}", row.cells[column])
            elif row.cells[column]:
                yield Left(row.line, f"{code}.{field}", "has no source text, not taken")


def _source_texts(error: Error) -> dict[str, str]:
    return {field: unit.source for field, unit in error.texts.items() if field in FIELDS and unit.source}


def _refuse(path: str, texts: list[Offer]) -> None:
    if not texts:
        message = "has no table with codes of the catalog; its rows are `| code | message | note |`"
        raise refused(path, 1, "page", message)
    first: dict[str, int] = {}
    for offer in texts:
        line = first.setdefault(offer.context, offer.line)
        if line != offer.line:
            raise refused(path, offer.line, offer.context, f"is a duplicate; the first is on line {line}; remove one")


def _tables(body: str) -> list[list[Row]]:
    """Return the rows of every table, without its head."""
    tables: list[list[Row]] = []
    is_cell = False
    for token in MarkdownIt("commonmark").enable("table").parse(body):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open" and token.map:
            tables[-1].append(Row(token.map[0] + 1, []))
        elif is_cell:
            tables[-1][-1].cells.append(_shown(token).strip(" \t\n"))
        is_cell = token.type in ("th_open", "td_open")
    return [rows[1:] for rows in tables if len(rows) > 1]


def _shown(inline: Token) -> str:
    """Return the text of a cell, with entities and escapes decoded, without marks of emphasis, code and links."""
    words: dict[str, Callable[[Token], str]] = {
        "text": lambda token: token.content,
        "text_special": lambda token: token.content,
        "code_inline": lambda token: token.content,
        "softbreak": lambda token: " ",
        "html_inline": lambda token: LINE_BREAK.sub(" ", token.content),
    }
    return "".join(words[token.type](token) for token in inline.children or () if token.type in words)


def _code_column(rows: list[Row], sources: Sources, new_code: re.Pattern[str] | None) -> int | None:
    """Return the column that mostly has codes of the catalog, or else new ones; or else any code of the catalog."""

    def counts(is_code: Callable[[str], object]) -> list[int]:
        columns = range(len(rows[0].cells))
        return [len({row.cells[column] for row in rows if is_code(row.cells[column])}) for column in columns]

    known = counts(sources.__contains__)
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
        return sum(_likeness(row.cells[column], sources.get(row.cells[at_code], {}).get(field, "")) for row in rows)

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
