"""Findings as people and programs read them."""

import json
import os
from collections.abc import Callable, Iterable
from typing import TextIO

from error_catalog.model.fields import FIELDS
from error_catalog.model.findings import Finding, Keys, Span

MARK, UNMARK = "\x1b[1;4;31m", "\x1b[0m"

DATA = {row.name for row in FIELDS if not row.is_text}
"""The built-in fields of an error that are not translated."""


def text(findings: Iterable[Finding], stream: TextIO) -> None:
    """Print a line per finding; on a terminal, the text below it with the part at fault marked."""
    is_terminal = stream.isatty()
    for finding in findings:
        print(finding, file=stream)
        if is_terminal and finding.text:
            print(f"    {_marked(finding.text, finding.span)}", file=stream)


def as_json(findings: Iterable[Finding], stream: TextIO) -> None:
    """Print a JSON object per line and finding, always with the same keys."""
    for finding in findings:
        code, field, language = _subject(finding.keys)
        start, end = finding.span or (None, None)
        entry = {
            "path": finding.path,
            "line": finding.place.line,
            "column": finding.place.column,
            "rule": finding.rule,
            "name": finding.name,
            "severity": finding.severity,
            "where": finding.where,
            "code": code,
            "field": field,
            "language": language,
            "message": finding.message,
            "text": finding.text,
            "start": start,
            "end": end,
        }
        print(json.dumps(entry), file=stream)


def github(findings: Iterable[Finding], stream: TextIO) -> None:
    """Print a workflow command per finding: GitHub shows it at its line in the pull request."""
    for finding in findings:
        level = "warning" if finding.severity == "hint" else "error"
        line, column = finding.place
        place = f"file={_property(finding.path)},line={line},col={column},title={_property(finding.rule)}"
        print(f"::{level} {place}::{_data(f'{finding.where}: {finding.message}')}", file=stream)


FORMATS: dict[str, Callable[[Iterable[Finding], TextIO], None]] = {"text": text, "json": as_json, "github": github}


def _subject(keys: Keys) -> tuple[str | None, str | None, str | None]:
    """Return the code, the field and the language that a finding is about, as far as it is about one."""
    match keys:
        case ("errors", str(code), "retired", "reason", str(tag), *_):
            return code, "retired.reason", tag
        case ("errors", str(code), str(field), str(tag), *_) if field not in DATA:
            return code, field, tag
        case ("errors", str(code), *rest):
            return code, str(rest[0]) if rest else None, None
        case ("faults", "unlisted", str(code), str(tag), *_):
            return code, None, tag
        case ("recoveries" | "fields", _, "title" | "advice" | "label", str(tag), *_):
            return None, None, tag
        case ("texts" | "categories" | "reasons" | "glossary", _, str(tag), *_) | ("languages", str(tag), *_):
            return None, None, tag
    return None, None, None


def _marked(text: str, span: Span | None) -> str:
    start, end = span or (0, 0)
    before, part, after = map(_printable, (text[:start], text[start:end], text[end:]))
    if not part:
        return before + after
    has_colors = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return f"{before}{MARK}{part}{UNMARK}{after}" if has_colors else f"{before}>>{part}<<{after}"


def _printable(text: str) -> str:
    """Return what a terminal can be shown: invisible characters as their escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
