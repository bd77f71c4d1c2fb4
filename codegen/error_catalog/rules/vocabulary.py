"""C13, C18 and S07: the words of a language, as the catalog has chosen them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from error_catalog.model.catalog import Catalog
from error_catalog.model.document import mapping
from error_catalog.model.findings import Span
from error_catalog.model.language import Term
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.registry import Fault, rule, text_rule, translation_rule


@translation_rule("C13", needs="glossary")
def glossary_terms(text: Text) -> Iterator[Fault]:
    """If the source text has a term of `glossary`, a translation has what is chosen for it, and none of its rivals.

    Terms match whole words, which can have one more letter, as in a plural. Translations match anywhere, also inside
    compounds and before particles. A rival inside a chosen word does not count.

    wrong: {glossary: {order: {de: {use: Auftrag, not: [Bestellung]}}}, en: "No such order", de: "Keine Bestellung"}
    wrong: {glossary: {order: {de: {use: Auftrag}}}, en: "No such order", de: "Gibt es nicht"}
    right: {glossary: {order: {de: {use: Auftrag}}}, en: "No such orders", de: "Auftragsnummer unbekannt"}
    """
    present = _present(text.source, text.language.terms)
    said = text.text.casefold()
    for term in text.language.glossary if present else ():
        if term.source in present:
            chosen = [span for use in term.use for span in _spans(use.casefold(), said)]
            for span in _outside(chosen, [span for rival in term.avoid for span in _spans(rival.casefold(), said)]):
                yield _instead(term, text.text[slice(*span)]), span
            if term.use and not chosen:
                yield f'has "{term.source}" in the source text, but not {_either(term.use)}', None


def _outside(chosen: list[Span], rivals: list[Span]) -> Iterator[Span]:
    """Yield the rivals that are not inside a chosen word."""
    chosen.sort()
    starts = [start for start, _ in chosen]
    ends = list(accumulate((end for _, end in chosen), max))
    for start, end in rivals:
        before = bisect_right(starts, start)
        if not before or ends[before - 1] < end:
            yield start, end


@lru_cache(4096)
def _present(source: str, terms: tuple[str, ...]) -> frozenset[str]:
    """Return the terms that a source text has."""
    folded = source.casefold()
    return frozenset(term for term in terms if term.casefold() in folded and _term_pattern(term).search(source))


@lru_cache(4096)
def _term_pattern(term: str) -> re.Pattern[str]:
    start, end = (r"(?<!\w)" if term[0].isalnum() else ""), (r"\w?(?!\w)" if term[-1].isalnum() else "")
    return re.compile(start + re.escape(term) + end, re.IGNORECASE)


def _spans(part: str, text: str) -> Iterator[Span]:
    """Yield every place where a text has a part, also if they overlap."""
    at = text.find(part)
    while at >= 0:
        yield at, at + len(part)
        at = text.find(part, at + 1)


def _instead(term: Term, rival: str) -> str:
    return f'has "{rival}" for "{term.source}"' + (f"; write {_either(term.use)}" if term.use else "")


def _either(use: tuple[str, ...]) -> str:
    return " or ".join(f'"{word}"' for word in use)


@text_rule("C18", needs="register")
def register(text: Text) -> Iterator[Fault]:
    """A text has no words and endings of another register, which `style.register` lists for its language.

    They are listed by kind of text (`message`, `note`, `any`): `not_word` has whole words, `not_ending` has ends of
    texts without the full stop.

    wrong: {style: {register: {any: {not_word: [du]}}}, en: "You have no key", de: "Du hast keinen Schlüssel"}
    wrong: {style: {register: {message: {not_ending: [worden]}}}, en: "Removed", de: "Ist entfernt worden."}
    right: {style: {register: {any: {not_word: [du]}}}, en: "You have no key", de: "Sie haben durchaus keinen"}
    """
    for kind in (text.unit.kind, "any"):
        data = text.language.style["register"].get(kind, {})
        for word in data.get("not_word", ()):
            for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text.text, re.IGNORECASE):
                yield f'has "{found[0]}", which is not the register of {text.language.tag}', found.span()
        said = text.text.rstrip(" .。")
        for ending in data.get("not_ending", ()):
            if said.endswith(ending):
                span = (len(said) - len(ending), len(said))
                yield f'ends with "{ending}", which is not the register of {text.language.tag}', span


@rule("S07")
def glossary(catalog: Catalog) -> Iterator[Complaint]:
    """Every entry of the glossary is in a declared language, and forbids no word that it chooses.

    wrong: glossary: {stock: {fr: {use: [stock]}}}
    wrong: glossary: {stock: {de: {use: [Lager], not: [Lager]}}}
    right: glossary: {stock: {de: {use: [Lager], not: [Vorrat]}}}
    """
    for term, by_language in mapping(catalog.document.root.get("glossary")).items():
        for tag in mapping(by_language):
            keys, where = ("glossary", term, tag), f"glossary.{term}.{tag}"
            if tag not in catalog.languages:
                message = f"{tag} is missing from `languages`; declare it or remove the entry"
                yield Complaint(keys, where, message, is_about_key=True)
                continue
            for chosen in (entry for entry in catalog.languages[tag].glossary if entry.source == term):
                for rival in {word.casefold() for word in chosen.avoid} & {word.casefold() for word in chosen.use}:
                    message = f'"{rival}" is both chosen and forbidden; remove one of them'
                    yield Complaint((*keys, "not"), where, message)
