"""The defects of the published pages are found without glossary, protected words and style of ours."""

from typing import Any

from catalogs import as_yaml, plain
from conftest import CATALOG

import error_catalog
from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse


def test_most_defects_of_the_published_pages_that_rules_can_know_are_found():
    """The catalog has 130 reasons to correct the published texts.

    Of its other texts, two at most draw a complaint, since they have other terms than the published ones.
    """
    whole = plain(CATALOG)
    for key in ("glossary", "protected", "rules"):
        del whole[key]
    for language in whole["languages"].values():
        language.pop("style", None)
    reasons: dict[tuple[str, ...], int] = {}
    published = _published(whole, (), reasons)
    findings = error_catalog.check(catalog_of(parse(as_yaml(published), "errors.yaml")))
    drawn = {tuple(map(str, finding.keys)) for finding in findings}
    assert sum(reasons.values()) == 130
    assert sum(count for keys, count in reasons.items() if keys in drawn) >= 60
    elsewhere = {finding.where for finding in findings if tuple(map(str, finding.keys)) not in reasons}
    assert len(elsewhere) <= 2


def _published(node: Any, keys: tuple[str, ...], reasons: dict[tuple[str, ...], int]) -> Any:
    """Return what was published, and note how many reasons there are to correct each text."""
    if not isinstance(node, dict):
        return node
    if node.keys() >= {"text", "published"}:
        reasons[keys] = len(node["because"])
        return node["published"]
    return {key: _published(value, (*keys, str(key)), reasons) for key, value in node.items()}
