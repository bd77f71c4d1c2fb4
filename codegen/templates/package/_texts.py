# Copied as it stands from codegen/templates/package: edit it there.
"""Texts by language: each language is read once, when it is first asked for."""

import os
import re
from contextvars import ContextVar, Token
from typing import NamedTuple

from ._base import ready
from ._catalog import DOMAIN, SOURCE_LANGUAGE, ErrorCode
from ._kind import Code
from ._lookup import LONGEST_TAG, MOST_REMEMBERED, lookup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


PLACEHOLDER = re.compile(r"(?<!\{)\{([a-z][a-z0-9_]*)\}(?!\})")


class Text(NamedTuple):
    """What an error says in one language, and which language that is (a BCP 47 tag)."""

    message: str
    note: str
    language: str

    def format(self, **values: object) -> "Text":
        """The text with its placeholders filled in: `{table}` by `format(table="orders")`, and nothing else.

        Raises KeyError where the value of a placeholder lacks. A value is put in as it is: braces in it mean nothing.
        """
        wanted = {name for text in (self.message, self.note) for name in PLACEHOLDER.findall(text)}
        missing = sorted(wanted - set(values))
        if missing:
            raise KeyError(f"no value for {', '.join(missing)}; this text needs {', '.join(sorted(wanted))}")

        def fill(text: str) -> str:
            return PLACEHOLDER.sub(lambda found: str(values[found[1]]), text)

        return self._replace(message=fill(self.message), note=fill(self.note))


_loaded: dict[str, dict[Code, Text]] = {}
_in_use: "ContextVar[str | tuple[str, ...] | None]" = ContextVar("language", default=None)


class use_language:
    """A language for every `localized()` without one, in this thread or task, until the `with` block ends."""

    def __init__(self, language: "str | Iterable[str]") -> None:
        self._language = language if isinstance(language, str) else tuple(language)
        self._tokens: list[Token[str | tuple[str, ...] | None]] = []

    def __enter__(self) -> "use_language":
        self._tokens.append(_in_use.set(self._language))
        return self

    def __exit__(self, *exception: object) -> None:
        _in_use.reset(self._tokens.pop())


def preferred_language(wanted: "str | Iterable[str] | None" = None) -> str:
    """The language of the catalog for who wants this; without a wish, of the context, else of the environment."""
    if wanted is None:
        wanted = _in_use.get()
    return lookup(_environment() if wanted is None else wanted) or SOURCE_LANGUAGE


def localized_texts(wanted: "str | Iterable[str] | None") -> dict[Code, Text]:
    """Every text of the language that is right for who wants this."""
    language = preferred_language(wanted)
    texts = _loaded.get(language)
    if texts is None:
        texts = _loaded[language] = _load(language)
    if isinstance(wanted, str) and len(wanted) <= LONGEST_TAG:
        if len(ready) >= MOST_REMEMBERED:
            ready.clear()
        ready[wanted] = texts
    return texts


def _environment() -> list[str]:
    """The languages of the environment, as gettext reads them."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return value.split(":")
    return []


def _load(language: str) -> dict[Code, Text]:
    """Every text of a language. What its file lacks is in the source language."""
    translate = _translator(language)
    texts = {}
    for code in ErrorCode:
        message = translate(f"{code.value}.message\x04{code.message}")
        note = translate(f"{code.value}.note\x04{code.note}")
        texts[code.value] = Text(message or code.message, note or code.note, language if message else SOURCE_LANGUAGE)
    return texts


def _translator(language: str) -> "Callable[[str], str | None]":
    """A look-up in the language's MO file, by msgctxt and msgid; None for what the file lacks."""
    import io
    from gettext import GNUTranslations
    from importlib.resources import files

    file = files(__name__.rpartition(".")[0]).joinpath(
        "locale", language.replace("-", "_"), "LC_MESSAGES", f"{DOMAIN}.mo"
    )
    try:
        gettext = GNUTranslations(io.BytesIO(file.read_bytes())).gettext
    except Exception as error:  # a damaged file can raise nearly anything
        import warnings

        message = f"{file} cannot be read ({error!r}): {SOURCE_LANGUAGE} texts instead"
        warnings.warn(message, RuntimeWarning, stacklevel=2)
        return lambda key: None

    def translate(key: str) -> str | None:
        found = gettext(key)
        return None if found == key else found

    return translate
