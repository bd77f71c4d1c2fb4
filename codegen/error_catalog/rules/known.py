"""Findings beside the baseline: those that it knows, and those that are new."""

from collections import Counter
from typing import NamedTuple

from error_catalog.model.baseline import Known, place_of
from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import START, Finding, Place
from error_catalog.rules.registry import RULES


class Compared(NamedTuple):
    """The findings that a baseline does not know, sorted by place, and how many it knows."""

    new: list[Finding]
    known: int


def compared(catalog: Catalog, findings: list[Finding], *, is_whole: bool) -> Compared:
    """Return which findings the baseline of a catalog does not know.

    Args:
        catalog: The catalog, with a baseline that can be used.
        findings: The findings in it.
        is_whole: Whether these are all findings, so that what is in the baseline alone is gone.
    """
    baseline = catalog.baseline
    if not baseline.known:
        return Compared(findings, 0)
    if baseline.package != catalog.package:
        message = f"has no effect: it is that of the package {baseline.package}; delete it, or move one of the catalogs"
        return Compared(_sorted([*findings, *([_hint(catalog, START, message)] if is_whole else [])]), 0)
    left, new = Counter(baseline.known), []
    for finding, known in zip(findings, recordable(catalog, findings), strict=True):
        if known is not None and left[known] > 0:
            left[known] -= 1
        else:
            new.append(finding)
    gone = list(left.elements())
    if gone and is_whole and not any(finding.is_structural for finding in findings):
        count = f"{len(gone)} finding{'s' * (len(gone) > 1)} that {'are' if len(gone) > 1 else 'is'} gone"
        place = place_of(baseline, gone[0])
        message = f"has {count}, such as {gone[0].rule} {gone[0].where}; run `error-catalog baseline`"
        new = _sorted([*new, _hint(catalog, place, message)])
    return Compared(new, len(baseline.known) - len(gone))


def recordable(catalog: Catalog, findings: list[Finding]) -> list[Known | None]:
    """Return each finding as a baseline has it, or None for one that cannot be in a baseline."""
    texts = {text.keys: text for text in catalog.texts} if findings else {}
    found: list[Known | None] = []
    for finding in findings:
        rule, text = RULES.get(finding.rule), texts.get(finding.keys)
        if rule is None or not rule.is_about_content or finding.is_structural:
            found.append(None)
            continue
        value = catalog.document.value(finding.keys) if finding.keys else None
        is_scalar = isinstance(value, (str, int, float))
        compares = text is not None and not text.is_source and (rule.check is not None or rule.is_about_translations)
        part = finding.text[slice(*finding.span)] if finding.text is not None and finding.span else None
        source = text.source if text is not None and compares else None
        found.append(Known(rule.id, finding.where, str(value) if is_scalar else None, source, part))
    return found


def _hint(catalog: Catalog, place: Place, message: str) -> Finding:
    return Finding(catalog.baseline.path, place, "S18", "baseline", message, name="baseline", severity="hint")


def _sorted(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: finding[:5])
