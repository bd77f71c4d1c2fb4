"""C11, C12 and C20: the texts of one language beside each other."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache

from error_catalog.model.catalog import Catalog
from error_catalog.model.texts import Text, Unit
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import rule
from error_catalog.rules.words import folded_words, identifiers, word_set

ALIKE = 0.6
"""The part of their words that the source texts of two errors share if they say the same."""

ALIKE_IN_ONE_ERROR = 0.5
UNUSUAL = 0.1
"""The part of the texts of a language that is unusual, beside one text."""

MOST_EXAMPLES = 50
"""Of many equal translations, each is compared with so many others."""

LEAST_SHOUTED = 4
LONGEST_ACRONYM = 5
STEM = 3
SHORTEST_WORD = 2
SEVERAL_WORDS = 2
WITH_CASE = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN"}
WORD = re.compile(r"[^\W_]+")
PROPER_START = re.compile(r"[a-zà-ÿα-ωа-яё][^\W\d_]*(?![\w()./:-])")
CAPITAL_START = re.compile(r"[A-ZÀ-ÞΑ-ΩА-ЯЁ][^\W\d_]*(?![\w()./-])")
"""How a sentence begins: not with a name such as oAuth, sphinx-build or key()."""


@rule("C12")
def equal_sources(catalog: Catalog) -> Iterator[Complaint]:
    """Texts that are equal in the source language are equal in every language: messages, and likewise notes.

    A single word can have several meanings and translations.

    wrong: {en: ["Internal error", "Internal error"], de: ["Interner Fehler", "Systemfehler"]}
    right: {en: ["Internal error", "Internal error"], de: ["Interner Fehler", "Interner Fehler"]}
    """
    units: defaultdict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in catalog.units:
        if unit.error is not None and len(folded_words(prose(unit.source))) >= SEVERAL_WORDS:
            units[unit.kind, unit.source.strip()].append(unit)
    for alike in [group for group in units.values() if len(group) > 1]:
        for tag in catalog.languages:
            texts = [unit.texts[tag] for unit in alike if tag in unit.texts and tag != catalog.source_language]
            yield from _odd_ones([text for text in texts if text.text.strip() and not text.is_stale])


def _odd_ones(texts: list[Text]) -> Iterator[Complaint]:
    """Complain about the texts that differ from the majority, or about all of them if no wording has one."""
    counts = Counter(text.text.casefold() for text in texts)
    first = {said: next(text for text in texts if text.text.casefold() == said) for said, _ in counts.most_common(2)}
    for text in texts if len(counts) > 1 else ():
        if counts[text.text.casefold()] * 2 <= len(texts):
            other = next(other for said, other in first.items() if said != text.text.casefold())
            yield _whole(
                text,
                f'differs from "{other.text}" in {other.where}, which has the same source text; write one of the two',
            )


@rule("C20", severity="hint")
def equal_translations(catalog: Catalog) -> Iterator[Complaint]:
    """No two texts are equal in a language if their source texts do not say the same.

    Source texts with the same words, or abbreviations of them, do. So do those that are equal in most languages.

    wrong: {en: ["Too old", "Too new"], de: ["Zu alt", "Zu alt"]}
    right: {en: ["Too old", "Too new"], de: ["Zu alt", "Zu neu"]}
    """
    first: dict[tuple[str, str], Text] = {}
    more: defaultdict[tuple[str, str], list[Text]] = defaultdict(list)
    for text in catalog.translations:
        if text.unit.error is not None:
            key = (text.language.tag, text.text.strip().casefold())
            if first.setdefault(key, text) is not text:
                more[key].append(text)
    for key, others in more.items():
        texts = [first[key], *others]
        examples = _examples(texts)[:MOST_EXAMPLES]
        for text in texts:
            other = next((example for example in examples if _differ(text, example)), None)
            if other is not None:
                message = f'says the same as {other.where}, but that is "{other.source}" in the source language'
                yield _whole(text, message)


def _examples(texts: list[Text]) -> list[Text]:
    """Return a text for each source text that differs in its words, or two texts of different errors."""
    chosen: defaultdict[object, list[Text]] = defaultdict(list)
    for text in texts:
        known = chosen[word_set(text.source), identifiers(text.source, text.language.protected)]
        if not known or (len(known) == 1 and known[0].unit.error is not text.unit.error):
            known.append(text)
    return [text for known in chosen.values() for text in known]


def _differ(text: Text, other: Text) -> bool:
    """Return True if the source texts of two texts do not say the same."""
    squeezed, other_squeezed = _squeezed(text.source), _squeezed(other.source)
    is_letter = min(len(squeezed), len(other_squeezed)) < SHORTEST_WORD
    if squeezed == other_squeezed or is_letter or _merged(text.unit, other.unit):
        return False
    protected = text.language.protected
    if identifiers(text.source, protected) != identifiers(other.source, protected):
        return True
    source, other_source = _stems(text.source), _stems(other.source)
    alike = ALIKE_IN_ONE_ERROR if text.unit.error is other.unit.error else ALIKE
    return len(source & other_source) < alike * len(source | other_source)


def _squeezed(text: str) -> str:
    """Return the letters and figures of a text, without case."""
    return "".join(WORD.findall(text)).casefold()


def _merged(unit: Unit, other: Unit) -> bool:
    """Return True if at least half of the languages say the same in both: the difference matters in English alone."""
    tags = [tag for tag, text in unit.texts.items() if not text.is_source and tag in other.texts]
    same = sum(unit.texts[tag].text.casefold() == other.texts[tag].text.casefold() for tag in tags)
    return same > 1 and 2 * same >= len(tags)


@lru_cache(4096)
def _stems(text: str) -> frozenset[str]:
    """Return the words of a text as far as their forms and abbreviations share them: Oct. and October."""
    return frozenset(word[:STEM] for word in word_set(prose(text)))


@rule("C11")
def letter_case(catalog: Catalog) -> Iterator[Complaint]:
    """A text begins with a capital letter, if texts of its language usually do, and is not all in capitals.

    A translation can begin with a small letter if its source text does. A short word in capitals is an acronym.

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
            if not text.text.startswith(identifiers(text.source, text.language.protected)):
                yield _whole(text, f'begins with a small letter: "{text.text[:20]}"; write a capital letter')
        for text in _unusual([text for text in texts if _is_shouted(text) and not _is_shouted_source(text)], texts):
            yield _whole(text, "is all in capitals; write it in small letters")


