"""The rules find damage that nobody meant."""

import pytest
from mutants import CATALOG, hunt, table

import error_catalog


def test_the_undamaged_catalog_has_no_findings():
    """Otherwise every mutant would be found."""
    assert error_catalog.check(error_catalog.read(CATALOG), hints=False) == []


@pytest.mark.slow
@pytest.mark.parametrize("unseen", [False, True], ids=["known kinds", "unseen kinds and texts"])
def test_mutants_are_found(unseen: bool, capsys: pytest.CaptureFixture[str]):
    """With the data of this catalog, three quarters of them draw a failing complaint."""
    result = hunt(3, seed=1, unseen=unseen)
    with capsys.disabled():
        print(f"\n{table(result)}")
    assert result.failed.total() >= 0.75 * result.tried.total(), result.missed


@pytest.mark.slow
@pytest.mark.parametrize("unseen", [False, True], ids=["known kinds", "unseen kinds and texts"])
def test_mutants_are_noticed_without_data(unseen: bool):
    """Without glossary, protected words and style, nearly half of them draw at least a hint."""
    result = hunt(2, seed=2, data=False, hints=True, unseen=unseen)
    assert result.noticed.total() >= 0.45 * result.tried.total(), result.missed
