"""Published pages: Markdown with a table of code, message and note."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from codegen.document import Document, mapping
from codegen.imports.offers import Left, Offer, Offers, refused, source_texts

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"-?[A-Za-z0-9][A-Za-z0-9_.-]{0,31}")
LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
SPECIFIC = re.compile(r"\d+|[A-Za-z]*[a-z][A-Z][A-Za-z]*")


class Row(NamedTuple):
    """The cells of a row of a table as a reader sees them, and its line."""

    line: int
    cells: list[str]


def read(path: str, document: Document, tag: str) -> Offers:
    """The texts of a page's table. Raises CatalogError where it has no table of codes, or one code twice."""
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refused(path, 1, "file", "is not UTF-8; save it as UTF-8") from None
    is_source = tag == document.root["source_language"]
    errors = mapping(document.root["errors"])
    sources = {code: source_texts(document, code) for code in errors}
    texts: list[Offer] = []
    left: list[Left] = []
    for rows in _tables(text):
        at_code = _code_column(rows, errors, is_source)
        if at_code is None:
            continue
        columns = _text_columns(rows, at_code, sources)
        for row in rows:
            code = row.cells[at_code]
            if code not in errors and not (is_source and CODE.fullmatch(code)):
                left.append(Left(row.line, code[:40] or "row", "unknown code, not taken"))
                continue
            for field, column in columns.items():
                if is_source or field in sources[code]:
                    texts += [Offer(row.line, code, field, row.cells[column])] if row.cells[column] else []
                elif row.cells[column]:
                    left.append(Left(row.line, f"{code}.{field}", "has no source text, not taken"))
    _refuse(path, texts)
    return Offers(path, texts, left, _published(path, text))


def _refuse(path: str, texts: list[Offer]) -> None:
    if not texts:
        raise refused(
            path, 1, "page", "has no table with codes of the catalog; its rows are `| code | message | note |`"
        )
    first: dict[str, int] = {}
    for offer in texts:
        line = first.setdefault(offer.where, offer.line)
        if line != offer.line:
            raise refused(path, offer.line, offer.where, f"is there twice; the first is on line {line}; remove one")


def _tables(text: str) -> list[list[Row]]:
    """The rows of every table, without its head; lines are those of the file."""
    head = FRONT_MATTER.match(text)
    body = "\n" * text.count("\n", 0, head.end()) + text[head.end() :] if head else text
    tables: list[list[Row]] = []
    for token in MarkdownIt("commonmark").enable("table").parse(body):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open" and token.map:
            tables[-1].append(Row(token.map[0] + 1, []))
        elif token.type == "inline" and tables and tables[-1] and token.level >= 3:
            tables[-1][-1].cells.append(_shown(token).strip(" \t\n"))
    return [rows[1:] for rows in tables if len(rows) > 1]


def _shown(inline: Token) -> str:
    """The text of a cell: entities and escapes are decoded, marks of emphasis, code and links are gone."""
    words: dict[str, Callable[[Token], str]] = {
        "text": lambda token: token.content,
        "text_special": lambda token: token.content,
        "code_inline": lambda token: token.content,
        "softbreak": lambda token: " ",
        "html_inline": lambda token: LINE_BREAK.sub(" ", token.content),
    }
    return "".join(words[token.type](token) for token in inline.children or () if token.type in words)


def _code_column(rows: list[Row], errors: Any, is_source: bool) -> int | None:
    """The column that holds most codes of the catalog; in a page of the source language, most different numbers."""

    def count(column: int, is_code: Callable[[str], Any]) -> int:
        return len({row.cells[column] for row in rows if is_code(row.cells[column])})

    ways: list[Callable[[str], Any]] = [errors.__contains__]
    if is_source:
        ways += [re.compile(r"-?\d+").fullmatch, CODE.fullmatch]
    for way in ways:
        counts = [count(column, way) for column in range(len(rows[0].cells))]
        if max(counts) * 2 > len(rows):
            return counts.index(max(counts))
    known = [count(column, errors.__contains__) for column in range(len(rows[0].cells))]
    return known.index(max(known)) if any(known) else None


def _text_columns(rows: list[Row], at_code: int, sources: dict[str, dict[str, str]]) -> dict[str, int]:
    """Which column has which field: the one whose cells are most like the source texts of that field."""
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
    return {field: column for field, column in zip(("message", "note"), best, strict=True) if column is not None}


def _likeness(cell: str, source: str) -> float:
    """How like a translation is to its source in what all languages share: length, figures and identifiers."""
    if not cell or not source:
        return 0.0
    lengths = min(len(cell), len(source)) / max(len(cell), len(source))
    specific = set(SPECIFIC.findall(source))
    return lengths + 2 * len(specific & set(SPECIFIC.findall(cell))) / max(len(specific), 1) + 4 * (cell == source)


def _published(path: str, text: str) -> dict[str, str | int]:
    """What the front matter says of the translation: the commit it was made from, the share made by people."""
    head = FRONT_MATTER.match(text)
    try:
        said = YAML(typ="safe", pure=True).load(head[1]) if head else None
    except YAMLError:
        raise refused(path, 2, "front matter", "is not YAML; correct it or remove it") from None
    said = said if isinstance(said, dict) else {}
    commit, share = str(said.get("source-git-commit", "")), str(said.get("ht-degree", "")).rstrip("% ")
    found: dict[str, str | int] = {}
    if re.fullmatch("[0-9a-f]{7,40}", commit):
        found["source_commit"] = commit
    if share.isdecimal() and int(share) <= 100:
        found["human_translated"] = int(share)
    return found
