"""Catalog → findings. Every module here that has a rule adds it to the table in `registry`.

S rules are about the structure of the YAML, C rules about its content. How findings of content rules count is set by
`rules:` (see `settings`); a text can have exceptions, `accept: {C17: "why"}`; and what the baseline knows is not
reported (see `known`). `asking` asks every rule.
"""

import pkgutil
from importlib import import_module

from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import CatalogError, Finding
from error_catalog.rules import others
from error_catalog.rules.asking import check_structure, every_finding, is_about_content
from error_catalog.rules.known import Compared, compared
from error_catalog.rules.registry import RESERVED, RULES, Rule

__all__ = [
    "beside_baseline",
    "check",
    "check_structure",
    "every_finding",
    "every_rule",
    "is_about_content",
    "refuse_unusable",
]

for _module in pkgutil.iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")


def every_rule() -> list[Rule]:
    """Return all rules in the order of their ids, those of other packages last."""
    others.load()
    return [RULES[id] for id in sorted(RULES, key=lambda id: (id[0] not in RESERVED, id))]


def check(catalog: Catalog, *, hints: bool = True) -> list[Finding]:
    """Return the findings in a catalog that its baseline does not know, sorted by place.

    Args:
        catalog: The catalog.
        hints: Whether to return hints, which fail nothing.

    Example:
        >>> [finding.rule for finding in check(catalog)]
        []
    """
    return beside_baseline(catalog, hints=hints).new


def beside_baseline(catalog: Catalog, *, hints: bool = True) -> Compared:
    """Return the findings in a catalog, beside what its baseline knows.

    If the baseline cannot be used, only that and what is wrong with the structure of the catalog is found.
    """
    if catalog.baseline.findings:
        return Compared(sorted([*catalog.baseline.findings, *check_structure(catalog)]), known=0)
    return compared(catalog, every_finding(catalog, hints=hints), is_whole=hints)


def refuse_unusable(catalog: Catalog) -> None:
    """Raise CatalogError if `check_structure` finds anything."""
    findings = check_structure(catalog)
    if findings:
        raise CatalogError(findings)