def _begins_small(text: Text) -> bool:
    """Return True if a text begins with a small letter, and its source text, of several words, does not."""
    is_sentence = len(folded_words(prose(text.source))) > SEVERAL_WORDS
    starts = PROPER_START.match(text.text)
    return bool(starts) and is_sentence and (text.is_source or bool(CAPITAL_START.match(text.source)))


def _is_shouted_source(text: Text) -> bool:
    return not text.is_source and text.source.isupper() and len(folded_words(text.source)) >= SEVERAL_WORDS


def _unusual(found: list[Text], texts: list[Text]) -> list[Text]:
    """Return what was found among the texts of a language if it is unusual there, else nothing."""
    return found if len(texts) == 1 or len(found) <= UNUSUAL * len(texts) + 1 else []


def _is_shouted(text: Text) -> bool:
    """Return True if a text is in capitals, without its identifiers, and not an acronym alone."""
    if not text.text.isupper() or len(text.text) <= LONGEST_ACRONYM:
        return False
    names = {part for name in identifiers(text.source, text.language.protected) for part in WORD.findall(name)}
    shouted = [letter for word in WORD.findall(text.text) if word not in names for letter in word if letter.isupper()]
    return len(shouted) >= LEAST_SHOUTED


def _whole(text: Text, message: str) -> Complaint:
    """Return a complaint about the whole text."""
    return Complaint(text.keys, text.where, message, text=text.text, span=(0, len(text.text)))
