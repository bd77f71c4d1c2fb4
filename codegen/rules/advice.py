"""C14 and C15: hints. They fail nothing: a person decides."""

import re
from collections import defaultdict
from collections.abc import Iterator
from math import log
from statistics import median

from codegen.rules.finding import Finding
from codegen.rules.reading import Reading, Text
from codegen.rules.registry import rule

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
    solid: defaultdict[str, dict[str, Text]] = defaultdict(dict)
    for text in reading.texts:
        for word in re.findall(r"[^\W\d_]+", text.text):
            if len(word) >= SHORTEST_VARIANT and word[1:].islower() | (not word.isascii()):
                solid[text.language.tag].setdefault(word.casefold(), text)
    for text in reading.texts:
        known = solid[text.language.tag]
        for found in re.finditer(r"([^\W\d_]+)[ \-]([^\W\d_]+)", text.text):
            other = known.get((found[1] + found[2]).casefold())
            if other is not None:
                message = f'"{found[0]}" is one word in {other.where}'
                yield Finding(text.keys, text.where, message, text=text.text, span=found.span())
