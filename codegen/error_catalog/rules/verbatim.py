"""C03 and C24: identifiers and words in capitals, which every translation takes over as they are."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from error_catalog.model.catalog import Catalog
from error_catalog.model.grammar import endings
from error_catalog.model.texts import Text, Unit
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import Fault, rule, translation_rule
from error_catalog.rules.words import CAMEL, LATIN, damaged_pattern, identifiers, latin_words, name_pattern

SEVERAL, SHORT = 3, 2
ENOUGH = 4
"""So many translations that translate a name show that it is a word."""

LONGEST_NAME = 200
MOST, MANY = 20, 200
"""So many complaints about the identifiers of one text are enough, and so many identifiers are compared with it."""

PARTING = str.maketrans("", "", " _-\u00a0")
PATTERN_OF_A_DATE = re.compile(r"(.)\1+|AM|PM")
LETTERS = r"a-zà-öø-ÿāăąćčďđęěğıłńňőœřśşšťůűźżžșț"


@rule("C03")
def identifiers_kept(catalog: Catalog) -> Iterator[Complaint]:
    """Identifiers (camelCase, snake_case and `protected` words) are the same in every language, and as often.

    Readers search for them in code and logs. Letters of other scripts can follow, `OrderKey가`, and endings in
    languages that inflect names. Words in capitals are those of the source text if it has them in another form.
    A name that most of at least four translations translate is a word, unless it is `protected`.

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
        names = [identifiers(text.text, text.language.protected) for text in texts]
        current = [said for text, said in zip(texts, names, strict=True) if not text.is_stale]
        blamed = dict(_lost(source, current)) if any(current) else {}
        for message in islice(blamed.values(), MOST):
            yield Complaint(source.keys, source.where, message, text=source.text)
        words = set(_translated(source, [text for text in texts if not text.is_stale]))
        for text, said in zip(texts, names, strict=True):
            wanted = identifiers(text.source, source.language.protected)
            has_names = bool(said or wanted) and bool(text.source.strip())
            for message, span in islice(_changed(text, wanted, blamed, words), MOST) if has_names else ():
                yield Complaint(text.keys, text.where, message, text=text.text, span=span)


def _translated(source: Text, texts: list[Text]) -> Iterator[str]:
    """Yield the identifiers of a source text that most translations translate."""
    for identifier in set(identifiers(source.text, ())) - set(source.language.protected):
        without = sum(not _occurrences(identifier, text) and not _damaged(identifier, text) for text in texts)
        if without >= ENOUGH and 2 * without > len(texts):
            yield identifier


def _changed(text: Text, wanted: tuple[str, ...], blamed: dict[str, str], words: set[str]) -> Iterator[Fault]:
    """Yield the identifiers of the source text that a translation does not have or damages, and those that it adds.

    Those among `words` can be translated.
    """
    for identifier, count in Counter(wanted).items():
        if identifier in words:
            continue
        found = _occurrences(identifier, text)
        damaged = _damaged(identifier, text) if found < count and not PATTERN_OF_A_DATE.fullmatch(identifier) else None
        if damaged:
            yield f'{identifier} is written "{damaged[0]}"; write it as in the source text', damaged.span()
        elif found < count and not _is_acronym(identifier, text):
            times = "is missing; write it" if not found else f"stands {found} times instead of {count}; write it"
            yield f"{identifier} {times} as in the source text", None
    known = latin_words(text.source)
    for match in CAMEL.finditer(prose(text.text)):
        is_known = match[0] in known or match[0] in text.source or match[0].startswith(wanted) or match[0] in blamed
        if not is_known and not words and not _is_elsewhere(match[0], text.unit):
            yield f"{match[0]} looks like an identifier, but is not in the source text; correct it", match.span()


def _is_acronym(identifier: str, text: Text) -> bool:
    """Return True for a word in capitals that the catalog does not protect: C24 is about those."""
    return identifier.isupper() and "_" not in identifier and identifier not in text.language.protected


def _is_elsewhere(name: str, unit: Unit) -> bool:
    """Return True if several languages add the same name: it is what readers know."""
    return sum(name in latin_words(text.text) for text in unit.texts.values()) >= SEVERAL


def _lost(source: Text, translations: list[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield the identifiers that the source text damages or does not have, as at least three translations say."""
    counts = [Counter(names) for names in translations]
    for identifier in sorted(set().union(*counts))[:MANY]:
        here = _occurrences(identifier, source)
        more = sum(count[identifier] > here for count in counts)
        if more < SEVERAL or 2 * more <= len(counts) or PATTERN_OF_A_DATE.fullmatch(identifier):
            continue
        damaged = _damaged(identifier, source)
        if damaged:
            message = f'{identifier} is written "{damaged[0]}", but {more} translations have {identifier}; correct it'
            yield identifier, message
        elif not here and more == len(counts) and not _is_acronym(identifier, source):
            yield identifier, f"{identifier} is missing, but every translation has it; add it or correct them"


@translation_rule("C24", severity="hint")
def acronyms_kept(text: Text) -> Iterator[Fault]:
    """Words in capitals such as API are the same in every language.

    Some have a translation, as NATO has in French: that is why this is a hint. `protected` words are those of C03.

    wrong: {en: "The HTTP header is missing", de: "Die Kopfzeile fehlt"}
    right: {en: "The HTTP header is missing", de: "Der HTTP-Header fehlt"}
    """
    for identifier in dict.fromkeys(identifiers(text.source, ())):
        is_meant = _is_acronym(identifier, text) and not PATTERN_OF_A_DATE.fullmatch(identifier)
        is_there = _occurrences(identifier, text) or _damaged(identifier, text)
        if is_meant and len(identifier) > SHORT and not is_there:
            yield f"{identifier} of the source text is missing; write it, or a translation of it", None


def _damaged(identifier: str, text: Text) -> re.Match[str] | None:
    """Return where a text has an identifier in other case, or in parts."""
    is_a_unit = len(identifier) <= SHORT and identifier.isupper() and identifier not in text.language.protected
    if is_a_unit or len(identifier) > LONGEST_NAME or _squeezed(identifier) not in _squeezed(text.text):
        return None
    found = damaged_pattern(identifier).finditer(prose(text.text))
    return next((match for match in found if match[0] != identifier), None)


@lru_cache(4096)
def _squeezed(text: str) -> str:
    """Return a text without case, and without what identifiers in parts have between them."""
    return text.casefold().translate(PARTING)


def _occurrences(identifier: str, text: Text) -> int:
    """Return how often a text has an identifier; words in capitals can have a plural s, and names endings."""
    if identifier in text.language.protected:
        return len(name_pattern(identifier).findall(text.text))
    words = latin_words(text.text)
    found = words[identifier] + (words[f"{identifier}s"] if identifier.isupper() else 0)
    return found or _inflected(identifier, text)


def _inflected(identifier: str, text: Text) -> int:
    most = endings(text.language.tag)
    if not most or identifier not in text.text:
        return 0
    pattern = rf"(?<![{LATIN}]){re.escape(identifier)}[’']?[{LETTERS}]{{0,{most}}}(?![{LATIN}])"
    return len(re.findall(pattern, text.text))
