"""One test for every text of a catalog: a failure reads `test_catalog[20022-note-fr]`.

A team with a catalog of its own copies this file into its tests and names the catalog here.
"""

from collections import defaultdict
from pathlib import Path

import pytest

from codegen import rules, source
from codegen.rules.reading import Reading

CATALOG = Path(__file__).parents[1] / "catalog" / "errors.yaml"

document = source.read(CATALOG)
mistakes = defaultdict(list)
for mistake in rules.find(document):
    if not mistake.advisory:
        mistakes[mistake.where].append(str(mistake))
texts = [f"{unit.where}.{tag}" for unit in Reading.of(document).units for tag in document.root["languages"]]


@pytest.mark.parametrize("where", [pytest.param(where, id=where.replace(".", "-")) for where in texts])
def test_catalog(where: str) -> None:
    """The text keeps every rule."""
    assert mistakes[where] == []


def test_structure() -> None:
    """Everything else in the catalog is as it should be."""
    assert {where: found for where, found in mistakes.items() if found and where not in texts} == {}
