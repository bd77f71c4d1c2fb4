"""Damage to the real catalog, one text at a time: how much of it the rules find.

    export PYTHONPATH=tests:tests/tools
    python tests/tools/mutants.py [--each 40] [--seed 1] [--without-data] [--unseen] [--missed]

It prints a table by kind: mutants that draw a failing complaint, and those that draw at least a hint. `--without-data`
removes glossary, protected words and style from the catalog. `--unseen` takes the kinds and texts alone that no rule
was written with; without it, they are left out.
"""

import argparse
import html
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import further_damage  # noqa: F401 (adds its kinds)
from catalogs import as_yaml, plain
from damage import KINDS, UNSEEN

import error_catalog
from error_catalog import Catalog, Finding
from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse
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
        for kind, damage in KINDS.items():
            yield from (Mutant(kind, text, damaged) for damaged in damage(text))


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


class Result(NamedTuple):
    """What a hunt has brought: how many mutants of each kind were tried, failed, and drew at least a hint."""

    tried: Counter[str]
    failed: Counter[str]
    noticed: Counter[str]
    missed: list[Mutant]


def catalog(*, data: bool = True) -> Catalog:
    """Return the real catalog, or the same without glossary, protected words and style."""
    if data:
        return error_catalog.read(CATALOG)
    whole = plain(CATALOG)
    for key in ("glossary", "protected"):
        del whole[key]
    for language in whole["languages"].values():
        language.pop("style", None)
    return catalog_of(parse(as_yaml(whole), "errors.yaml"))


def chosen(catalog: Catalog, how_many: int, seed: int, unseen: bool | None) -> list[Mutant]:
    """Return so many mutants of each kind at most.

    Args:
        catalog: The catalog.
        how_many: How many mutants of each kind.
        seed: Which ones are drawn.
        unseen: True for unseen kinds and texts alone, False for the others, None for all.
    """
    by_kind: dict[str, list[Mutant]] = {}
    for mutant in mutants(catalog):
        is_unseen = mutant.kind in UNSEEN or crc32(mutant.text.unit.context.encode()) % 3 == 0
        if mutant.damaged != mutant.text.text and unseen in (None, is_unseen):
            by_kind.setdefault(mutant.kind, []).append(mutant)
    chance = random.Random(seed)
    return [mutant for found in by_kind.values() for mutant in chance.sample(found, min(how_many, len(found)))]


def hunt(how_many: int, seed: int, *, data: bool = True, hints: bool = False, unseen: bool | None = None) -> Result:
    """Try mutants, and return which of them draw a complaint that the catalog itself does not draw."""
    whole = catalog(data=data)
    known = {_key(finding) for finding in error_catalog.check(replace(whole), hints=hints)}
    result = Result(Counter(), Counter(), Counter(), [])
    for mutant in chosen(whole, how_many, seed, unseen):
        new = [finding for finding in _findings(whole, mutant, hints) if _key(finding) not in known]
        result.tried[mutant.kind] += 1
        result.failed[mutant.kind] += any(finding.severity == "error" for finding in new)
        result.noticed[mutant.kind] += bool(new)
        if not new:
            result.missed.append(mutant)
    return result


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.where, finding.message


def _findings(catalog: Catalog, mutant: Mutant, hints: bool) -> list[Finding]:
    """Return the findings if the text says this instead. The text is restored."""
    text, before = mutant.text, mutant.text.text
    try:
        _say(text, mutant.damaged)
        return error_catalog.check(replace(catalog), hints=hints)
    finally:
        _say(text, before)


def _say(text: Text, said: str) -> None:
    text.text = said
    if text.is_source:
        text.unit.source = said


def table(result: Result) -> str:
    """Return a line per kind, and one for all of them."""
    tried, failed, noticed, _ = result
    rows = [(kind, tried[kind], failed[kind], noticed[kind]) for kind in sorted(tried)]
    rows.append(("in all", tried.total(), failed.total(), noticed.total()))
    return "\n".join(
        f"{100 * fails // count:4} % fail {100 * notes // count:4} % at least a hint, of {count:5}  {kind}"
        for kind, count, fails, notes in rows
    )


def main() -> None:
    """Print the table, and the mutants that draw nothing if asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without-data", action="store_true")
    parser.add_argument("--unseen", action="store_true")
    parser.add_argument("--missed", action="store_true")
    given = parser.parse_args()
    result = hunt(given.each, given.seed, data=not given.without_data, hints=True, unseen=given.unseen)
    print(table(result))
    for kind, text, damaged in result.missed if given.missed else ():
        print(f"missed: {kind}: {text.where}: {damaged!r}")


if __name__ == "__main__":
    main()
