"""Words and identifiers, as every language has them."""

import re
from functools import lru_cache

Word = tuple[str, tuple[int, int]]

LATIN = r"A-Za-z0-9_\u00c0-\u024f"
WORD = re.compile(r"[^\W\d_]+")
SMALL, CAPITAL = r"[a-z0-9\u00df-\u00f6\u00f8-\u00ff]", r"[A-Z\u00c0-\u00d6\u00d8-\u00de]"
CAMEL = re.compile(rf"(?<![{LATIN}])(?=[{LATIN}]*{SMALL}{CAPITAL})[{LATIN}]+")
SNAKE = re.compile(rf"(?<![{LATIN}])[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+(?![{LATIN}])")
CAMEL_PART = re.compile(SMALL + CAPITAL)
MAYBE = re.compile(rf"{SMALL}{CAPITAL}|_|[A-Z][A-Z0-9]")
CAPITALS = re.compile(rf"(?<![{LATIN}])[A-Z][A-Z0-9]+(?=s?(?![{LATIN}]))")


@lru_cache(4096)
def identifiers(text: str, protected: tuple[str, ...]) -> tuple[str, ...]:
    """What no translation touches: camelCase, snake_case and ALLCAPS words, and those that are protected, in order."""
    found: dict[int, str] = {}
    if MAYBE.search(text):
        # A text in capitals alone has words in capitals that are words.
        patterns = [CAMEL, SNAKE] if text.isupper() else [CAMEL, SNAKE, CAPITALS]
        found = {match.start(): match[0] for pattern in patterns for match in pattern.finditer(text)}
    for word in protected:
        if word in text:
            for match in name_pattern(word).finditer(text):
                found.setdefault(match.start(), word)
    return tuple(found[start] for start in sorted(found))


@lru_cache(4096)
def verbatim_pattern(identifier: str) -> re.Pattern[str]:
    """The identifier as it is, between anything but Latin letters: `OrderKey가` has it, `OrderKeyType` has not."""
    plural = "s?" if identifier.isupper() else ""
    return re.compile(rf"(?<![{LATIN}]){re.escape(identifier)}{plural}(?![{LATIN}])")


@lru_cache(1024)
def name_pattern(name: str) -> re.Pattern[str]:
    """A protected word as it is, also with an ending of a letter or two, as names take in many languages."""
    return re.compile(rf"(?<![{LATIN}]){re.escape(name)}(?=[a-zà-öø-ÿ]{{0,2}}(?![{LATIN}]))")


@lru_cache(4096)
def damaged_pattern(identifier: str) -> re.Pattern[str]:
    """The identifier in other case, or taken apart."""
    apart = r"[ _\-\u00a0]?".join(map(re.escape, identifier))
    return re.compile(rf"(?<![{LATIN}]){apart}(?![{LATIN}])", re.IGNORECASE)


def words(text: str) -> list[Word]:
    """Every word with its place."""
    return [(match[0], match.span()) for match in WORD.finditer(text)]


@lru_cache(4096)
def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text, without their case."""
    return tuple(WORD.findall(text.casefold()))


@lru_cache(4096)
def word_set(text: str) -> frozenset[str]:
    """The different words of a text, without their case."""
    return frozenset(folded_words(text))


@lru_cache(4096)
def runs(text: str, protected: tuple[str, ...], length: int) -> frozenset[tuple[str, ...]]:
    """Every so many words in a row of a text, none of them part of an identifier."""
    prose, folded = set(prose_words(text, protected)), folded_words(text)
    found = (folded[at : at + length] for at in range(len(folded) - length + 1))
    return frozenset(run for run in found if prose.issuperset(run))


@lru_cache(4096)
def prose_words(text: str, protected: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a text but for its identifiers, folded."""
    names = {part.casefold() for name in identifiers(text, protected) for part in WORD.findall(name)}
    return tuple(word for match in WORD.finditer(text) if (word := match[0].casefold()) not in names)
