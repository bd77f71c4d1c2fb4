# Made by error-catalog. Do not edit: change the YAML.
"""What every error code can do; the codes themselves are in _catalog.py.

Importing this module imports nothing but the enum: texts and facts are imported when they are first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from functools import cached_property

from ._kind import Code, ErrorEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import _facts, _text, _texts
else:

    class _Later:
        """A module that is imported when something of it is asked for, for example by `typing.get_type_hints`."""

        def __init__(self, name: str) -> None:
            self._name = name

        def __getattr__(self, name: str) -> object:
            return getattr(__import__(self._name, fromlist=[name]), name)

    _facts, _text, _texts = (_Later(f"{__package__}.{name}") for name in ("_facts", "_text", "_texts"))

#: The texts for every language tag that was asked for lately.
ready: dict[str | Iterable[str], _texts.Texts] = {}

#: The texts for the language of `use_language`.
in_use: ContextVar[_texts.Texts] = ContextVar("language")


class ErrorBase(ErrorEnum):
    """An error code: a number or a string, as the catalog has them, with a message and a note."""

    _value_: Code

    message: str
    """What happened, in the source language."""

    note: str
    """What it means, in the source language; empty if the catalog has no note."""

    def localized(self, language: str | Iterable[str] | None = None) -> _text.Text:
        """Return the texts of the error in a language.

        Args:
            language: A language tag such as `"fr"`, `"fr-CA"` or `"ja_JP.UTF-8"`, or several of them, the preferred
                one first. The default is the language of `use_language`, else that of the environment as gettext
                reads it.

        Returns:
            Each text in the first of these languages that has it, else in the source language. `Text.language` says
            which language the message is in, `Text.note_language` that of the note. No tag raises.

        Example:
            >>> ErrorCode(10001).localized("en").language
            'en'
        """
        try:
            texts = in_use.get() if language is None else ready[language]
        except (LookupError, TypeError):
            from ._texts import texts_for

            texts = texts_for(language)
        return texts[self._value_]

    def problem(self, language: str | Iterable[str] | None = None, /, **values: object) -> dict[str, str | int]:
        """Return the members of an `application/problem+json` document, as RFC 9457 defines them.

        Args:
            language: As in `localized`.
            values: The values of the placeholders in the texts, by their names.

        Returns:
            `type` (the page of the code, if the catalog has a site), `title` (the message), `status` (the field
            `http_status`, if the catalog has it), `detail` (the note), `code` and `language`; also `detail_language`
            if the note is in another language.

        Raises:
            KeyError: A placeholder has no value.
        """
        from ._problem import problem

        return problem(self, language, values)  # type: ignore[arg-type]

    @cached_property
    def category(self) -> _facts.Category:
        """What the error is about."""
        from ._facts import FACTS

        return FACTS[self._value_][0]

    @cached_property
    def recovery(self) -> _facts.Recovery:
        """What the caller can do."""
        from ._facts import FACTS

        return FACTS[self._value_][1]

    @cached_property
    def limit(self) -> _facts.Limit | None:
        """The limit that was exceeded, in figures."""
        from ._facts import FACTS

        return FACTS[self._value_][2]

    @cached_property
    def placeholders(self) -> dict[str, str]:
        """What `{name}` in the texts stands for, each with an example."""
        from ._facts import FACTS

        return FACTS[self._value_][3]

    @cached_property
    def keywords(self) -> dict[str, tuple[str, ...]]:
        """What readers search for, in addition to the texts."""
        from ._facts import FACTS

        return FACTS[self._value_][4]

    @cached_property
    def rest(self) -> tuple[int, ...]:
        """Nearest REST API codes."""
        from ._facts import FACTS

        return FACTS[self._value_][5]

    @cached_property
    def cause(self) -> str | None:
        """Usual cause."""
        from ._facts import FACTS

        return FACTS[self._value_][6]

    @property
    def retired(self) -> None:
        """Since when the code is no longer sent, why, and what replaces it; None for codes in use."""
        return None
