"""Damage to the real catalog, one text at a time: how much of it the rules find.

`python tests/tools/mutants.py [HOW_MANY [SEED]]` prints a table by kind and every mutant that was missed.
"""

import html
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import error_catalog
from error_catalog import Catalog
from error_catalog.model.findings import has_errors
from error_catalog.model.texts import Text

CATALOG = Path(__file__).parents[2] / "catalog" / "errors.yaml"
STRAIGHT = str.maketrans("’“”«»「」", '\'""""""')
IDENTIFIER = re.compile(r"(?<![A-Za-z])(?:[A-Za-z]+[a-z][A-Z][A-Za-z]*|[A-Z]{2,}|Marketo|Adobe|null)(?![A-Za-z])")
GROUPED = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3})")
SENTENCES = re.compile(r"(?<=[.!?])\s+|(?<=。)")


class Mutant(NamedTuple):
    """A text that has been damaged in one way."""

    kind: str
    text: Text
    damaged: str


def mutants(catalog: Catalog) -> Iterator[Mutant]:
    """Yield every mutant of every text."""
    errors = [unit for unit in catalog.units if unit.error is not None]
    for text in catalog.texts:
        for kind, damaged in _of_one_text(text):
            yield Mutant(kind, text, damaged)
        for tag, sibling in text.unit.texts.items():
            if tag != text.language.tag:
                yield Mutant("a sibling language's text", text, sibling.text)
        for unit in errors:
            if text.unit.error not in (None, unit.error):
                yield Mutant("another code's text", text, unit.texts[text.language.tag].text)
        yield from _of_terms(text)


def _of_one_text(text: Text) -> Iterator[tuple[str, str]]:
    said = text.text
    yield "emptied", ""
    if not text.is_source:
        yield from (("reverted to English", form) for form in (text.source, text.source.upper(), text.source.lower()))
    for match in IDENTIFIER.finditer(said):
        word, (start, end) = match[0], match.span()
        apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", word)
        apart = f"{word[0]} {word[1:]}" if apart == word else apart
        yield "an identifier split", said[:start] + apart + said[end:]
        for form in (word.lower(), word.upper(), word.capitalize(), word[0].swapcase() + word[1:]):
            yield "an identifier recased", said[:start] + form + said[end:]
    for match in re.finditer(r"\d+", said):
        for number in (str(int(match[0]) + 1), match[0] + "0", match[0][1:]):
            yield "a number changed", said[: match.start()] + number + said[match.end() :]
    for match in GROUPED.finditer(said):
        for separator in (" ", ".", ",", "'", "", "\u00a0", "\u202f"):
            yield "a group separator changed", said[: match.start()] + separator + said[match.end() :]
    yield "HTML-escaped", html.escape(said)
    for at, character in enumerate(said):
        before, after = said[:at], said[at + 1 :]
        if ord(character) > 127:
            yield "HTML-escaped", f"{before}&#{ord(character)};{after}"
            yield "one character turned to mojibake", before + character.encode().decode("latin-1") + after
            yield "one character turned to mojibake", before + character.encode().decode("cp1252", "replace") + after
        if character == " ":
            yield "a doubled space", f"{before}  {after}"
            yield "a no-break space", f"{before}\u00a0{after}"
    yield from (("a trailing space", form) for form in (f" {said}", f"{said} ", f"{said}\u00a0"))
    yield (
        "the final stop toggled",
        said[:-1] if said[-1] in ".。" else said + ("。" if text.language.tag == "ja" else "."),
    )
    yield "quotes straightened", said.translate(STRAIGHT)
    parts = [part for part in SENTENCES.split(said) if part]
    if len(parts) > 1:
        for at in range(len(parts)):
            yield "a sentence dropped", " ".join(parts[:at] + parts[at + 1 :])


def _of_terms(text: Text) -> Iterator[Mutant]:
    for term in text.language.glossary:
        if re.search(rf"(?<!\w){re.escape(term.source)}(?!\w)", text.source, re.IGNORECASE):
            for use in term.use:
                at = text.text.casefold().find(use.casefold())
                for rival in term.avoid if at >= 0 else ():
                    damaged = text.text[:at] + rival + text.text[at + len(use) :]
                    yield Mutant("a glossary term replaced by its rival", text, damaged)


def hunt(how_many: int, seed: int) -> tuple[Counter[str], Counter[str], list[Mutant]]:
    """Return how many mutants of each kind were tried and found, and those missed.

    Args:
        how_many: How many mutants of each kind are tried at most.
        seed: Which ones are drawn.
    """
    catalog = error_catalog.read(CATALOG)
    by_kind: dict[str, list[Mutant]] = {}
    for mutant in mutants(catalog):
        if mutant.damaged != mutant.text.text:
            by_kind.setdefault(mutant.kind, []).append(mutant)
    chance = random.Random(seed)
    chosen = [mutant for found in by_kind.values() for mutant in chance.sample(found, min(how_many, len(found)))]
    tried, found, missed = Counter[str](), Counter[str](), list[Mutant]()
    for mutant in chosen:
        tried[mutant.kind] += 1
        if is_found(catalog, mutant):
            found[mutant.kind] += 1
        else:
            missed.append(mutant)
    return tried, found, missed


def is_found(catalog: Catalog, mutant: Mutant) -> bool:
    """Return True if a rule finds more than a hint when the text says this instead. The text is restored."""
    text, before = mutant.text, mutant.text.text
    try:
        _say(text, mutant.damaged)
        return has_errors(error_catalog.check(replace(catalog), hints=False))
    finally:
        _say(text, before)


def _say(text: Text, said: str) -> None:
    text.text = said
    if text.is_source:
        text.unit.source = said


def table(tried: Counter[str], found: Counter[str]) -> str:
    """Return a line per kind, and one for all of them."""
    lines = [f"{found[kind]:5} of {tried[kind]:5}  {kind}" for kind in sorted(tried)]
    return "\n".join([*lines, f"{found.total():5} of {tried.total():5}  in all"])


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    tried, found, missed = hunt(*numbers, *(200, 1)[len(numbers) :])
    print(table(tried, found))
    for kind, text, damaged in missed:
        print(f"missed: {kind}: {text.where}: {damaged!r}")
