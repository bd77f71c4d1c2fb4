# Copied as it stands from codegen/templates/package: edit it there.
"""What every error code can do; the codes themselves are in _catalog.py.

Nothing but the enum is imported here: texts, facts and faults are, when they are first asked for.
"""

from ._kind import Code, ErrorEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

    from ._facts import Category, Recovery
    from ._recovery import Limit
    from ._retired import Retirement
    from ._texts import Text

#: Texts by code, by every language tag that was asked for lately: two look-ups and no more.
ready: "dict[str | Iterable[str] | None, dict[Code, Text]]" = {}


class ErrorBase(ErrorEnum):
    """An error code: a number or a string, as the catalog has them, with a message and a note."""

    message: str
    """What happened, in the source language."""

    note: str
    """What it means, in the source language; empty where the catalog has no note."""

    def __new__(cls, code: Code, message: str = "", note: str = "") -> "Self":
        self = Code.__new__(cls, code)
        self._value_ = code
        self.message = message
        self.note = note
        return self

    def retire(self) -> None:
        """From now on, who names this code is told once what to use instead."""
        from ._retired import warn_of

        warn_of(self)

    def localized(self, language: "str | Iterable[str] | None" = None) -> "Text":
        """The message and the note in a language.

        `language` is a language tag such as `"fr"`, `"fr-CA"` or `"ja_JP.UTF-8"`, or several of them, the
        preferred one first. You get the first language that the catalog has, else the source language;
        `Text.language` says which one it is. Without `language` it is that of `use_language`, else that of the
        environment as gettext reads it. Never raises, whatever the tag.
        """
        try:
            return ready[language][self._value_]
        except (KeyError, TypeError):
            from ._texts import localized_texts

            return localized_texts(language)[self._value_]

    @property
    def category(self) -> "Category | None":
        """What the error is about."""
        from ._facts import FACTS

        return FACTS[self._value_][0]

    @property
    def recovery(self) -> "Recovery | None":
        """What the caller can do: `.retry` says whether the same call may succeed later, `.advice` what to do."""
        from ._facts import FACTS

        return FACTS[self._value_][1]

    @property
    def rest(self) -> tuple[int, ...]:
        """The nearest codes of the REST API, advisory."""
        from ._facts import FACTS

        return FACTS[self._value_][2]

    @property
    def limit(self) -> "Limit | None":
        """The limit that was exceeded, in figures, where the catalog states one."""
        from ._facts import FACTS

        return FACTS[self._value_][3]

    @property
    def placeholders(self) -> dict[str, str]:
        """What `Text.format` fills in, each with an example."""
        from ._facts import PLACEHOLDERS

        return dict(PLACEHOLDERS.get(self._value_, ()))

    @property
    def retired(self) -> "Retirement | None":
        """Since when the code is no longer sent, why, and what to use instead; None for codes in use."""
        from ._retired import RETIRED

        return RETIRED.get(self._value_)
