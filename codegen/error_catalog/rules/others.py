"""Rules of other packages, found by the entry point group `error_catalog.rules`."""

import inspect
from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib.metadata import EntryPoint
from typing import Any

from error_catalog import plugins
from error_catalog.model.catalog import Catalog
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.registry import RULES, Fault, Rule, RuleFailed, is_own, rule

GROUP = "error_catalog.rules"


@rule("S13")
def rules_of_others(catalog: Catalog) -> Iterator[Complaint]:
    """Every rule of another package can be loaded, and runs to its end."""
    for message in load():
        yield Complaint((), "rules", message)


@cache
def load() -> tuple[str, ...]:
    """Load the rules of other packages, and return a message for each entry point that cannot be used."""
    failed = tuple(filter(None, map(_load, plugins.points(GROUP))))
    for id, found in RULES.items():
        function = _function(found)
        if function is not None and not is_own(function):
            RULES[id] = _guarded(found)
    return failed


def _load(point: EntryPoint) -> str:
    """Load an entry point and return why it cannot be used. Of one that fails, no rule is kept."""
    before = dict(RULES)
    try:
        loaded = plugins.load(point)
    except plugins.PluginError as error:
        RULES.clear()
        RULES.update(before)
        return f"the rules {error}"
    if any(_refers(loaded, _function(found)) for found in RULES.values()):
        return ""
    return f"the rules {plugins.shown(point)}: there is no function with a decorator of error_catalog.rules.registry"


def _refers(loaded: Any, function: Callable[..., Any] | None) -> bool:
    """Return True if `loaded` is the function, or a module that has it, or a package with such a module."""
    if function is None:
        return False
    if not inspect.ismodule(loaded):
        return loaded is function
    is_in_it = f"{function.__module__}.".startswith(f"{loaded.__name__}.")
    return is_in_it or any(value is function for value in vars(loaded).values())


def _function(found: Rule) -> Callable[..., Any] | None:
    """Return the function of a rule; rules that are checked elsewhere have none."""
    return found.check or found.check_text


def _guarded(found: Rule) -> Rule:
    """Return a rule that raises RuleFailed, and nothing else, if its function fails or yields what it must not."""
    return found._replace(
        check=found.check and partial(_whole, found.id, found.check),
        check_text=found.check_text and partial(_each, found.id, found.check_text),
    )


def _whole(id: str, check: Callable[[Catalog], Iterator[Complaint]], catalog: Catalog) -> Iterator[Complaint]:
    try:
        for complaint in check(catalog):
            if not isinstance(complaint, Complaint) or not isinstance(complaint.message, str):
                raise TypeError(f"{complaint!r} is not a Complaint")
            complaint.place(catalog.document)
            yield complaint
    except Exception as error:
        raise RuleFailed(f"the rule {id} has failed: {plugins.why(error)}") from error


def _each(id: str, check_text: Callable[[Text], Iterator[Fault]], text: Text) -> Iterator[Fault]:
    try:
        for message, span in check_text(text):
            start, end = span or (0, 0)
            if not isinstance(message, str) or not 0 <= start <= end <= len(text.text):
                raise TypeError(f"{message!r}, {span!r} is not a message with a part of the text")
            yield message, span
    except Exception as error:
        raise RuleFailed(f"the rule {id} has failed: {plugins.why(error)}") from error
