"""C05, C06 and C07: entities, damaged characters and spaces."""

import html
import html.entities
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from error_catalog.model.texts import Text
from error_catalog.rules.mojibake import mojibake
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import Fault, text_rule
from error_catalog.rules.scripts import mixed_letters

ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z][A-Za-z0-9]*));")
TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
QUOTED_ENTITY = re.compile(r"(?<=['\"`“„«‘「『‹‚”’])&#?\w{1,32};")
FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufff9-\ufffd\ufdd0-\ufdef\ufffe\uffff\ue000-\uf8ff]"
)
OTHER_WIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f]")
SUSPECT = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ue000-\uf8ff\uff10-\uff9f\ufff9-\uffff]"
)
LOST_LETTER = re.compile(r"(?<=[^\W\d_])\?(?=[^\W\d_])")
EMBEDDED = re.compile("[\u202a\u202b]([^\u202a-\u202e]*)\u202c")
"""A part in another direction, which ends: as harmless as an isolate."""

ISOLATE = re.compile("[\u2066-\u2069]")
SPACES = re.compile(r"\s\s+|^\s+|\s+$")
INVISIBLE = re.compile("[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0]")
JOINER = re.compile("[\u200c\u200d]")
JOINED = re.compile("[^\\W\\d_a-zA-Z\u00c0-\u024f]")
"""A letter that a joiner can stand beside; the marks of a letter can stand between them."""

SPECIAL_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
MARKS = {"Mn", "Mc"}
ODD = re.compile(INVISIBLE.pattern[:-1] + SPECIAL_SPACE.pattern[1:-1] + "\u200c\u200d\u3000]")
WIDE_SPACE = re.compile("(?<=[^\\W\\d_])\u3000(?=\\w)|(?<=\\w)\u3000(?=[^\\W\\d_])")


@text_rule("C05")
def html_entities(text: Text) -> Iterator[Fault]:
    """No text has HTML entities; the characters that they stand for are written instead.

    A text with HTML tags needs them, and so does one of which most translations have the same.

    wrong: {en: "Orders &amp; returns"}
    wrong: {en: "It&#39;s empty"}
    right: {en: "Orders & returns"}
    """
    if "&" in text.text:
        for found in ENTITY.finditer(text.text):
            is_known = not found[1] or f"{found[1]};" in html.entities.html5
            if is_known and not _is_meant(text, found):
                yield f"{found[0]} is an HTML entity; write {html.unescape(found[0])}", found.span()


def _is_meant(text: Text, entity: re.Match[str]) -> bool:
    """Return True if a text is HTML or about an entity: it is quoted, or translations have taken it over."""
    if entity[0] in _meant(text.text) or TAG.search(text.text):
        return True
    if not text.is_source:
        return entity[0] in _entities(text.source)
    translations = [other for other in text.unit.texts.values() if not other.is_source]
    return 2 * sum(entity[0] in other.text for other in translations) > len(translations)


@lru_cache(16)
def _meant(text: str) -> frozenset[str]:
    return frozenset(QUOTED_ENTITY.findall(text))


@lru_cache(16)
def _entities(text: str) -> frozenset[str]:
    return frozenset(found[0] for found in ENTITY.finditer(text))


@text_rule("C06")
def damaged_characters(text: Text) -> Iterator[Fault]:
    """No text has damaged characters, control characters or look-alikes, and every text is in NFC.

    Mojibake is UTF-8 that was read as another encoding. Bidirectional overrides show a text as something else than it
    is. NFC is the composed form of Unicode.

    wrong: {en: "DonÃ¢â‚¬â„¢t"}
    wrong: {en: "Out of st?ck"}
    wrong: {en: "Ｏut of stock"}
    wrong: {en: "price \\u202e5 "}
    wrong: {en: "pаypal with a Cyrillic letter"}
    right: {en: "Don’t"}
    """
    said = text.text
    if "?" in said:
        for found in LOST_LETTER.finditer(prose(said)):
            yield (
                f'"{_around(said, found.start())}" has a question mark in the place of a letter; restore it',
                found.span(),
            )
    if said.isascii() and said.isprintable():
        return
    if SUSPECT.search(said):
        yield from _suspects(said)
    if damage := mojibake(said, text.language.scripts):
        yield f"{damage[0]} is mojibake, UTF-8 that was read as another encoding; restore it", damage.span()
    if pair := mixed_letters(prose(said)):
        yield f"{pair[0]} mixes letters of two alphabets that look alike; use one of them", pair.span()
    if not unicodedata.is_normalized("NFC", said):
        yield from _decomposed(said)


