"""The texts of a catalog by language, as the package looks them up."""

from collections.abc import Iterator

from error_catalog.model.catalog import Catalog
from error_catalog.model.texts import Unit


class Texts:
    """The texts of errors, categories and recoveries.

    Attributes:
        by_language: The current texts of each language by their msgctxt.
        complete: The languages that have every text that the source language has, which is one of them.
    """

    def __init__(self, catalog: Catalog) -> None:
        units = [unit for unit in _units(catalog) if unit.source.strip()]
        self.by_language = {tag: dict(_of(units, tag, catalog)) for tag in catalog.languages}
        self.complete = tuple(tag for tag, texts in self.by_language.items() if len(texts) == len(units))


def _units(catalog: Catalog) -> Iterator[Unit]:
    for error in catalog.errors:
        yield from error.texts.values()
        if error.retired:
            yield error.retired.reason
    yield from catalog.categories.values()
    for recovery in catalog.recoveries.values():
        yield from {recovery.title.context: recovery.title, recovery.advice.context: recovery.advice}.values()


def _of(units: list[Unit], tag: str, catalog: Catalog) -> Iterator[tuple[str, str]]:
    is_source = tag == catalog.source_language
    for unit in units:
        if text := unit.source if is_source else unit.current(tag):
            yield unit.context, text
