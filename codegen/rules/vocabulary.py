"""C13 and C18: the words of a language, as the catalog has chosen them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from codegen.document import mapping
from codegen.rules.finding import Finding
from codegen.rules.language import Term
from codegen.rules.reading import Reading, Text
from codegen.rules.registry import Fault, rule, text_rule, translation_rule

Span = tuple[int, int]


@translation_rule("C13", needs="glossary")
def chosen_terms(text: Text) -> Iterator[Fault]:
    """Where the source text has a term of `glossary`, a translation says what is chosen for it, and not its rivals.

    Terms match whole words, also with one more letter, as in a plural; translations match anywhere, also inside
    compounds and before particles. A rival inside a chosen word is no rival.

    wrong: {glossary: {order: {de: {use: Auftrag, not: [Bestellung]}}}, en: "No such order", de: "Keine Bestellung"}
    wrong: {glossary: {order: {de: {use: Auftrag}}}, en: "No such order", de: "Gibt es nicht"}
    right: {glossary: {order: {de: {use: Auftrag}}}, en: "No such orders", de: "Auftragsnummer unbekannt"}
    """
    said = text.text.casefold()
    present = _present(text.source, text.language.terms)
    for term in text.language.glossary:
        if term.source in present:
            chosen = [span for use in term.use for span in _spans(use.casefold(), said)]
            for rival in term.avoid:
                for span in _spans(rival.casefold(), said):
                    if not any(start <= span[0] and span[1] <= end for start, end in chosen):
                        yield _instead(term, text.text[slice(*span)]), span
            if term.use and not chosen:
                yield f'"{term.source}" is {_either(term.use)} in {text.language.tag}, which is missing', None


@lru_cache(4096)
def _present(source: str, terms: tuple[str, ...]) -> frozenset[str]:
    """The terms that a source text has."""
    return frozenset(term for term in terms if _term_pattern(term).search(source))


@lru_cache(4096)
def _term_pattern(term: str) -> re.Pattern[str]:
    start, end = (r"(?<!\w)" if term[0].isalnum() else ""), (r"\w?(?!\w)" if term[-1].isalnum() else "")
    return re.compile(start + re.escape(term) + end, re.IGNORECASE)


def _spans(part: str, text: str) -> Iterator[Span]:
    at = text.find(part)
    while at >= 0:
        yield at, at + len(part)
        at = text.find(part, at + 1)


def _instead(term: Term, rival: str) -> str:
    return f'says "{rival}" for "{term.source}"' + (f"; write {_either(term.use)}" if term.use else "")


def _either(use: tuple[str, ...]) -> str:
    return " or ".join(f'"{word}"' for word in use)


@text_rule("C18", needs="register")
def one_register(text: Text) -> Iterator[Fault]:
    """A language speaks in one register: `style.register` lists the words and the endings that are not its own.

    By kind of text (`message`, `note`, `any`): `not_word` lists whole words, `not_ending` ends of texts without
    their full stop.

    wrong: {style: {register: {any: {not_word: [du]}}}, en: "You have no key", de: "Du hast keinen Schlüssel"}
    wrong: {style: {register: {message: {not_ending: [worden]}}}, en: "Removed", de: "Ist entfernt worden."}
    right: {style: {register: {any: {not_word: [du]}}}, en: "You have no key", de: "Sie haben durchaus keinen"}
    """
    for kind in (text.unit.kind, "any"):
        data = text.language.style["register"].get(kind, {})
        for word in data.get("not_word", ()):
            for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text.text, re.IGNORECASE):
                yield f'says "{found[0]}", which is not the register of {text.language.tag}', found.span()
        said = text.text.rstrip(" .。")
        for ending in data.get("not_ending", ()):
            if said.endswith(ending):
                yield (
                    f'ends with "{ending}", which is not how {_plural(kind)} end in {text.language.tag}',
                    (
                        len(said) - len(ending),
                        len(said),
                    ),
                )


@rule("S07")
def sound_glossary(reading: Reading) -> Iterator[Finding]:
    """The glossary is in declared languages, and chooses no word that it forbids."""
    for term, by_language in mapping(reading.document.root.get("glossary")).items():
        for tag in mapping(by_language):
            keys, where = ("glossary", term, tag), f"glossary.{term}.{tag}"
            if tag not in reading.languages:
                yield Finding(keys, where, f"{tag} is missing from `languages`", about_key=True)
                continue
            for chosen in (entry for entry in reading.languages[tag].glossary if entry.source == term):
                for rival in {word.casefold() for word in chosen.avoid} & {word.casefold() for word in chosen.use}:
                    yield Finding((*keys, "not"), where, f'"{rival}" is both chosen and forbidden')


def _plural(kind: str) -> str:
    return "texts" if kind == "any" else f"{kind}s"
