"""Every rule a catalog keeps; `find` applies them all.

registry    what a rule is, and the table of them
reading     a document as rules read it: its languages and its texts
structure   the YAML has the right shape, and the names in it exist (S rules)
schema      what the JSON Schema finds, in words that say what to do
texts       each text by itself, and all texts of a language together (C rules)
"""

from collections.abc import Iterator

from codegen.document import Document
from codegen.mistakes import Mistake
from codegen.rules import structure, texts  # noqa: F401  (importing them registers their rules)
from codegen.rules.reading import Reading, mapping
from codegen.rules.registry import RULES, Finding, rule

__all__ = ["RULES", "find"]


def find(document: Document) -> list[Mistake]:
    """Every mistake in a document, sorted by place."""
    reading = Reading.of(document)
    found = [(checked.id, finding) for checked in RULES.values() for finding in checked.check(reading)]
    accepted = _accepted(reading)
    open_findings = [(id, finding) for id, finding in found if id not in accepted.get(finding.keys, ())]
    used = {(finding.keys, id) for id, finding in found}
    mistakes = {
        Mistake(document.path, finding.place(document), id, finding.where, finding.message)
        for id, finding in [*open_findings, *(("S06", finding) for finding in _idle(reading, used))]
    }
    return sorted(mistakes)


def _accepted(reading: Reading) -> dict[tuple[str | int, ...], list[str]]:
    """The rules that a text says it does not keep, by the keys of the text."""
    return {
        text.keys: list(mapping(text.form["accept"])) for text in reading.texts if text.form and "accept" in text.form
    }


@rule("S06")
def known_exceptions(reading: Reading) -> Iterator[Finding]:
    """What a text accepts is a C rule that would complain about it; an exception without effect is removed."""
    for keys, ids in _accepted(reading).items():
        for id in ids:
            if not id.startswith("C") or id not in RULES:
                yield _exception(keys, id, f"{id} is no rule that a text can accept; see `python -m codegen rules`")


def _idle(reading: Reading, used: set[tuple[tuple[str | int, ...], str]]) -> Iterator[Finding]:
    for keys, ids in _accepted(reading).items():
        for id in ids:
            if id in RULES and id.startswith("C") and (keys, id) not in used:
                yield _exception(keys, id, f"accepts {id}, which has nothing to complain about here; remove it")


def _exception(keys: tuple[str | int, ...], id: str, message: str) -> Finding:
    *text_keys, _ = keys
    where = ".".join(map(str, text_keys)).removeprefix("errors.")
    return Finding((*text_keys, "accept", id), where, message, about_key=True)