def _around(said: str, at: int) -> str:
    """Return the word at a place."""
    start = max(said.rfind(" ", 0, at) + 1, at - 20)
    return said[start : at + 20].partition(" ")[0]


def _decomposed(said: str) -> Iterator[Fault]:
    """Yield a text with letters in parts. Vowel marks in another order than Unicode's are how people type them."""
    composed = unicodedata.normalize("NFC", said)
    if len(composed) != len(said) or sorted(composed) != sorted(said):
        at = next((place for place, pair in enumerate(zip(said, composed, strict=False)) if pair[0] != pair[1]), 0)
        yield f'"{said[at : at + 2]}" is not in NFC, the composed form of Unicode; normalize it', None


def _suspects(said: str) -> Iterator[Fault]:
    for found in FORBIDDEN.finditer(EMBEDDED.sub("\u2066\\1\u2069", said)):
        yield f"has {_name(found[0])}; remove it", found.span()
    isolates = ISOLATE.findall(said)
    if isolates.count("\u2069") * 2 != len(isolates):
        yield "has a directional isolate that is not closed; close it or remove it", None
    for found in OTHER_WIDTH.finditer(said):
        yield f"has {_name(found[0])}; write it in its usual width", found.span()


@text_rule("C07")
def spaces(text: Text) -> Iterator[Fault]:
    """Spaces are single, of the right kind, and not at the start or end; no character is invisible.

    No-break spaces are beside digits, quotation marks and punctuation only, or only where `style` says.

    wrong: {en: "Out  of stock"}
    wrong: {en: "Out of stock "}
    wrong: {en: "Out\\u00a0of stock"}
    wrong: {en: "Out\\u200bof stock"}
    right: {en: "Out of stock"}
    """
    said = text.text
    yield from _breakable(text)
    if said == " ".join(said.split()) and (said.isascii() or not ODD.search(said)):
        return
    has_words = any(map(str.isalnum, said))  # `, ` between the items of a list has none
    for found in SPACES.finditer(said) if has_words else ():
        at_start, at_end = found.start() == 0, found.end() == len(said)
        what = "a space at its start" if at_start else "a space at its end" if at_end else "several spaces in a row"
        yield f"has {what}; remove it", found.span()
    joiners = (found for found in JOINER.finditer(said) if not _joins(said, found.start()))
    for found in (*INVISIBLE.finditer(said), *joiners):
        if not text.is_source and found[0] in text.source:
            continue  # the source text is at fault, or needs it
        yield f"has {_name(found[0])}, which is invisible; remove it", found.span()
    special = [found for found in SPECIAL_SPACE.finditer(said) if not _may_be_special(text, found.start())]
    for found in [*special, *WIDE_SPACE.finditer(said)]:
        yield f"has {_name(found[0])}; write an ordinary space", found.span()


def _joins(said: str, at: int) -> bool:
    """Return True if a joiner stands between two letters, or their marks, of a script that joins them."""
    around = said[at - 1 : at], said[at + 1 : at + 2]
    return all(JOINED.match(one) or (one and unicodedata.category(one) in MARKS) for one in around)


def _may_be_special(text: Text, at: int) -> bool:
    """Return True if a special space has a reason: the style, or if that says nothing, a digit or a mark beside it."""
    said = text.text
    before, after = said[at - 1 : at], said[at + 1 : at + 2]
    if before.isdigit() and after.isdigit():
        return True
    marks = text.language.style.get("no_break_before")
    if marks is not None:
        return bool(after and after in marks) or _inside_quotes(text, at)
    return not (before.isalpha() and after.isalpha())


def _inside_quotes(text: Text, at: int) -> bool:
    """Return True if a space belongs to a quotation mark of `style.quotes`."""
    before, after = text.text[at - 1 : at], text.text[at + 1 : at + 2]
    opening, closing = text.language.style.get("quotes", ("", ""))
    space = text.text[at]
    return bool(before and opening == before + space) or bool(after and closing == space + after)


def _breakable(text: Text) -> Iterator[Fault]:
    """Yield ordinary spaces where `style.no_break_before` demands one that does not break."""
    marks = text.language.style.get("no_break_before", "")
    if marks:
        for at, character in enumerate(text.text):
            if character == " " and text.text[at + 1 : at + 2] and text.text[at + 1] in marks:
                yield f"has an ordinary space before {text.text[at + 1]}; write a no-break space", (at, at + 2)


def _name(character: str) -> str:
    """Return the code point and the name of a character: `U+200B ZERO WIDTH SPACE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
