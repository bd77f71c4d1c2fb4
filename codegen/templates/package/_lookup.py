# Copied as it stands from codegen/templates/package: edit it there.
"""Which language of the catalog a reader gets, for tags as people, browsers and systems write them."""

from ._catalog import LANGUAGES, SOURCE_LANGUAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_TAG = 128
MOST_REMEMBERED = 1024
MOST_RANGES = 128

_BY_FOLDED_TAG = {tag.lower(): tag for tag in LANGUAGES}
_remembered: "dict[str, str | None]" = {}


def negotiate(wanted: "str | Iterable[str]") -> str:
    """The language of the catalog, one of LANGUAGES, for an Accept-Language header or for tags in order.

    The header is read as RFC 9110 says: the highest q first, `q=0` never, `*` for any other language. What is
    malformed is passed over. Without a match you get the source language, unless that is refused: then the first
    language that is not. Never raises.
    """
    ranges = _ranges(wanted)
    named = [(tag, quality) for tag, quality in ranges if tag != "*"]
    refused = {language for language in LANGUAGES for tag, quality in named if not quality and _is_in(language, tag)}
    if ("*", 0.0) in ranges:
        refused.update(set(LANGUAGES) - {lookup(tag) for tag, quality in named if quality})
    for tag, quality in sorted(ranges, key=lambda item: -item[1]):
        found = lookup(tag) if tag != "*" else _any(named, refused)
        if quality and found is not None and found not in refused:
            return found
    return _any([], refused)


def _any(named: "list[tuple[str, float]]", refused: "set[str]") -> str:
    """The source language, or the first language that is neither refused nor named by a range of its own."""
    known = {lookup(tag) for tag, _ in named}
    free = [language for language in (SOURCE_LANGUAGE, *LANGUAGES) if language not in refused]
    return next((language for language in free if language not in known), free[0] if free else SOURCE_LANGUAGE)


def _ranges(wanted: "str | Iterable[str]") -> "list[tuple[str, float]]":
    """Language ranges with their q, in the order given; those of a list all have q=1."""
    if not isinstance(wanted, str):
        return [(tag, 1.0) for tag in _first(wanted) if isinstance(tag, str)]
    ranges = []
    for item in _first(wanted.split(",")):
        tag, *parameters = (part.strip() for part in item.split(";"))
        quality = _quality(parameters)
        if tag and quality is not None:
            ranges.append((tag, quality))
    return ranges


def _first(items: "Iterable[str]") -> "Iterable[str]":
    """So many items as a reader can mean."""
    return (item for item, _ in zip(items, range(MOST_RANGES), strict=False))


def _quality(parameters: "list[str]") -> "float | None":
    """The q of a range: 1 where there is none, None where it is malformed."""
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            value = value.strip()
            if not value.isascii() or not value.replace(".", "", 1).isdigit() or len(value) > LONGEST_TAG:
                return None
            quality = float(value)
            return quality if quality <= 1 else None
    return 1.0


def _is_in(language: str, tag: str) -> bool:
    """RFC 4647 basic filtering: whether a range covers a language."""
    folded, prefix = language.lower(), _fold(tag)
    return folded == prefix or folded.startswith(f"{prefix}-")


def lookup(wanted: "str | Iterable[str]") -> "str | None":
    """The first wanted language that the catalog has, or None. Whatever is no language tag is passed over."""
    if isinstance(wanted, str):
        return _lookup_one(wanted)
    for tag in wanted:
        found = _lookup_one(tag)
        if found is not None:
            return found
    return None


def _lookup_one(tag: str) -> "str | None":
    if not isinstance(tag, str) or len(tag) > LONGEST_TAG:
        return None
    try:
        return _remembered[tag]
    except KeyError:
        found = _truncate(_fold(tag))
    if len(_remembered) >= MOST_REMEMBERED:
        _remembered.clear()
    _remembered[tag] = found
    return found


def _fold(tag: str) -> str:
    """A tag without the encoding and the modifier of a POSIX locale, with hyphens, in small letters."""
    return tag.partition("@")[0].partition(".")[0].replace("_", "-").strip().lower()


def _truncate(tag: str) -> "str | None":
    """RFC 4647, 3.4: the tag, then the tag without its last subtag, and so on."""
    if tag in {"c", "posix"}:
        return SOURCE_LANGUAGE
    while tag:
        if tag in _BY_FOLDED_TAG:
            return _BY_FOLDED_TAG[tag]
        tag = tag.rpartition("-")[0]
        if tag[-2:-1] == "-":  # a single letter or digit introduces what was just cut off
            tag = tag[:-2]
    return None
