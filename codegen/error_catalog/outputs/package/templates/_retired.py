# Made by error-catalog. Do not edit.
"""What the catalog says about retired codes."""

from collections.abc import Iterable
from dataclasses import dataclass

from ._kind import Code
from ._retirements import RETIREMENTS
from ._texts import languages_for, translated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._base import ErrorBase


@dataclass(frozen=True, slots=True)
class Retirement:
    """Since which version or day a code is no longer sent, why, and the code that replaces it.

    `reason` is in the source language; `localized` returns it in another one.
    """

    code: Code
    since: str
    reason: str
    replaced_by: "Code | None"

    def localized(self, language: "str | Iterable[str] | None" = None) -> str:
        """Return the reason in a language. `language` is as in `ErrorCode.localized`."""
        return translated(f"{self.code}.retired.reason", self.reason, languages_for(language))[0]


RETIRED = {code: Retirement(code, since, reason, new) for code, (since, reason, new) in RETIREMENTS.items()}


def message(code: "ErrorBase") -> str:
    """Return the warning about a retired code."""
    retired = RETIRED[code.value]
    said = f"{type(code).__name__}.{code.name} ({code.value}) is retired since {retired.since}: {retired.reason}"
    if retired.replaced_by is None:
        return said
    new = type(code)(retired.replaced_by)
    return f"{said}; use {type(code).__name__}.{new.name} ({new.value}) instead"
