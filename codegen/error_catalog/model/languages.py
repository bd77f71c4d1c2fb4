"""What CLDR knows about a language, by its BCP 47 tag."""

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.messages.plurals import get_plural
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

DURATIONS = {
    name: f"duration-{name.removesuffix('s')}"
    for name in ("weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds")
}
"""CLDR's names of the units of time."""

SEVERAL_SCRIPTS = {
    "Jpan": {"HIRAGANA", "KATAKANA", "CJK"},
    "Kore": {"HANGUL", "CJK"},
    "Hang": {"HANGUL", "CJK"},
    "Hans": {"CJK", "BOPOMOFO"},
    "Hant": {"CJK", "BOPOMOFO"},
}
"""ISO 15924's names of several scripts in one, in Unicode's names."""


@cache
def locale(tag: str) -> Locale:
    """Return CLDR's locale of a tag. Raise ValueError, with what to write instead, if CLDR has none."""
    parts = tag.replace("_", "-").split("-")
    try:
        found = Locale.parse("_".join(parts))
    except (UnknownLocaleError, ValueError, TypeError):
        raise ValueError(
            f"{tag} is not a language that CLDR knows; write a BCP 47 tag such as fr, pt-BR or zh-Hans"
        ) from None
    canonical = "-".join(_canonical(found.language if i == 0 else part, i) for i, part in enumerate(parts))
    if tag != canonical:
        raise ValueError(f"{tag} is written {canonical} in BCP 47")
    return found


def _canonical(part: str, position: int) -> str:
    if position == 0 or len(part) > 4 or (len(part) == 4 and part[0].isdigit()):
        return part.lower()
    return part.title() if len(part) == 4 else part.upper()


def autonym(tag: str) -> str:
    """Return the name of a language in that language, as it stands at the start of a line."""
    found = locale(tag)
    name = found.get_display_name() or tag
    return name[:1].upper() + name[1:]


def english_name(tag: str) -> str:
    """Return the name of a language in English, as the heads of PO files have it."""
    return locale(tag).get_display_name("en") or tag


def direction(tag: str) -> str:
    """Return `ltr` or `rtl`, the way a language is written."""
    return str(locale(tag).text_direction)


def plural_forms(tag: str) -> str:
    """Return the value of gettext's Plural-Forms header."""
    return str(get_plural(locale(tag)).plural_forms)


def gettext_name(tag: str) -> str:
    """Return a tag in gettext's spelling, as files and folders are named: `zh_Hans`, `pt_BR`."""
    return tag.replace("-", "_")


def number(figure: float, tag: str) -> str:
    """Return a number as the language writes it: `10,000`."""
    return format_decimal(figure, locale=locale(tag))


def percent(figure: int, tag: str) -> str:
    """Return a whole number of percent as the language writes it: `11%`."""
    return format_percent(figure / 100, locale=locale(tag))


def duration(figure: float, name: str, tag: str) -> str | None:
    """Return a time as the language writes it: `20 seconds`; in its short form if CLDR has no other.

    Return None if CLDR does not know the language.
    """
    unit = DURATIONS[name]
    try:
        written = (format_unit(figure, unit, length, locale=locale(tag)) for length in ("long", "short"))
        return next((words for words in written if unit not in words), None)
    except ValueError:
        return None


def are_alike(one: str, other: str) -> bool:
    """Return True if two tags, in BCP 47's spelling or gettext's, can mean the same language: `fr` and `fr_CA` do."""
    try:
        first, second = (Locale.parse(tag.replace("-", "_")) for tag in (one, other))
    except (UnknownLocaleError, ValueError, TypeError):
        return one.replace("_", "-").split("-")[0].lower() == other.split("-")[0].lower()
    pairs = [(getattr(first, part), getattr(second, part)) for part in ("language", "script", "territory")]
    return all(left == right for left, right in pairs if left and right)


def unit(figure: float, name: str, tag: str) -> str:
    """Return a time as the language writes it, `20 seconds`; empty if CLDR does not know the language or the unit."""
    unit = f"duration-{name}"
    try:
        written = (format_unit(figure, unit, length, locale=locale(tag)) for length in ("long", "short"))
        return next((words for words in written if unit not in words), "")
    except ValueError:
        return ""


@cache
def scripts(tag: str) -> frozenset[str]:
    """Return Unicode's names of the scripts that a language is written in; none if CLDR does not know it."""
    try:
        found = locale(tag)
    except ValueError:
        return frozenset()
    likely = get_global("likely_subtags")
    parts = (part for key in (str(found), found.language) for part in likely.get(key, "").split("_"))
    script = found.script or next((part for part in parts if len(part) == 4), "")
    if script in SEVERAL_SCRIPTS:
        return frozenset(SEVERAL_SCRIPTS[script])
    name = Locale("en").scripts.get(script, "").upper().split()
    return frozenset(name[:1])


@cache
def grouped(digits: str, tag: str) -> str:
    """Return digits as a language groups them; as they are if CLDR does not know the language or they are too many."""
    try:
        return number(int(digits), tag)
    except (ValueError, ArithmeticError):
        return digits
