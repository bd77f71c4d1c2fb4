"""C32: numbers that a translation adds."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from error_catalog.model.grammar import number_words
from error_catalog.model.texts import Text
from error_catalog.rules.figures import months, of_clocks
from error_catalog.rules.numbers import numbers
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import Fault, translation_rule
from error_catalog.rules.sentences import source_tag

DIGITS = re.compile(r"\d+")


@translation_rule("C32", severity="hint")
def no_number_added(text: Text) -> Iterator[Fault]:
    """A translation has no number that the source text does not have, as a figure, as a word or as a month.

    wrong: {en: "At most some days", de: "Höchstens 30 Tage"}
    right: {en: "At most two days", de: "Höchstens 2 Tage"}
    """
    if _digits(text.source).issuperset(DIGITS.findall(text.text)):
        return  # as in most texts
    said = numbers(prose(text.text))
    wanted = Counter([number.digits for number in numbers(text.source)])
    if all(number.digits in wanted for number in said):
        return
    if wanted - Counter(number.digits for number in numbers(text.text)):
        return  # C04 says which number is missing
    known = set(wanted)
    known |= {digits.lstrip("0") or "0" for digits in DIGITS.findall(text.source)}
    for number in said:
        parts = {part.lstrip("0") or "0" for part in DIGITS.findall(number.written)} | {number.digits}
        if known.isdisjoint(parts) and not _is_said(number.digits, text):
            message = f'the number {number.written} is not in the source text, "{_short(text.source)}"; correct it'
            yield message, number.span


@lru_cache(256)
def _digits(source: str) -> frozenset[str]:
    """Return the runs of digits in a source text, which is compared with many translations."""
    return frozenset(DIGITS.findall(source))


def _is_said(digits: str, text: Text) -> bool:
    """Return True if the source text says a number as a word, a month, or in a time of day."""
    tag, value = source_tag(text), int(digits[:6]) if digits.isdecimal() else 0
    words, names = number_words(tag), zip(months(tag), months(tag, "abbreviated"), strict=True)
    if value in {0, 1}:
        return True  # zero, none; a day, each
    by_word = 0 < value <= len(words) and words[value - 1].search(text.source)
    by_month = any(name.search(text.source) for month, both in enumerate(names, 1) if month == value for name in both)
    return bool(by_word or by_month or digits in of_clocks(text.source) or not words)


def _short(source: str) -> str:
    return source if len(source) <= 60 else f"{source[:60]}…"
