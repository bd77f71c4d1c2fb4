"""The optional fields of errors in TypeScript: their types, and their values."""

from datetime import timedelta
from typing import Any

from error_catalog.model.catalog import Catalog, Error, Recovery, Retirement
from error_catalog.model.fields import MAPPINGS, Field
from error_catalog.outputs.escaping import Escaped
from error_catalog.outputs.typescript.syntax import union

NAMES = {
    "integer": "number",
    "number": "number",
    "string": "string",
    "boolean": "boolean",
    "url": "string",
    "text": "string",
    "category": "Category",
    "recovery": "Recovery",
    "figures": "Limit",
    "examples": "Readonly<Record<string, string>>",
    "synonyms": "Readonly<Partial<Record<Language, readonly string[]>>>",
    "retirement": "Retirement",
}
"""The type of one value, by the type of the field."""


class Types:
    """The fields of one catalog, as its templates need them."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self.data = catalog.fields.data
        self.texts = [row for row in catalog.fields.fields.values() if row.is_text]

    def annotation(self, row: Field) -> Escaped:
        """Return the type of a field. It can be null only if an error of the catalog does not have the field."""
        one = f"({union(list(row.values))})" if row.values else NAMES[row.type]
        if row.many:
            return Escaped(f"readonly {one}[]")
        return Escaped(one if row.type in MAPPINGS or self.is_everywhere(row) else f"{one} | null")

    def is_everywhere(self, row: Field) -> bool:
        """Return True if every error has the field."""
        return all(row.name in (error.texts if row.is_text else error.values) for error in self._catalog.errors)

    def figures(self) -> list[str]:
        """Return the names of the figures of limits."""
        return sorted({figure for error in self._catalog.errors for figure in error.limit})

    def facts(self, error: Error) -> dict[str, Any]:
        """Return the fields of an error that are not translated. What it does not have is null or empty."""
        known = {row.name: _value(error.values.get(row.name), row) for row in self.data}
        return {"code": error.code, "name": error.name, **known}

    def recovery(self, recovery: Recovery) -> dict[str, Any]:
        """Return what a recovery is, but for its texts."""
        wait = timedelta(**recovery.wait).total_seconds() if recovery.wait else None
        return {
            "name": recovery.name,
            "resend": recovery.resend,
            "retry": recovery.resend == "unchanged",
            "attempts": recovery.attempts,
            "wait_seconds": wait,
            "stated": recovery.is_stated,
        }


def _value(value: Any, row: Field) -> Any:
    if value is None:
        return [] if row.many else {} if row.type in MAPPINGS else None
    if isinstance(value, Recovery):
        return value.name
    if isinstance(value, Retirement):
        return {"since": value.since, "replaced_by": value.replaced_by}
    return value
