"""The tables of a Markdown page, as its readers see them, and rows that have come off their table."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
PIPE = re.compile(r"(?<!\\)\|")
MARKDOWN = MarkdownIt("commonmark").enable("table")


class Row(NamedTuple):
    """A row of a table.

    Attributes:
        line: Its line on the page.
        cells: What a reader sees in its cells.
        is_too_long: Whether it has more cells than the table, which no reader sees.
    """

    line: int
    cells: list[str]
    is_too_long: bool


class _Table(NamedTuple):
    end: int
    width: int
    rows: list[Row]


def tables(body: str) -> list[list[Row]]:
    """Return the rows of every table, without its head.

    Rows that come after a table belong to it although an empty line or the like is between them.
    """
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    tokens = MARKDOWN.parse(body)
    found = [_Table(end, *_rows(part, lines)) for part, end in _parts(tokens)]
    for number, line in _loose(tokens, lines):
        before = [table for table in found if table.end <= number]
        if before:
            before[-1].rows.extend(_row_alone(line, number, before[-1].width))
    return [table.rows for table in found if table.rows]


def _parts(tokens: list[Token]) -> Iterator[tuple[list[Token], int]]:
    """Yield the tokens of each table, with the number of the line after it."""
    start = 0
    for position, token in enumerate(tokens):
        if token.type == "table_open":
            start = position
        elif token.type == "table_close":
            yield tokens[start:position], (tokens[start].map or [0, 0])[1]


def _rows(tokens: list[Token], lines: list[str]) -> tuple[int, list[Row]]:
    """Return how many columns a table has, and its rows."""
    rows: list[Row] = []
    is_cell = False
    for token in tokens:
        if token.type == "tr_open" and token.map:
            number = token.map[0]
            rows.append(Row(number + 1, [], bool(rows) and _width(lines[number]) > len(rows[0].cells)))
        elif is_cell:
            rows[-1].cells.append(_shown(token).strip(" \t\n"))
        is_cell = token.type in ("th_open", "td_open")
    return len(rows[0].cells), rows[1:]


def _width(line: str) -> int:
    """Return how many cells a row has."""
    inner = line.lstrip(" \t>").rstrip().removeprefix("|")
    return len(PIPE.findall(inner)) + (not PIPE.search(inner, len(inner) - 1))


def _loose(tokens: list[Token], lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines of paragraphs that look like rows of a table."""
    for token in tokens:
        if token.type == "paragraph_open" and token.map:
            for number in range(*token.map):
                if lines[number].lstrip().startswith("|"):
                    yield number, lines[number]


def _row_alone(line: str, number: int, width: int) -> Iterator[Row]:
    """Yield a line as the row of a table of so many columns."""
    head = f"|{' h |' * width}\n|{'-|' * width}\n"
    for part, _ in _parts(MARKDOWN.parse(head + line.lstrip())):
        for row in _rows(part, [*head.split("\n")[:2], line])[1]:
            yield row._replace(line=number + 1)


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
