"""Numbers that languages write in another way: as words, in times of day, in the names of months."""

import re
from functools import cache
from typing import Literal

from babel.dates import get_month_names

from error_catalog.model import languages
from error_catalog.model.grammar import number_words, pattern
from error_catalog.model.texts import Text

CLOCK = re.compile(r"(?<![\d.,:])(\d{1,2})(?:[:.](\d\d))?\s*([ap])\.?\s?m\b", re.IGNORECASE)
NOON, HALF_A_DAY = 12, 12
COMMON_START = 2
POINTS = ("midnight", "noon")


def is_said_otherwise(digits: str, text: Text) -> bool:
    """Return True if a translation can say a number of its source text, which it does not have, in another way."""
    words, value = number_words(text.language.tag), int(digits[:4]) if digits.isdecimal() else -1
    if value == 0 and (none := pattern(text.language.tag, "not")) and none.search(text.text):
        return True  # 0 items: no items
    if 0 < value <= len(words) and words[value - 1].search(text.text):
        return True
    return digits in of_clocks(text.source) and _has_the_times(text)


@cache
def of_clocks(source: str) -> frozenset[str]:
    """Return the figures with which languages write the times of day of a text, such as 6 p.m. and 12:00 AM."""
    found = set[str]()
    for match in CLOCK.finditer(source):
        for hour in {str(int(match[1])), *_hours(match)}:
            for minutes in {match[2] or "00", ""}:
                found |= {part.lstrip("0") or part for part in (hour, minutes, hour + minutes)} | {hour + minutes}
    return frozenset(found)


def _hours(match: re.Match[str]) -> tuple[str, ...]:
    """Return the hour of a time in 24 hours, as it can be written."""
    hour = int(match[1]) % HALF_A_DAY + (HALF_A_DAY if match[3].lower() == "p" else 0)
    return (str(hour), f"{hour:02}", *(("24",) if hour == 0 else ()))


def _has_the_times(text: Text) -> bool:
    """Return True if a translation has every time of its source text, in figures or by name, as midnight."""
    return all(_has_the_time(match, text) for match in CLOCK.finditer(text.source))


def _has_the_time(match: re.Match[str], text: Text) -> bool:
    points = _day_points(text.language.tag)
    if int(match[1]) == NOON and not (match[2] or "").strip("0") and points and points.search(text.text):
        return True
    minutes = rf"\s?\D\s?{match[2]}" if match[2] and match[2].strip("0") else r"(?:\s?\D\s?00)?"
    hours = "|".join({match[1], match[1].zfill(2), *_hours(match)})
    return re.search(rf"(?<![\d:.])(?:{hours}){minutes}(?!\d|[:.]\d)", text.text) is not None


@cache
def _day_points(tag: str) -> re.Pattern[str] | None:
    """Return a pattern for the names of midnight and noon, as CLDR has them."""
    try:
        periods = languages.locale(tag).day_periods["format"]["wide"]
    except (ValueError, KeyError):
        return None
    names = [re.escape(periods[point]) for point in POINTS if point in periods]
    return re.compile("|".join(names), re.IGNORECASE) if names else None


@cache
def months(tag: str, width: Literal["wide", "abbreviated"] = "wide") -> tuple[re.Pattern[str], ...]:
    """Return a pattern for the names of each month, as CLDR has them. Empty if the language is not known."""
    try:
        locale = languages.locale(tag)
    except ValueError:
        return ()
    found = []
    for month, name in sorted(get_month_names(width, "format", locale).items()):
        alone = get_month_names(width, "stand-alone", locale)[month]
        # Babel can return the name of another language, which it has loaded before, if CLDR has no form of its own.
        forms = {name, alone} if alone[:COMMON_START].casefold() == name[:COMMON_START].casefold() else {name}
        found.append(re.compile("|".join(map(_month, sorted(forms))), re.IGNORECASE))
    return tuple(found)


def _month(name: str) -> str:
    digits = re.match(r"\d+", name)
    if digits:
        return rf"(?<!\d){digits[0]}\s*{re.escape(name[digits.end() :])}"
    return rf"(?<![^\W_]){re.escape(name)}(?![^\W_])"
