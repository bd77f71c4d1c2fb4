"""C03 and C21: what a translation takes over as it is."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache

from codegen.document import mapping
from codegen.rules.finding import Finding
from codegen.rules.reading import Reading, Text
from codegen.rules.registry import Fault, rule
from codegen.rules.words import CAMEL, damaged_pattern, identifiers, name_pattern, verbatim_pattern

BRACES = re.compile(r"(?<!\{)\{([^{}]*)\}(?!\})")
PLAIN_NAME = re.compile(r"[a-z][a-z0-9_]*")
SEVERAL = 3
LONGEST_NAME = 200
FIELD = re.compile(r"[A-Za-z0-9_]+(?:[.\[!:].*)?")
PRINTF = re.compile(
    r"%(?:%|(?:\d+\$)?[-+#0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z|j|t|L)?([diouxXeEfFgGcsp])(?![a-z]))"
)


@rule("C03")
def same_identifiers(reading: Reading) -> Iterator[Finding]:
    """Identifiers (camelCase, snake_case, ALLCAPS, `protected` words) are the same in every language.

    A reader searches for them in code and logs. Letters of other scripts may follow: `OrderKey가`.

    wrong: {en: "OrderKey is required", de: "Der Auftragsschlüssel fehlt"}
    wrong: {en: "OrderKey is required", de: "Der Order Key fehlt"}
    wrong: {en: "OrderKey is required", de: "Der orderKey fehlt"}
    wrong: {en: "orderkey is required", de: "OrderKey fehlt"}
    wrong: {en: "The key is required", de: "Der auftragsSchlüssel fehlt"}
    right: {en: "OrderKey is required", de: "OrderKey fehlt"}
    """
    for unit in reading.units:
        source = unit.texts.get(reading.source_language)
        translations = [
            (text, _names(text)) for text in unit.texts.values() if not text.is_source and text.text.strip()
        ]
        if source is None or not unit.source.strip():
            continue
        wanted = _names(source)
        for text, names in translations:
            for message, span in _changed(text, names, wanted) if names or wanted else ():
                yield Finding(text.keys, text.where, message, text=text.text, span=span)
        for message in _lost(source, [names for _, names in translations]):
            yield Finding(source.keys, source.where, message, text=source.text)


def _names(text: Text) -> tuple[str, ...]:
    return identifiers(text.text, text.language.protected)


def _changed(text: Text, names: tuple[str, ...], wanted: tuple[str, ...]) -> Iterator[Fault]:
    """Identifiers of the source text that a translation lacks or damages, and ones it made up."""
    for identifier in dict.fromkeys(wanted):
        found = _occurrences(identifier, text)
        if found < wanted.count(identifier):
            damaged = _damaged(identifier, text)
            if damaged:
                yield f"{identifier} is written {damaged[0]}; write it as it is", damaged.span()
            elif not found:
                yield f"{identifier} is missing", None
    for match in CAMEL.finditer(text.text) if names else ():
        if match[0] not in text.source and not match[0].startswith(wanted):
            yield f"{match[0]} looks like an identifier that the source text lacks", match.span()


def _lost(source: Text, translations: list[tuple[str, ...]]) -> Iterator[str]:
    """Identifiers that translations have, or have more often, and the source text lacks or damages."""
    for identifier in sorted({name for names in translations for name in names}):
        here = _occurrences(identifier, source)
        more = sum(names.count(identifier) > here for names in translations)
        damaged = _damaged(identifier, source)
        if damaged and 2 * more >= len(translations):
            yield f"{identifier} is written {damaged[0]}; translations write {identifier}"
        elif not here and more == len(translations) >= SEVERAL:
            yield f"{identifier} is missing; every translation has it"


def _damaged(identifier: str, text: Text) -> re.Match[str] | None:
    """Where a text has the identifier in other case, or taken apart."""
    if len(identifier) > LONGEST_NAME:
        return None
    found = damaged_pattern(identifier).finditer(text.text)
    return next((match for match in found if match[0] != identifier), None)


def _occurrences(identifier: str, text: Text) -> int:
    is_name = identifier in text.language.protected
    return len((name_pattern if is_name else verbatim_pattern)(identifier).findall(text.text))


@lru_cache(4096)
def _conversions(text: str) -> Counter[str]:
    return Counter(match[1] for match in PRINTF.finditer(text) if match[1])


@lru_cache(4096)
def _placeholders(text: str) -> frozenset[str]:
    return frozenset(name for name in BRACES.findall(text) if FIELD.fullmatch(name))


@rule("C21")
def same_placeholders(reading: Reading) -> Iterator[Finding]:
    """Placeholders are the same in every language, declared, and plain names: `{table}`; so are `%s` and its like.

    They may stand in another order. `placeholders` declares each with an example.

    wrong: {placeholders: {table: "orders"}, en: "No table {table}", de: "Keine Tabelle {tabelle}"}
    wrong: {placeholders: {table: "orders"}, en: "No table {table}", de: "Keine Tabelle"}
    wrong: {en: "No table {table}", de: "Keine Tabelle {table}"}
    wrong: {placeholders: {table: "orders"}, en: "No table {table.name}", de: "Keine Tabelle {table.name}"}
    wrong: {en: "No table %s", de: "Keine Tabelle"}
    right: {placeholders: {table: "orders"}, en: "No table {table}", de: "Die Tabelle {table} fehlt"}
    """
    used: defaultdict[str, set[str]] = defaultdict(set)
    for unit in reading.units:
        declared = None
        if unit.code is not None:
            declared = set(mapping(unit.error.get("placeholders")))
            used[unit.code] |= _placeholders(unit.source)
        for text in unit.texts.values():
            for message in _placeholder_faults(text, declared):
                yield Finding(text.keys, text.where, message, text=text.text)
    for code, error in mapping(reading.document.root.get("errors")).items():
        for name in mapping(mapping(error).get("placeholders")):
            if name not in used[code]:
                keys = ("errors", code, "placeholders", name)
                yield Finding(keys, f"{code}.placeholders", f"{{{name}}} stands in no text; remove it", about_key=True)


def _placeholder_faults(text: Text, declared: set[str] | None) -> Iterator[str]:
    if not any(mark in where for mark in "{%" for where in (text.text, text.source)):
        return
    said, wanted = _placeholders(text.text), _placeholders(text.source)
    if declared is not None:
        yield from _undeclared(said, declared)
    if text.source.strip():
        yield from (f"{{{name}}} is missing" for name in sorted(wanted - said))
        yield from (f"{{{name}}} is not in the source text" for name in sorted(said - wanted))
        if _conversions(text.text) != _conversions(text.source):
            yield "its % conversions are not those of the source text"


def _undeclared(said: frozenset[str], declared: set[str]) -> Iterator[str]:
    for name in sorted(said):
        if not PLAIN_NAME.fullmatch(name):
            yield f"{{{name}}} is no plain name; write one such as {{table}}"
        elif name not in declared:
            yield f"{{{name}}} is not declared in `placeholders`"
