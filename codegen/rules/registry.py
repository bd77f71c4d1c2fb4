"""What a rule is, the table of all of them, and the three ways to write one."""

import inspect
from collections.abc import Callable, Iterator
from typing import NamedTuple

from codegen.rules.finding import Finding, Span
from codegen.rules.reading import Reading, Text

Fault = tuple[str, Span | None]
Check = Callable[[Reading], Iterator[Finding]]
TextCheck = Callable[[Text], Iterator[Fault]]


class Rule(NamedTuple):
    """A rule: its id, what it says in one line, why and with which examples, and the function that checks it.

    A rule reads either the whole catalog (`check`) or one text at a time (`check_text`), `of_translations` alone
    or of every language. One that is not `of_plain` has nothing to say of words with single spaces between them,
    whose source text is such words too: most texts are. `needs` is what the catalog must say about a language for
    the rule to be checked in it.
    An advisory rule gives hints: it fails nothing.
    """

    id: str
    says: str
    explanation: str
    check: Check | None = None
    check_text: TextCheck | None = None
    of_translations: bool = False
    of_plain: bool = True
    needs: str | None = None
    advisory: bool = False


RULES: dict[str, Rule] = {}


def rule(id: str, *, advisory: bool = False) -> Callable[[Check], Check]:
    """Register a rule that reads the whole catalog. Its docstring says what it demands."""

    def register(check: Check) -> Check:
        RULES[id] = Rule(id, *_explained(check.__doc__), check=check, advisory=advisory)
        return check

    return register


def text_rule(id: str, *, needs: str | None = None, of_plain: bool = True) -> Callable[[TextCheck], TextCheck]:
    """Register a rule that reads one text at a time, in every language."""

    def register(check: TextCheck) -> TextCheck:
        RULES[id] = Rule(id, *_explained(check.__doc__), check_text=check, needs=needs, of_plain=of_plain)
        return check

    return register


def translation_rule(id: str, *, needs: str | None = None, of_plain: bool = True) -> Callable[[TextCheck], TextCheck]:
    """Register a rule that reads one translation at a time, beside its source text; neither is empty."""

    def register(check: TextCheck) -> TextCheck:
        explained = _explained(check.__doc__)
        RULES[id] = Rule(id, *explained, check_text=check, of_translations=True, needs=needs, of_plain=of_plain)
        return check

    return register


def _explained(doc: str | None) -> tuple[str, str]:
    says, _, explanation = inspect.cleandoc(doc or "").partition("\n")
    return says, explanation.strip("\n")
