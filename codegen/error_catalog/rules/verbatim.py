"""C03 and C21: identifiers and placeholders, which every translation takes over as they are."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from error_catalog.model.catalog import Catalog
from error_catalog.model.document import mapping
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.registry import Fault, rule
from error_catalog.rules.words import CAMEL, damaged_pattern, identifiers, latin_words, name_pattern

SEVERAL = 3
LONGEST_NAME = 200
MOST, MANY = 20, 200
"""So many complaints about the identifiers of one text are enough, and so many identifiers are compared with it."""

PARTING = str.maketrans("", "", " _-\u00a0")

BRACES = re.compile(r"(?<!\{)\{([^{}]*)\}(?!\})")
FIELD = re.compile(r"[A-Za-z0-9_]+(?:[.\[!:].*)?")
PLAIN_NAME = re.compile(r"[a-z][a-z0-9_]*")
PRINTF = re.compile(
    r"%(?:%|(?:\d{1,3}\$)?[-+#0]{0,5}(?:\d{1,5}|\*)?(?:\.(?:\d{1,5}|\*))?(?:hh|h|ll|l|z|j|t|L)?"
    r"([diouxXeEfFgGcsp])(?![a-z]))"
)


@rule("C03")
def identifiers_kept(catalog: Catalog) -> Iterator[Complaint]:
    """Identifiers (camelCase, snake_case, ALLCAPS and `protected` words) are the same in every language.

    Readers search for them in code and logs. Letters of other scripts can follow: `OrderKey가`.

    wrong: {en: "OrderKey is required", de: "Der Auftragsschlüssel fehlt"}
    wrong: {en: "OrderKey is required", de: "Der Order Key fehlt"}
    wrong: {en: "OrderKey is required", de: "Der orderKey fehlt"}
    wrong: {en: "orderkey is required", de: "OrderKey fehlt"}
    wrong: {en: "The key is required", de: "Der auftragsSchlüssel fehlt"}
    right: {en: "OrderKey is required", de: "OrderKey fehlt"}
    """
    for unit in catalog.units:
        source = unit.texts.get(catalog.source_language)
        if source is None or not unit.source.strip():
            continue
        texts = [text for text in unit.texts.values() if not text.is_source and text.text.strip()]
        for text in texts:
            said = identifiers(text.text, text.language.protected)
            wanted = identifiers(text.source, source.language.protected)
            has_names = bool(said or wanted) and bool(text.source.strip())
            for message, span in islice(_changed(text, wanted), MOST) if has_names else ():
                yield Complaint(text.keys, text.where, message, text=text.text, span=span)
        names = [identifiers(text.text, text.language.protected) for text in texts if not text.is_stale]
        for message in islice(_lost(source, names), MOST) if any(names) else ():
            yield Complaint(source.keys, source.where, message, text=source.text)


def _changed(text: Text, wanted: tuple[str, ...]) -> Iterator[Fault]:
    """Yield the identifiers of the source text that a translation does not have or damages, and those that it adds."""
    for identifier, count in Counter(wanted).items():
        found = _occurrences(identifier, text)
        if found < count:
            damaged = _damaged(identifier, text)
            if damaged:
                yield f"{identifier} is written {damaged[0]}; write it as in the source text", damaged.span()
            elif not found:
                yield f"{identifier} is missing", None
    known = latin_words(text.source)
    for match in CAMEL.finditer(text.text):
        if match[0] not in known and match[0] not in text.source and not match[0].startswith(wanted):
            yield f"{match[0]} looks like an identifier, but is not in the source text", match.span()


def _lost(source: Text, translations: list[tuple[str, ...]]) -> Iterator[str]:
    """Yield the identifiers that translations have more often than the source text, or that it damages."""
    counts = [Counter(names) for names in translations]
    for identifier in sorted(set().union(*counts))[:MANY]:
        here = _occurrences(identifier, source)
        more = sum(count[identifier] > here for count in counts)
        damaged = _damaged(identifier, source) if 2 * more >= len(counts) else None
        if damaged:
            yield f"{identifier} is written {damaged[0]}, but translations have {identifier}; correct the source text"
        elif not here and more == len(counts) >= SEVERAL:
            yield f"{identifier} is missing, but every translation has it"


def _damaged(identifier: str, text: Text) -> re.Match[str] | None:
    """Return where a text has an identifier in other case, or in parts."""
    if len(identifier) > LONGEST_NAME or _squeezed(identifier) not in _squeezed(text.text):
        return None
    found = damaged_pattern(identifier).finditer(text.text)
    return next((match for match in found if match[0] != identifier), None)


@lru_cache(4096)
def _squeezed(text: str) -> str:
    """Return a text without case, and without what identifiers in parts have between them."""
    return text.casefold().translate(PARTING)


def _occurrences(identifier: str, text: Text) -> int:
    """Return how often a text has an identifier; words in capitals can have a plural s."""
    if identifier in text.language.protected:
        return len(name_pattern(identifier).findall(text.text))
    words = latin_words(text.text)
    return words[identifier] + (words[f"{identifier}s"] if identifier.isupper() else 0)


@rule("C21")
def placeholders(catalog: Catalog) -> Iterator[Complaint]:
    """Placeholders such as `{table}` are declared, and the same in every language; so are `%s` and the like.

    They can be in another order. `placeholders` declares each with an example. Its name is plain: letters, digits
    and underscores.

    wrong: {placeholders: {table: "orders"}, en: "No table {table}", de: "Keine Tabelle {tabelle}"}
    wrong: {placeholders: {table: "orders"}, en: "No table {table}", de: "Keine Tabelle"}
    wrong: {en: "No table {table}", de: "Keine Tabelle {table}"}
    wrong: {placeholders: {table: "orders"}, en: "No table {table.name}", de: "Keine Tabelle {table.name}"}
    wrong: {en: "No table %s", de: "Keine Tabelle"}
    right: {placeholders: {table: "orders"}, en: "No table {table}", de: "Die Tabelle {table} fehlt"}
    """
    used: defaultdict[str, set[str]] = defaultdict(set)
    for unit in catalog.units:
        declared = None
        if unit.error is not None:
            declared = set(mapping(unit.error.node.get("placeholders")))
            used[unit.error.key] |= _placeholders(unit.source)
        for text in unit.texts.values():
            for message in _placeholder_faults(text, None if text.is_stale else declared):
                yield Complaint(text.keys, text.where, message, text=text.text)
    for error in catalog.errors:
        for name in error.placeholders:
            if name not in used[error.key]:
                keys, where = ("errors", error.key, "placeholders", name), f"{error.key}.placeholders"
                yield Complaint(keys, where, f"{{{name}}} is not in any text; remove it", is_about_key=True)


def _placeholder_faults(text: Text, declared: set[str] | None) -> Iterator[str]:
    if not ("{" in text.text or "%" in text.text or "{" in text.source or "%" in text.source):
        return
    said, wanted = _placeholders(text.text), _placeholders(text.source)
    if declared is not None:
        yield from _undeclared(said, declared)
    if text.source.strip():
        yield from (f"{{{name}}} is missing" for name in sorted(wanted - said))
        yield from (f"{{{name}}} is not in the source text" for name in sorted(said - wanted))
        if _conversions(text.text) != _conversions(text.source):
            yield "its conversions such as %s are not those of the source text"


def _undeclared(said: frozenset[str], declared: set[str]) -> Iterator[str]:
    for name in sorted(said):
        if not PLAIN_NAME.fullmatch(name):
            yield f"{{{name}}} is not a plain name; write one such as {{table}}"
        elif name not in declared:
            yield f"{{{name}}} is not declared in `placeholders`"


@lru_cache(4096)
def _placeholders(text: str) -> frozenset[str]:
    return frozenset(name for name in BRACES.findall(text) if FIELD.fullmatch(name))


@lru_cache(4096)
def _conversions(text: str) -> Counter[str]:
    """Return the letters of the printf conversions in a text."""
    return Counter(match[1] for match in PRINTF.finditer(text) if match[1])
