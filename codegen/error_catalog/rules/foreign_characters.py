"""C31: characters of one Chinese script in another: simplified ones in Japanese, traditional ones in Simplified."""

from collections.abc import Iterator
from functools import cache

from error_catalog.model.language import Language
from error_catalog.model.texts import Text
from error_catalog.rules.registry import Fault, text_rule

STANDARDS = {"ja": ("shift_jis", "cp932"), "zh-Hans": ("gb2312",), "zh-Hant": ("big5",)}
"""The character sets that each language is written with, by script."""

OTHERS = {"ja": ("gb2312",), "zh-Hans": ("big5",), "zh-Hant": ("gb2312",)}


def _is_known(language: Language) -> bool:
    """Return True if a language has no Chinese characters, or if it is known which ones."""
    return (
        "CJK" not in language.scripts
        or "HANGUL" in language.scripts
        or _written(language.tag, language.scripts) is not None
    )


@text_rule("C31", severity="hint", works_in=_is_known)
def characters_of_the_language(text: Text) -> Iterator[Fault]:
    """Chinese characters are those of the language: no simplified ones in Japanese, no traditional ones in Simplified.

    Each language has a character set of its own, as JIS X 0208, GB 2312 and Big5 have fixed it.

    wrong: {en: "Retry the call", ja: "请求を再試行してください"}
    right: {en: "Retry the call", ja: "請求を再試行してください"}
    """
    written = _written(text.language.tag, text.language.scripts)
    if written is None:
        return
    for at, character in enumerate(text.text):
        if "\u4e00" <= character <= "\u9fff" and _is_foreign(character, written):
            yield f"{character} is not a character of {text.language.tag}; correct it", (at, at + 1)


def _written(tag: str, scripts: frozenset[str]) -> str | None:
    if "HIRAGANA" in scripts:
        return "ja"
    if "BOPOMOFO" not in scripts:
        return None
    return "zh-Hant" if "Hant" in tag or tag.endswith(("-TW", "-HK", "-MO")) else "zh-Hans"


@cache
def _is_foreign(character: str, written: str) -> bool:
    """Return True if other languages have a character, and this one does not."""
    own = any(_has(standard, character) for standard in STANDARDS[written])
    return not own and any(_has(standard, character) for standard in OTHERS[written])


def _has(standard: str, character: str) -> bool:
    try:
        character.encode(standard)
    except UnicodeEncodeError:
        return False
    return True
