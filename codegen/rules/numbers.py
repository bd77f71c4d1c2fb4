"""C04 and C10: every language states the same figures, and writes them its own way."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from codegen.document import mapping
from codegen.rules.finding import Finding
from codegen.rules.reading import Reading, Unit
from codegen.rules.registry import rule
from codegen.rules.words import LATIN

# Digits in any script, with separators of groups and fractions between them.
NUMBER = re.compile(r"\d+(?:[.,'’\u00a0\u202f\u066b\u066c]\d+|[ ]\d{3}(?!\d))*")
IN_A_WORD = re.compile(rf"[{LATIN}.,\-]")
DIGIT = re.compile(r"\d")
ALONE = re.compile(r"(?<!\S)\d+(?!\S)")
SEPARATED = re.compile(r"\d\D\d")
SHORTEST_GROUPED = 4


class Number(NamedTuple):
    """A number as it is written, its digits alone, and its place."""

    written: str
    digits: str
    span: tuple[int, int]


@lru_cache(4096)
def numbers(text: str) -> tuple[Number, ...]:
    """Every number of a text."""
    if not DIGIT.search(text):
        return ()
    found = (match for match in NUMBER.finditer(text) if _stands_alone(match, text))
    return tuple(Number(match[0], _digits(match[0]), match.span()) for match in found)


def _stands_alone(match: re.Match[str], text: str) -> bool:
    """Whether a number is no part of a word such as UTF-8 or HTTP2, or of a unit such as 30s."""
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    return not IN_A_WORD.match(before) and not (after.isascii() and (after.isalpha() or after == "_"))


def _digits(written: str) -> str:
    """ASCII digits without separators and leading zeros; zeros alone stay as many as they are, as in 12:00."""
    if written.isdecimal() and written.isascii():
        return written.lstrip("0") or written
    digits = "".join(str(int(c)) for c in written if c.isdecimal())
    return digits.lstrip("0") or digits


@rule("C04")
def same_numbers(reading: Reading) -> Iterator[Finding]:
    """The numbers of the source text are in every translation, however they are grouped, and so are those of `limit`.

    wrong: {en: "At most 30 days", de: "Höchstens 31 Tage"}
    wrong: {en: "At most 10,000 calls", de: "Höchstens 1.000 Aufrufe"}
    wrong: {limit: {days: 60}, en: "At most 30 days", de: "Höchstens 30 Tage"}
    right: {limit: {days: 30}, en: "At most 30 days", de: "Höchstens 30 Tage"}
    """
    for unit in reading.units:
        wanted = [number.digits for number in numbers(unit.source)]
        alone = ALONE.findall(unit.source)
        is_plain = alone == wanted
        for text in unit.texts.values() if wanted else ():
            if text.text.strip() and not (is_plain and ALONE.findall(text.text) == alone):
                for digits in _missing(wanted, [number.digits for number in numbers(text.text)]):
                    yield Finding(text.keys, text.where, f"the number {digits} is missing", text=text.text)
    yield from _limits(reading)


def _missing(wanted: list[str], said: list[str]) -> list[str]:
    """What is wanted and not said, or not so often."""
    return [] if said == wanted else list(Counter(wanted) - Counter(said))


def _limits(reading: Reading) -> Iterator[Finding]:
    """Figures of `limit` that the source text does not state; a 1 may be said in words."""
    stated: dict[str, set[str]] = {}
    for unit in reading.units:
        if unit.code is not None:
            stated.setdefault(unit.code, {"1"}).update(number.digits for number in numbers(unit.source))
    for code, error in mapping(reading.document.root.get("errors")).items():
        for name, value in mapping(mapping(error).get("limit")).items():
            if isinstance(value, int) and str(value) not in stated.get(code, ()):
                keys = ("errors", code, "limit", name)
                yield Finding(keys, f"{code}.limit.{name}", f"{value} is not a number of the source text")


@rule("C10")
def grouped_numbers(reading: Reading) -> Iterator[Finding]:
    """Thousands are grouped as CLDR says for the language: 10,000 in English, 10.000 in German.

    wrong: {en: "At most 10,000 calls", de: "Höchstens 10,000 Aufrufe"}
    wrong: {en: "At most 10.000 calls", de: "Höchstens 10.000 Aufrufe"}
    right: {en: "At most 10,000 calls", de: "Höchstens 10.000 Aufrufe"}
    """
    for unit in reading.units:
        grouped = _grouped(unit)
        for text in unit.texts.values() if grouped else ():
            for number in numbers(text.text):
                expected = text.language.number(number.digits)
                if number.digits in grouped and not _is_grouped(number, expected):
                    message = f"{_visible(number.written)} is written {_visible(expected)} in {text.language.tag}"
                    yield Finding(text.keys, text.where, message, text=text.text, span=number.span)


def _grouped(unit: Unit) -> set[str]:
    """The numbers that some language of the unit groups its own way."""
    return {
        number.digits
        for text in unit.texts.values()
        if SEPARATED.search(text.text)
        for number in numbers(text.text)
        if not number.written.isdecimal() and number.written == text.language.number(number.digits)
    }


def _is_grouped(number: Number, expected: str) -> bool:
    native = "".join(str(int(c)) if c.isdecimal() else c for c in number.written)
    return native == expected or (native.isdecimal() and len(native) <= SHORTEST_GROUPED) or number.written != native


def _visible(written: str) -> str:
    return written.replace("\u00a0", "[U+00A0]").replace("\u202f", "[U+202F]").replace(" ", "[U+0020]")
