"""C01 and C02: every text exists, and is written in its language."""

import re
from collections.abc import Iterator

from error_catalog.model.catalog import Catalog
from error_catalog.model.document import Mapping
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.registry import Fault, rule, text_rule
from error_catalog.rules.scripts import alphabet
from error_catalog.rules.words import LATIN, folded_words, prose_words, runs, word_set, words

NO_COINCIDENCE = 3
"""Words in a row of the source text that are not in a translation by coincidence."""

UNFINISHED = re.compile(rf"(?<![{LATIN}])(?:TODO|FIXME|TBD|XXX)(?![{LATIN}])")
FEW = 2


@rule("C01", is_partly_fixed=True)
def missing_text(catalog: Catalog) -> Iterator[Complaint]:
    """Every text exists in every language and is not empty, and no text is in a language that is not declared.

    A language that is still being translated is declared with `complete: false`. Its missing texts are counted and
    fall back to the source language. A missing text in the source language is always an error.

    wrong: {en: "Out of stock"}
    wrong: {en: "Out of stock", de: ""}
    right: {en: "Out of stock", de: "Vergriffen"}
    """
    source = catalog.source_language
    for unit in catalog.units:
        is_required = isinstance(unit.written, Mapping) and not unit.is_optional
        for tag, language in catalog.languages.items():
            if tag not in unit.written and is_required and (language.is_complete or tag == source):
                message = f"the text in {tag} is missing"
                yield Complaint((*unit.keys, tag), f"{unit.context}.{tag}", message, is_structural=tag == source)
            elif tag in unit.texts and not unit.texts[tag].text.strip():
                text = unit.texts[tag]
                yield Complaint(text.keys, text.where, f"the text in {tag} is empty", is_structural=text.is_source)
        for tag in unit.written:
            if tag not in catalog.languages:
                message = f"{tag} is missing from `languages`; declare it or remove the text"
                yield Complaint((*unit.keys, tag), f"{unit.context}.{tag}", message, is_about_key=True)


@text_rule("C02")
def untranslated(text: Text) -> Iterator[Fault]:
    """A text is written in its own language: in its script, and not in the words of the source text.

    A text of one word can be the same in two languages; names and identifiers always are. Marks of unfinished work
    such as TODO do not belong to any language.

    wrong: {en: "Order not found", de: "ORDER NOT FOUND"}
    wrong: {en: "Order not found", de: "Der Order not found Fehler"}
    wrong: {en: "Order not found", de: "заказ не найден"}
    wrong: {en: "Order not found", de: "Auftrag nicht gefunden TODO"}
    right: {en: "Order not found", de: "Auftrag nicht gefunden"}
    right: {en: "Code", de: "Code"}
    """
    said, letters = text.text, alphabet(text.language.scripts)
    if said and not text.is_source:
        yield from _left_over(text)
    if not alphabet(text.language.essential_scripts).has_letter_of(said) and said.strip() and _has_prose(text):
        yield f"has no letter of a script that {text.language.tag} is written in; translate it", (0, len(said))
    foreign = letters.foreign(said)
    for letter in sorted(foreign if text.is_source else foreign.difference(text.source)):
        at = said.index(letter)
        message = f"{letter} is a letter of a script that {text.language.tag} is not written in; correct it"
        yield message, (at, at + 1)


def _has_prose(text: Text) -> bool:
    """Return True if a text or its source text is more than identifiers and numbers."""
    return any(prose_words(said, text.language.protected) for said in (text.text, text.source))


def _left_over(text: Text) -> Iterator[Fault]:
    """Yield what a translation has of its source text, and marks of unfinished work."""
    said, source = folded_words(text.text), folded_words(text.source)
    if said == source and len(prose_words(text.source, text.language.protected)) >= FEW:
        yield "is identical to the source text; translate it", (0, len(text.text))
    elif len(word_set(text.source).intersection(said)) >= FEW and (run := _source_run(text)):
        start, end = run
        yield f'"{text.text[start:end]}" is left from the source text; translate it', run
    for mark in UNFINISHED.finditer(text.text):
        if mark[0] not in text.source:
            yield f"is marked as {mark[0]}; finish it and remove the mark", mark.span()


def _source_run(text: Text) -> tuple[int, int] | None:
    """Return where a translation has words in a row of its source text, so many that it is not a coincidence."""
    known, said = runs(text.source, text.language.protected, NO_COINCIDENCE), words(text.text)
    for at in range(len(said) - NO_COINCIDENCE + 1 if known else 0):
        if tuple(word.casefold() for word, _ in said[at : at + NO_COINCIDENCE]) in known:
            return said[at][1][0], said[at + NO_COINCIDENCE - 1][1][1]
    return None
