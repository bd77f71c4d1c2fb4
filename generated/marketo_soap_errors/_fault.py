# Made by error-catalog. Do not edit.
"""A fault as the package returns it."""

from collections.abc import Iterable
from dataclasses import MISSING, dataclass, fields

from ._catalog import UNLISTED, ErrorCode
from ._facts import Recovery
from ._kind import Code
from ._shown import shown
from ._text import Text
from ._texts import languages_for, translated


@dataclass(frozen=True, slots=True)
class Fault:
    """A SOAP fault.

    Attributes:
        code: An ErrorCode; the bare code if the catalog does not have it; None if the fault has no code.
        faultcode, faultstring, name: As the server sent them; None if it did not.
        message: What the server said about this very call; None if it said nothing.
        found_in: The place of the fault that the code was found in.
        disagree: Whether another place of the fault has another code.
        line: The line of the fault in a log, counted from 1.
    """

    code: ErrorCode | Code | None
    faultcode: str | None = None
    faultstring: str | None = None
    message: str | None = None
    name: str | None = None
    found_in: str | None = None
    disagree: bool = False
    line: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether the catalog has the code."""
        return isinstance(self.code, ErrorCode)

    @property
    def recovery(self) -> Recovery | None:
        """What a caller can do; None if the catalog does not say."""
        return self.code.recovery if isinstance(self.code, ErrorCode) else None

    def localized(self, language: str | Iterable[str] | None = None) -> Text | None:
        """Return the texts of the code in a language.

        For a code that is not in the catalog, but about which something is known, the message says that.
        `language` is as in `ErrorCode.localized`.

        Returns:
            The texts; None if nothing is known about the code, or if the fault has none.
        """
        if isinstance(self.code, ErrorCode):
            return self.code.localized(language)
        return unlisted(self.code, language)

    def __str__(self) -> str:
        said = shown(self.message or self.faultstring or "")
        if isinstance(self.code, ErrorCode):
            meaning = f"{self.code} {self.code.name}: {self.code.message}"
        elif self.code in UNLISTED:
            meaning = f"{self.code} (not in the catalog): {UNLISTED[self.code]}"
        else:
            code = "fault without a code" if self.code is None else f"{self.code} (not in the catalog)"
            return f"{code}: {said}" if said else code
        return f"{meaning} (server: {said})" if said else meaning


def unlisted(code: Code | None, language: str | Iterable[str] | None) -> Text | None:
    """Return what is known about a code that is not in the catalog, as its message; None if that is nothing."""
    if code is None or code not in UNLISTED:
        return None
    message, found = translated(f"faults.unlisted.{code}", UNLISTED[code], languages_for(language))
    needed = (field.name for field in fields(Text) if field.default is MISSING)
    texts = {name: found if name.endswith("language") else "" for name in needed}
    return Text(**texts | {"message": message})
