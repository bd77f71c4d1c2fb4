"""C19: no translation is the text of another language."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from error_catalog.model.catalog import Catalog
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint, whole
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import rule
from error_catalog.rules.words import word_set

Pairs = dict[tuple[str, str], list[tuple[Text, Text]]]

FEW = 2
ONE_IN = 50
"""Two languages have few identical texts if there are at most FEW, or one in so many."""

FEW_LETTERS = 5
NEAR = 0.04
"""The part of their words that two languages share if they are near each other."""


@rule("C19", severity="hint")
def other_language(catalog: Catalog) -> Iterator[Complaint]:
    """A translation is not identical to the text in another language.

    Languages that are near each other often have identical texts. Two that have more than a few, or that share many
    of their words, are not compared. Neither are a language's variants of different regions or scripts.

    wrong: {en: "Order not found", de: "Auftrag nicht gefunden", nl: "Auftrag nicht gefunden"}
    right: {en: "Order not found", de: "Auftrag nicht gefunden", nl: "Ordern hittades inte"}
    """
    total = Counter(text.language.tag for text in catalog.translations if _has_words(text))
    words: dict[str, Counter[str]] = {}
    for (tag, other_tag), pairs in _identical(catalog).items():
        suspects = [pair for pair in pairs if _has_words(pair[0])]
        is_rare = len(suspects) <= max(FEW, total[tag] // ONE_IN)
        if not suspects or not is_rare or tag.split("-")[0] == other_tag.split("-")[0]:
            continue
        words = words or _words(catalog)
        if not _are_near(words[tag], words[other_tag], [text for text, _ in pairs]):
            for text, other in suspects:
                yield _complaint(text, other)
                yield _complaint(other, text)


def _has_words(text: Text) -> bool:
    """Return True if a text has several words that are not those of the source text: languages share single ones."""
    said, own = prose(text.text), _own_words(text)
    is_plain = said == text.text and own  # without placeholders, one word of its own is enough
    return " " in said.strip() and (len(own) > 1 or bool(is_plain)) and sum(map(len, own)) >= FEW_LETTERS


def _identical(catalog: Catalog) -> Pairs:
    """Return the identical translations of the same source text, by their two languages."""
    pairs: Pairs = defaultdict(list)
    for unit in catalog.units:
        first: dict[str, Text] = {}
        source = unit.source.casefold()
        for text in unit.texts.values():
            said = text.text.casefold()
            other = first.setdefault(said, text)
            if other is not text and said != source:
                pairs[other.language.tag, text.language.tag].append((other, text))
    return pairs


def _words(catalog: Catalog) -> dict[str, Counter[str]]:
    """Return the words of each language that are not in the source texts, with the number of texts that have them."""
    found: dict[str, Counter[str]] = {tag: Counter() for tag in catalog.languages}
    for unit in catalog.units:
        for tag, text in unit.texts.items():
            found[tag].update(_own_words(text))
    return found


def _own_words(text: Text) -> frozenset[str]:
    return word_set(prose(text.text)) - word_set(text.source)


def _are_near(words: Counter[str], other_words: Counter[str], identical: list[Text]) -> bool:
    """Return True if two languages share many of their words, without those of their identical texts."""
    apart = Counter(word for text in identical for word in _own_words(text))
    mine = {word for word, count in words.items() if count > apart[word]}
    theirs = {word for word, count in other_words.items() if count > apart[word]}
    return len(mine & theirs) > NEAR * min(len(mine), len(theirs))


def _complaint(text: Text, other: Text) -> Complaint:
    message = f"is identical to the text in {other.language.tag}; translate one of them"
    return whole(text, message)
