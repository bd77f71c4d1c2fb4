"""Words and identifiers, as every language has them."""

import re
from collections import Counter
from functools import lru_cache

from error_catalog.rules.parts import FILLER, PLACEHOLDER, TAG_FILLER, prose

Word = tuple[str, tuple[int, int]]

LATIN = r"A-Za-z0-9_\u00c0-\u024f"
"""The characters that an identifier can have beside it only if they are part of it."""

SMALL, CAPITAL = r"[a-z0-9\u00df-\u00f6\u00f8-\u00ff]", r"[A-Z\u00c0-\u00d6\u00d8-\u00de]"
FILLERS = frozenset(FILLER + TAG_FILLER)
WORD = re.compile(r"[^\W\d_]+")
LATIN_WORD = re.compile(rf"[{LATIN}]+")
CAMEL = re.compile(rf"(?<![{LATIN}])(?=[{LATIN}]*{SMALL}{CAPITAL})[{LATIN}]+")
SNAKE = re.compile(rf"(?<![{LATIN}])[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+(?![{LATIN}])")
CAPITALS = re.compile(rf"(?<![{LATIN}])[A-Z][A-Z0-9]+(?=s?(?![{LATIN}]))")
PATTERN_OF_A_DATE = re.compile(r"(.)\1+|AM|PM")
CAMEL_PART = re.compile(SMALL + CAPITAL)
MAYBE = re.compile(rf"{SMALL}{CAPITAL}|_|[A-Z][A-Z0-9]")


@lru_cache(4096)
def identifiers(text: str, protected: tuple[str, ...]) -> tuple[str, ...]:
    """Return what no translation changes, in order: camelCase, snake_case, ALLCAPS and protected words."""
    found: dict[int, str] = {}
    if MAYBE.search(text):
        text = _without_placeholders(text)
        # If the whole text is in capitals, its words are ordinary words.
        patterns = [CAMEL, SNAKE] if text.isupper() else [CAMEL, SNAKE, CAPITALS]
        found = {match.start(): match[0] for pattern in patterns for match in pattern.finditer(text)}
    for word in protected:
        if word in text:
            for match in name_pattern(word).finditer(text):
                found.setdefault(match.start(), word)
    return tuple(found[start] for start in sorted(found))


@lru_cache(4096)
def latin_words(text: str) -> Counter[str]:
    """Return how often a text has each word of Latin letters, digits and underscores: `OrderKey가` has OrderKey."""
    return Counter(LATIN_WORD.findall(_without_placeholders(text)))


def _without_placeholders(text: str) -> str:
    """Return a text of the same length without what is filled in: `%(start)sAPI` has the word API."""
    return PLACEHOLDER.sub(lambda shown: FILLER * len(shown[0]), text) if "%" in text or "{" in text else text


@lru_cache(1024)
def name_pattern(name: str) -> re.Pattern[str]:
    """Return a pattern for a protected word; as names in many languages do, it can end with one or two more letters."""
    return re.compile(rf"(?<![{LATIN}]){re.escape(name)}(?=[a-zà-öø-ÿ]{{0,2}}(?![{LATIN}]))")


@lru_cache(4096)
def damaged_pattern(identifier: str) -> re.Pattern[str]:
    """Return a pattern for an identifier in any case, or in parts."""
    apart = r"[ _\-\u00a0]?".join(map(re.escape, identifier))
    return re.compile(rf"(?<![{LATIN}]){apart}(?![{LATIN}])", re.IGNORECASE)


def words(text: str) -> list[Word]:
    """Return every word with its place."""
    return [(match[0], match.span()) for match in WORD.finditer(text)]


@lru_cache(4096)
def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a text, without their case."""
    return tuple(WORD.findall(text.casefold()))


@lru_cache(4096)
def word_set(text: str) -> frozenset[str]:
    """Return the different words of a text, without their case."""
    return frozenset(folded_words(text))


@lru_cache(4096)
def runs(text: str, protected: tuple[str, ...], length: int) -> frozenset[tuple[str, ...]]:
    """Return all sequences of `length` words of prose, without their case. Fixed parts and identifiers end them."""
    found = runs_in(text, length)
    names = {part.casefold() for name in identifiers(text, protected) for part in WORD.findall(name)}
    return frozenset(
        run for run in (tuple(word.casefold() for word, _ in run) for run in found) if names.isdisjoint(run)
    )


@lru_cache(4096)
def runs_in(text: str, length: int) -> tuple[tuple[Word, ...], ...]:
    """Return all sequences of `length` words with their places, between which there is no fixed part."""
    said, found = prose(text), words(prose(text))
    runs = (tuple(found[at : at + length]) for at in range(len(found) - length + 1))
    return tuple(run for run in runs if FILLERS.isdisjoint(said[run[0][1][0] : run[-1][1][1]]))


@lru_cache(4096)
def prose_words(text: str, protected: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a text that are not part of identifiers or fixed parts, without their case."""
    names = {part.casefold() for name in identifiers(text, protected) for part in WORD.findall(name)}
    return tuple(word for match in WORD.finditer(prose(text)) if (word := match[0].casefold()) not in names)
