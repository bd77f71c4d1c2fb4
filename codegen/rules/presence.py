"""C01 and C02: every text exists, and is written in its language."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from codegen.rules.finding import Finding
from codegen.rules.reading import Reading, Text
from codegen.rules.registry import Fault, rule, text_rule
from codegen.rules.scripts import foreign_letters, has_own_letters
from codegen.rules.words import folded_words, prose_words, runs, words

NO_ACCIDENT = 3
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b")
FEW = 2


@rule("C01")
def complete(reading: Reading) -> Iterator[Finding]:
    """Every text exists, and says something, in every language; no text is in a language that is not declared.

    A language that is still being translated is declared with `complete: false`: its missing texts are counted
    and fall back to the source language.

    wrong: {en: "Out of stock"}
    wrong: {en: "Out of stock", de: ""}
    right: {en: "Out of stock", de: "Vergriffen"}
    """
    for unit in reading.units:
        for tag, language in reading.languages.items():
            if tag not in unit.written and (language.complete or tag == reading.source_language):
                yield Finding((*unit.keys, tag), f"{unit.where}.{tag}", f"the text in {tag} is missing")
            elif tag in unit.texts and not unit.texts[tag].text.strip():
                text = unit.texts[tag]
                yield Finding(text.keys, text.where, f"the text in {tag} is empty")
        for tag in unit.written:
            if tag not in reading.languages:
                message = f"{tag} is missing from `languages`"
                yield Finding((*unit.keys, tag), f"{unit.where}.{tag}", message, about_key=True)


@text_rule("C02")
def translated(text: Text) -> Iterator[Fault]:
    """A text is in its own language: in its script, and no translation is the source text, in whole or in part.

    A text of one word may be the same in two languages; names and identifiers always are. Marks of unfinished
    work are in no language.

    wrong: {en: "Order not found", de: "ORDER NOT FOUND"}
    wrong: {en: "Order not found", de: "Der Order not found Fehler"}
    wrong: {en: "Order not found", de: "заказ не найден"}
    wrong: {en: "Order not found", de: "Auftrag nicht gefunden TODO"}
    right: {en: "Order not found", de: "Auftrag nicht gefunden"}
    right: {en: "Code", de: "Code"}
    """
    language, whole = text.language, (0, len(text.text))
    if not text.is_source and text.text:
        yield from _untranslated(text)
    if prose_words(text.text, language.protected) and not has_own_letters(text.text, language.essential_scripts):
        yield f"has no letter of the script of {language.tag}; translate it", whole
    for letter in foreign_letters(text.text, language.scripts, "" if text.is_source else text.source):
        yield f"has {letter[0]}, a letter of a script that {language.tag} is not written in", letter.span()


def _untranslated(text: Text) -> Iterator[Fault]:
    source_words = prose_words(text.source, text.language.protected)
    if len(source_words) >= FEW and folded_words(text.text) == folded_words(text.source):
        yield "is the source text; translate it", (0, len(text.text))
    elif run := _source_run(text, words(text.text)):
        start, end = run
        yield f'"{text.text[start:end]}" is left from the source text; translate it', run
    for mark in UNFINISHED.finditer(text.text):
        if mark[0] not in text.source:
            yield f"is marked as {mark[0]}; finish it", mark.span()


def _source_run(text: Text, said: list[tuple[str, tuple[int, int]]]) -> tuple[int, int] | None:
    """Words that stand in the source text in the same order, so many that it is no accident."""
    known = runs(text.source, text.language.protected, NO_ACCIDENT)
    for at in range(len(said) - NO_ACCIDENT + 1 if known else 0):
        if tuple(word.casefold() for word, _ in said[at : at + NO_ACCIDENT]) in known:
            return said[at][1][0], said[at + NO_ACCIDENT - 1][1][1]
    return None


@rule("C19")
def own_words(reading: Reading) -> Iterator[Finding]:
    """A translation is not the text of another language.

    Languages that are near to each other say many things alike: two that do so more than now and then are
    not compared, nor are two of one language in different scripts or regions.

    wrong: {en: "Order not found", de: "Auftrag nicht gefunden", nl: "Auftrag nicht gefunden"}
    right: {en: "Order not found", de: "Auftrag nicht gefunden", nl: "Ordern hittades inte"}
    """
    alike: defaultdict[tuple[str, str], list[tuple[Text, Text]]] = defaultdict(list)
    total: Counter[str] = Counter()
    for unit in reading.units:
        first: dict[str, Text] = {}
        source = unit.source.casefold()
        for text in unit.texts.values():
            said = text.text.casefold()
            if said == source or " " not in said.strip():
                continue
            total[text.language.tag] += 1
            other = first.setdefault(said, text)
            if other is not text:
                alike[other.language.tag, text.language.tag].append((other, text))
    for (tag, other_tag), pairs in alike.items():
        if len(pairs) <= max(FEW, total[tag] // 50) and tag.split("-")[0] != other_tag.split("-")[0]:
            for pair in pairs:
                for text, there in (pair, (pair[1], pair[0])):
                    message = f"is the text in {other_tag if text is pair[0] else tag}; see {there.where}"
                    yield Finding(text.keys, text.where, message, text=text.text, span=(0, len(text.text)))
