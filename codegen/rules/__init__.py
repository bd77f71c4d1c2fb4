"""Every rule a catalog keeps; `find` applies them all.

registry     what a rule is, and the table of them
reading      a document as rules read it: its languages and its texts
structure    the YAML has the right shape, and the names in it exist (S rules, with schema)
presence     texts exist and are in their language (C rules from here on)
characters   no damaged, invisible or misplaced character
verbatim     identifiers and placeholders
numbers      figures and how they are grouped
sentences    how many, and how they end
quotes       quotation marks, apostrophes, brackets
vocabulary   the glossary and the register
consistency  the texts of one language beside each other
advice       hints that fail nothing
"""

import re
from collections.abc import Iterable, Iterator

from codegen.document import Document, mapping
from codegen.mistakes import CatalogError, Mistake
from codegen.rules import (  # noqa: F401  (importing them registers their rules)
    advice,
    characters,
    consistency,
    numbers,
    presence,
    quotes,
    sentences,
    structure,
    verbatim,
    vocabulary,
)
from codegen.rules.finding import Finding
from codegen.rules.reading import Reading
from codegen.rules.registry import RULES, Rule, rule

# Words in letters and digits with single spaces between them; some letters are invisible.
PLAIN = re.compile(r"[^\W_\u115f\u1160\u3164\uffa0]+(?: [^\W_\u115f\u1160\u3164\uffa0]+)*")

__all__ = ["RULES", "every_rule", "find", "is_about_texts", "refuse_unusable"]


def every_rule() -> list[Rule]:
    """The rules, by id."""
    return [RULES[id] for id in sorted(RULES)]


def find(document: Document, *, hints: bool = True) -> list[Mistake]:
    """Every mistake in a document, sorted by place; hints are among them, marked as advisory, unless not wanted."""
    reading = Reading.of(document)
    found = [*_of_the_whole(reading, hints), *_of_each_text(reading)]
    accepted = _accepted(reading)
    used = {(finding.keys, checked.id) for checked, finding in found}
    complaints = [(checked, finding) for checked, finding in found if checked.id not in accepted.get(finding.keys, ())]
    complaints += [(RULES["S06"], finding) for finding in _idle(reading, used, hints)]
    mistakes = _sorted(document, complaints)
    reading.release()
    return mistakes


def refuse_unusable(document: Document) -> None:
    """Raise CatalogError where a document has not the shape of a catalog; rules about texts are not asked."""
    reading = Reading.of(document)
    structural = [checked for checked in RULES.values() if not _is_about_texts(checked.id)]
    mistakes = _sorted(document, _asked(structural, reading))
    reading.release()
    if mistakes:
        raise CatalogError(mistakes)


def is_about_texts(mistake: Mistake) -> bool:
    """Whether a catalog with this mistake can still be read: its texts are wrong, not its shape."""
    return _is_about_texts(mistake.rule)


def _is_about_texts(id: str) -> bool:
    return id.startswith("C") or id == "S06"


def _of_the_whole(reading: Reading, hints: bool) -> Iterator[tuple[Rule, Finding]]:
    return _asked([checked for checked in RULES.values() if hints or not checked.advisory], reading)


def _asked(rules: Iterable[Rule], reading: Reading) -> Iterator[tuple[Rule, Finding]]:
    for checked in rules:
        if checked.check is not None:
            for finding in checked.check(reading):
                yield checked, finding


def _of_each_text(reading: Reading) -> Iterator[tuple[Rule, Finding]]:
    """Every rule on a text before the next text: what they learn of it is remembered for a moment."""
    rules = [(checked, checked.check_text) for checked in RULES.values() if checked.check_text is not None]
    of_texts, of_plain, alone = {}, {}, {}
    for tag, language in reading.languages.items():
        of_texts[tag] = [pair for pair in rules if pair[0].needs is None or language.has(pair[0].needs)]
        of_plain[tag] = [pair for pair in of_texts[tag] if pair[0].of_plain]
        alone[tag] = [pair for pair in of_texts[tag] if not pair[0].of_translations]
    for unit in reading.units:
        is_plain = PLAIN.fullmatch(unit.source)
        for tag, text in unit.texts.items():
            if text.is_source or not unit.source.strip() or not text.text.strip():
                applied = alone[tag]
            else:
                applied = (of_plain if is_plain and PLAIN.fullmatch(text.text) else of_texts)[tag]
            for checked, check in applied:
                for message, span in check(text):
                    yield checked, Finding(text.keys, text.where, message, text=text.text, span=span)


def _sorted(document: Document, complaints: Iterable[tuple[Rule, Finding]]) -> list[Mistake]:
    """The mistakes by their place, each once."""
    mistakes = (_mistake(document, checked, finding) for checked, finding in complaints)
    unique = {mistake[:5]: mistake for mistake in mistakes}
    return [unique[key] for key in sorted(unique)]


def _mistake(document: Document, checked: Rule, finding: Finding) -> Mistake:
    return Mistake(
        path=document.path,
        place=finding.place(document),
        rule=checked.id,
        where=finding.where,
        message=finding.message,
        keys=finding.keys,
        text=finding.text,
        span=finding.span,
        advisory=checked.advisory,
    )


def _accepted(reading: Reading) -> dict[tuple[str | int, ...], list[str]]:
    """The rules that a text says it does not keep, by the keys of the text."""
    forms = ((text.keys, text.form) for text in reading.texts if text.form)
    return {keys: list(mapping(form.get("accept"))) for keys, form in forms if "accept" in form}


@rule("S06")
def known_exceptions(reading: Reading) -> Iterator[Finding]:
    """What a text accepts is a C rule that would complain about it; an exception without effect is removed."""
    for keys, ids in _accepted(reading).items():
        for id in ids:
            if not _can_be_accepted(id):
                yield _exception(keys, id, f"{id} is no rule that a text can accept; see `python -m codegen rules`")


def _idle(reading: Reading, used: set[tuple[tuple[str | int, ...], str]], hints: bool) -> Iterator[Finding]:
    for keys, ids in _accepted(reading).items():
        for id in ids:
            was_asked = _can_be_accepted(id) and (hints or not RULES[id].advisory)
            if was_asked and (keys, id) not in used:
                yield _exception(keys, id, f"accepts {id}, which has nothing to complain about here; remove it")


def _can_be_accepted(id: str) -> bool:
    return id.startswith("C") and id in RULES


def _exception(keys: tuple[str | int, ...], id: str, message: str) -> Finding:
    *text_keys, _ = keys
    where = ".".join(map(str, text_keys)).removeprefix("errors.")
    return Finding((*text_keys, "accept", id), where, message, about_key=True)
