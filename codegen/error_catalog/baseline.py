"""Record the findings of today as known: write `baseline.json` beside the catalog."""

import os
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from error_catalog import rules
from error_catalog.lock import lock
from error_catalog.model import baseline
from error_catalog.model.baseline import Known
from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import START, CatalogError, Finding, has_errors
from error_catalog.rules.known import recordable
from error_catalog.temporary import leftovers, written_beside
from error_catalog.write import WriteError


class Recorded(NamedTuple):
    """How many findings a baseline has now, how many of them it did not have, and how many it has no longer."""

    known: int
    added: int
    removed: int


def record(catalog: Catalog) -> Recorded:
    """Record every finding about the content of a catalog, and remove those that are gone.

    Without findings, there is no baseline: the file is removed.

    Raises:
        CatalogError: The catalog has findings that cannot be in a baseline, or its baseline cannot be read.
        WriteError: The file cannot be written. Nothing was changed.
        Locked: Another run has locked the folder for too long.
    """
    if catalog.baseline.findings:
        raise CatalogError(list(catalog.baseline.findings))
    _refuse_others(catalog)
    findings = rules.every_finding(catalog)
    entries = recordable(catalog, findings)
    refused = [finding for finding, entry in zip(findings, entries, strict=True) if entry is None]
    if has_errors(refused):
        raise CatalogError(refused)
    known = [entry for entry in entries if entry is not None]
    _write(Path(catalog.baseline.path), baseline.text_of(catalog.package, known) if known else None)
    return _counted(list(catalog.baseline.known), known)


def _refuse_others(catalog: Catalog) -> None:
    """Refuse to overwrite the baseline of another catalog."""
    other = catalog.baseline.package
    if other and other != catalog.package:
        message = f"is that of the package {other}; delete it, or move one of the two catalogs to another folder"
        raise CatalogError([Finding(catalog.baseline.path, START, "S18", "baseline", message, name="baseline")])


def _counted(old: list[Known], new: list[Known]) -> Recorded:
    kept = (Counter(old) & Counter(new)).total()
    return Recorded(len(new), len(new) - kept, len(old) - kept)


def _write(path: Path, text: str | None) -> None:
    """Replace the file as a whole, or remove it."""
    path = path.resolve()
    with lock(path.parent):
        for leftover in leftovers(path, path.parent):
            leftover.unlink()
        if text is None:
            path.unlink(missing_ok=True)
            return
        try:
            with written_beside(path, text.encode()) as temporary:
                os.replace(temporary, path)
        except OSError as error:
            raise WriteError(f"{path}: {error.strerror}; nothing was changed") from error
