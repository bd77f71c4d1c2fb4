"""C15: words that are written in two ways."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from operator import add

from error_catalog.model import grammar
from error_catalog.model.catalog import Catalog
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import rule
from error_catalog.rules.words import CAMEL_PART

SHORTEST_VARIANT, SHORTEST_IN_HANGUL, SHORTEST_PART = 5, 4, 3
MOST = 2
"""So many complaints about a word are enough: whoever looks for it finds the others."""

CLEARLY = 3
"""How many times as frequent the usual way to write a word is."""

WORD = re.compile(r"\w+")
APART = re.compile("[ -]")
HANGUL = re.compile("[\uac00-\ud7a3]")


@rule("C15", severity="hint")
def spelling_variants(catalog: Catalog) -> Iterator[Complaint]:
    """A word is written in one way: not solid in one text, and with a space or a hyphen in another.

    wrong: {en: ["Bad time zone", "No zone of time"], de: ["Zeitzone ist falsch", "Zeit zone fehlt"]}
    right: {en: ["Bad time zone", "No zone of time"], de: ["Zeitzone ist falsch", "Zeitzone fehlt"]}
    """
    by_language: defaultdict[str, list[Text]] = defaultdict(list)
    for text in catalog.texts:
        by_language[text.language.tag].append(text)
    for texts in by_language.values():
        known, pairs = set[str](), set[str]()
        for text in texts:
            said = _words(text)
            known.update(said)
            pairs.update(map(add, said, said[1:]))
        variants = {
            word
            for word in known & pairs
            if len(word) >= (SHORTEST_IN_HANGUL if HANGUL.match(word) else SHORTEST_VARIANT)
        }
        for word, found in _by_variant(texts, variants).items() if variants else ():
            yield from _rarer(word, found)


def _words(text: Text) -> list[str]:
    """Return the words of a text, without their particles if the language has some."""
    said, particles = WORD.findall(prose(text.text).casefold()), _particles(text.language.tag)
    return [re.sub(rf"(?<=\w\w){particles}$", "", word) for word in said] if particles else said


@cache
def _particles(tag: str) -> str:
    """Return a pattern for what a language writes at the end of words; empty if it has nothing like that."""
    particles = grammar.data(tag).get("particles")
    return f"(?:{'|'.join(particles)})" if particles else ""


def _is_a_variant(said: str) -> bool:
    """Return True for a word with a hyphen, or two words that are not just a preposition or a number beside a word."""
    parts = said.split(" ")
    is_word = [bool(HANGUL.match(part)) or (len(part) >= SHORTEST_PART and part.isalpha()) for part in parts]
    return "-" in said or (len(parts) > 1 and all(is_word))


def _by_variant(texts: list[Text], variants: set[str]) -> dict[str, list[Text]]:
    """Return the texts that have each of these words, solid or in two parts."""
    found: defaultdict[str, list[Text]] = defaultdict(list)
    for text in texts:
        said = _words(text)
        for word in variants.intersection([*said, *map(add, said, said[1:])]):
            found[word].append(text)
    return found


def _rarer(word: str, texts: list[Text]) -> Iterator[Complaint]:
    """Complain where a word is written in the rarer way: solid, or with a space or a hyphen.

    An identifier is not a way to write a word.
    """
    particles = _particles(texts[0].language.tag)
    end = rf"(?={particles}?(?!\w))" if particles else r"(?!\w)"
    either = re.compile(r"(?<!\w)" + "[ -]?".join(map(re.escape, word)) + end, re.IGNORECASE)
    found = [(text, match) for text in texts for match in either.finditer(prose(text.text))]
    solid = [(text, match) for text, match in found if not APART.search(match[0])]
    apart = [(text, match) for text, match in found if _is_a_variant(match[0])]
    if not apart or all(CAMEL_PART.search(match[0]) for _, match in solid):
        return
    rarer, usual = (solid, apart) if len(solid) < len(apart) else (apart, solid)
    if len(rarer) > MOST and len(usual) < CLEARLY * len(rarer):
        return  # both are usual: `set up` and `setup` have each its use
    other, example = usual[0]
    for text, match in rarer[:MOST]:
        message = f'"{match[0]}" is "{example[0]}" in {len(usual)} other places, as {other.where}; write it in one way'
        yield Complaint(text.keys, text.where, message, text=text.text, span=match.span())
