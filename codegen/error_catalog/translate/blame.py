"""What is wrong with a translator's texts, at the lines of the translator's file.

An import is refused for what the translator wrote, and for nothing else: findings that the catalog had before, or that
are about texts which the file does not offer, are left for `check`.
"""

from collections.abc import Iterable

from error_catalog import rules
from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import CatalogError, Finding, Keys, Place
from error_catalog.translate.offers import Offer, Offers

Lines = dict[Keys, int]

IDLE = "S06"
"""The rule about exceptions (`accept`) without effect: translators cannot remove what a better text makes idle."""


def refuse_findings(new: Catalog, old: Catalog, offers: Offers, taken: list[Offer], tag: str, *, force: bool) -> None:
    """Raise CatalogError if there are findings in the offered texts, or if the catalog cannot be used any more.

    Args:
        new: The catalog with the offered texts.
        old: The catalog as it is.
        offers: The translator's file.
        taken: The texts that the catalog did not have before.
        tag: The language of the file.
        force: Whether findings of content rules are ignored.
    """
    found = rules.check_structure(new) if force else rules.check(new, hints=False)
    found = [finding for finding in found if finding.severity == "error" and finding.rule != IDLE]
    lines = _lines(new, offers.texts, tag)
    structural = [finding for finding in found if not rules.is_about_content(finding.rule)]
    offered = [finding for finding in found if rules.is_about_content(finding.rule) and _line(finding, lines)]
    refused = structural + _caused(offered, old, _lines(new, taken, tag))
    if refused:
        lines |= _lines_of_new_errors(new, old, offers)
        raise CatalogError(sorted(_placed(finding, lines, old, offers.path) for finding in refused))


def _lines(catalog: Catalog, texts: Iterable[Offer], tag: str) -> Lines:
    """Return the line of each offered text by its keys in the YAML."""
    keys = {unit.context: unit.keys for unit in catalog.readable}
    return {(*keys[offer.context], tag): offer.line for offer in texts if offer.context in keys}


def _lines_of_new_errors(new: Catalog, old: Catalog, offers: Offers) -> Lines:
    """Return the first line of each error that the file adds, by its keys in the YAML."""
    known = {error.key for error in old.errors}
    first: dict[str, int] = {}
    for offer in offers.texts:
        first.setdefault(offer.context.rpartition(".")[0], offer.line)
    added = (error.key for error in new.errors if error.key not in known)
    return {("errors", code): first[code] for code in added}


def _line(finding: Finding, lines: Lines) -> int | None:
    """Return the line for the nearest of a finding's keys that has one."""
    found = (lines.get(finding.keys[:length]) for length in range(len(finding.keys), 0, -1))
    return next((line for line in found if line), None)


def _caused(findings: list[Finding], old: Catalog, taken: Lines) -> list[Finding]:
    """Return the findings in texts that are taken, and the new ones in those that the catalog had already."""
    is_taken = [_line(finding, taken) is not None for finding in findings]
    known = set() if all(is_taken) else {(finding.rule, finding.keys) for finding in rules.check(old, hints=False)}
    return [
        finding
        for finding, is_theirs in zip(findings, is_taken, strict=True)
        if is_theirs or (finding.rule, finding.keys) not in known
    ]


def _placed(finding: Finding, lines: Lines, old: Catalog, path: str) -> Finding:
    if finding.path == old.baseline.path:
        return finding
    line = _line(finding, lines)
    if line:
        return finding._replace(path=path, place=Place(line, 1))
    return finding._replace(place=old.document.place(finding.keys))
