"""C04 and C10: every language states the same numbers, and writes them its own way."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import Span
from error_catalog.model.texts import Text, Unit
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.figures import is_said_otherwise
from error_catalog.rules.parts import ENTITIES, FILLER
from error_catalog.rules.registry import rule
from error_catalog.rules.words import LATIN

NUMBER = re.compile(r"\d+(?:[.,'’\u00a0\u202f\u066b\u066c]\d+|[ ]\d{3}(?!\d))*")
"""Digits in any script, with separators of groups and fractions between them."""

ENTITY = re.compile(ENTITIES)
IN_A_WORD = re.compile(rf"[{LATIN}.,\-]")
IN_A_DATE = re.compile(r"\d-")
WORD_BEFORE, UNIT_BEHIND = re.compile(r"([^\W\d_]+)[ -]?$"), re.compile(r"[ \u00a0]?([^\W\d_])")
LONGEST_WORD = 40
DIGIT, DIGITS, SEPARATOR = re.compile(r"\d"), re.compile(r"\d+"), re.compile(r"\D")
ALONE = re.compile(r"(?<!\S)\d+(?!\S)")
SEPARATED = re.compile(r"\d\D\d")
SHORTEST_GROUPED = 4
MOST = 20
"""So many complaints about the numbers of one text are enough."""

GROUP, GROUPS = 3, (2, 3)
"""How many digits the last group of a number has, and the groups before it: 1,000,000 and 10,00,000."""


class Number(NamedTuple):
    """A number as it is written, its digits alone, and its place."""

    written: str
    digits: str
    span: tuple[int, int]


@lru_cache(4096)
def numbers(text: str) -> tuple[Number, ...]:
    """Return every number of a text."""
    if not DIGIT.search(text):
        return ()
    said = ENTITY.sub(lambda entity: FILLER * len(entity[0]), text) if "&" in text else text
    found = (match for match in NUMBER.finditer(said) if _stands_alone(match, said))
    return tuple(number for match in found for number in _numbers(match))


def _numbers(match: re.Match[str]) -> Iterator[Number]:
    """Yield a number, or each number of a list without spaces such as 1,2,3, of an OID or of an address."""
    written, start = match[0], match.start()
    groups = DIGITS.findall(written)[1:]
    is_list = len(set(SEPARATOR.findall(written))) == 1 and len(groups) > 1
    if is_list and not (len(groups[-1]) == GROUP and all(len(group) in GROUPS for group in groups)):
        for part in DIGITS.finditer(written):
            yield Number(part[0], _digits(part[0]), (start + part.start(), start + part.end()))
    else:
        yield Number(written, _digits(written), match.span())


def _stands_alone(match: re.Match[str], text: str) -> bool:
    """Return True if a number is not part of a word such as UTF-8 or HTTP2, or of a unit such as 30s."""
    start, end = match.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    is_in_a_word = IN_A_WORD.match(before) and not (before == "-" and not text[: start - 1][-1:].isalnum())
    return not is_in_a_word and not (after.isascii() and (after.isalpha() or after == "_"))


def _digits(written: str) -> str:
    """Return ASCII digits without separators and leading zeros; only zeros stay as they are, as in 12:00."""
    if written.isdecimal() and written.isascii():
        return written.lstrip("0") or written
    digits = "".join(str(int(c)) for c in written if c.isdecimal())
    return digits.lstrip("0") or digits


@rule("C04")
def numbers_kept(catalog: Catalog) -> Iterator[Complaint]:
    """A translation has the numbers of its source text, and the source texts of an error have the numbers of `limit`.

    Languages can group their digits differently, and write them in another script. Small numbers can be words, and
    times of day are written in the way of the language: 6 p.m. is 18 Uhr.

    wrong: {en: "At most 30 days", de: "Höchstens 31 Tage"}
    wrong: {en: "At most 10,000 calls", de: "Höchstens 1.000 Aufrufe"}
    wrong: {limit: {days: 60}, en: "At most 30 days", de: "Höchstens 30 Tage"}
    right: {limit: {days: 30}, en: "At most 30 days", de: "Höchstens 30 Tage"}
    right: {en: "At least 2 days", de: "Mindestens zwei Tage"}
    right: {en: "Opens at 6 PM", de: "Öffnet um 18:00 Uhr"}
    """
    for unit in catalog.units:
        for text in unit.texts.values():
            wanted = [number.digits for number in numbers(text.source)]
            if wanted and text.text.strip() and not _has_alone(text, wanted):
                missing = _missing(wanted, [number.digits for number in numbers(text.text)])[:MOST]
                there = _glued(text) | _run_together(text, set(missing)) if missing else frozenset()
                for digits in missing:
                    if digits not in there and not is_said_otherwise(digits, text):
                        shown, around = _excerpt(text.source, digits)
                        message = f'the number {shown} of "{around}" is missing; write it'
                        yield Complaint(text.keys, text.where, message, text=text.text)
    yield from _limits(catalog)


def _glued(text: Text) -> frozenset[str]:
    """Return the digits of the numbers in words and dates that the source text has too: POP3, 67km, 31-01-2030."""
    there = {(number.digits, side) for number in numbers(text.source) for side in _sides(number.span, text.source)}
    glued = (match for match in NUMBER.finditer(text.text) if not _stands_alone(match, text.text))
    found = [number for match in glued for number in _numbers(match)]
    return frozenset(
        number.digits
        for number in found
        if IN_A_DATE.fullmatch(text.text[max(0, number.span[0] - 2) : number.span[0]])
        or any((number.digits, side) in there for side in _sides(number.span, text.text))
    )


def _run_together(text: Text, missing: set[str]) -> set[str]:
    """Return the numbers that are missing because they have no space between them: 1,255 for 1, 255."""
    parts = ({part.lstrip("0") or part for part in DIGITS.findall(number.written)} for number in numbers(text.text))
    return set().union(*(found for found in parts if len(found) > 1 and found <= missing))


def _sides(span: Span, text: str) -> Iterator[str]:
    """Yield the word before a number, as far as it is part of a name, and the first letter of the unit behind it."""
    before, after = WORD_BEFORE.search(text[max(0, span[0] - LONGEST_WORD) : span[0]]), UNIT_BEHIND.match(text, span[1])
    if before:
        yield before[1].casefold()
    if after:
        yield f"…{after[1].casefold()}"


def _has_alone(text: Text, wanted: list[str]) -> bool:
    """Return True if all numbers are between spaces in a text and its source text, and are the same."""
    return ALONE.findall(text.source) == wanted == ALONE.findall(text.text)


def _missing(wanted: list[str], said: list[str]) -> list[str]:
    """Return the numbers that are wanted and not said, or not as often."""
    return [] if said == wanted else list(Counter(wanted) - Counter(said))


def _excerpt(source: str, digits: str) -> tuple[str, str]:
    """Return a number as the source text has it, and with what stands around it."""
    found = next(number for number in numbers(source) if number.digits == digits)
    start, end = found.span
    return found.written, source[max(0, start - 20) : end + 20].strip()


def _limits(catalog: Catalog) -> Iterator[Complaint]:
    """Complain about figures of `limit` that the source texts do not state. A 1 can be in words."""
    stated: dict[str, set[str]] = {}
    for unit in catalog.units:
        if unit.error is not None:
            stated.setdefault(unit.error.key, {"1"}).update(number.digits for number in numbers(unit.source))
    for error in catalog.errors:
        for name, value in error.limit.items():
            if isinstance(value, int) and str(value) not in stated.get(error.key, ()):
                keys = ("errors", error.key, "limit", name)
                message = f"{value} is not a number of the source texts of {error.key}; correct one of them"
                yield Complaint(keys, f"{error.key}.limit.{name}", message)


@rule("C10")
def digit_grouping(catalog: Catalog) -> Iterator[Complaint]:
    """Thousands are grouped as CLDR says for the language: 10,000 in English, 10.000 in German.

    wrong: {en: "At most 10,000 calls", de: "Höchstens 10,000 Aufrufe"}
    wrong: {en: "At most 10.000 calls", de: "Höchstens 10.000 Aufrufe"}
    right: {en: "At most 10,000 calls", de: "Höchstens 10.000 Aufrufe"}
    """
    for unit in catalog.units:
        grouped = _grouped(unit)
        for text in unit.texts.values() if grouped else ():
            for number in numbers(text.text):
                expected = text.language.number(number.digits)
                if number.digits in grouped and not _is_grouped(number, expected):
                    message = f"{_visible(number.written)} is written {_visible(expected)} in {text.language.tag}"
                    yield Complaint(text.keys, text.where, message, text=text.text, span=number.span)


def _grouped(unit: Unit) -> set[str]:
    """Return the numbers that some language of the unit groups its own way."""
    source = next((text for text in unit.texts.values() if text.is_source), None)
    return {
        number.digits
        for text in unit.texts.values()
        if SEPARATED.search(text.text)
        for number in numbers(text.text)
        if not number.written.isdecimal()
        and number.written == text.language.number(number.digits)
        and not _is_address(number, source)
    }


def _is_address(number: Number, source: Text | None) -> bool:
    """Return True if a number is an OID, an address or a point: the source text has it, but does not group it."""
    if source is not None and f"({number.written})" in source.text:
        return True
    if source is None or len(SEPARATOR.findall(number.written)) == 1:
        return False
    return number.written in source.text and number.written != source.language.number(number.digits)


def _is_grouped(number: Number, expected: str) -> bool:
    """Return True if a number is written as expected, in other digits than ASCII, or without separators if short."""
    native = "".join(str(int(c)) if c.isdecimal() else c for c in number.written)
    return native == expected or (native.isdecimal() and len(native) <= SHORTEST_GROUPED) or number.written != native


def _visible(written: str) -> str:
    """Return a number with its spaces as code points."""
    return written.replace("\u00a0", "[U+00A0]").replace("\u202f", "[U+202F]").replace(" ", "[U+0020]")
