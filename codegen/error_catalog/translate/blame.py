"""What is wrong with a translator's texts.

An entry is left for what the translator wrote, and for nothing else: findings that the catalog had before, or that are
about texts which the file does not offer, are left for `check`.
"""

from collections.abc import Iterable

from error_catalog import rules
from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import CatalogError, Finding, Keys
from error_catalog.translate.offers import Left, Offer, Offers

Complaint = tuple[Offer, Finding]
ByKeys = dict[Keys, list[Offer]]

IDLE = "S06"
"""The rule about exceptions (`accept`) without effect: translators cannot remove what a better text makes idle."""


def complaints(
    new: Catalog, old: Catalog, offers: Offers, taken: list[Offer], tag: str, *, force: bool
) -> list[Complaint]:
    """Return the findings that the offered texts cause, each with the offer that it is about.

    Args:
        new: The catalog with the offered texts.
        old: The catalog as it is.
        offers: The translator's file.
        taken: The texts that the catalog did not have before.
        tag: The language of the file.
        force: Whether findings of content rules are ignored.

    Raises:
        CatalogError: The catalog cannot be used any more, and no single entry is the reason.
    """
    found = rules.check_structure(new) if force else rules.check(new, hints=False)
    found = [finding for finding in found if finding.severity == "error" and finding.rule != IDLE]
    structural = [finding for finding in found if not rules.is_about_content(finding.rule)]
    blamed = _by_keys(new, offers.texts, tag)
    parts = blamed | _of_new_errors(new, old, offers)
    unknown = [_placed(finding, old) for finding in structural if not _offers(finding, parts)]
    if unknown:
        raise CatalogError(unknown)
    content = [finding for finding in found if rules.is_about_content(finding.rule)]
    caused = _caused(content, old, blamed, _by_keys(new, taken, tag))
    return [
        *((offer, finding) for finding in structural for offer in _offers(finding, parts)),
        *((offer, finding) for finding in caused for offer in _offers(finding, blamed)),
    ]


def left(complaint: Complaint) -> Left:
    """Return a complaint as what is left of an entry, at the line of the translator's file."""
    offer, finding = complaint
    return Left(offer.line, finding.where, finding.message, finding.rule, finding.name)


def _placed(finding: Finding, old: Catalog) -> Finding:
    """Return a finding at its place in the YAML as it is."""
    if finding.path == old.baseline.path:
        return finding
    return finding._replace(place=old.document.place(finding.keys))


def _by_keys(catalog: Catalog, texts: Iterable[Offer], tag: str) -> ByKeys:
    """Return each offered text by its keys in the YAML."""
    keys = {unit.context: unit.keys for unit in catalog.readable}
    return {(*keys[offer.context], tag): [offer] for offer in texts if offer.context in keys}


def _of_new_errors(new: Catalog, old: Catalog, offers: Offers) -> ByKeys:
    """Return the texts of each error that the file adds, by the keys of the error in the YAML."""
    known = {error.key for error in old.errors}
    found: ByKeys = {("errors", error.key): [] for error in new.errors if error.key not in known}
    for offer in offers.texts:
        keys = ("errors", offer.context.rpartition(".")[0])
        if keys in found:
            found[keys].append(offer)
    return found


def _offers(finding: Finding, blamed: ByKeys) -> list[Offer]:
    """Return the offers for the nearest of a finding's keys that has some."""
    found = (blamed.get(finding.keys[:length], []) for length in range(len(finding.keys), 0, -1))
    return next((offers for offers in found if offers), [])


def _caused(findings: list[Finding], old: Catalog, blamed: ByKeys, taken: ByKeys) -> list[Finding]:
    """Return the findings in texts that are taken, and the new ones in those that the catalog had already."""
    offered = [finding for finding in findings if _offers(finding, blamed)]
    is_taken = [bool(_offers(finding, taken)) for finding in offered]
    known = set() if all(is_taken) else {(finding.rule, finding.keys) for finding in rules.check(old, hints=False)}
    return [
        finding
        for finding, is_theirs in zip(offered, is_taken, strict=True)
        if is_theirs or (finding.rule, finding.keys) not in known
    ]
