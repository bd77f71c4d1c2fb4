"""What a rule is, the table of all of them, and the three ways to write one."""

import inspect
from collections.abc import Callable, Iterator
from typing import NamedTuple

from codegen.rules.finding import Finding, Span
from codegen.rules.reading import Reading, Text

Fault = tuple[str, Span | None]


class Rule(NamedTuple):
    """A rule: its id, what it says in one line, why and with which examples, and the function that checks it.

    `needs` is what the catalog must say about a language for the rule to be checked in it. An advisory rule
    gives hints: it fails nothing.
    """

    id: str
    says: str
    explanation: str
    check: Callable[[Reading], Iterator[Finding]]
    needs: str | None
    advisory: bool


RULES: dict[str, Rule] = {}


Check = Callable[[Reading], Iterator[Finding]]
TextCheck = Callable[[Text], Iterator[Fault]]


def rule(id: str, *, advisory: bool = False) -> Callable[[Check], Check]:
    """Register a rule that reads the whole catalog. Its docstring says what it demands."""

    def register(check: Check) -> Check:
        _register(id, check.__doc__, check, None, advisory)
        return check

    return register


def text_rule(id: str, *, needs: str | None = None) -> Callable[[TextCheck], TextCheck]:
    """Register a rule that reads one text at a time, in every language."""
    return _each(id, needs, lambda reading: reading.texts)


def translation_rule(id: str, *, needs: str | None = None) -> Callable[[TextCheck], TextCheck]:
    """Register a rule that reads one translation at a time, beside its source text."""
    return _each(id, needs, lambda reading: reading.translations)


def _each(id: str, needs: str | None, texts: Callable[[Reading], Iterator[Text]]) -> Callable[[TextCheck], TextCheck]:
    def register(check: TextCheck) -> TextCheck:
        def check_all(reading: Reading) -> Iterator[Finding]:
            for text in texts(reading):
                if needs is None or text.language.has(needs):
                    for message, span in check(text):
                        yield Finding(text.keys, text.where, message, text=text.text, span=span)

        _register(id, check.__doc__, check_all, needs, advisory=False)
        return check

    return register


def _register(id: str, doc: str | None, check: Check, needs: str | None, advisory: bool) -> None:
    says, _, explanation = inspect.cleandoc(doc or "").partition("\n")
    RULES[id] = Rule(id, says, explanation.strip("\n"), check, needs, advisory)
