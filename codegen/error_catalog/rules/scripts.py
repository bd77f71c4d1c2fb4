"""The scripts of letters, from their names in Unicode."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from babel import Locale

LATIN, ALIKE = r"[A-Za-z\u00c0-\u024f]", r"[\u0370-\u03bb\u03bd-\u03ff\u0400-\u052f]"
MICRO = "μ"
"""The Greek letter with which many write micro, as in μs: it can stand in every text."""

MIXED = re.compile(rf"{LATIN}{ALIKE}|{ALIKE}{LATIN}")
CJK = {"HANGUL", "HIRAGANA", "KATAKANA", "CJK", "BOPOMOFO"}


@cache
def _known() -> frozenset[str]:
    names = Locale("en").scripts.values()
    return frozenset(name.upper().split()[0] for name in names) | CJK | {"LATIN"}


@cache
def script(letter: str) -> str | None:
    """Return the script of a letter, or None if several scripts share it.

    It is the first word of the letter's name in Unicode that is the name of a script.
    """
    if letter == MICRO:
        return None
    name = unicodedata.name(letter, "").replace("-", " ").split()
    if name and name[0] in {"MODIFIER", "MATHEMATICAL", "MICRO", "OHM", "KELVIN", "ANGSTROM", "COMBINING"}:
        return None
    return next((word for word in name if word in _known()), None)


class Alphabet:
    """The letters of some scripts. They are remembered: most texts consist of letters that have been seen before."""

    def __init__(self, scripts: frozenset[str]) -> None:
        self.scripts = scripts
        self.own: set[str] = set()
        self.common: set[str] = set()

    def has_letter_of(self, text: str) -> bool:
        """Return True if a text has a letter of these scripts, or if the scripts are not known."""
        if not self.scripts or not self.own.isdisjoint(text):
            return True
        self.learn(text)
        return not self.own.isdisjoint(text)

    def foreign(self, text: str) -> set[str]:
        """Return the letters of a text that belong to other scripts; Latin letters can be in every text."""
        if text.isascii() or not self.scripts:
            return set()
        unknown = set(text) - self.own - self.common
        return unknown - self.learn(unknown) if unknown else unknown

    def learn(self, characters: Iterable[str]) -> set[str]:
        """Remember the characters that belong to these scripts or to all, and return them."""
        own = {c for c in characters if c.isalpha() and script(c) in self.scripts}
        common = {c for c in characters if not c.isalpha() or script(c) in {None, "LATIN"}}
        self.own |= own
        self.common |= common
        return own | common


@cache
def alphabet(scripts: frozenset[str]) -> Alphabet:
    """Return the one alphabet of these scripts."""
    return Alphabet(scripts)


def mixed_letters(text: str) -> re.Match[str] | None:
    """Return two letters in a row of alphabets that look alike, such as a Cyrillic а after a Latin letter."""
    return None if text.isascii() else MIXED.search(text)
