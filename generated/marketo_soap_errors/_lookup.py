# Made by error-catalog. Do not edit.
"""Which language of the catalog a reader gets, for tags as people, browsers and systems write them."""

from collections.abc import Iterable

from ._catalog import LANGUAGES, SOURCE_LANGUAGE

TYPE_CHECKING = False
if not TYPE_CHECKING:

    def overload(function: object) -> object:
        """Do what `typing.overload` does, which takes long to import."""
        return function


if TYPE_CHECKING:
    from typing import overload

LONGEST_TAG = 128
MOST_REMEMBERED = 1024
MOST_RANGES = 128

_BY_FOLDED_TAG = {tag.lower(): tag for tag in LANGUAGES}
_remembered: "dict[str, tuple[str, ...]]" = {}


@overload
def negotiate(wanted: "str | Iterable[str] | None") -> str: ...
@overload
def negotiate(wanted: "str | Iterable[str] | None", default: str) -> str: ...
@overload
def negotiate(wanted: "str | Iterable[str] | None", default: None) -> str | None: ...
def negotiate(wanted: "str | Iterable[str] | None", default: str | None = SOURCE_LANGUAGE) -> str | None:
    """Return the language of the catalog for an Accept-Language header or for tags in order of preference.

    The header is read as RFC 9110 says: the highest q first, `q=0` never, `*` for any other language. Malformed
    parts are passed over, and nothing in a header raises.

    Args:
        wanted: The header, tags, or None if the request has no such header.
        default: What to return if no language is acceptable. If `q=0` refuses it, the first language that is not
            refused is returned instead.

    Returns:
        One of LANGUAGES, or `default`.
    """
    if wanted is None:
        return default
    ranges = _ranges(wanted)
    named = [(tag, quality) for tag, quality in ranges if tag != "*"]
    refused = {language for language in LANGUAGES for tag, quality in named if not quality and _is_in(language, tag)}
    if ("*", 0.0) in ranges:
        refused.update(set(LANGUAGES) - {language for tag, quality in named if quality for language in lookup(tag)[:1]})
    for tag, quality in sorted(ranges, key=lambda item: -item[1]):
        found = next(iter(lookup(tag)), None) if tag != "*" else _any(named, refused)
        if quality and found is not None and found not in refused:
            return found
    if default is None or default not in refused:
        return default
    return next((language for language in (SOURCE_LANGUAGE, *LANGUAGES) if language not in refused), default)


def _any(named: "list[tuple[str, float]]", refused: "set[str]") -> str:
    """Return the source language, or the first language that is neither refused nor named by a range of its own."""
    known = {language for tag, _ in named for language in lookup(tag)[:1]}
    free = [language for language in (SOURCE_LANGUAGE, *LANGUAGES) if language not in refused]
    return next((language for language in free if language not in known), free[0] if free else SOURCE_LANGUAGE)


def _ranges(wanted: "str | Iterable[str]") -> "list[tuple[str, float]]":
    """Return language ranges with their q, in the order given; those of a list all have q=1."""
    if not isinstance(wanted, str):
        return [(tag, 1.0) for tag in first(wanted) if isinstance(tag, str)]
    ranges = []
    for item in first(wanted.split(",")):
        tag, *parameters = (part.strip() for part in item.split(";"))
        quality = _quality(parameters)
        if tag and quality is not None:
            ranges.append((tag, quality))
    return ranges


def first(items: "Iterable[str]") -> "Iterable[str]":
    """Return as many tags as a reader can mean. Raise TypeError for bytes, which are numbers."""
    if isinstance(items, (bytes, bytearray, memoryview)):
        raise TypeError(f"a language tag is a string, not {type(items).__name__}: decode it first")
    return (item for item, _ in zip(items, range(MOST_RANGES), strict=False))


def _quality(parameters: "list[str]") -> "float | None":
    """Return the q of a range: 1 if the range does not have a q, None if its q is malformed."""
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
    """Return True if a range covers a language, as RFC 4647's basic filtering does."""
    folded, prefix = language.lower(), _fold(tag)
    return folded == prefix or folded.startswith(f"{prefix}-")


def lookup(tag: str) -> tuple[str, ...]:
    """Return the languages of the catalog that a tag means, the nearest one first; none for what is not a tag.

    These are the tag itself, the tag without its last subtag, and so on, as RFC 4647 says.
    """
    if not isinstance(tag, str) or len(tag) > LONGEST_TAG:
        return ()
    try:
        return _remembered[tag]
    except KeyError:
        found = tuple(_truncated(_fold(tag)))
    if len(_remembered) >= MOST_REMEMBERED:
        _remembered.clear()
    _remembered[tag] = found
    return found


def _fold(tag: str) -> str:
    """Return a tag without the encoding and the modifier of a POSIX locale, with hyphens, in lower case."""
    return tag.partition("@")[0].partition(".")[0].replace("_", "-").strip().lower()


def _truncated(tag: str) -> "Iterable[str]":
    if tag in {"c", "posix"}:
        tag = SOURCE_LANGUAGE.lower()
    while tag:
        if tag in _BY_FOLDED_TAG:
            yield _BY_FOLDED_TAG[tag]
        tag = tag.rpartition("-")[0]
