"""What rules know about a language and CLDR does not say: `<tag>.toml`, a file per language.

A file can have any of these keys. A rule that needs one is not checked in a language that does not have it.

    abbreviations   words that end with a full stop inside a sentence
    numbers         the words for one, two, …, twelve; several forms of one are separated by `|`
    not             words and parts of words that deny something
    negative        words that can stand for such a word: without, missing, only
    affirmative     phrases that have such a word but deny nothing: whether or not
    unfinished      what marks a text that somebody still has to translate
    pairs           words that can stand twice in a row
    once            words that never stand twice in a row, if the language writes no spaces
    function        words such as articles and prepositions, which are neither terms nor names
    polite          words that address a reader politely: Sie; in their case if they begin with a capital letter
    familiar        words that address a reader as a friend: du
    ends            groups of endings of sentences; texts of one kind end with one group
    final           endings of sentences that have a full stop
    particles       what the language adds to words, as Korean does
    endings         the most letters that the language adds to a name, as Czech does: TypeScriptu

Words match without case. `-` before or after one says that it is a part of a word.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

UNFINISHED = ("TODO", "FIXME", "TBD", "XXX", "lorem ipsum")
"""Marks that are the same in every language."""


@cache
def data(tag: str) -> dict[str, Any]:
    """Return the data of a language, or of the one without region: pt for pt-BR. Empty if neither has data."""
    folder = files(__package__)
    while tag:
        file = folder / f"{tag}.toml"
        if file.is_file():
            return tomllib.loads(file.read_text("utf-8"))
        tag = tag.rpartition("-")[0]
    return {}


@cache
def pattern(tag: str, *keys: str) -> re.Pattern[str] | None:
    """Return a pattern for the words under some keys, or None if the language has none of them."""
    words = [word for key in keys for word in data(tag).get(key, ())]
    short = abbreviations(tag)
    parts = [_word(word) + (r"(?!\.)" if word in short else "") for word in words]
    return re.compile("|".join(parts), re.IGNORECASE) if words else None


def _word(word: str) -> str:
    before = "" if word.startswith("-") else r"(?<![^\W_])"
    after = "" if word.endswith("-") else r"(?![^\W_])"
    return before + re.escape(word.strip("-")).replace(r"\ ", r"[\s\u00a0]+") + after


@cache
def unfinished_marks(tag: str) -> re.Pattern[str]:
    """Return a pattern for the marks of unfinished work, which are in brackets or at the start if they are words."""
    marks = "|".join(map(_word, data(tag).get("unfinished", ())))
    own = rf"|(?i:[(\[{{<*]\s*(?:{marks})\s*[)\]}}>*:：]|^(?:{marks})\s*[:：])" if marks else ""
    return re.compile("|".join(map(_word, UNFINISHED)) + own)


@cache
def abbreviations(tag: str) -> frozenset[str]:
    """Return the abbreviations of a language without their last full stop, folded."""
    return frozenset(word.rstrip(".").casefold() for word in data(tag).get("abbreviations", ()))


@cache
def number_words(tag: str) -> tuple[re.Pattern[str], ...]:
    """Return a pattern for each of the number words of a language, from one on."""
    return tuple(
        re.compile("|".join(map(_word, words.split("|"))), re.IGNORECASE) for words in data(tag).get("numbers", ())
    )


@cache
def addressing(tag: str, key: str) -> re.Pattern[str] | None:
    """Return a pattern for the words under `polite` or `familiar`; Sie begins no sentence, since that can mean they."""
    words = [_word(word) for word in data(tag).get(key, ())]
    written = [rf"(?<=[^\W\d_] ){word}" if re.search("[A-ZÀ-Þ]", word) else f"(?i:{word})" for word in words]
    return re.compile("|".join(written)) if words else None


def endings(tag: str) -> int:
    """Return how many letters a language can add to a name."""
    return int(data(tag).get("endings", 0))
