"""C11, C12 and C20: the texts of one language beside each other."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache

from error_catalog.model.catalog import Catalog
from error_catalog.model.texts import Text, Unit
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.lengths import relative_length, usual_lengths
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import rule
from error_catalog.rules.sentences import STOPS
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
SEVERAL_LANGUAGES, ONE_IN = 3, 3
SEVERAL_WORDS = 2
SENTENCE_ENDS = f"{STOPS}!?…"
A_FEW_WORDS = 3
WITH_CASE = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN"}
WORD = re.compile(r"[^\W_]+")
PROPER_START = re.compile(r"[a-zà-ÿα-ωа-яё][^\W\d_]*(?![\w()./:-])")
CAPITAL_START = re.compile(r"[A-ZÀ-ÞΑ-ΩА-ЯЁ][^\W\d_]*(?![\w()./-])")
"""How a sentence begins: not with a name such as oAuth, sphinx-build or key()."""


@rule("C12")
def equal_sources(catalog: Catalog) -> Iterator[Complaint]:
    """Texts that are equal in the source language are equal in every language: messages, and likewise notes.

    A single word can have several meanings and translations, and so can what a third of at least three languages say
    in two ways.

    wrong: {en: ["Internal error", "Internal error"], de: ["Interner Fehler", "Systemfehler"]}
    right: {en: ["Internal error", "Internal error"], de: ["Interner Fehler", "Interner Fehler"]}
    """
    units: defaultdict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in catalog.units:
        if unit.error is not None and len(folded_words(prose(unit.source))) >= SEVERAL_WORDS:
            units[unit.kind, unit.source.strip()].append(unit)
    for alike in [group for group in units.values() if len(group) > 1]:
        found = [_current(alike, tag) for tag in catalog.languages if tag != catalog.source_language]
        different = [texts for texts in found if len({text.text.casefold() for text in texts}) > 1]
        if len(different) < SEVERAL_LANGUAGES or ONE_IN * len(different) < sum(len(texts) > 1 for texts in found):
            for texts in different:
                yield from _odd_ones(texts)


def _current(units: list[Unit], tag: str) -> list[Text]:
    """Return the texts of some units in a language that are neither empty nor stale."""
    texts = [unit.texts[tag] for unit in units if tag in unit.texts]
    return [text for text in texts if text.text.strip() and not text.is_stale]


def _odd_ones(texts: list[Text]) -> Iterator[Complaint]:
    """Complain about the texts that differ from the majority, or about all of them if no wording has one."""
    counts = Counter(text.text.casefold() for text in texts)
    first = {said: next(text for text in texts if text.text.casefold() == said) for said, _ in counts.most_common(2)}
    for text in texts:
        if counts[text.text.casefold()] * 2 <= len(texts):
            other = next(other for said, other in first.items() if said != text.text.casefold())
            yield _whole(
                text,
                f'differs from "{other.text}" in {other.where}, which has the same source text; write one of the two',
            )


@rule("C20", severity="hint")
def equal_translations(catalog: Catalog) -> Iterator[Complaint]:
    """No two texts are equal in a language if their source texts do not say the same.

    Source texts with the same words, or abbreviations of them, do. So do those that are equal in most languages, and
    single words such as "Title" and "Heading" can. Of two texts, the one with the less usual length is named.

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
    lengths = usual_lengths(catalog) if more else {}
    for key, others in more.items():
        texts = [first[key], *others]
        examples = _examples(texts)[:MOST_EXAMPLES]
        for text in texts:
            other = next((example for example in examples if _differ(text, example)), None)
            if other is not None and _is_less_usual(text, other, lengths.get(key[0], 0.0), text is first[key]):
                message = f'says the same as {other.where}, but that is "{other.source}" in the source language'
                yield _whole(text, message)


def _is_less_usual(text: Text, other: Text, usual: float, is_first: bool) -> bool:
    """Return True if the length of a text fits its source text less than that of another one fits its own."""
    misfit, other_misfit = (abs(relative_length(one) - usual) for one in (text, other))
    return misfit > other_misfit or (misfit == other_misfit and not is_first)


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
    if squeezed == other_squeezed or is_letter or _are_short(text, other) or _merged(text.unit, other.unit):
        return False
    protected = text.language.protected
    if identifiers(text.source, protected) != identifiers(other.source, protected):
        return True
    source, other_source = _stems(text.source), _stems(other.source)
    alike = ALIKE_IN_ONE_ERROR if text.unit.error is other.unit.error else ALIKE
    return len(source & other_source) < alike * len(source | other_source)


def _are_short(text: Text, other: Text) -> bool:
    """Return True if one source text is a single word, and the other one a few words."""
    counts = sorted(len(folded_words(one.source)) for one in (text, other))
    return counts[0] < SEVERAL_WORDS and counts[1] <= A_FEW_WORDS


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
                yield _whole(text, f'begins with a small letter: "{text.text[:20]}"; write a capital letter')
        for text in _unusual([text for text in texts if _is_shouted(text) and not _is_shouted_source(text)], texts):
            if not _is_followed(text, _is_shouted):
                yield _whole(text, "is all in capitals; write it in small letters")


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
    if not text.text.isupper() or len(text.text) <= LONGEST_ACRONYM:
        return False
    names = {part for name in identifiers(text.source, text.language.protected) for part in WORD.findall(name)}
    shouted = [letter for word in WORD.findall(text.text) if word not in names for letter in word if letter.isupper()]
    return len(shouted) >= LEAST_SHOUTED


def _whole(text: Text, message: str) -> Complaint:
    """Return a complaint about the whole text."""
    return Complaint(text.keys, text.where, message, text=text.text, span=(0, len(text.text)))
