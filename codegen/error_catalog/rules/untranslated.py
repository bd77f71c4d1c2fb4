"""C02 and C38: every text is written in its language: in its script, and not in the words of the source text."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from error_catalog.model.findings import Span
from error_catalog.model.grammar import pattern, unfinished_marks
from error_catalog.model.texts import Text
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import Fault, text_rule, translation_rule
from error_catalog.rules.scripts import alphabet
from error_catalog.rules.sentences import OPENING, source_tag
from error_catalog.rules.words import Word, folded_words, identifiers, prose_words, runs, runs_in, word_set

NO_COINCIDENCE, CERTAIN = 3, 4
"""Words in a row of the source text that are hardly in a translation by coincidence, and certainly not."""

FEW = 2
NAMES_STAY = 3
"""A text that so many languages, and at least half of them, leave as it is, is a name."""

SPACED, WORD = re.compile(r"\S+"), re.compile(r"[^\W\d_]")
PROSE_WORD = re.compile(r"\w+")
NAME = re.compile(r"\W*(?:[^\W\d_]{1,2}|[A-Z]{1,5}s?|\w*\d\w*)\W*")
"""A word that can be the same in every script: an abbreviation such as RSS, IPv6, the th of an ordinal number."""


class Left(NamedTuple):
    """What a text has in another language than its own.

    Attributes:
        message: What is wrong.
        span: Its place.
        is_certain: False for a few words that can be names, or the same in both languages.
    """

    message: str
    span: Span
    is_certain: bool


@text_rule("C02")
def untranslated(text: Text) -> Iterator[Fault]:
    """A text is written in its own language: in its script, and not in the words of the source text.

    Names and identifiers are the same in every language, and some short texts are: C38 is about those. Marks of
    unfinished work such as TODO do not belong to any language.

    wrong: {en: "Order not found", de: "ORDER NOT FOUND"}
    wrong: {en: "Order not found", de: "Der Order not found Fehler"}
    wrong: {en: "Order not found", de: "заказ не найден"}
    wrong: {en: "Order not found", de: "Auftrag nicht gefunden TODO"}
    right: {en: "Order not found", de: "Auftrag nicht gefunden"}
    right: {en: "Code", de: "Code"}
    """
    left = None if text.is_source else _of_the_source(text)
    if left and left.is_certain:
        yield left.message, left.span
    if not text.is_source:
        yield from _unfinished(text)
    if not left and (foreign := _of_another_script(text)) and foreign.is_certain:
        yield foreign.message, foreign.span


@translation_rule("C38", severity="hint")
def perhaps_untranslated(text: Text) -> Iterator[Fault]:
    """A text has no few words of its source text, unless they are a name or the same in both languages.

    The rule cannot tell which they are, so this is a hint. C02 is about more words, and about words such as "not",
    which names do not have.

    wrong: {en: "Draft version", de: "Draft version"}
    right: {en: "Draft version", de: "Entwurf"}
    right: {en: "OrderKey", de: "OrderKey"}
    """
    left = _of_the_source(text) or _of_another_script(text)
    if left and not left.is_certain:
        yield left.message, left.span


def _of_the_source(text: Text) -> Left | None:
    """Return the words that a translation has of its source text."""
    said, source = folded_words(text.text), folded_words(text.source)
    if said == source and _is_untranslated(text) and _has_own_letter(text, text.text):
        message = "is identical to the source text; translate it"
        return Left(message, (0, len(text.text)), _is_certain(text, text.text))
    if said == source or len(word_set(text.source).intersection(said)) < FEW:
        return None
    found = _run(text, CERTAIN) or _run(text, NO_COINCIDENCE)
    if found is None:
        return None
    words = text.text[slice(*found)]
    return Left(f'"{words}" is left from the source text; translate it', found, _is_certain(text, words))


def _is_certain(text: Text, words: str) -> bool:
    """Return True if words of the source text are no name: many, or several with words such as "was" among them.

    The translation's language can have such a word too. The words of names such as "Public Domain and License" begin
    with capitals, and the loan phrase "drag and drop" has but one such word.
    """
    found, tag, own_tag = _spaced(words), source_tag(text), text.language.tag
    function = [word for word in found if _has(tag, word, "function", "not")]
    telling = [word for word in function if not _has(own_tag, word, "function", "not")]
    if len(found) >= NO_COINCIDENCE and any(_has(tag, word, "not") for word in telling):
        return True
    if all(word.lstrip(OPENING)[:1].isupper() for word in found if word not in function) and not words.isupper():
        return False
    is_telling = len(telling) > 1 or (bool(telling) and words == text.text)
    return len(found) >= CERTAIN or (len(found) >= NO_COINCIDENCE and is_telling)


def _has(tag: str, word: str, *keys: str) -> bool:
    """Return True if a word is one of those that the grammar of a language has under some keys."""
    words = pattern(tag, *keys)
    return words is not None and words.search(word) is not None


def _spaced(said: str) -> list[str]:
    """Return the words of a text that have spaces around them: django-admin is one word."""
    return [word for word in SPACED.findall(prose(said)) if WORD.search(word)]


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


def _run(text: Text, length: int) -> Span | None:
    """Return where a translation has so many words in a row of its source text, without those that are names."""
    known = runs(text.source, text.language.protected, length)
    for run in runs_in(text.text, length) if known else ():
        gaps = (text.text[end:start] for (_, (_, end)), (_, (start, _)) in pairwise(run))
        start, end = run[0][1][0], run[-1][1][1]
        is_whole = "-" not in (text.text[start - 1 : start], text.text[end : end + 1]) and all(map(str.isspace, gaps))
        if is_whole and not _are_names(run) and tuple(word.casefold() for word, _ in run) in known:
            return start, end
    return None


def _are_names(run: tuple[Word, ...]) -> bool:
    return all(word[0].isupper() for word, _ in run)


def _unfinished(text: Text) -> Iterator[Fault]:
    """Yield the marks of unfinished work."""
    for mark in unfinished_marks(text.language.tag).finditer(text.text):
        if mark[0].strip("()[]{}<>*:： ").casefold() not in text.source.casefold():
            yield f"is marked as {mark[0]}; finish it and remove the mark", mark.span()


def _of_another_script(text: Text) -> Left | None:
    """Return that a text has no letter of its language, or which letters it has of a script of other languages."""
    said = text.text
    letters = alphabet(text.language.scripts).foreign(prose(said))
    if not _has_own_letter(text, said) and _is_prose(text):
        message = f"has no letter of a script that {text.language.tag} is written in; translate it"
        is_certain = text.is_source or bool(letters) or _is_certain(text, said)
        return Left(message, (0, len(said)), is_certain)
    foreign = sorted(letters if text.is_source else letters.difference(text.source), key=said.index)
    if not foreign:
        return None
    at = said.index(foreign[0])
    are = "is a letter" if len(foreign) == 1 else "are letters"
    message = f"{', '.join(foreign)} {are} of a script that {text.language.tag} is not written in; write its own"
    return Left(message, (at, at + 1), is_certain=True)


def _is_prose(text: Text) -> bool:
    """Return True if a text is more than figures, names and what is the same in every language."""
    said = text.text
    is_figure = not any(map(str.isalpha, said)) and any(map(str.isdigit, said))
    has_words = bool(said.strip()) and not is_figure and _has_prose(text)
    return has_words and (text.is_source or not _is_a_name(text))


def _has_own_letter(text: Text, said: str) -> bool:
    return alphabet(text.language.essential_scripts).has_letter_of(said)


def _has_prose(text: Text) -> bool:
    """Return True if a text or its source text is more than names, fixed parts and numbers."""
    return any(not NAME.fullmatch(word) for said in (text.text, text.source) for word in _prose(said, text))


def _prose(said: str, text: Text) -> list[str]:
    names = set(identifiers(said, text.language.protected))
    return [found[0] for found in PROSE_WORD.finditer(prose(said)) if found[0] not in names]
