"""What a rule is, the table of all rules, and the three decorators that add one to it.

A rule is a function. Its docstring says in the first line what the rule demands; explanation and examples follow, and
its name is the rule's name: `sentence_count` is the rule `sentence-count`. Rules of other packages are found by the
entry point group `error_catalog.rules`: the entry point refers to such a function, or to a module that has some.
"""

import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import Span
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint

Fault = tuple[str, Span | None]
"""What a rule about texts yields: what is wrong, and the part of the text at fault."""

Check = Callable[[Catalog], Iterator[Complaint]]
TextCheck = Callable[[Text], Iterator[Fault]]
Severity = Literal["error", "hint"]

ID = re.compile(r"[A-Z]\d\d", re.ASCII)

RESERVED = "CFPSY"
"""The letters that ids of the generator's own rules begin with. Rules of other packages have other letters."""


class RuleFailed(Exception):
    """A rule of another package has failed. The message says how."""


class Rule(NamedTuple):
    """A rule.

    Attributes:
        id: A letter and two digits.
        name: Lower-case words with hyphens.
        summary: What it demands, in one line.
        explanation: Why, with examples.
        severity: `error`, or `hint` if it fails nothing.
        check: The function, if it reads the whole catalog.
        check_text: The function, if it reads one text at a time.
        is_about_translations: Whether it reads translations only, each beside its source text.
        needs: What the catalog must say about a language so that the rule can be checked in it.
    """

    id: str
    name: str
    summary: str
    explanation: str
    severity: Severity = "error"
    check: Check | None = None
    check_text: TextCheck | None = None
    is_about_translations: bool = False
    needs: str | None = None


RULES: dict[str, Rule] = {}
"""Every rule by id. `error_catalog.rules` fills it."""


def can_be_accepted(id: str) -> bool:
    """Return True if `id` is the id of a rule about content: a text can accept those."""
    return id in RULES and not id.startswith("S")


def rule(id: str, *, severity: Severity = "error") -> Callable[[Check], Check]:
    """Register a rule that reads the whole catalog."""

    def register(check: Check) -> Check:
        _add(id, check, severity=severity, check=check)
        return check

    return register


def text_rule(id: str, *, needs: str | None = None, severity: Severity = "error") -> Callable[[TextCheck], TextCheck]:
    """Register a rule that reads one text at a time, in every language."""

    def register(check: TextCheck) -> TextCheck:
        _add(id, check, severity=severity, check_text=check, needs=needs)
        return check

    return register


def translation_rule(
    id: str, *, needs: str | None = None, severity: Severity = "error"
) -> Callable[[TextCheck], TextCheck]:
    """Register a rule that reads one translation at a time, beside its source text. Neither is empty."""

    def register(check: TextCheck) -> TextCheck:
        _add(id, check, severity=severity, check_text=check, is_about_translations=True, needs=needs)
        return check

    return register


def is_own(function: Callable[..., Any]) -> bool:
    """Return True if a function belongs to the generator, not to another package."""
    return getattr(function, "__module__", "").partition(".")[0] == __name__.partition(".")[0]


def _add(id: str, function: Any, **settings: Any) -> None:
    summary, _, explanation = inspect.cleandoc(function.__doc__ or "").partition("\n")
    new = Rule(id, function.__name__.replace("_", "-"), summary, explanation.strip("\n"), **settings)
    if not ID.fullmatch(id):
        raise ValueError(f"{id!r} is not a rule id: a letter and two digits")
    if id[0] in RESERVED and not is_own(function):
        raise ValueError(f"the rule id {id} is reserved: ids that begin with one of {RESERVED} belong to error-catalog")
    for other in RULES.values():
        if id == other.id or new.name == other.name:
            raise ValueError(f"the rule {id} {new.name} has the id or the name of {other.id} {other.name}")
    if not summary:
        raise ValueError(f"the rule {id} has no docstring, which says what it demands")
    RULES[id] = new
