"""The table of the optional fields of an error, and the fields that a catalog adds to it.

One row here is all that a built-in field takes, beside its label in `words/`: the input schema, the exported schema,
the package with its types, PO, JSON, pages, the command and `compare` follow the table. A catalog adds fields of its
own under `fields:` in its YAML; they are the same kind of value and go the same way.
"""

from dataclasses import dataclass, field
from typing import Any

from error_catalog.model.document import Mapping, mapping

Schema = dict[str, Any]

SCALARS: dict[str, Schema] = {
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "string": {"type": "string", "minLength": 1},
    "boolean": {"type": "boolean"},
    "url": {
        "description": "an address that starts with https://",
        "type": "string",
        "pattern": r"^https?://[^\s<>\"]+$",
    },
}
"""The types of values that a catalog's own fields can have, beside `text`, as JSON Schema."""

STRUCTURES = ("text", "category", "recovery", "figures", "examples", "synonyms", "retirement")
"""The types that have a definition of their own in `schema.json`."""

MAPPINGS = ("examples", "synonyms")
"""Those of them whose value is an empty mapping if an error does not have the field."""


@dataclass(frozen=True, slots=True)
class Field:
    """An optional field of an error.

    Attributes:
        name: The key in the YAML, in JSON, and the attribute in Python.
        type: A key of SCALARS, or one of STRUCTURES.
        help: One sentence for editors, docstrings and schemas.
        label: The name of its label among the generator's own words; empty for a catalog's own field.
        many: Whether the value is a list of such values.
        values: The only values that a string can have, if they are limited.
        lookup: Whether searching finds errors by the value.
        is_own: Whether the catalog added it.
    """

    name: str
    type: str
    help: str
    label: str = ""
    many: bool = False
    values: tuple[str, ...] = ()
    lookup: bool = False
    is_own: bool = False

    @property
    def is_text(self) -> bool:
        """Whether the value is translated."""
        return self.type == "text"

    @property
    def schema(self) -> Schema:
        """The JSON Schema of the value in the YAML."""
        one = {"$ref": f"#/$defs/{self.type}"} if self.type in STRUCTURES else dict(SCALARS[self.type])
        if self.values:
            one = {"enum": list(self.values)}
        return {"title": self.help} | ({"type": "array", "items": one} if self.many else one)


FIELDS = (
    Field("note", "text", "What the error means.", label="column_note"),
    Field("category", "category", "What the error is about.", label="category"),
    Field("recovery", "recovery", "What the caller can do.", label="what_to_do"),
    Field("limit", "figures", "The limit that was exceeded, in figures.", label="limit"),
    Field("placeholders", "examples", "What `{name}` in the texts stands for, each with an example.", label="example"),
    Field("keywords", "synonyms", "What readers search for, in addition to the texts.", label="keywords"),
    Field(
        "retired", "retirement", "Since when the code is no longer sent, why, and what replaces it.", label="retired"
    ),
)
"""The built-in optional fields, in the order in which outputs show them."""

REQUIRED = ("name", "message")
"""The keys that every error has."""


@dataclass(frozen=True, slots=True)
class Table:
    """The fields of one catalog, built-in ones first."""

    fields: dict[str, Field] = field(default_factory=lambda: {row.name: row for row in FIELDS})

    @classmethod
    def of(cls, root: Mapping) -> "Table":
        """Return the built-in fields and the well-formed fields of a YAML's `fields:`."""
        rows = {row.name: row for row in FIELDS}
        for name, node in mapping(root.get("fields")).items():
            row = _own(name, node)
            if row is not None and name not in rows and name not in REQUIRED:
                rows[name] = row
        return cls(rows)

    @property
    def texts(self) -> list[str]:
        """The names of the translated fields, `message` first."""
        return ["message", *(row.name for row in self.fields.values() if row.is_text)]

    @property
    def own_texts(self) -> list[Field]:
        """The translated fields that the catalog added."""
        return [row for row in self.own if row.is_text]

    @property
    def data(self) -> list[Field]:
        """The fields that are not translated."""
        return [row for row in self.fields.values() if not row.is_text]

    @property
    def own(self) -> list[Field]:
        """The fields that the catalog added."""
        return [row for row in self.fields.values() if row.is_own]

    @property
    def lookup(self) -> list[Field]:
        """The fields by whose values errors are found."""
        return [row for row in self.fields.values() if row.lookup]


def _own(name: str, node: Any) -> Field | None:
    """Return the field that a catalog declares, or None if the declaration is malformed."""
    node = mapping(node)
    kind, values, label = node.get("type"), node.get("values", []), mapping(node.get("label"))
    if not isinstance(kind, str) or (kind not in SCALARS and kind != "text") or not isinstance(values, list):
        return None
    words = next((text for text in label.values() if isinstance(text, str)), name)
    return Field(
        name=name,
        type=kind,
        help=f"{words.rstrip('.')}.",
        many=node.get("many") is True and kind in SCALARS,
        values=tuple(value for value in values if isinstance(value, str)) if kind == "string" else (),
        lookup=node.get("lookup") is True and kind in SCALARS,
        is_own=True,
    )
