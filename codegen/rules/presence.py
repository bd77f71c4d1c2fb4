"""C01 and C02: every text exists, and is written in its language."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from codegen.rules.finding import Finding
from codegen.rules.reading import Reading, Text
from codegen.rules.registry import Fault, rule, text_rule
from codegen.rules.scripts import alphabet
from codegen.rules.words import folded_words, prose_words, runs, word_set, words

NO_ACCIDENT = 3
UNFINISHED = ("TODO", "FIXME", "TBD", "XXX")
FEW = 2
NEAR = 0.15


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
    said, letters = text.text, alphabet(text.language.scripts)
    if said and not text.is_source:
        yield from _untranslated(text)
    if not alphabet(text.language.essential_scripts).has_letter_of(said) and said.strip() and _has_prose(text):
        yield f"has no letter of the script of {text.language.tag}; translate it", (0, len(said))
    foreign = letters.foreign(said)
    for letter in sorted(foreign if text.is_source else foreign.difference(text.source)):
        at = said.index(letter)
        yield f"has {letter}, a letter of a script that {text.language.tag} is not written in", (at, at + 1)


def _has_prose(text: Text) -> bool:
    """Whether a text, or its source text, is more than identifiers and numbers."""
    return any(prose_words(said, text.language.protected) for said in (text.text, text.source))


def _untranslated(text: Text) -> Iterator[Fault]:
    said, source = folded_words(text.text), folded_words(text.source)
    if said == source and len(prose_words(text.source, text.language.protected)) >= FEW:
        yield "is the source text; translate it", (0, len(text.text))
    elif len(word_set(text.source).intersection(said)) >= FEW and (run := _source_run(text)):
        start, end = run
        yield f'"{text.text[start:end]}" is left from the source text; translate it', run
    for mark in UNFINISHED:
        if mark in text.text and mark not in text.source:
            at = text.text.index(mark)
            yield f"is marked as {mark}; finish it", (at, at + len(mark))


def _source_run(text: Text) -> tuple[int, int] | None:
    """Words that stand in the source text in the same order, so many that it is no accident."""
    known, said = runs(text.source, text.language.protected, NO_ACCIDENT), words(text.text)
    for at in range(len(said) - NO_ACCIDENT + 1 if known else 0):
        if tuple(word.casefold() for word, _ in said[at : at + NO_ACCIDENT]) in known:
            return said[at][1][0], said[at + NO_ACCIDENT - 1][1][1]
    return None


@rule("C19")
def own_words(reading: Reading) -> Iterator[Finding]:
    """A translation is not the text of another language.

    Languages that are near to each other say many things alike: two that do so more than now and then, or share
    many of their words, are not compared, nor are two of one language in different scripts or regions.

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
        is_rare = len(pairs) <= max(FEW, total[tag] // 50) and tag.split("-")[0] != other_tag.split("-")[0]
        if is_rare and not _are_near(reading, tag, other_tag):
            for pair in pairs:
                for text, there in (pair, (pair[1], pair[0])):
                    message = f"is the text in {other_tag if text is pair[0] else tag}; see {there.where}"
                    yield Finding(text.keys, text.where, message, text=text.text, span=(0, len(text.text)))


def _are_near(reading: Reading, tag: str, other_tag: str) -> bool:
    """Whether two languages share many of their words, those of the source texts and of equal texts aside."""
    mine: set[str] = set()
    theirs: set[str] = set()
    for unit in reading.units:
        text, other = unit.texts.get(tag), unit.texts.get(other_tag)
        if text and other and text.text.casefold() != other.text.casefold():
            source = set(folded_words(unit.source))
            mine |= set(folded_words(text.text)) - source
            theirs |= set(folded_words(other.text)) - source
    return len(mine & theirs) > NEAR * min(len(mine), len(theirs))
