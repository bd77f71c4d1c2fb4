"""The optional fields of errors in Python: their types, and their values as literals."""

from typing import Any

from error_catalog.model.catalog import Catalog, Error
from error_catalog.model.fields import MAPPINGS, Field
from error_catalog.outputs.escaping import Escaped
from error_catalog.outputs.package.syntax import call, literal, member, python

NAMES = {
    "integer": "int",
    "number": "float",
    "string": "str",
    "boolean": "bool",
    "url": "str",
    "text": "str",
    "category": "Category",
    "recovery": "Recovery",
    "figures": "Limit",
    "examples": "dict[str, str]",
    "synonyms": "dict[str, tuple[str, ...]]",
    "retirement": "Retirement",
}
"""The Python type of one value, by the type of the field."""

BY_THEMSELVES = ("note", "retired")
"""Fields that the templates write in their own way."""

PLAIN = ("integer", "number", "string", "boolean", "url", "text")
"""Types of fields that the command shows as a label with the value; it shows all others in their own way."""


class Types:
    """The fields of one catalog, as its templates need them."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        fields = catalog.fields.fields.values()
        self.texts = tuple(catalog.fields.texts)
        self.fields = [row for row in fields if row.name not in BY_THEMSELVES]
        self.note = catalog.fields.fields["note"]
        self.other_texts = [row for row in self.fields if row.is_text]
        self.lookup = tuple(row.name for row in catalog.fields.lookup)
        self.needs_literal = any(row.values for row in self.fields)

    def labels(self) -> dict[str, tuple[str, str]]:
        """Return the msgctxt and the source text of the label of each field that the command shows with a label."""
        return {row.name: self._label(row) for row in self.fields if row.type in PLAIN}

    def _label(self, row: Field) -> tuple[str, str]:
        unit = self._catalog.labels[row.name] if row.is_own else self._catalog.words[row.label]
        return unit.context, unit.source

    def figures(self) -> dict[str, str]:
        """Return the type of each figure of the limits of this catalog."""
        found = [figure for error in self._catalog.errors for figure in error.limit.items()]
        floats = {name for name, value in found if isinstance(value, float)}
        return {name: "float" if name in floats else "int" for name in sorted(dict(found))}

    def annotation(self, row: Field, is_qualified: bool = False) -> Escaped:
        """Return the type of an attribute. It is Optional only if an error of the catalog does not have it.

        If it is qualified, the type is written with the name of its module.
        """
        one = NAMES[row.type]
        if row.values:
            one = f"{'typing.' * is_qualified}Literal[{', '.join(map(python, row.values))}]"
        elif is_qualified and one in ("Category", "Recovery", "Limit"):
            one = f"_facts.{one}"
        if row.many:
            return Escaped(f"tuple[{one}, ...]")
        return Escaped(one if row.type in MAPPINGS or self.is_everywhere(row) else f"{one} | None")

    def is_everywhere(self, row: Field) -> bool:
        """Return True if every error has the field."""
        return all(self._value(error, row) is not None for error in self._catalog.errors)

    def literal(self, error: Error, row: Field) -> Escaped:
        """Return the value of a field of an error."""
        value = self._value(error, row)
        if row.type == "category":
            return member(value, "Category")
        if row.type == "recovery":
            return member(value.name if value else None, "Recovery")
        if row.type == "figures":
            return call("Limit", value) if value else Escaped("None")
        if row.type in MAPPINGS:
            return literal(value or {})
        return literal(() if row.many and value is None else value)

    def _value(self, error: Error, row: Field) -> Any:
        if row.is_text:
            return error.texts[row.name].source if row.name in error.texts else None
        return error.values.get(row.name)
