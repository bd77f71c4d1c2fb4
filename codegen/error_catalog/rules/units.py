"""C30: units of time and months, as CLDR has them."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from error_catalog.model import languages
from error_catalog.model.texts import Text
from error_catalog.rules.figures import CLOCK, months
from error_catalog.rules.registry import Fault, translation_rule
from error_catalog.rules.sentences import source_tag

UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
COUNTS = (1, 2, 3, 5, 11, 21, 1.5)
"""Numbers of every plural category."""

STEM = 4
DIGIT = re.compile(r"\d")
FIGURE = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
BESIDE_A_FIGURE = r"(?:\d{1,4}(?:st|nd|rd|th)?[\s.,]*(?:%s)|(?:%s)[\s.,]*\d)"


@translation_rule("C30")
def units_kept(text: Text) -> Iterator[Fault]:
    """Times and dates have the units and months of the source text: 20 seconds are not 20 minutes.

    The names are those of CLDR.

    wrong: {en: "Wait 20 seconds", de: "Warten Sie 20 Minuten"}
    wrong: {en: "More than 100 in 20 seconds", de: "Mehr als 20 in 100 Sekunden"}
    wrong: {en: "Ends on 31 July 2030", de: "Endet am 31. Juni 2030"}
    wrong: {en: "Ends at 9 PM", de: "Ends at 9 AM"}
    right: {en: "Wait 20 seconds", de: "Warten Sie 20 Sekunden"}
    """
    if _has_times(text.source, source_tag(text)) and DIGIT.search(text.text):
        yield from _units(text)
        yield from _months(text)
        yield from _halves_of_days(text)


@lru_cache(256)
def _has_times(source: str, tag: str) -> bool:
    """Return True if a source text has a unit of time, a month or a time of day beside a number."""
    has_digits = DIGIT.search(source) is not None
    return has_digits and bool(_wanted_units(source, tag) or _months_of(source, tag) or _clocks(source))


def _units(text: Text) -> Iterator[Fault]:
    wanted = _wanted_units(text.source, source_tag(text))
    said = list(_timed(text.text, text.language.tag)) if wanted else []
    for figure, unit, span in said:
        shown = text.text[slice(*span)]
        if figure in wanted and unit != wanted[figure]:
            yield f'"{shown}" is not the {figure} {wanted[figure]}s of the source text; correct the unit', span
        elif figure not in wanted and len(said) == len(wanted) == 1 and _is_another(figure, text.source):
            ((other, unit_there),) = wanted.items()
            yield f'"{shown}" is {other} {unit_there}s in the source text; put the numbers in their places', span


def _is_another(figure: str, source: str) -> bool:
    """Return True if a source text has a number, though not with the unit."""
    return figure in FIGURE.findall(source)


@lru_cache(256)
def _wanted_units(source: str, tag: str) -> dict[str, str]:
    """Return the units of the numbers of a source text, which all its translations are compared with."""
    return {figure: unit for figure, unit, _ in _timed(source, tag)}


def _timed(said: str, tag: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield each number with a unit of time behind it."""
    names = _names(tag)
    for found in FIGURE.finditer(said):
        rest = said[found.end() : found.end() + 24].lstrip(" \u00a0\u202f-").casefold()
        skipped = len(said[found.end() : found.end() + 24]) - len(rest)
        for name, unit in names:
            is_whole = len(name) >= STEM or name > "\u3000" or not rest[len(name) : len(name) + 1].isalpha()
            if rest.startswith(name) and is_whole:
                yield found[0], unit, (found.start(), found.end() + skipped + len(name))
                break


@cache
def _names(tag: str) -> tuple[tuple[str, str], ...]:
    """Return the names of units by their beginnings, the longest first."""
    found: dict[str, str] = {}
    for unit in UNITS:
        for count in COUNTS:
            name = _name(count, unit, tag)
            if name:
                found.setdefault(name[: max(STEM, len(name) - 2)] if name.isascii() or len(name) > STEM else name, unit)
    return tuple(sorted(found.items(), key=lambda row: (-len(row[0]), row[0])))


def _name(count: float, unit: str, tag: str) -> str:
    written = languages.unit(count, unit, tag)
    return re.sub(r"[\d.,٠-٩]+", "", written).strip().casefold()


def _months(text: Text) -> Iterator[Fault]:
    """Yield a month that stands for another one; both are beside a number, as May is also a verb."""
    wanted = _months_of(text.source, source_tag(text))
    said = _months_of(text.text, text.language.tag) if wanted else {}
    for month, found in said.items():
        if month not in wanted and len(said) == len(wanted):
            other = next(iter(wanted.values()))
            yield f'has "{found[0]}", but the source text has "{other[0]}"; correct the month', found.span()


@lru_cache(256)
def _months_of(said: str, tag: str) -> dict[int, re.Match[str]]:
    found = {}
    for month, name in enumerate(_dated(tag), 1):
        if match := name.search(said):
            found[month] = match
    return found


@cache
def _dated(tag: str) -> tuple[re.Pattern[str], ...]:
    """Return a pattern for each month beside a number."""
    return tuple(
        re.compile(name.pattern if r"\d" in name.pattern[:9] else BESIDE_A_FIGURE % (name.pattern, name.pattern), re.I)
        for name in months(tag)
    )


def _halves_of_days(text: Text) -> Iterator[Fault]:
    wanted = _clocks(text.source)
    for match in CLOCK.finditer(text.text) if wanted else ():
        half = match[3].lower()
        if (match[1], half) not in wanted and (match[1], "ap"[half == "a"]) in wanted:
            yield f'"{match[0]}" is the other half of the day than in the source text; correct it', match.span()


@lru_cache(256)
def _clocks(source: str) -> frozenset[tuple[str, str]]:
    return frozenset((match[1], match[3].lower()) for match in CLOCK.finditer(source))
