# Made by error-catalog. Do not edit.
"""Text from outside, as a terminal can be shown it."""

import unicodedata

_HARMLESS = "\u00ad\u200b\u200c\u200d"


def shown(text: str) -> str:
    """Return a text with its control and bidirectional characters as escapes, so that it stays on one line."""
    return text if text.isprintable() else "".join(map(_escaped, text))


def _escaped(character: str) -> str:
    if character.isprintable() or character in _HARMLESS or unicodedata.category(character) == "Zs":
        return character
    return character.encode("unicode_escape").decode()
