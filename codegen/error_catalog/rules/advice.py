"""C14 and C15: hints. They fail nothing, because only a person can decide."""

import re
from collections import defaultdict
from collections.abc import Iterator
from math import log
from operator import add
from statistics import median

from error_catalog.model.catalog import Catalog
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import rule
from error_catalog.rules.words import CAMEL_PART

SHORT = 24
ENOUGH = 10
FAR = log(2.5)
SHORTEST_VARIANT = 5
WORD = re.compile(r"\w+")


@rule("C14", severity="hint")
def length(catalog: Catalog) -> Iterator[Complaint]:
    """The length of a translation, compared with its source text, is usual for its language.

    A translation that is far shorter may have lost something.
    """
    ratios: defaultdict[str, list[tuple[float, Text]]] = defaultdict(list)
    for text in catalog.translations:
        if text.unit.error is not None and len(text.source) >= SHORT:
            ratios[text.language.tag].append((log(len(text.text) / len(text.source)), text))
    for found in ratios.values():
        if len(found) >= ENOUGH:
            usual = median(ratio for ratio, _ in found)
            for ratio, text in found:
                if abs(ratio - usual) > FAR:
                    length = "shorter" if ratio < usual else "longer"
                    message = f"is much {length} than is usual for its source text; compare the two"
                    yield Complaint(text.keys, text.where, message)


@rule("C15", severity="hint")
def spelling_variants(catalog: Catalog) -> Iterator[Complaint]:
    """A word is written in one way: not solid in one text, and with a space or a hyphen in another."""
    by_language: defaultdict[str, list[Text]] = defaultdict(list)
    for text in catalog.texts:
        by_language[text.language.tag].append(text)
    for texts in by_language.values():
        known, pairs = set[str](), set[str]()
        for text in texts:
            said = prose(text.text).casefold().replace("-", " ").split()
            known.update(said)
            pairs.update(map(add, said, said[1:]))
        variants = {word for word in known & pairs if len(word) >= SHORTEST_VARIANT}
        for word, found in _by_variant(texts, variants).items() if variants else ():
            yield from _rarer(word, found)


def _by_variant(texts: list[Text], variants: set[str]) -> dict[str, list[Text]]:
    """Return the texts that have each of these words, solid or in two parts."""
    found: defaultdict[str, list[Text]] = defaultdict(list)
    for text in texts:
        said = WORD.findall(prose(text.text).casefold())
        for word in variants.intersection([*said, *map(add, said, said[1:])]):
            found[word].append(text)
    return found


def _rarer(word: str, texts: list[Text]) -> Iterator[Complaint]:
    """Complain where a word is written in the rarer way: solid, or with a space or a hyphen.

    If the ways are equally frequent, the second one is at fault. An identifier is no way to write a word.
    """
    either = re.compile(r"(?<!\w)" + "[ -]?".join(map(re.escape, word)) + r"(?!\w)", re.IGNORECASE)
    found = [(text, match) for text in texts for match in either.finditer(prose(text.text))]
    solid = [(text, match) for text, match in found if match[0].casefold() == word]
    apart = [(text, match) for text, match in found if match[0].casefold() != word]
    if not apart or all(CAMEL_PART.search(match[0]) for _, match in solid):
        return
    rarer, usual = (solid, apart) if len(solid) < len(apart) else (apart, solid)
    other, example = usual[0]
    for text, match in rarer:
        message = f'"{match[0]}" is "{example[0]}" in {len(usual)} other places, as {other.where}; write it in one way'
        yield Complaint(text.keys, text.where, message, text=text.text, span=match.span())
