"""The JSON Schema of what `data` makes of a catalog."""

from typing import Any

from error_catalog.model.catalog import Catalog
from error_catalog.model.fields import SCALARS, Field

Schema = dict[str, Any]

TEXT: Schema = {
    "description": "A text by BCP 47 tag. A language without a current translation is absent.",
    "type": "object",
    "additionalProperties": {"type": "string"},
}


def export_schema(catalog: Catalog) -> Schema:
    """Return the JSON Schema of `catalog.json` and `index.json`; `$defs/error` describes a file of `codes/`."""
    code = {"type": "integer" if catalog.kind is int else "string"}
    texts = {"type": "object", "additionalProperties": {"$ref": "#/$defs/text"}}
    about = {
        "package": {"description": "Import name of the Python package and gettext domain.", "type": "string"},
        "source_language": {"description": "The language that all others are translated from.", "type": "string"},
        "languages": {"description": "BCP 47 tags.", "type": "array", "items": {"type": "string"}},
        "fields": {"description": "The fields that this catalog adds.", "type": "object"},
        "texts": {"description": "Labels that this catalog has of its own.", **texts},
        "categories": {"description": "Titles by name.", **texts},
        "reasons": {"description": "Why texts differ from the published ones, by name.", **texts},
        "recoveries": {"description": "What a caller can do, by name.", **_objects("recovery")},
        "errors": {"description": "In the order of the codes.", "type": "array", "items": {"$ref": "#/$defs/error"}},
        "unlisted": {"description": "What is known about codes that are not among the errors, by code.", **texts},
        "confirmed": {
            "description": "Source texts for which translations are still right, until the rest is generated, by name.",
            **texts,
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A catalog of error codes, as in index.json. $defs/error is a file of codes/.",
        **_object(about, optional=("fields", "unlisted", "confirmed")),
        "$defs": {"error": _error(catalog, code), "recovery": _recovery(), "text": TEXT},
    }


def _error(catalog: Catalog, code: Schema) -> Schema:
    fields = catalog.fields.fields.values()
    properties = {
        "code": {"description": "What the API sends.", **code},
        "name": {"description": "Name of the member of the Python enum.", "type": "string"},
        "message": {"description": "What happened, in a few words.", "$ref": "#/$defs/text"},
        **{row.name: {"description": row.help, **_field(row, code)} for row in fields},
    }
    return _object(properties, optional=[row.name for row in fields])


def _field(row: Field, code: Schema) -> Schema:
    structures: dict[str, Schema] = {
        "text": {"$ref": "#/$defs/text"},
        "category": {"type": "string"},
        "recovery": {"type": "string"},
        "figures": {"type": "object", "additionalProperties": {"type": "number"}},
        "examples": {"type": "object", "additionalProperties": {"type": "string"}},
        "synonyms": {
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        },
        "retirement": _object(
            {"since": {"type": "string"}, "reason": {"$ref": "#/$defs/text"}, "replaced_by": code},
            optional=("replaced_by",),
        ),
    }
    one = structures.get(row.type) or {"type": SCALARS[row.type]["type"]}
    if row.values:
        one = {"enum": list(row.values)}
    return {"type": "array", "items": one} if row.many else one


def _recovery() -> Schema:
    properties = {
        "resend": {"enum": ["unchanged", "changed", "never"]},
        "attempts": {"type": "integer", "minimum": 1},
        "wait_seconds": {"type": "number"},
        "stated": {"description": "Whether the publisher of the API states it.", "type": "boolean"},
        "title": {"$ref": "#/$defs/text"},
        "advice": {"$ref": "#/$defs/text"},
    }
    return _object(properties, optional=("attempts", "wait_seconds"))


def _objects(name: str) -> Schema:
    return {"type": "object", "additionalProperties": {"$ref": f"#/$defs/{name}"}}


def _object(properties: Schema, optional: list[str] | tuple[str, ...]) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name in properties if name not in optional],
        "properties": properties,
    }
