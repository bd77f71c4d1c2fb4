"""C09 and C16: quotation marks, apostrophes, brackets and tags."""

import re
from collections import Counter
from collections.abc import Iterator

from error_catalog.model.texts import Text
from error_catalog.rules.registry import Fault, text_rule, translation_rule

QUOTES = '"“”„‟«»‹›「」『』《》〈〉'
APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’ʼ`´](?=[^\W\d_])")
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
BRACKETS = {"(": ")", "[": "]", "{": "}", "（": "）", "［": "］", "【": "】", "「": "」", "『": "』", "《": "》"}
BRACKET = re.compile("[" + re.escape("".join([*BRACKETS, *BRACKETS.values()])) + "]")
ALIKE = str.maketrans("（）［］【】", "()[][]")
"""Brackets that languages replace with each other."""


@text_rule("C09", needs="quotes")
def quotation_marks(text: Text) -> Iterator[Fault]:
    """Quotation marks and apostrophes are those of the language: `style.quotes`, with their spaces, and `apostrophe`.

    wrong: {style: {quotes: ["„", "“"]}, en: "No \\"key\\"", de: "Kein \\"Schlüssel\\""}
    wrong: {style: {quotes: ["« ", " »"]}, en: "No \\"key\\"", de: "Pas de «clé»"}
    wrong: {style: {quotes: ["„", "“"]}, en: "No \\"key\\"", de: "Kein Schlüssel"}
    wrong: {style: {quotes: ["„", "“"], apostrophe: "’"}, en: "Do not", de: "Geht's"}
    right: {style: {quotes: ["„", "“"]}, en: "No \\"key\\"", de: "Kein „Schlüssel“"}
    """
    opening, closing = text.language.style["quotes"]
    rest = text.text.replace(opening, "\0" * len(opening)).replace(closing, "\0" * len(closing))
    for at, character in enumerate(rest):
        if character in QUOTES:
            yield f"has {character}; write {_visible(opening)} and {_visible(closing)}", (at, at + 1)
    if (said := _quoted(text.text)) != (wanted := _quoted(text.source)) and text.source.strip():
        yield f"has {said} quotation marks, but the source text has {wanted}", None

    apostrophe = text.language.style.get("apostrophe")
    for found in APOSTROPHE.finditer(text.text) if apostrophe else ():
        if found[0] != apostrophe:
            yield f"has the apostrophe {found[0]}; write {apostrophe}", found.span()


def _quoted(text: str) -> int:
    return sum(character in QUOTES for character in text)


@translation_rule("C16")
def markup(text: Text) -> Iterator[Fault]:
    """Brackets are in pairs, and tags such as <b> are those of the source text.

    wrong: {en: "No key (yet)", de: "Kein Schlüssel (noch"}
    wrong: {en: "No key", de: "<b>Kein Schlüssel</b>"}
    right: {en: "No key (yet)", de: "Kein Schlüssel (noch)"}
    """
    if BRACKET.search(text.text) and (unpaired := _unpaired(text.text)) and not _unpaired(text.source):
        yield f"has {' '.join(unpaired)} without its other half", None
    if "<" in text.text or "<" in text.source:
        wanted = Counter(TAG.findall(text.source))
        for found in TAG.finditer(text.text):
            if found[0] not in wanted:
                yield f"{found[0]} is not in the source text; remove it", found.span()
        for tag in wanted - Counter(TAG.findall(text.text)):
            yield f"{tag} is missing", None


def _unpaired(text: str) -> list[str]:
    """Return the brackets that a text has more often than their other halves."""
    counts = Counter(text.translate(ALIKE))
    return [
        opening if counts[opening] > counts[closing] else closing
        for opening, closing in BRACKETS.items()
        if counts[opening] != counts[closing]
    ]


def _visible(mark: str) -> str:
    """Return a mark with its no-break spaces as code points."""
    return mark.replace("\u00a0", "[U+00A0]").replace("\u202f", "[U+202F]")
