# Copied as it stands from codegen/templates/package: edit it there.
"""Retired codes: they stay, and who names one is told once what to use instead."""

from typing import NamedTuple

from ._kind import Code
from ._retirements import REASONS, RETIREMENTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._base import ErrorBase


class Retirement(NamedTuple):
    """Since which version or day a code is retired, why (in the source language), and the code to use instead."""

    since: str
    because: str
    use: "Code | None"
    code: Code

    def localized(self, language: "str | Iterable[str] | None" = None) -> str:
        """Why, in a language, chosen as in `ErrorCode.localized`."""
        from ._texts import preferred_language

        return REASONS[self.code][preferred_language(language)]


RETIRED = {code: Retirement(since, because, use, code) for code, (since, because, use) in RETIREMENTS.items()}


class _Warning:
    """Stands where the name of a retired code is: gives the code, and warns the first time, at the line that asks."""

    def __init__(self, code: "ErrorBase") -> None:
        self._code = code
        self._is_said = False

    def __get__(self, instance: object, owner: "type | None" = None) -> "ErrorBase":
        if not self._is_said:
            self._is_said = True
            import warnings

            warnings.warn(_message(self._code), DeprecationWarning, stacklevel=2)
        return self._code


def warn_of(code: "ErrorBase") -> None:
    """Warn of a code when its name is used; numbers that others sent can be looked up in silence."""
    type.__setattr__(type(code), code.name, _Warning(code))


def _message(code: "ErrorBase") -> str:
    retired = RETIRED[code.value]
    said = f"{type(code).__name__}.{code.name} ({code.value}) is retired since {retired.since}: {retired.because}"
    if retired.use is None:
        return said
    return f"{said}; use {type(code).__name__}.{type(code)(retired.use).name} ({retired.use}) instead"
