"""Mojibake: UTF-8 that was read as another encoding, recognised by the characters that it was."""

import re

from ftfy import fix_encoding
from ftfy.badness import BADNESS_RE

from error_catalog.rules.scripts import script

CONTINUATION = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0xC0)}
"""The bytes 0x80 to 0xBF by what Windows-1252, the usual wrong encoding, reads them as."""

TAIL = "[" + re.escape("".join(CONTINUATION)) + "]"
QUOTES = {"»": "«", "«": "»", "›": "‹", "‹": "›"}
MAYBE = re.compile("[ÂÃ]|[\x80-\u2fff]{2}")
SEQUENCE = re.compile(rf"[Â-ß]{TAIL}|[à-ï]{TAIL}{{2}}|[ð-ô]{TAIL}{{3}}")


def mojibake(text: str, scripts: frozenset[str]) -> re.Match[str] | None:
    """Return the first part of a text that is mojibake for a character of the language, or that repairing changes."""
    if not MAYBE.search(text):
        return None
    for found in SEQUENCE.finditer(text):
        if _is_quoted(found[0], text):
            continue
        try:
            character = bytes([ord(found[0][0]), *(CONTINUATION[letter] for letter in found[0][1:])]).decode()
        except UnicodeDecodeError:
            continue
        if _belongs(character, scripts):
            return found
    damaged = BADNESS_RE.search(text)
    return damaged if damaged and fix_encoding(text) != text else None


def _is_quoted(pair: str, text: str) -> bool:
    """Return True for a letter before a quotation mark that has its other half, as in »Ä«."""
    other = QUOTES.get(pair[1:])
    return other is not None and pair[0] not in "ÂÃ" and text.count(pair[1:]) == text.count(other)


def _belongs(character: str, scripts: frozenset[str]) -> bool:
    """Return True if languages with these scripts have a character; all have accents and quotation marks."""
    if character <= "\u017f" or "\u1e00" <= character <= "\u1eff" or "\u2010" <= character <= "\u2044":
        return True
    return script(character) in scripts - {"LATIN"}
