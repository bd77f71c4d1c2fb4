"""Mistakes and coverage as people and machines read them."""

import json
import os
from collections.abc import Callable, Iterable
from typing import TextIO

from codegen.mistakes import Mistake

MARK, UNMARK = "\x1b[1;4;31m", "\x1b[0m"


def text(mistakes: Iterable[Mistake], stream: TextIO) -> None:
    """A line a mistake; on a terminal, the text below it with the part at fault marked."""
    shown = stream.isatty()
    for mistake in mistakes:
        print(f"{mistake} (hint)" if mistake.advisory else mistake, file=stream)
        if shown and mistake.text:
            print(f"    {_marked(mistake.text, mistake.span)}", file=stream)


def as_json(mistakes: Iterable[Mistake], stream: TextIO) -> None:
    """An object a line, always with the same keys."""
    for mistake in mistakes:
        code, field, language = _subject(mistake)
        start, end = mistake.span or (None, None)
        entry = {
            "path": mistake.path,
            "line": mistake.place.line,
            "column": mistake.place.column,
            "rule": mistake.rule,
            "advisory": mistake.advisory,
            "where": mistake.where,
            "code": code,
            "field": field,
            "language": language,
            "message": mistake.message,
            "text": mistake.text,
            "start": start,
            "end": end,
        }
        print(json.dumps(entry), file=stream)


def github(mistakes: Iterable[Mistake], stream: TextIO) -> None:
    """A workflow command a mistake: GitHub shows it at its line in the pull request."""
    for mistake in mistakes:
        level = "warning" if mistake.advisory else "error"
        line, column = mistake.place
        place = f"file={_property(mistake.path)},line={line},col={column},title={_property(mistake.rule)}"
        print(f"::{level} {place}::{_data(f'{mistake.where}: {mistake.message}')}", file=stream)


FORMATS: dict[str, Callable[[Iterable[Mistake], TextIO], None]] = {"text": text, "json": as_json, "github": github}


def _subject(mistake: Mistake) -> tuple[str | None, str | None, str | None]:
    """The code, the field and the language that a mistake is about, where it is about an error's text."""
    parts = [str(key) for key in mistake.keys]
    if parts[:1] != ["errors"]:
        return None, None, None
    code, field, language, *_ = [*parts[1:], None, None, None]
    return code, field, language if field in ("message", "note") else None


def _marked(text: str, span: tuple[int, int] | None) -> str:
    start, end = span or (0, 0)
    before, part, after = map(_printable, (text[:start], text[start:end], text[end:]))
    if not part:
        return before + after
    if os.environ.get("NO_COLOR"):
        return f"{before}>>{part}<<{after}"
    return f"{before}{MARK}{part}{UNMARK}{after}"


def _printable(text: str) -> str:
    """What a terminal can be shown: invisible characters as their escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
