"""Where a text has the identifiers of its source text, and which of them it can translate or leave out."""

import re
from collections import Counter
from functools import lru_cache

from error_catalog.model.catalog import Catalog
from error_catalog.model.grammar import endings
from error_catalog.model.texts import Text, Unit
from error_catalog.rules.parts import prose
from error_catalog.rules.words import LATIN, damaged_pattern, identifiers, latin_words, name_pattern

SHORT = 2
SEVERAL, ONE_IN = 3, 3
"""So many translations, and one in so many, that translate a name show that it is a word."""

USUAL = 10
"""So many texts have a usual name."""

ENDINGS = "s0123456789"
"""What words in capitals can end with: SDKs, and the figure of `POP 3` in POP3."""

SHORTEST_NAME = 4
"""The fewest letters of what is surely an identifier: kB, GiB and 2FA are shorter."""

LATIN_SCRIPT = {"LATIN"}
LONGEST_NAME = 200
PARTING = str.maketrans("", "", " _-\u00a0")
LETTERS = r"a-zà-öø-ÿāăąćčďđęěğıłńňőœřśşšťůűźżžșț"


def occurrences(identifier: str, text: Text) -> int:
    """Return how often a text has an identifier; words in capitals can have ENDINGS, and names endings."""
    if identifier in text.language.protected:
        return len(name_pattern(identifier).findall(text.text))
    words = latin_words(text.text)
    found = words[identifier] + (words[identifier[:-1]] if identifier.endswith("s") else 0)
    if identifier.isupper():
        found += sum(words[identifier + ending] for ending in ENDINGS)
    return found or _inflected(identifier, text)


def _inflected(identifier: str, text: Text) -> int:
    most = endings(text.language.tag)
    if not most or identifier not in text.text:
        return 0
    pattern = rf"(?<![{LATIN}]){re.escape(identifier)}[’']?[{LETTERS}]{{0,{most}}}(?![{LATIN}])"
    return len(re.findall(pattern, text.text))


def damaged(identifier: str, text: Text) -> re.Match[str] | None:
    """Return where a text has an identifier in other case, or in parts, in which the source text does not have it."""
    is_a_unit = len(identifier) <= SHORT and identifier.isupper() and identifier not in text.language.protected
    if is_a_unit or len(identifier) > LONGEST_NAME or _squeezed(identifier) not in _squeezed(text.text):
        return None
    found = damaged_pattern(identifier).finditer(prose(text.text))
    ordinary = Counter() if text.is_source else latin_words(text.source)
    return next((match for match in found if match[0] != identifier and match[0] not in ordinary), None)


@lru_cache(4096)
def _squeezed(text: str) -> str:
    """Return a text without case, and without what identifiers in parts have between them."""
    return text.casefold().translate(PARTING)


def is_acronym(identifier: str, text: Text) -> bool:
    """Return True for a word in capitals that the catalog does not protect: C24 is about those."""
    return identifier.isupper() and "_" not in identifier and identifier not in text.language.protected


def is_a_word(identifier: str, unit: Unit) -> bool:
    """Return True if several translations translate an identifier of the source text: it is a word."""
    texts = [text for text in unit.texts.values() if not (text.is_source or text.is_stale) and text.text.strip()]
    without = sum(not occurrences(identifier, text) and not damaged(identifier, text) for text in texts)
    return without >= SEVERAL and ONE_IN * without >= len(texts)


def can_be_left_out(identifier: str, text: Text, usual: frozenset[str]) -> bool:
    """Return True if a text need not have an identifier.

    That is a usual name, the whole source text, a unit such as GiB, or a name of words such as JavaScript, if the
    language writes names in its own script.
    """
    if identifier in text.language.protected:
        return False
    is_a_name = identifier[0].isupper() and "_" not in identifier and not text.language.scripts & LATIN_SCRIPT
    return identifier in usual or identifier == text.source.strip() or len(identifier) < SHORTEST_NAME or is_a_name


def usual_names(catalog: Catalog) -> frozenset[str]:
    """Return the names that many source texts have, such as that of the product. Sentences need not say them."""
    found = Counter(name for unit in catalog.units for name in set(identifiers(unit.source, ())))
    source = catalog.languages.get(catalog.source_language)
    protected = source.protected if source is not None else ()
    return frozenset(name for name, count in found.items() if count >= USUAL and "_" not in name) - set(protected)
