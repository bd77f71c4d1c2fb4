"""Which script a letter belongs to: the first word of Unicode's name for it that names a script."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from babel import Locale

LATIN, ALIKE = r"[A-Za-z\u00c0-\u024f]", r"[\u0370-\u03ff\u0400-\u052f]"
MIXED = re.compile(rf"{LATIN}{ALIKE}|{ALIKE}{LATIN}")
CJK = {"HANGUL", "HIRAGANA", "KATAKANA", "CJK", "BOPOMOFO"}


@cache
def _known() -> frozenset[str]:
    names = Locale("en").scripts.values()
    return frozenset(name.upper().split()[0] for name in names) | CJK | {"LATIN"}


@cache
def script(letter: str) -> str | None:
    """The script of a letter; None for letters that several scripts share."""
    name = unicodedata.name(letter, "").replace("-", " ").split()
    if name and name[0] in {"MODIFIER", "MATHEMATICAL", "MICRO", "OHM", "KELVIN", "ANGSTROM", "COMBINING"}:
        return None
    return next((word for word in name if word in _known()), None)


class Alphabet:
    """The letters of some scripts, learnt as they are met: most texts are made of letters met before."""

    def __init__(self, scripts: frozenset[str]) -> None:
        self.scripts = scripts
        self.own: set[str] = set()
        self.common: set[str] = set()

    def has_letter_of(self, text: str) -> bool:
        """Whether a text has a letter of these scripts; yes where they are not known."""
        if not self.scripts or not self.own.isdisjoint(text):
            return True
        self.learn(text)
        return not self.own.isdisjoint(text)

    def foreign(self, text: str) -> set[str]:
        """Letters of other scripts, but for Latin ones."""
        if text.isascii() or not self.scripts:
            return set()
        unknown = set(text) - self.own - self.common
        return unknown - self.learn(unknown) if unknown else unknown

    def learn(self, characters: Iterable[str]) -> set[str]:
        """The characters among these that are own or common, from now on known."""
        own = {c for c in characters if c.isalpha() and script(c) in self.scripts}
        common = {c for c in characters if not c.isalpha() or script(c) in {None, "LATIN"}}
        self.own |= own
        self.common |= common
        return own | common


@cache
def alphabet(scripts: frozenset[str]) -> Alphabet:
    """The one alphabet of these scripts."""
    return Alphabet(scripts)


def mixed_letters(text: str) -> re.Match[str] | None:
    """Two letters in a row of two alphabets that look alike, such as a Cyrillic а after a Latin letter."""
    return None if text.isascii() else MIXED.search(text)
