"""C03: identifiers, which every translation takes over as they are."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from error_catalog.model.catalog import Catalog
from error_catalog.model.texts import Text, Unit
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.occurrences import (
    SEVERAL,
    SHORTEST_NAME,
    can_be_left_out,
    damaged,
    is_a_word,
    is_acronym,
    occurrences,
    usual_names,
)
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import Fault, rule
from error_catalog.rules.words import CAMEL, PATTERN_OF_A_DATE, folded_words, identifiers, latin_words

MOST, MANY = 20, 200
"""So many complaints about the identifiers of one text are enough, and so many identifiers are compared with it."""


class Known(NamedTuple):
    """What is known of identifiers: those that the source text is blamed for, those that are words, and usual names."""

    blamed: dict[str, str]
    words: set[str]
    usual: frozenset[str]


@rule("C03")
def identifiers_kept(catalog: Catalog) -> Iterator[Complaint]:
    """Identifiers (camelCase, snake_case and `protected` words) are the same in every language.

    Readers search for them in code and logs. Letters of other scripts can follow, `OrderKey가`, and endings in
    languages that inflect names. Words in capitals are identifiers if they have an underscore; of others, see C24.
    A name that at least three translations, and a third of them, translate is a word, unless it is `protected`.

    wrong: {en: "OrderKey is required", de: "Der Auftragsschlüssel fehlt"}
    wrong: {en: "OrderKey is required", de: "Der Order Key fehlt"}
    wrong: {en: "OrderKey is required", de: "Der orderKey fehlt"}
    wrong: {en: "The key is required", de: "Der auftragsSchlüssel fehlt"}
    right: {en: "OrderKey is required", de: "OrderKey fehlt"}
    """
    usual = usual_names(catalog)
    for unit in catalog.units:
        source = unit.texts.get(catalog.source_language)
        if source is None or not unit.source.strip():
            continue
        texts = [text for text in unit.texts.values() if not text.is_source and text.text.strip()]
        names = [identifiers(text.text, text.language.protected) for text in texts]
        current = [said for text, said in zip(texts, names, strict=True) if not text.is_stale]
        blamed = dict(_lost(source, current)) if any(current) else {}
        for message in islice(blamed.values(), MOST):
            yield Complaint(source.keys, source.where, message, text=source.text)
        words = {name for name in set(identifiers(source.text, ())) if is_a_word(name, unit)}
        words -= set(source.language.protected)
        for text, said in zip(texts, names, strict=True):
            wanted = identifiers(text.source, source.language.protected)
            has_names = bool(said or wanted) and bool(text.source.strip())
            changed = _changed(text, wanted, Known(blamed, words, usual)) if has_names else iter(())
            for message, span in islice(changed, MOST):
                yield Complaint(text.keys, text.where, message, text=text.text, span=span)


def _changed(text: Text, wanted: tuple[str, ...], known: Known) -> Iterator[Fault]:
    """Yield the identifiers of the source text that a translation does not have or damages, and those that it adds."""
    for identifier, count in Counter(wanted).items():
        is_meant = identifier not in known.words and not is_acronym(identifier, text)
        found = occurrences(identifier, text) if is_meant else count
        if found >= count:
            continue
        other = None if PATTERN_OF_A_DATE.fullmatch(identifier) else damaged(identifier, text)
        if other:
            yield f'{identifier} is written "{other[0]}"; write it as in the source text', other.span()
        elif not found and not can_be_left_out(identifier, text, known.usual):
            yield f"{identifier} is missing; write it as in the source text", None
    there = latin_words(text.source).keys() | known.blamed.keys() | known.usual
    folded = folded_words(text.source)  # what is written in other case there is a matter of C39
    for match in CAMEL.finditer(prose(text.text)):
        is_known = match[0] in there or match[0] in text.source or match[0].startswith(wanted)
        is_a_name = len(match[0]) >= SHORTEST_NAME and not known.words and not _is_elsewhere(match[0], text.unit)
        if not is_known and is_a_name and match[0].casefold() not in folded:
            yield f"{match[0]} looks like an identifier, but is not in the source text; correct it", match.span()


def _is_elsewhere(name: str, unit: Unit) -> bool:
    """Return True if several languages add the same name: it is what readers know."""
    return sum(name in latin_words(text.text) for text in unit.texts.values()) >= SEVERAL


def _lost(source: Text, translations: list[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield the identifiers that the source text damages or does not have, as at least three translations say."""
    counts = [Counter(names) for names in translations]
    for identifier in sorted(set().union(*counts))[:MANY]:
        here = occurrences(identifier, source)
        more = sum(count[identifier] > here for count in counts)
        if more < SEVERAL or 2 * more <= len(counts) or PATTERN_OF_A_DATE.fullmatch(identifier):
            continue
        other = damaged(identifier, source)
        if other:
            message = f'{identifier} is written "{other[0]}", but {more} translations have {identifier}; correct it'
            yield identifier, message
        elif not here and more == len(counts) and not is_acronym(identifier, source):
            yield identifier, f"{identifier} is missing, but every translation has it; add it or correct them"
