"""C12 and C20: texts that are equal in one language, and not in another."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache

from error_catalog.model.catalog import Catalog
from error_catalog.model.texts import Text, Unit
from error_catalog.rules.complaint import Complaint, whole
from error_catalog.rules.lengths import relative_length, usual_lengths
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import rule
from error_catalog.rules.words import folded_words, identifiers, word_set

ALIKE = 0.6
"""The part of their words that the source texts of two errors share if they say the same."""

ALIKE_IN_ONE_ERROR = 0.5
MOST_EXAMPLES = 50
"""Of many equal translations, each is compared with so many others."""

STEM = 3
SHORTEST_WORD = 2
SEVERAL_LANGUAGES, ONE_IN = 3, 3
SEVERAL_WORDS, A_FEW_WORDS = 2, 3
WORD = re.compile(r"[^\W_]+")


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
            yield whole(
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
                yield whole(text, message)


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
