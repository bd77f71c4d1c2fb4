"""C rules that need no data about a language: each text by itself, and all texts of a language together."""

import html.entities
import re
import unicodedata
from collections.abc import Iterator

from ftfy.badness import is_bad

from codegen.rules.reading import Reading
from codegen.rules.registry import Finding, rule

ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|([A-Za-z][A-Za-z0-9]*));")
FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufffd\ufdd0-\ufdef\ufffe\uffff\ue000-\uf8ff]")
SPACES = re.compile(r"\s\s+|^\s+|\s+$")
INVISIBLE = re.compile("[\u00ad\u180e\u200b\u2060-\u2064\ufeff]")


@rule("C01")
def complete(reading: Reading) -> Iterator[Finding]:
    """Every text exists, and says something, in every language; no text is in a language that is not declared."""
    for unit in reading.units:
        for tag, is_complete in reading.languages.items():
            text = unit.texts.get(tag)
            if text is None and tag not in unit.written and (is_complete or tag == reading.source_language):
                yield Finding((*unit.keys, tag), f"{unit.where}.{tag}", f"the text in {tag} is missing")
            elif text is not None and not text.text.strip():
                yield Finding(text.keys, text.where, f"the text in {tag} is empty")
        for tag in unit.written:
            if tag not in reading.languages:
                message = f"{tag} is missing from `languages`"
                yield Finding((*unit.keys, tag), f"{unit.where}.{tag}", message, about_key=True)


@rule("C05")
def no_entities(reading: Reading) -> Iterator[Finding]:
    """No text has HTML entities: `&quot;` is written as the character itself."""
    for text in reading.texts:
        for found in ENTITY.finditer(text.text):
            if not found[1] or f"{found[1]};" in html.entities.html5:
                character = html.unescape(found[0])
                yield Finding(text.keys, text.where, f"{found[0]} is an HTML entity; write {character}")


@rule("C06")
def clean_characters(reading: Reading) -> Iterator[Finding]:
    """No text has damaged, invisible or unassigned characters, and all are in Unicode's composed form (NFC)."""
    for text in reading.texts:
        for found in FORBIDDEN.finditer(text.text):
            yield Finding(text.keys, text.where, f"has {_name(found[0])}; remove it")
        if is_bad(text.text):
            yield Finding(text.keys, text.where, "is mojibake: UTF-8 that was read as another encoding")
        if not unicodedata.is_normalized("NFC", text.text):
            yield Finding(text.keys, text.where, "is not in Unicode's composed form; normalize it to NFC")


@rule("C07")
def single_spaces(reading: Reading) -> Iterator[Finding]:
    """No text has two spaces in a row, of any kind, or one at its start or end, or characters of no width."""
    for text in reading.texts:
        for found in SPACES.finditer(text.text):
            if text.text.strip():
                place = (
                    "two spaces in a row" if found.start() and found.end() < len(text.text) else "a space at its end"
                )
                yield Finding(text.keys, text.where, f"has {place if found.start() else 'a space at its start'}")
        for found in INVISIBLE.finditer(text.text):
            yield Finding(text.keys, text.where, f"has {_name(found[0])}, which has no width; remove it")


@rule("C20")
def distinct(reading: Reading) -> Iterator[Finding]:
    """No two errors say the same in one language where the source texts differ."""
    first: dict[tuple[str, str], tuple[str, str, str]] = {}
    for unit in reading.units:
        source = unit.texts.get(reading.source_language)
        if unit.keys[0] != "errors" or source is None:
            continue
        for text in unit.texts.values():
            said, code = text.text.strip().casefold(), unit.keys[1]
            there, other, other_source = first.setdefault((text.language, said), (text.where, code, source.text))
            if said and other != code and other_source.casefold() != source.text.casefold():
                yield Finding(text.keys, text.where, f"says the same as {there}, but their source texts differ")


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
