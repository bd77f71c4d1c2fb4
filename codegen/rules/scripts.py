"""Which script a letter belongs to: the first word of Unicode's name for it that names a script."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from babel import Locale

NOT_LATIN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
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


def has_own_letters(text: str, scripts: frozenset[str]) -> bool:
    """Whether a text has a letter of one of its scripts; yes where they are not known."""
    return not scripts or any(script(letter) in scripts for letter in text if letter.isalpha())


def foreign_letters(text: str, scripts: frozenset[str], source: str) -> Iterator[re.Match[str]]:
    """Letters of scripts that the language is not written in, but for Latin ones and those of the source text."""
    if scripts and not text.isascii():
        for found in NOT_LATIN.finditer(text):
            if script(found[0]) not in scripts | {None} and found[0] not in source:
                yield found
                return


def mixed_word(text: str) -> re.Match[str] | None:
    """A word with letters of two alphabets that look alike, such as a Cyrillic а among Latin letters."""
    if text.isascii() or not NOT_LATIN.search(text):
        return None
    for word in re.finditer(r"[^\W\d_]+", text):
        scripts = {script(letter) for letter in word[0]}
        if len(scripts & {"LATIN", "CYRILLIC", "GREEK"}) > 1:
            return word
    return None
