"""One test for every text of the catalog: a failure reads `test_text[20022-note-fr]`."""

from collections import defaultdict

import pytest
from conftest import CATALOG

import error_catalog

catalog = error_catalog.read(CATALOG)
findings = defaultdict(list)
for finding in error_catalog.check(catalog):
    if finding.severity == "error":
        findings[finding.where].append(str(finding))
texts = [f"{unit.context}.{tag}" for unit in catalog.units for tag in catalog.languages]


def test_there_are_texts_of_every_error_in_every_language():
    assert len(catalog.errors) == 27
    assert {f"{error.key}.message.{tag}" for error in catalog.errors for tag in catalog.languages} <= set(texts)


@pytest.mark.parametrize("where", [pytest.param(where, id=where.replace(".", "-")) for where in texts])
def test_text(where: str):
    assert findings[where] == []


def test_everything_else():
    assert {where: found for where, found in findings.items() if found and where not in texts} == {}
