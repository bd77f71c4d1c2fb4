"""C35: terms that a language translates in two ways, learned from the catalog itself."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from error_catalog.model.catalog import Catalog
from error_catalog.model.grammar import data
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import rule
from error_catalog.rules.sentences import source_tag

WORD = re.compile(
    r"[\u4e00-\u9fff\u3005]{2,6}|[\u30a0-\u30ff]{2,20}|[\uac00-\ud7a3]{2,10}|[^\W\d_\u3040-\u30ff\u4e00-\ud7a3]{4,40}"
)
STEM, HANGUL_STEM, FORM, PART = 5, 2, 2, 4
LEAST, LEAST_RIVAL = 4, 2
"""So many texts have a term of the source language, and so many of them a translation of it."""

MOST = 2
"""So many complaints about a translation are enough: whoever looks for it finds the others."""

SPECIFIC = 0.75
"""The part of the texts with a translation whose source texts have the term."""

DOMINANT = 2
"""How many times as frequent as its rival the usual translation is."""

TOGETHER = 0.7
"""The part of the texts with a term that have one of two rivals."""


class Rivals(NamedTuple):
    """Two translations of a term, the usual one first, as stems."""

    term: str
    usual: str
    other: str


@rule("C35", severity="hint")
def usual_terms(catalog: Catalog) -> Iterator[Complaint]:
    """A term of the source language has one translation in the texts of a language.

    Both are learned from the catalog: two words that stand in turn where the source texts have the term, and hardly
    anywhere else. Terms of the `glossary` are checked by C13 instead.
    """
    by_language: defaultdict[str, list[Text]] = defaultdict(list)
    for text in catalog.translations:
        by_language[text.language.tag].append(text)
    for texts in by_language.values():
        known = {_stem(term.source.casefold()) for term in texts[0].language.glossary}
        yield from _of_a_language(texts, known)


def _of_a_language(texts: list[Text], known: set[str]) -> Iterator[Complaint]:
    sources, said = [_terms(text) for text in texts], [_stems(text.text) for text in texts]
    places: defaultdict[str, set[int]] = defaultdict(set)
    terms: defaultdict[str, set[int]] = defaultdict(set)
    for at, (source, here) in enumerate(zip(sources, said, strict=True)):
        for term in source:
            terms[term].add(at)
        for word in sorted(here.keys() - source.keys()):
            places[word].add(at)
    for rivals in _rivals(terms, places, said, known):
        for at in sorted(places[rivals.other] & terms[rivals.term])[:MOST]:
            text, word = texts[at], said[at][rivals.other]
            example = min(places[rivals.usual] & terms[rivals.term])
            message = (
                f'"{sources[at][rivals.term]}" is "{word}" here, but "{said[example][rivals.usual]}" in '
                f"{len(places[rivals.usual] & terms[rivals.term])} other texts, as {texts[example].where}; write one"
            )
            start = text.text.find(word)
            yield Complaint(text.keys, text.where, message, text=text.text, span=(start, start + len(word)))


def _rivals(
    terms: dict[str, set[int]], places: dict[str, set[int]], said: list[dict[str, str]], known: set[str]
) -> Iterator[Rivals]:
    best = _explanations(terms, places, said)
    by_term: defaultdict[str, list[str]] = defaultdict(list)
    for word, term in best.items():
        by_term[term].append(word)
    for term, words in by_term.items():
        ranked = sorted(words, key=lambda word: (-len(places[word] & terms[term]), word))
        if len(terms[term]) < LEAST or term in known or len(ranked) < 2:
            continue
        usual = ranked[0]
        for other in ranked[1:]:
            here, there = places[usual] & terms[term], places[other] & terms[term]
            if (
                not _are_alike(*(said[min(places[word])][word].casefold() for word in (usual, other)))
                and not here & there
                and len(here) >= DOMINANT * len(there)
                and len(here | there) >= TOGETHER * len(terms[term])
            ):
                yield Rivals(term, usual, other)


def _are_alike(word: str, other: str) -> bool:
    """Return True if two words are perhaps forms of one: they begin alike, or share a part or a Chinese character."""
    if "\u3040" <= word[0] <= "\u9fff":
        return bool(set(word) & set(other))
    parts = (word[at : at + PART] for at in range(len(word) - PART + 1))
    return word[:FORM] == other[:FORM] or any(part in other for part in parts)


def _explanations(
    terms: dict[str, set[int]], places: dict[str, set[int]], said: list[dict[str, str]]
) -> dict[str, str]:
    """Return the term that each word of a language translates, if it stands where the term does and rarely else."""
    by_text: defaultdict[int, list[str]] = defaultdict(list)
    for term, found in terms.items():
        for at in found:
            by_text[at].append(term)
    best = {}
    for word, found in places.items():
        if len(found) >= LEAST_RIVAL:
            together = Counter(term for at in found for term in by_text[at])
            likely = [term for term, count in together.items() if count >= SPECIFIC * len(found)]
            if likely:
                best[word] = max(likely, key=lambda term: (together[term] / (len(found) + len(terms[term])), term))
    return best


def _stems(text: str) -> dict[str, str]:
    """Return the words of a text by their stems."""
    return {_stem(found[0].casefold()): found[0] for found in WORD.finditer(prose(text))}


def _terms(text: Text) -> dict[str, str]:
    """Return the words of a source text that can be terms, by their stems."""
    usual = frozenset(data(source_tag(text)).get("function", ()))
    return {stem: word for stem, word in _stems(text.source).items() if word.casefold() not in usual}


def _stem(word: str) -> str:
    return word[:HANGUL_STEM] if "\uac00" <= word[0] <= "\ud7a3" else word[:STEM]
