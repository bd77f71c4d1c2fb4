"""C09 and C16: quotation marks, apostrophes, brackets and tags."""

import re
from collections import Counter
from collections.abc import Iterator

from error_catalog.model.texts import Text
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import Fault, text_rule, translation_rule

QUOTES = '"“”„‟«»‹›「」『』《》〈〉'
APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’ʼ`´](?=[^\W\d_])")
TAG = re.compile(
    r"(?<!<)</?(?:a|abbr|b|big|blockquote|br|button|center|code|dd|del|div|dl|dt|em|font|form|h[1-6]|hr|i|img|input|ins"
    r"|kbd|label|li|mark|ol|p|pre|q|s|samp|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|tt"
    r"|u|ul|var|\d{1,2}|[A-Za-z][\w.-]*(?=\s*/>))(?:\s[^<>]*)?/?>(?!>)",
    re.IGNORECASE,
)
"""Elements of HTML, and numbered ones; other words in angle brackets are what a text is about."""

TYPOGRAPHIC = {"sup", "sub", "wbr"}
NAME = re.compile(r"</?\s*([\w.-]+)")
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
    """Brackets are in pairs, and HTML tags such as <b> are those of the source text.

    wrong: {en: "No key (yet)", de: "Kein Schlüssel (noch"}
    wrong: {en: "No key", de: "<b>Kein Schlüssel</b>"}
    right: {en: "No key (yet)", de: "Kein Schlüssel (noch)"}
    """
    said, source = prose(text.text), prose(text.source)
    if BRACKET.search(said) and (unpaired := _unpaired(said)) and _unpaired(text.text) and not _unpaired(source):
        yield f"has {' '.join(unpaired)} without its other half; add it or remove this one", None
    if "<" in text.text or "<" in text.source:
        yield from _tags(text)


def _tags(text: Text) -> Iterator[Fault]:
    """Yield the tags that a translation has not taken over. Their attributes can differ, as links do."""
    wanted = Counter(_name(found) for found in TAG.finditer(text.source))
    said = list(TAG.finditer(text.text))
    for found in said:
        if _name(found) not in wanted and _name(found).strip("</>") not in TYPOGRAPHIC:
            yield f"{found[0]} is not in the source text; remove it", found.span()
    for tag in wanted - Counter(map(_name, said)):
        if tag.strip("</>") not in TYPOGRAPHIC:
            yield f"{tag} of the source text is missing; add it", None


def _name(tag: re.Match[str]) -> str:
    """Return a tag without attributes: <a>, </a>, <br>."""
    found = NAME.match(tag[0])
    name = found[1].lower() if found else ""
    return f"</{name}>" if tag[0].startswith("</") else f"<{name}>"


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
