"""C35: terms that a language translates in two ways, learned from the catalog itself."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import combining, normalize

from error_catalog.model.catalog import Catalog
from error_catalog.model.grammar import data
from error_catalog.model.language import Language
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import rule
from error_catalog.rules.sentences import source_tag

WORD = re.compile(
    r"[\u4e00-\u9fff\u3005]{2,6}|[\u4e00-\u9fff][\u3041-\u309f]{1,2}|[\u30a0-\u30ff]{2,20}|[\uac00-\ud7a3]{2,10}"
    r"|[^\W\d_\u3040-\u30ff\u4e00-\ud7a3]{4,40}"
)
TERM = re.compile(rf"{WORD.pattern}|(?<![^\W_])[^\W\d_]{{3}}(?![^\W_])")
STEM, HANGUL_STEM, FORM, PART = 5, 2, 2, 4
LEAST, LEAST_RIVAL = 4, 2
"""So many texts have a term of the source language, and so many of them a translation of it."""

MOST = 4
"""So many complaints about a translation are enough: whoever looks for it finds the others."""

SPECIFIC, SPECIFIC_RIVAL = 0.75, 0.5
"""The part of the texts with a translation whose source texts have the term."""

DOMINANT = 1.4
"""How many times as frequent as its rival the usual translation is."""

MOST_RIVALS = 8
"""What stands in more texts is no slip: these are two meanings of the term."""

INFLECTED_INSIDE = {"ARABIC", "HEBREW"}
"""The scripts of languages whose words have no stem at their start."""

TOGETHER = 0.7
"""The part of the texts with a term that have one of two rivals."""


class Rivals(NamedTuple):
    """Two translations of a term, the usual one first, as stems."""

    term: str
    usual: str
    other: str


def _has_stems(language: Language) -> bool:
    return not language.scripts & INFLECTED_INSIDE


@rule("C35", severity="hint", works_in=_has_stems)
def usual_terms(catalog: Catalog) -> Iterator[Complaint]:
    """A term of the source language has one translation in the texts of a language.

    Both are learned from the catalog: two words that stand in turn where the source texts have the term, and hardly
    anywhere else. Terms of the `glossary` are checked by C13 instead.
    """
    by_language: defaultdict[str, list[Text]] = defaultdict(list)
    terms: dict[str, dict[str, str]] = {}
    for text in catalog.translations:
        by_language[text.language.tag].append(text)
        if text.source not in terms:
            terms[text.source] = _terms(text)
    for texts in by_language.values():
        if not _has_stems(texts[0].language):
            continue
        known = {_stem(term.source.casefold()) for term in texts[0].language.glossary}
        yield from _of_a_language(texts, [terms[text.source] for text in texts], known)


def _of_a_language(texts: list[Text], sources: list[dict[str, str]], known: set[str]) -> Iterator[Complaint]:
    said = [_stems(text.text) for text in texts]
    places: defaultdict[str, set[int]] = defaultdict(set)
    terms: defaultdict[str, set[int]] = defaultdict(set)
    for at, (source, here) in enumerate(zip(sources, said, strict=True)):
        for term in source:
            terms[term].add(at)
        for word in sorted(here.keys() - source.keys()):
            places[word].add(at)
    named: set[tuple[int, str]] = set()
    for term, usual, other in _rivals(terms, places, said, known):
        usually = places[usual] & terms[term]
        forms = {sources[at][term].casefold() for at in usually}
        for at in sorted(places[other] & terms[term])[:MOST]:
            text, word, form = texts[at], said[at][other], sources[at][term]
            if form.casefold() in forms and (at, term) not in named:  # changes and changed can be a noun and a verb
                named.add((at, term))
                example = min(usually)
                message = (
                    f'"{form}" is "{word}" here, but "{said[example][usual]}" in '
                    f"{len(usually)} other texts, as {texts[example].where}; write one"
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
        usual = next((word for word in ranked if _share(term, word, terms, places) >= SPECIFIC), "")
        for other in ranked if usual else ():
            here, there = places[usual] & terms[term], places[other] & terms[term]
            if (
                other != usual
                and len(there) <= MOST_RIVALS
                and not _are_alike(*(said[min(places[word])][word].casefold() for word in (usual, other)))
                and not here & there
                and len(here) >= DOMINANT * len(there)
                and len(here | there) >= TOGETHER * len(terms[term])
            ):
                yield Rivals(term, usual, other)


def _share(term: str, word: str, terms: dict[str, set[int]], places: dict[str, set[int]]) -> float:
    """Return the part of the texts with a word whose source texts have a term."""
    return len(places[word] & terms[term]) / len(places[word])


def _are_alike(word: str, other: str) -> bool:
    """Return True if two words are perhaps forms of one: they begin alike, or share a part or a Chinese character."""
    if "\u3040" <= word[0] <= "\u9fff":
        return bool(set(word) & set(other))
    word, other = _without_accents(word), _without_accents(other)
    parts = (word[at : at + PART] for at in range(len(word) - PART + 1))
    return word[:FORM] == other[:FORM] or any(part in other for part in parts)


def _without_accents(word: str) -> str:
    """Return a word whose vowels do not change with its stress: copiar and cópia."""
    return "".join(letter for letter in normalize("NFD", word) if not combining(letter))


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
            surely = [term for term, count in together.items() if count >= SPECIFIC * len(found)]
            likely = surely or [term for term, count in together.items() if count >= SPECIFIC_RIVAL * len(found)]
            if likely:
                best[word] = max(likely, key=lambda term: (together[term] / (len(found) + len(terms[term])), term))
    return best


def _stems(text: str) -> dict[str, str]:
    """Return the words of a text by their stems."""
    return {_stem(found[0].casefold()): found[0] for found in WORD.finditer(prose(text))}


def _terms(text: Text) -> dict[str, str]:
    """Return the words of a source text that can be terms, by their stems."""
    usual = frozenset(data(source_tag(text)).get("function", ()))
    found = (match[0] for match in (TERM if usual else WORD).finditer(prose(text.source)))
    return {_stem(word.casefold()): word for word in found if word.casefold() not in usual}


def _stem(word: str) -> str:
    return word[:HANGUL_STEM] if "\uac00" <= word[0] <= "\ud7a3" else word[:STEM]
