"""Mojibake: UTF-8 that was read as another encoding, recognised by what it reads as when it is put right."""

import re

from ftfy.badness import BADNESS_RE

from codegen.rules.scripts import script

# What Windows-1252, the usual wrong guess, makes of the bytes 0x80 to 0xBF; the bytes it lacks stay as they are.
CONTINUATION = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0xC0)}
TAIL = "[" + re.escape("".join(CONTINUATION)) + "]"
MAYBE = re.compile("[ÂÃ]|[\x80-\u2fff]{2}")
SEQUENCE = re.compile(rf"[Â-ß]{TAIL}|[à-ï]{TAIL}{{2}}|[ð-ô]{TAIL}{{3}}")


def mojibake(text: str, scripts: frozenset[str]) -> re.Match[str] | None:
    """The first part of a text that is mojibake for a character of the language, or that nobody would write."""
    if not MAYBE.search(text):
        return None
    for found in SEQUENCE.finditer(text):
        try:
            character = bytes([ord(found[0][0]), *(CONTINUATION[letter] for letter in found[0][1:])]).decode()
        except UnicodeDecodeError:
            continue
        if _belongs(character, scripts):
            return found
    return BADNESS_RE.search(text)


def _belongs(character: str, scripts: frozenset[str]) -> bool:
    """Whether a language with these scripts has the character; accents and quotation marks are everybody's."""
    if character <= "\u017f" or "\u1e00" <= character <= "\u1eff" or "\u2010" <= character <= "\u2044":
        return True
    return script(character) in scripts - {"LATIN"}
