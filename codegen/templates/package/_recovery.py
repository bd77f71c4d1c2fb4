# Copied as it stands from codegen/templates/package: edit it there.
"""What categories, recoveries and limits can do; those of the catalog are in _facts.py."""

from datetime import timedelta
from enum import StrEnum

from ._catalog import SOURCE_LANGUAGE
from ._texts import preferred_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

UNITS = ("weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds")


class CategoryBase(StrEnum):
    """What an error is about: a string with a title."""

    def localized(self, language: "str | Iterable[str] | None" = None) -> str:
        """The title in a language, chosen as in `ErrorCode.localized`."""
        from ._words import CATEGORIES

        return CATEGORIES[self.value][preferred_language(language)]


class RecoveryBase(StrEnum):
    """What a caller can do: a string with advice."""

    retry: bool
    """Whether the same call may succeed later."""

    stated: bool
    """Whether the publisher of the API states this; otherwise it is the advice of this catalog."""

    def __new__(cls, name: str, retry: bool = False, stated: bool = False) -> "Self":
        self = str.__new__(cls, name)
        self._value_ = name
        self.retry = retry
        self.stated = stated
        return self

    @property
    def advice(self) -> str:
        """What to do, in the source language."""
        return self.localized(SOURCE_LANGUAGE)

    def localized(self, language: "str | Iterable[str] | None" = None) -> str:
        """The advice in a language, chosen as in `ErrorCode.localized`."""
        from ._words import ADVICE

        return ADVICE[self.value][preferred_language(language)]


class Limit:
    """A limit in figures: each is an attribute and an item, such as `limit.calls` or `limit["calls"]`."""

    __slots__ = ("_figures",)

    def __init__(self, **figures: float) -> None:
        self._figures = figures

    @property
    def figures(self) -> dict[str, float]:
        """All figures by name."""
        return dict(self._figures)

    @property
    def period(self) -> timedelta | None:
        """The time that the limit is about, where it is about one: 20 seconds, a day."""
        units = {name: value for name, value in self._figures.items() if name in UNITS}
        return timedelta(**units) if units else None

    def __getitem__(self, name: str) -> float:
        return self._figures[name]

    def __getattr__(self, name: str) -> float:
        if name.startswith("_") or name not in self._figures:
            raise AttributeError(f"this limit has no {name}; it has {', '.join(self._figures)}")
        return self._figures[name]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Limit) and self._figures == other._figures

    def __hash__(self) -> int:
        return hash(tuple(self._figures.items()))

    def __reduce__(self) -> "tuple[object, tuple[dict[str, float]]]":
        return _limit, (self._figures,)

    def __repr__(self) -> str:
        return f"Limit({', '.join(f'{name}={value}' for name, value in self._figures.items())})"


def _limit(figures: dict[str, float]) -> Limit:
    return Limit(**figures)
