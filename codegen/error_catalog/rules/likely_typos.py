"""C34: words that differ by one letter from a word that other texts have."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from error_catalog.model.catalog import Catalog
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import rule
from error_catalog.rules.words import word_set

WORD = re.compile(r"(?<![\w'’-])[^\W\d_]{5,30}(?![\w'’-])")
LONG_ENOUGH = 6
USUAL = 2
"""A word that stands in at least this many texts is known to the catalog."""

ENDING = 2
"""The letters at the end that inflection changes."""


@rule("C34", severity="hint")
def likely_typos(catalog: Catalog) -> Iterator[Complaint]:
    """No word that stands in one text alone is one letter off from a word of several texts.

    The letter is neither the first nor at the end, where words are inflected. A word that is right can be accepted.

    wrong: {en: ["An invoice", "No invoice", "Your invoice"], fr: ["Une facture", "Pas de facture", "Votre facutre"]}
    right: {en: ["An invoice", "No invoice", "Your invoice"], fr: ["Une facture", "Pas de facture", "Votre facture"]}
    """
    by_language: defaultdict[str, list[Text]] = defaultdict(list)
    for text in catalog.texts:
        by_language[text.language.tag].append(text)
    for texts in by_language.values():
        yield from _of_a_language(texts)


def _of_a_language(texts: list[Text]) -> Iterator[Complaint]:
    said = {
        id(text): {found[0].casefold(): found.span() for found in WORD.finditer(prose(text.text))} for text in texts
    }
    counts = Counter(word for words in said.values() for word in words)
    near: defaultdict[str, set[str]] = defaultdict(set)
    for word, count in counts.items():
        if count >= USUAL:
            for part in _parts(word):
                near[part].add(word)
    for text in texts:
        for word, span in said[id(text)].items():
            if counts[word] == 1 and len(word) >= LONG_ENOUGH and (text.is_source or word not in word_set(text.source)):
                usual = next((other for other in _candidates(word, near) if _is_a_slip(word, other)), None)
                if usual:
                    message = f'"{text.text[slice(*span)]}" is perhaps a slip for "{usual}", which other texts have'
                    yield Complaint(text.keys, text.where, f"{message}; compare the two", text=text.text, span=span)


def _parts(word: str) -> Iterator[str]:
    """Yield a word, and what is left of it without one of its inner letters."""
    yield word
    for at in range(1, len(word) - ENDING + 1):
        yield word[:at] + word[at + 1 :]


def _candidates(word: str, near: dict[str, set[str]]) -> list[str]:
    return sorted({other for part in _parts(word) for other in near.get(part, ())} - {word})


def _is_a_slip(word: str, other: str) -> bool:
    """Return True if two words have one letter more, less or exchanged inside, and the same start and end."""
    if word[0] != other[0] or word[-ENDING:] != other[-ENDING:]:
        return False
    if len(word) != len(other):
        return True
    places = [at for at in range(len(word)) if word[at] != other[at]]
    swapped = len(places) == 2 and word[places[0]] == other[places[1]] and word[places[1]] == other[places[0]]
    return len(places) == 1 or (swapped and places[1] - places[0] == 1)
