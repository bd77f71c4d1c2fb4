"""C36: texts in another language, recognized by the library py3langid if it is installed."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from error_catalog.model import languages
from error_catalog.model.catalog import Catalog
from error_catalog.model.language import Language
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint, whole
from error_catalog.rules.parts import FILLER, TAG_FILLER, prose
from error_catalog.rules.registry import Extra, rule
from error_catalog.rules.words import word_set

LIBRARY = Extra("py3langid", "language")

Rank = Callable[[str], list[tuple[str, float]]]

SEVERAL_WORDS, ENOUGH_LETTERS, LONGEST_WORD = 3, 18, 40
MARGIN = 12.0
"""How much more likely another language is, as the difference of logarithms, before it is named."""

FAMILIAR = 0.5
"""A text with more than this part of its words in other texts of the language is in that language."""

SAME = {"nb": {"no", "nn"}, "nn": {"no", "nb"}, "no": {"nb", "nn"}, "zh": {"yue", "wuu"}, "hr": {"bs", "sr"}}
SAME |= {"bs": {"hr", "sr"}, "sr": {"hr", "bs"}, "id": {"ms"}, "ms": {"id"}, "gl": {"pt"}, "fil": {"tl"}}
"""Languages that short texts do not tell apart."""

BLANKS = str.maketrans({FILLER: " ", TAG_FILLER: " "})


def _is_known(language: Language) -> bool:
    """Return True if the library is installed, and knows a language or one that is written alike."""
    return bool(_label(language.tag))


@rule("C36", severity="hint", works_in=_is_known, extra=LIBRARY)
def language_of_the_text(catalog: Catalog) -> Iterator[Complaint]:
    """A text is in its own language, and not in one that is close to it, as Danish is to Swedish.

    It needs the library py3langid, the extra `language` of error-catalog, and is not checked without it. Short texts
    are not judged, nor those whose words stand in other texts of the language.

    wrong: {en: "The request was not found", de: "Het verzoek is niet gevonden op de server"}
    right: {en: "The request was not found", de: "Die Anforderung wurde auf dem Server nicht gefunden"}
    """
    rank = recognizer()
    if rank is None:
        return
    by_language: defaultdict[str, list[Text]] = defaultdict(list)
    for text in catalog.texts:
        by_language[text.language.tag].append(text)
    for tag, texts in by_language.items():
        own = _label(tag)
        for text, said in _unfamiliar(texts) if own else ():
            ranked = rank(said)
            best, likely = ranked[0]
            if best == catalog.source_language.partition("-")[0]:
                continue  # C02 is about what is left of the source text
            margin = likely - next(found for label, found in ranked if label == own)
            is_another = best != own and best not in SAME.get(own, ()) and _has_script(best, text)
            if is_another and margin > MARGIN:
                message = f'is in another language than {tag}, probably in {best}: "{text.text[:60]}"; translate it'
                yield whole(text, message)


def _has_script(tag: str, text: Text) -> bool:
    """Return True if a language is written in a script of the text's language: Japanese with a command is Japanese."""
    return not text.language.scripts or bool(languages.scripts(tag) & text.language.scripts)


def _unfamiliar(texts: list[Text]) -> Iterator[tuple[Text, str]]:
    """Yield the texts with words of their own, and their prose."""
    counts = Counter(word for text in texts for word in word_set(text.text))
    for text in texts:
        words = [word for word in word_set(text.text) if text.is_source or word not in word_set(text.source)]
        if sum(counts[word] > 1 for word in words) <= FAMILIAR * len(words):
            said = " ".join(word for word in prose(text.text).translate(BLANKS).split() if len(word) <= LONGEST_WORD)
            has_words = said.count(" ") + 1 >= SEVERAL_WORDS or not said.isascii()
            if words and has_words and sum(map(str.isalpha, said)) >= ENOUGH_LETTERS:
                yield text, said


def _label(tag: str) -> str:
    """Return what the library calls a language; empty if it does not know it."""
    own, known = tag.partition("-")[0], labels()
    return own if own in known else next((other for other in SAME.get(own, ()) if other in known), "")


@cache
def recognizer() -> Rank | None:
    """Return what ranks languages by how likely a text is in them, or None if the library is not installed."""
    try:
        import py3langid
    except ImportError:
        return None
    rank: Rank = py3langid.rank
    return rank


@cache
def labels() -> frozenset[str]:
    """Return the languages that the library knows."""
    rank = recognizer()
    return frozenset(label for label, _ in rank("language")) if rank is not None else frozenset()
