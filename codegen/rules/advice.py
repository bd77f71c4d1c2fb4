"""C14 and C15: hints. They fail nothing: a person decides."""

import re
from collections import defaultdict
from collections.abc import Iterator
from math import log
from operator import add
from statistics import median

from codegen.rules.finding import Finding
from codegen.rules.reading import Reading, Text
from codegen.rules.registry import rule
from codegen.rules.words import CAMEL_PART

SHORT = 24
ENOUGH = 10
FAR = log(2.5)
SHORTEST_VARIANT = 5


@rule("C14", advisory=True)
def usual_length(reading: Reading) -> Iterator[Finding]:
    """A translation is about as long, beside its source text, as others in its language are.

    One that is far shorter may have lost something.
    """
    ratios: defaultdict[str, list[tuple[float, Text]]] = defaultdict(list)
    for text in reading.translations:
        if text.unit.code is not None and len(text.source) >= SHORT:
            ratios[text.language.tag].append((log(len(text.text) / len(text.source)), text))
    for found in ratios.values():
        if len(found) >= ENOUGH:
            usual = median(ratio for ratio, _ in found)
            for ratio, text in found:
                if abs(ratio - usual) > FAR:
                    much = "shorter" if ratio < usual else "longer"
                    yield Finding(text.keys, text.where, f"is much {much} than translations of its length are")


@rule("C15", advisory=True)
def one_spelling(reading: Reading) -> Iterator[Finding]:
    """A word is spelled in one way: not with a space or a hyphen here and without there."""
    by_language: defaultdict[str, list[Text]] = defaultdict(list)
    for text in reading.texts:
        by_language[text.language.tag].append(text)
    for texts in by_language.values():
        known, pairs = set[str](), set[str]()
        for text in texts:
            said = text.text.casefold().replace("-", " ").split()
            known.update(said)
            pairs.update(map(add, said, said[1:]))
        for word in known & pairs:
            if len(word) >= SHORTEST_VARIANT:
                yield from _apart(word, texts)


def _apart(word: str, texts: list[Text]) -> Iterator[Finding]:
    """Where a word that is written solid elsewhere has a space or a hyphen inside; identifiers are no words."""
    solid = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    spelled = {found for text in texts for found in solid.findall(text.text)}
    if all(CAMEL_PART.search(found) for found in spelled):
        return
    parted = re.compile(r"(?<!\w)" + "[ -]?".join(map(re.escape, word)) + r"(?!\w)", re.IGNORECASE)
    for text in texts:
        for match in parted.finditer(text.text):
            if match[0].casefold() != word:
                message = f'"{match[0]}" is written "{word}" elsewhere'
                yield Finding(text.keys, text.where, message, text=text.text, span=match.span())
