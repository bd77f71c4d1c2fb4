"""C11: capital letters at the start, and texts in capitals."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from error_catalog.model.catalog import Catalog
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint, whole
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import rule
from error_catalog.rules.sentences import STOPS
from error_catalog.rules.words import folded_words, identifiers

UNUSUAL = 0.1
"""The part of the texts of a language that is unusual, beside one text."""

LEAST_SHOUTED = 4
LONGEST_ACRONYM = 5
SEVERAL_WORDS = 2
SENTENCE_ENDS = f"{STOPS}!?…"
WITH_CASE = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN"}
WORD = re.compile(r"[^\W_]+")
PROPER_START = re.compile(r"[a-zà-ÿα-ωа-яё][^\W\d_]*(?![\w()./:-])")
CAPITAL_START = re.compile(r"[A-ZÀ-ÞΑ-ΩА-ЯЁ][^\W\d_]*(?![\w()./-])")
"""How a sentence begins: not with a name such as oAuth, sphinx-build or key()."""


@rule("C11")
def letter_case(catalog: Catalog) -> Iterator[Complaint]:
    """A text begins with a capital letter, if texts of its language usually do, and is not all in capitals.

    A translation can begin with a small letter if its source text does, or if it begins with a name in small letters
    that the source text has. A source text can be written in a way that most of its translations follow. A short word
    in capitals is an acronym.

    wrong: {en: "Out of stock", de: "vergriffen"}
    wrong: {en: "Out of stock", de: "NICHT AUF LAGER"}
    right: {en: "Out of stock", de: "Nicht auf Lager"}
    right: {en: "HTTP", de: "HTTP"}
    """
    by_language: defaultdict[str, list[Text]] = defaultdict(list)
    for text in catalog.texts:
        if text.language.scripts & WITH_CASE and text.text[:1].lower() != text.text[:1].upper():
            by_language[text.language.tag].append(text)
    for texts in by_language.values():
        for text in _unusual([text for text in texts if _begins_small(text)], texts):
            if not _begins_with_a_name(text) and not _is_followed(text, _is_small):
                yield whole(text, f'begins with a small letter: "{text.text[:20]}"; write a capital letter')
        for text in _unusual([text for text in texts if _is_shouted(text) and not _is_shouted_source(text)], texts):
            if not _is_followed(text, _is_shouted):
                yield whole(text, "is all in capitals; write it in small letters")


def _begins_small(text: Text) -> bool:
    """Return True if a text of several words begins with a small letter without being meant to.

    A translation follows its source text. A source text without a mark at its end can be a part of a sentence.
    """
    is_sentence = len(folded_words(prose(text.source))) > SEVERAL_WORDS
    is_meant = text.text[-1] not in SENTENCE_ENDS if text.is_source else not CAPITAL_START.match(text.source)
    return is_sentence and _is_small(text) and not is_meant


def _is_small(text: Text) -> bool:
    return bool(PROPER_START.match(text.text))


def _begins_with_a_name(text: Text) -> bool:
    """Return True if a text begins with an identifier, or with a word that its source text has too."""
    if text.text.startswith(identifiers(text.source, text.language.protected)):
        return True
    first = WORD.match(text.text)
    return not text.is_source and first is not None and first[0] in WORD.findall(text.source)


def _is_followed(text: Text, trait: Callable[[Text], bool]) -> bool:
    """Return True if most translations of a source text have a trait of it."""
    others = [other for other in text.unit.texts.values() if not other.is_source and other.language.scripts & WITH_CASE]
    return text.is_source and 2 * sum(map(trait, others)) > len(others)


def _is_shouted_source(text: Text) -> bool:
    is_long = len(folded_words(text.source)) >= SEVERAL_WORDS or len(text.source) > LONGEST_ACRONYM
    return not text.is_source and text.source.isupper() and (is_long or " " not in text.text)


def _unusual(found: list[Text], texts: list[Text]) -> list[Text]:
    """Return what was found among the texts of a language if it is unusual there, else nothing."""
    return found if len(texts) == 1 or len(found) <= UNUSUAL * len(texts) + 1 else []


def _is_shouted(text: Text) -> bool:
    """Return True if a text is in capitals, without its identifiers, and not an acronym alone."""
    if not text.text.isupper() or len(text.text) <= LONGEST_ACRONYM or _are_acronyms(folded_words(text.text)):
        return False
    names = {part for name in identifiers(text.source, text.language.protected) for part in WORD.findall(name)}
    shouted = [letter for word in WORD.findall(text.text) if word not in names for letter in word if letter.isupper()]
    return len(shouted) >= LEAST_SHOUTED


def _are_acronyms(words: tuple[str, ...]) -> bool:
    """Return True for two short words in capitals, such as HTTP API."""
    return len(words) == SEVERAL_WORDS and max(map(len, words)) < LONGEST_ACRONYM
