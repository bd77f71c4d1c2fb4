# Made by error-catalog. Do not edit.
"""What categories, recoveries and limits can do; those of the catalog are in _facts.py."""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from typing import Literal

from ._texts import languages_for, translated

TYPE_CHECKING = False

Resend = Literal["unchanged", "changed", "never"]
UNITS = ("weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds")


class CategoryBase(StrEnum):
    """What an error is about: a string with a title."""

    _source: str

    def localized(self, language: "str | Iterable[str] | None" = None) -> str:
        """Return the title in a language. `language` is as in `ErrorCode.localized`."""
        return translated(f"categories.{self.value}", self._source, languages_for(language))[0]


class RecoveryBase(StrEnum):
    """What a caller can do: a string with advice."""

    resend: Resend
    """Whether the call can succeed if it is sent again: `unchanged`, only `changed`, or `never`."""

    attempts: int | None
    """How often it is worth sending the call again; None if the catalog gives no number."""

    wait: timedelta | None
    """How long to wait before sending the call again; None if the catalog gives no time."""

    stated: bool
    """Whether the publisher of the API states this; otherwise it is the advice of this catalog."""

    advice: str
    """What to do, in the source language."""

    _source: str

    def _define(
        self, resend: Resend, attempts: int | None, wait: timedelta | None, stated: bool, title: str, advice: str
    ) -> None:
        self.resend = resend
        self.attempts = attempts
        self.wait = wait
        self.stated = stated
        self._source = title
        self.advice = advice

    @property
    def retry(self) -> bool:
        """Whether the very same call may succeed later: `resend` is `unchanged`."""
        return self.resend == "unchanged"

    def localized(self, language: "str | Iterable[str] | None" = None) -> str:
        """Return the advice in a language. `language` is as in `ErrorCode.localized`."""
        return translated(f"recoveries.{self.value}.advice", self.advice, languages_for(language))[0]

    def summary(self, language: "str | Iterable[str] | None" = None) -> str:
        """Return the advice in a few words, in a language; the whole advice if the catalog has no shorter one."""
        if self._source == self.advice:
            return self.localized(language)
        return translated(f"recoveries.{self.value}.title", self._source, languages_for(language))[0]


class LimitBase:
    """A limit in figures: each is an attribute and an item."""

    __slots__ = ("_figures",)

    def __init__(self, **figures: float) -> None:
        self._figures = figures

    @property
    def figures(self) -> dict[str, float]:
        """All figures by name."""
        return dict(self._figures)

    @property
    def period(self) -> timedelta | None:
        """The time that the limit is about, such as 20 seconds or a day; None if it is not about a time."""
        units = {name: value for name, value in self._figures.items() if name in UNITS}
        return timedelta(**units) if units else None

    def __getitem__(self, name: str) -> float:
        return self._figures[name]

    if not TYPE_CHECKING:  # the attributes are declared in _facts.py

        def __getattr__(self, name: str) -> float:
            if name.startswith("_") or name not in self._figures:
                raise AttributeError(f"this limit has no {name}; it has {', '.join(self._figures)}")
            return self._figures[name]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LimitBase) and self._figures == other._figures

    def __hash__(self) -> int:
        return hash(frozenset(self._figures.items()))

    def __reduce__(self) -> "tuple[object, ...]":
        return _limit, (type(self), self._figures)

    def __repr__(self) -> str:
        return f"Limit({', '.join(f'{name}={value}' for name, value in self._figures.items())})"


def _limit(kind: type[LimitBase], figures: dict[str, float]) -> LimitBase:
    return kind(**figures)
