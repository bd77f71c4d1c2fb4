"""C01 and C02: every text exists, and is written in its language."""

import re
from collections.abc import Iterator
from itertools import pairwise

from error_catalog.model.catalog import Catalog
from error_catalog.model.document import Mapping
from error_catalog.model.grammar import unfinished_marks
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import Fault, rule, text_rule
from error_catalog.rules.scripts import alphabet
from error_catalog.rules.words import folded_words, identifiers, prose_words, runs, runs_in, word_set

NO_COINCIDENCE = 3
"""Words in a row of the source text that are not in a translation by coincidence."""

PROSE_WORD = re.compile(r"\w+")
NAME = re.compile(r"\W*(?:[^\W\d_]{1,2}|[A-Z]{1,5}s?|\w*\d\w*)\W*")
"""A word that can be the same in every script: an abbreviation such as RSS, IPv6, the th of an ordinal number."""

FEW = 2
NAMES_STAY = 3
"""A text that so many languages, and at least half of them, leave as it is, is a name."""


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
    left = [] if text.is_source else list(_left_over(text))
    yield from left
    if not left:
        yield from _of_another_script(text)


def _of_another_script(text: Text) -> Iterator[Fault]:
    """Yield that a text has no letter of its language, or which letters it has of a script of other languages."""
    said = text.text
    is_figure = not any(map(str.isalpha, said)) and any(map(str.isdigit, said))
    is_prose = said.strip() and not is_figure and _has_prose(text) and (text.is_source or not _is_a_name(text))
    if is_prose and not _has_own_letter(text):
        yield f"has no letter of a script that {text.language.tag} is written in; translate it", (0, len(said))
        return
    letters = alphabet(text.language.scripts).foreign(prose(said))
    foreign = sorted(letters if text.is_source else letters.difference(text.source), key=said.index)
    if foreign:
        at = said.index(foreign[0])
        are = "is a letter" if len(foreign) == 1 else "are letters"
        message = f"{', '.join(foreign)} {are} of a script that {text.language.tag} is not written in; write its own"
        yield message, (at, at + 1)


def _has_own_letter(text: Text) -> bool:
    return alphabet(text.language.essential_scripts).has_letter_of(text.text)


def _has_prose(text: Text) -> bool:
    """Return True if a text or its source text is more than names, fixed parts and numbers."""
    return any(not NAME.fullmatch(word) for said in (text.text, text.source) for word in _prose(said, text))


def _prose(said: str, text: Text) -> list[str]:
    names = set(identifiers(said, text.language.protected))
    return [found[0] for found in PROSE_WORD.finditer(prose(said)) if found[0] not in names]


def _left_over(text: Text) -> Iterator[Fault]:
    """Yield what a translation has of its source text, and marks of unfinished work."""
    said, source = folded_words(text.text), folded_words(text.source)
    if said == source and _is_untranslated(text) and _has_own_letter(text):
        yield "is identical to the source text; translate it", (0, len(text.text))
    elif len(word_set(text.source).intersection(said)) >= FEW and (run := _source_run(text)):
        start, end = run
        yield f'"{text.text[start:end]}" is left from the source text; translate it', run
    for mark in unfinished_marks(text.language.tag).finditer(text.text):
        if mark[0].strip("()[]{}<>*:： ").casefold() not in text.source.casefold():
            yield f"is marked as {mark[0]}; finish it and remove the mark", mark.span()


def _is_untranslated(text: Text) -> bool:
    """Return True if the words of the source text are more than names, which most languages leave as they are."""
    prose_of_source = [word for word in prose_words(text.source, text.language.protected) if len(word) > 1]
    is_a_compound = text.text.count("-") > text.source.count("-")
    return len(prose_of_source) >= FEW and not is_a_compound and not _is_a_name(text)


def _is_a_name(text: Text) -> bool:
    """Return True if most languages leave the source text as it is."""
    translations = [other for other in text.unit.texts.values() if not other.is_source]
    same = sum(other.text.casefold() == text.source.casefold() for other in translations)
    return same >= NAMES_STAY and 2 * same >= len(translations)


def _source_run(text: Text) -> tuple[int, int] | None:
    """Return where a translation has words in a row of its source text, so many that it is not a coincidence."""
    known = runs(text.source, text.language.protected, NO_COINCIDENCE)
    for run in runs_in(text.text, NO_COINCIDENCE) if known else ():
        is_a_name = all(word[0].isupper() for word, _ in run)
        gaps = (text.text[end:start] for (_, (_, end)), (_, (start, _)) in pairwise(run))
        if not is_a_name and all(map(str.isspace, gaps)) and tuple(word.casefold() for word, _ in run) in known:
            return run[0][1][0], run[-1][1][1]
    return None
