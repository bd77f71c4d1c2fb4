"""C24 and C39: words in capitals, and how often identifiers stand."""

from collections import Counter
from collections.abc import Iterator

from error_catalog.model.catalog import Catalog
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.occurrences import (
    SHORT,
    SHORTEST_NAME,
    can_be_left_out,
    damaged,
    is_a_word,
    is_acronym,
    occurrences,
    usual_names,
)
from error_catalog.rules.registry import Fault, rule, translation_rule
from error_catalog.rules.words import CAMEL, CAMEL_PART, PATTERN_OF_A_DATE, identifiers, latin_words


@translation_rule("C24", severity="hint")
def acronyms_kept(text: Text) -> Iterator[Fault]:
    """Words in capitals such as API are the same in every language.

    Some have a translation, as NATO has in French, and some become words, as `url` in Dutch: that is why this is a
    hint. Words that several languages translate are not acronyms. `protected` words are those of C03.

    wrong: {en: "The HTTP header is missing", de: "Die Kopfzeile fehlt"}
    right: {en: "The HTTP header is missing", de: "Der HTTP-Header fehlt"}
    """
    for identifier in dict.fromkeys(identifiers(text.source, ())):
        is_meant = is_acronym(identifier, text) and not PATTERN_OF_A_DATE.fullmatch(identifier)
        if not is_meant or occurrences(identifier, text):
            continue
        if other := damaged(identifier, text):
            yield f'{identifier} is written "{other[0]}"; write it as in the source text', other.span()
        elif len(identifier) > SHORT and not is_a_word(identifier, text.unit):
            yield f"{identifier} of the source text is missing; write it, or a translation of it", None


@rule("C39", severity="hint")
def identifiers_as_often(catalog: Catalog) -> Iterator[Complaint]:
    """An identifier stands as often in a translation as in its source text, and there in the same case.

    This is a hint, because a pronoun can stand for the second one, and a name that many texts of the catalog have, as
    that of the product, can be understood. An identifier that is a whole text can have a translation.

    wrong: {en: "OrderKey is set, but OrderKey is empty", de: "OrderKey ist gesetzt, aber leer"}
    wrong: {en: "orderkey is required", de: "OrderKey fehlt"}
    right: {en: "OrderKey is set, but OrderKey is empty", de: "OrderKey ist gesetzt, aber OrderKey ist leer"}
    """
    usual = usual_names(catalog)
    for text in catalog.translations:
        for other, name in _recased(text):
            message = f"{name} is written {other} in the source text; write it in one way"
            yield Complaint(text.keys, text.where, message, text=text.text)
        for identifier, count in Counter(identifiers(text.source, text.language.protected)).items():
            if _is_left_out(identifier, text, usual):
                message = f"{identifier} of the source text is missing; compare the two"
            elif count > 1 and 0 < (found := occurrences(identifier, text)) < count and not damaged(identifier, text):
                message = f"{identifier} stands {found} times, and {count} times in the source text; compare the two"
            else:
                continue
            yield Complaint(text.keys, text.where, message, text=text.text)


def _recased(text: Text) -> Iterator[tuple[str, str]]:
    """Yield the ordinary words of the source text that look like an identifier in a translation, each beside that."""
    if CAMEL_PART.search(text.text):
        ordinary = latin_words(text.source).keys() - set(identifiers(text.source, text.language.protected))
        written = {word.casefold(): word for word in ordinary}
        for name in sorted(set(CAMEL.findall(text.text)) - latin_words(text.source).keys()):
            if len(name) >= SHORTEST_NAME and name.casefold() in written:
                yield written[name.casefold()], name


def _is_left_out(identifier: str, text: Text, usual: frozenset[str]) -> bool:
    """Return True if a text does not have an identifier, and C03 does not demand it."""
    if is_acronym(identifier, text) or len(identifier) < SHORTEST_NAME or not can_be_left_out(identifier, text, usual):
        return False
    return not (occurrences(identifier, text) or damaged(identifier, text) or is_a_word(identifier, text.unit))
