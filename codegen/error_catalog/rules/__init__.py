"""Catalog → findings. Every module here that has a rule adds it to the table in `registry`.

S rules are about the structure of the YAML, C rules about its content. Content rules accept exceptions beside a text:
`accept: {C17: "why"}`.
"""

import pkgutil
from collections.abc import Iterable, Iterator
from importlib import import_module

from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import CatalogError, Finding, Keys
from error_catalog.rules import others
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.registry import RULES, Rule, RuleFailed, can_be_accepted

Complaints = Iterator[tuple[Rule, Complaint]]

for _module in pkgutil.iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")


def every_rule() -> list[Rule]:
    """Return all rules, those of other packages too, in the order of their ids."""
    others.load()
    return [RULES[id] for id in sorted(RULES)]


def check(catalog: Catalog, *, hints: bool = True) -> list[Finding]:
    """Return the findings in a catalog, sorted by place.

    Args:
        catalog: The catalog.
        hints: Whether to return hints, which fail nothing.

    Example:
        >>> [finding.rule for finding in check(catalog)]
        []
    """
    others.load()
    found = [*_of_the_whole(catalog, RULES.values(), hints), *_of_each_text(catalog, hints)]
    accepted = _accepted(catalog)
    used = {(complaint.keys, rule.id) for rule, complaint in found if complaint.keys in accepted}
    complaints = [(rule, complaint) for rule, complaint in found if rule.id not in accepted.get(complaint.keys, ())]
    used |= {(text.keys, id) for text in catalog.texts if text.is_stale for id in text.accepted}  # until it is current
    complaints += [(RULES["S06"], complaint) for complaint in _idle(accepted, used, hints)]
    return _sorted(catalog, complaints)


def check_structure(catalog: Catalog) -> list[Finding]:
    """Return the findings because of which a catalog cannot be used at all; rules about texts are not asked."""
    rules = [rule for rule in RULES.values() if not is_about_content(rule.id)]
    return _sorted(catalog, _of_the_whole(catalog, rules, hints=False))


def refuse_unusable(catalog: Catalog) -> None:
    """Raise CatalogError if `check_structure` finds anything."""
    findings = check_structure(catalog)
    if findings:
        raise CatalogError(findings)


def is_about_content(id: str) -> bool:
    """Return True if a catalog with findings of a rule can still be used: its texts are wrong, not its structure."""
    return id[0] not in "YS" or id == "S06"


def _of_the_whole(catalog: Catalog, rules: Iterable[Rule], hints: bool) -> Complaints:
    for rule in rules:
        if rule.check is not None and (hints or rule.severity == "error"):
            try:
                for complaint in rule.check(catalog):
                    yield rule, complaint
            except RuleFailed as error:
                yield RULES["S13"], Complaint((), "rules", str(error))


def _of_each_text(catalog: Catalog, hints: bool) -> Complaints:
    """Ask every rule about a text before the next text: what rules learn about a text is remembered for a moment."""
    rules = [rule for rule in RULES.values() if rule.check_text is not None and (hints or rule.severity == "error")]
    of_texts, of_sources = {}, {}
    for tag, language in catalog.languages.items():
        asked = [rule for rule in rules if rule.needs is None or language.has(rule.needs)]
        of_texts[tag] = [(rule, rule.check_text) for rule in asked]
        of_sources[tag] = [(rule, rule.check_text) for rule in asked if not rule.is_about_translations]
    for unit in catalog.units:
        for tag, text in unit.texts.items():
            if text.is_stale and text.made_from is None:
                continue  # what it was a translation of is not known
            is_alone = text.is_source or not text.source.strip() or not text.text.strip()
            for rule, check_text in (of_sources if is_alone else of_texts)[tag]:
                try:
                    for message, span in check_text(text):  # type: ignore[misc]
                        yield rule, Complaint(text.keys, text.where, message, text=text.text, span=span)
                except RuleFailed as error:
                    yield RULES["S13"], Complaint(text.keys, text.where, str(error))


def _sorted(catalog: Catalog, complaints: Iterable[tuple[Rule, Complaint]]) -> list[Finding]:
    """Return the findings by their place, each once."""
    findings = (_finding(catalog, rule, complaint) for rule, complaint in complaints)
    unique = {finding[:5]: finding for finding in findings}
    return [unique[key] for key in sorted(unique)]


def _finding(catalog: Catalog, rule: Rule, complaint: Complaint) -> Finding:
    return Finding(
        path=catalog.document.path_of(complaint.keys),
        place=complaint.place(catalog.document),
        rule=rule.id,
        where=complaint.where,
        message=complaint.message,
        name=rule.name,
        severity=rule.severity,
        keys=complaint.keys,
        text=complaint.text,
        span=complaint.span,
    )


def _accepted(catalog: Catalog) -> dict[Keys, list[str]]:
    """Return the rules that do not apply to a text, by the keys of the text."""
    return {text.keys: list(text.accepted) for text in catalog.texts if text.accepted}


def _idle(accepted: dict[Keys, list[str]], used: set[tuple[Keys, str]], hints: bool) -> Iterator[Complaint]:
    """Complain about exceptions without effect."""
    for keys, ids in accepted.items():
        for id in ids:
            is_asked = can_be_accepted(id) and (hints or RULES[id].severity == "error")
            if is_asked and (keys, id) not in used:
                where = ".".join(map(str, keys[:-1])).removeprefix("errors.")
                message = f"accepts {id}, which finds nothing here; remove it"
                yield Complaint((*keys[:-1], "accept", id), where, message, is_about_key=True)
