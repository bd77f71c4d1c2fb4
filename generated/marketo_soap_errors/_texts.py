# Copied as it stands from codegen/templates/package: edit it there.
"""Texts by language: each language is read once, when it is first asked for."""

from collections import namedtuple

from ._languages import DOMAIN, SOURCE_LANGUAGE
from ._lookup import lookup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import NamedTuple

    class Text(NamedTuple):
        """What an error says in one language, and which language that is (a BCP 47 tag)."""

        message: str
        note: str
        language: str

else:
    Text = namedtuple("Text", "message note language")
    Text.__doc__ = "What an error says in one language, and which language that is (a BCP 47 tag)."

_loaded: "dict[str, dict[int, Text]]" = {}


def localized_text(code: int, wanted: "str | Iterable[str]") -> Text:
    """The text of a code in the first wanted language that the catalog has, else in the source language."""
    language = lookup(wanted) or SOURCE_LANGUAGE
    texts = _loaded.get(language)
    if texts is None:
        texts = _loaded[language] = _load(language)
    return texts[code]


def _load(language: str) -> "dict[int, Text]":
    """Every text of a language. What its file lacks is in the source language."""
    from ._codes import ErrorCode

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

    file = files(__package__).joinpath("locale", language.replace("-", "_"), "LC_MESSAGES", f"{DOMAIN}.mo")
    try:
        gettext = GNUTranslations(io.BytesIO(file.read_bytes())).gettext
    except Exception as error:  # a damaged file can raise nearly anything
        import warnings

        warnings.warn(
            f"{file} cannot be read ({error!r}): {SOURCE_LANGUAGE} texts instead", RuntimeWarning, stacklevel=2
        )
        return lambda key: None

    def translate(key: str) -> "str | None":
        found = gettext(key)
        return None if found == key else found

    return translate
