"""What a rule is, the table of all rules, and the three decorators that add one to it.

A rule is a function. Its docstring says in the first line what the rule demands; explanation and examples follow, and
its name is the rule's name: `sentence_count` is the rule `sentence-count`. Rules of other packages are found by the
entry point group `error_catalog.rules`: the entry point refers to such a function, or to a module that has some.
"""

import difflib
import inspect
import re
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any, Literal, NamedTuple

from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import STRUCTURAL, Span
from error_catalog.model.language import Language
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint

Fault = tuple[str, Span | None]
"""What a rule about texts yields: what is wrong, and the part of the text at fault."""

Check = Callable[[Catalog], Iterator[Complaint]]
TextCheck = Callable[[Text], Iterator[Fault]]
Severity = Literal["error", "hint"]
WorksIn = Callable[[Language], bool]


class Extra(NamedTuple):
    """A library, and the extra of error-catalog that brings it."""

    library: str
    extra: str

    @property
    def is_installed(self) -> bool:
        return find_spec(self.library) is not None


ID = re.compile(r"[A-Z]\d\d", re.ASCII)

RESERVED = "CFPSY"
"""The letters that ids of the generator's own rules begin with. Rules of other packages have other letters."""


OUTDATED = "F01"
"""The rule about generated files. A catalog whose generated files are not committed switches it off."""


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
        works_in: Whether the rule can be checked in a language: what it needs to know does not stand in the catalog.
        extra: The library that it needs, if that is not always installed.
        is_about_languages: Whether its findings are about texts in one language, so that a language can set it.
        is_partly_fixed: Whether some of its complaints are structural, so that it is asked even if it is off.
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
    works_in: WorksIn | None = None
    extra: Extra | None = None
    is_about_languages: bool = True
    is_partly_fixed: bool = False

    @property
    def is_about_content(self) -> bool:
        """Whether a catalog with its findings can still be used: a text is wrong, not the structure."""
        return self.id[0] not in STRUCTURAL

    @property
    def is_fixed(self) -> bool:
        """Whether no catalog can set it: without it, there is nothing that could be generated or imported."""
        return not self.is_about_content and self.id != OUTDATED

    def has_data(self, language: Language) -> bool:
        """Return True if there is what the rule needs to know about a language."""
        has_data = self.needs is None or language.has(self.needs)
        return has_data and (self.works_in is None or self.works_in(language))


RULES: dict[str, Rule] = {}
"""Every rule by id. `error_catalog.rules` fills it."""


def can_be_accepted(id: str) -> bool:
    """Return True if `id` is the id of a rule about content: a text can accept those."""
    return id in RULES and RULES[id].is_about_content


def named(name: str) -> Rule | None:
    """Return the rule with an id or a name, or None."""
    return RULES.get(name) or next((rule for rule in RULES.values() if rule.name == name), None)


def nearest(name: str) -> str:
    """Return what to say to somebody who has named a rule that does not exist."""
    names = {name.casefold(): name for name in [*RULES, *(rule.name for rule in RULES.values())]}
    near = difflib.get_close_matches(name.casefold().replace("_", "-"), names, 1)
    return f"do you mean {names[near[0]]}?" if near else "see `error-catalog rules`"


def rule(
    id: str,
    *,
    severity: Severity = "error",
    works_in: WorksIn | None = None,
    extra: Extra | None = None,
    **traits: bool,
) -> Callable[[Check], Check]:
    """Register a rule that reads the whole catalog. `traits` are attributes of Rule that begin with `is_`."""

    def register(check: Check) -> Check:
        _add(id, check, severity=severity, check=check, works_in=works_in, extra=extra, **traits)
        return check

    return register


def text_rule(
    id: str, *, needs: str | None = None, severity: Severity = "error", works_in: WorksIn | None = None
) -> Callable[[TextCheck], TextCheck]:
    """Register a rule that reads one text at a time, in every language."""

    def register(check: TextCheck) -> TextCheck:
        _add(id, check, severity=severity, check_text=check, needs=needs, works_in=works_in)
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


def outside(id: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Register a rule that is checked elsewhere, where files are read and written. The function is never called."""

    def register(described: Callable[[], None]) -> Callable[[], None]:
        _add(id, described, is_about_languages=False)
        return described

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
