"""C11, C12 and C20: the texts of one language beside each other."""

from collections import defaultdict
from collections.abc import Iterator

from codegen.rules.finding import Finding
from codegen.rules.reading import Reading, Text, Unit
from codegen.rules.registry import rule
from codegen.rules.words import folded_words, identifiers

ALIKE = 0.75  # so much of their words do two texts of different errors share that say the same
ALIKE_IN_ONE_ERROR = 0.5
UNUSUAL = 0.1
SHORTEST_SHOUT = 4
WITH_CASE = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN"}


def _finding(text: Text, message: str) -> Finding:
    return Finding(text.keys, text.where, message, text=text.text, span=(0, len(text.text)))


@rule("C12")
def equal_texts(reading: Reading) -> Iterator[Finding]:
    """What is equal in the source language is equal in every language: messages with messages, notes with notes.

    wrong: {en: ["Internal error", "Internal error"], de: ["Interner Fehler", "Systemfehler"]}
    right: {en: ["Internal error", "Internal error"], de: ["Interner Fehler", "Interner Fehler"]}
    """
    units: defaultdict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in reading.units:
        if unit.code is not None and unit.source.strip():
            units[unit.kind, unit.source.strip().casefold()].append(unit)
    for alike in [group for group in units.values() if len(group) > 1]:
        for tag in reading.languages:
            texts = [unit.texts[tag] for unit in alike if tag in unit.texts and tag != reading.source_language]
            texts = [text for text in texts if text.text.strip()]
            yield from _odd_ones(texts)


def _odd_ones(texts: list[Text]) -> Iterator[Finding]:
    """Those of some texts that say something else than most; all, where there are as many of each."""
    said = [text.text.casefold() for text in texts]
    for text in texts if len(set(said)) > 1 else ():
        if said.count(text.text.casefold()) * 2 <= len(said):
            other = next(there for there in texts if there.text.casefold() != text.text.casefold())
            yield _finding(text, f"has the source text of {other.where}, but says something else")


@rule("C20")
def distinct_texts(reading: Reading) -> Iterator[Finding]:
    """No two texts of errors say the same in one language where the source texts differ by more than a word or so.

    wrong: {en: ["Too old", "Too new"], de: ["Zu alt", "Zu alt"]}
    right: {en: ["Too old", "Too new"], de: ["Zu alt", "Zu neu"]}
    """
    first: dict[tuple[str, str], Text] = {}
    more: defaultdict[tuple[str, str], list[Text]] = defaultdict(list)
    for text in reading.translations:
        if text.unit.code is not None:
            key = (text.language.tag, text.text.strip().casefold())
            if first.setdefault(key, text) is not text:
                more[key].append(text)
    for key, others in more.items():
        texts = [first[key], *others]
        for text in texts:
            other = next((there for there in texts if _differ(text, there)), None)
            if other is not None:
                yield _finding(text, f"says the same as {other.where}, but their source texts differ")


def _differ(text: Text, other: Text) -> bool:
    """Whether the source texts of two texts do not say the same."""
    source, other_source = set(folded_words(text.source)), set(folded_words(other.source))
    protected = text.language.protected
    alike = ALIKE_IN_ONE_ERROR if text.unit.code == other.unit.code else ALIKE
    same = len(source & other_source) >= alike * len(source | other_source)
    return not same or identifiers(text.source, protected) != identifiers(other.source, protected)


@rule("C11")
def same_case(reading: Reading) -> Iterator[Finding]:
    """A text begins with a capital, as texts of its language do as a rule, and is not written in capitals alone.

    A translation may begin with a small letter where its source text does.

    wrong: {en: "Out of stock", de: "vergriffen"}
    wrong: {en: "Out of stock", de: "NICHT AUF LAGER"}
    right: {en: "Out of stock", de: "Nicht auf Lager"}
    """
    by_language: defaultdict[str, list[Text]] = defaultdict(list)
    for text in reading.texts:
        has_case = text.language.scripts & WITH_CASE and text.text[:1].lower() != text.text[:1].upper()
        if has_case and (text.is_source or text.source[:1].isupper()):
            by_language[text.language.tag].append(text)
    for texts in by_language.values():
        small = [text for text in texts if text.text[0].islower()]
        if len(texts) == 1 or len(small) <= UNUSUAL * len(texts) + 1:
            for text in small:
                if not text.text.startswith(identifiers(text.source, text.language.protected)):
                    yield _finding(text, "begins with a small letter; other texts begin with a capital")
        shouted = [text for text in texts if _is_shouted(text)]
        if len(texts) == 1 or len(shouted) <= UNUSUAL * len(texts) + 1:
            yield from (_finding(text, "is written in capitals") for text in shouted)


def _is_shouted(text: Text) -> bool:
    """Whether a text is in capitals, beside its identifiers."""
    if not text.text.isupper():
        return False
    rest = text.text
    for name in identifiers(text.source, text.language.protected):
        rest = rest.replace(name, "")
    return sum(letter.isupper() for letter in rest) >= SHORTEST_SHOUT
