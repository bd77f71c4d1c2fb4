"""C29: a translation denies what its source text denies."""

from collections.abc import Iterator
from functools import lru_cache
from re import Match, Pattern

from error_catalog.model.grammar import pattern
from error_catalog.model.texts import Text
from error_catalog.rules.parts import FILLER, prose
from error_catalog.rules.registry import Fault, translation_rule
from error_catalog.rules.sentences import source_tag
from error_catalog.rules.words import folded_words

SEVERAL_WORDS = 3


@translation_rule("C29", severity="hint", needs="not")
def negation_kept(text: Text) -> Iterator[Fault]:
    """A translation denies something if its source text does, and only then.

    "Is not valid" can also be "is invalid": words such as without, only and missing count as a denial of the other
    text. The words of each language are data of the generator; in other languages this is not checked.

    wrong: {en: "The key is not valid", de: "Der Schlüssel ist gültig"}
    wrong: {en: "The key is old", de: "Der Schlüssel ist nicht alt"}
    right: {en: "The key is not valid", de: "Der Schlüssel ist ungültig"}
    """
    tag, source = text.language.tag, source_tag(text)
    said, wanted = pattern(tag, "not"), pattern(source, "not")
    said_weakly, wanted_weakly = pattern(tag, "not", "negative"), pattern(source, "not", "negative")
    if not (said and wanted and said_weakly and wanted_weakly):
        return
    here, there = _said(text.text, tag), _said(text.source, source)
    if here == there or len(folded_words(there)) < SEVERAL_WORDS:  # what is not translated is found by another rule
        return
    denied, denies = _first(wanted, there), said.search(here)
    if denied and not said_weakly.search(here):
        yield f'the source text says "{denied[0]}", but this does not deny anything; compare the two', None
    elif denies and not wanted_weakly.search(there):
        yield f'has "{denies[0]}", but the source text does not deny anything; compare the two', denies.span()


@lru_cache(256)
def _first(words: Pattern[str], source: str) -> Match[str] | None:
    """Return the first of some words in a source text, which is compared with many translations."""
    return words.search(source)


def _said(text: str, tag: str) -> str:
    """Return the prose of a text without phrases that deny nothing but look as if they did: "whether or not"."""
    affirmative = pattern(tag, "affirmative")
    return affirmative.sub(lambda found: FILLER * len(found[0]), prose(text)) if affirmative else prose(text)
