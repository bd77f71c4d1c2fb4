# Copied as it stands from codegen/templates/package: edit it there.
"""What every error code can do; the codes themselves are in _codes.py."""

from enum import IntEnum

from ._texts import Text, localized_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self


class ErrorBase(IntEnum):
    """An error code: an int with a message and a note."""

    message: str
    """What happened, in the source language."""

    note: str
    """What it means, in the source language; empty where the catalog has no note."""

    def __new__(cls, code: int, message: str = "", note: str = "") -> "Self":
        self = int.__new__(cls, code)
        self._value_ = code
        self.message = message
        self.note = note
        return self

    def localized(self, language: "str | Iterable[str]") -> Text:
        """The message and the note in a language.

        `language` is a language tag such as `"fr"`, `"fr-CA"` or `"ja_JP.UTF-8"`, or several of them, the
        preferred one first. You get the first language that the catalog has, else the source language;
        `Text.language` says which one it is. Never raises, whatever the tag.
        """
        return localized_text(self._value_, language)
