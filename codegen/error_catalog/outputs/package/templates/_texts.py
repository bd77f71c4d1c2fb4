# Made by error-catalog. Do not edit.
"""Texts by language: the MO file of each language is read once, when it is first asked for."""

import os
from collections.abc import Iterable
from types import TracebackType

from ._base import in_use, ready
from ._catalog import DOMAIN, SOURCE_LANGUAGE, ErrorCode
from ._kind import Code
from ._lookup import LONGEST_TAG, first, lookup
from ._text import FIELDS, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from contextvars import Token

    Translate = Callable[[str, str], str | None]

MOST_REMEMBERED = 256

_translators: "dict[str, Translate]" = {}
_by_languages: "dict[tuple[str, ...], Texts]" = {}


class Texts(dict[Code, Text]):
    """The texts of every code for one list of languages, each made when it is first asked for."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages

    def __missing__(self, code: Code) -> Text:
        text = self[code] = _text(ErrorCode(code), self.languages)
        return text


class use_language:
    """A language for every `localized()` without one, in this thread or task, until the `with` block ends.

    Args:
        language: A language tag, or several of them, as in `ErrorCode.localized`.

    Example:
        >>> code = next(iter(ErrorCode))
        >>> with use_language(LANGUAGES[-1]):
        ...     text = code.localized()
        >>> text == code.localized(LANGUAGES[-1])
        True
    """

    def __init__(self, language: "str | Iterable[str]") -> None:
        self._texts = texts_for(language)
        self._tokens: "list[Token[Texts]]" = []

    def __enter__(self) -> "use_language":
        self._tokens.append(in_use.set(self._texts))
        return self

    def __exit__(
        self,
        kind: "type[BaseException] | None",
        error: "BaseException | None",
        traceback: "TracebackType | None",
    ) -> None:
        in_use.reset(self._tokens.pop())


def languages_for(wanted: "str | Iterable[str] | None") -> tuple[str, ...]:
    """Return the languages of the catalog that a reader accepts before the source language, which has every text.

    The preferred one is the first. `wanted` is as in `ErrorCode.localized`.
    """
    if wanted is None:
        texts = in_use.get(None)
        if texts is not None:
            return texts.languages
        wanted = _environment()
    tags = [wanted] if isinstance(wanted, str) else first(wanted)
    found = tuple(dict.fromkeys(language for tag in tags for language in lookup(tag)))
    return found[: found.index(SOURCE_LANGUAGE)] if SOURCE_LANGUAGE in found else found


def texts_for(wanted: "str | Iterable[str] | None") -> Texts:
    """Return the texts for a reader, and remember them. `wanted` is as in `ErrorCode.localized`."""
    languages = languages_for(wanted)
    texts = _by_languages.get(languages)
    if texts is None:
        if len(_by_languages) >= MOST_REMEMBERED:
            _by_languages.clear()
            ready.clear()
        texts = _by_languages[languages] = Texts(languages)
    if isinstance(wanted, str) and len(wanted) <= LONGEST_TAG:
        if len(ready) >= MOST_REMEMBERED:
            ready.clear()
        ready[wanted] = texts
    return texts


def translated(context: str, source: str, languages: tuple[str, ...]) -> tuple[str, str]:
    """Return a text in the first of the languages that has it, else the source text, and the language found."""
    for language in languages:
        found = _translator(language)(context, source)
        if found is not None:
            return found, language
    return source, SOURCE_LANGUAGE


def _text(code: ErrorCode, languages: tuple[str, ...]) -> Text:
    said: dict[str, str | None] = {}
    for field in FIELDS:
        source = getattr(code, field)
        found, language = translated(f"{code._value_}.{field}", source, languages) if source else (source, None)
        said[field] = found
        said["language" if field == "message" else f"{field}_language"] = language
    return Text(**said)  # type: ignore[arg-type]


def _environment() -> list[str]:
    """Return the languages of the environment, as gettext reads them."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return value.split(":")
    return []


def _translator(language: str) -> "Translate":
    """Return a function that looks up a msgctxt with a msgid in the MO file of a language; None if it is not there."""
    if language not in _translators:
        _translators[language] = _load(language)
    return _translators[language]


def _load(language: str) -> "Translate":
    import io
    from gettext import GNUTranslations

    file = f"locale/{language.replace('-', '_')}/LC_MESSAGES/{DOMAIN}.mo"
    try:
        gettext = GNUTranslations(io.BytesIO(_read(file))).gettext
    except Exception as error:  # a damaged file can raise nearly anything
        import warnings

        message = f"{file} cannot be read ({error!r}): other languages are used instead"
        warnings.warn(message, RuntimeWarning, stacklevel=2)
        return lambda context, source: None

    def translate(context: str, source: str) -> str | None:
        key = f"{context}\x04{source}"
        found = gettext(key)
        return None if found == key else found

    return translate


def _read(file: str) -> bytes:
    """Return a file of the package, also if the package is in a zip or frozen into a program."""
    get_data = getattr(globals()["__loader__"], "get_data", None)
    if get_data is not None and "__file__" in globals():
        content: bytes = get_data(os.path.join(os.path.dirname(__file__), *file.split("/")))
        return content
    from importlib.resources import files  # slower to import

    return files(__package__).joinpath(file).read_bytes()
