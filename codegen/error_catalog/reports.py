"""Findings as people and programs read them."""

import json
import os
from collections.abc import Callable
from typing import TextIO

from error_catalog.console import shown
from error_catalog.model.findings import Finding, Span
from error_catalog.model.subject import subject
from error_catalog.sarif import sarif

MARK, UNMARK = "\x1b[1;4;31m", "\x1b[0m"


def text(findings: list[Finding], stream: TextIO) -> None:
    """Print a line per finding; on a terminal, the text below it with the part at fault marked."""
    is_terminal = stream.isatty()
    for finding in findings:
        print(finding, file=stream)
        if is_terminal and finding.text:
            print(f"    {_marked(finding.text, finding.span)}", file=stream)


def as_json(findings: list[Finding], stream: TextIO) -> None:
    """Print a JSON object per line and finding, always with the same keys."""
    for finding in findings:
        start, end = finding.span or (None, None)
        entry = {
            "path": finding.path,
            "line": finding.place.line,
            "column": finding.place.column,
            "rule": finding.rule,
            "name": finding.name,
            "severity": finding.severity,
            "where": finding.where,
            **subject(finding.keys)._asdict(),
            "message": finding.message,
            "text": finding.text,
            "start": start,
            "end": end,
        }
        print(json.dumps(entry), file=stream)


def github(findings: list[Finding], stream: TextIO) -> None:
    """Print a workflow command per finding: GitHub shows it at its line in the pull request."""
    for finding in findings:
        level = "warning" if finding.severity == "hint" else "error"
        line, column = finding.place
        place = f"file={_property(finding.path)},line={line},col={column},title={_property(finding.rule)}"
        print(f"::{level} {place}::{_data(shown(f'{finding.where}: {finding.message}'))}", file=stream)


def as_sarif(findings: list[Finding], stream: TextIO) -> None:
    """Print a SARIF log, which code scanning services read."""
    print(json.dumps(sarif(findings), indent=2), file=stream)


FORMATS: dict[str, Callable[[list[Finding], TextIO], None]] = {
    "text": text,
    "json": as_json,
    "github": github,
    "sarif": as_sarif,
}


def _marked(text: str, span: Span | None) -> str:
    start, end = span or (0, 0)
    before, part, after = map(shown, (text[:start], text[start:end], text[end:]))
    if not part:
        return before + after
    has_colors = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return f"{before}{MARK}{part}{UNMARK}{after}" if has_colors else f"{before}>>{part}<<{after}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
