"""The catalog as JSON, for machines."""

import json
from typing import Any

from codegen.catalog import Catalog, Error, Text

SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A catalog of error codes, as in index.json. $defs/error is a file of codes/.",
    "type": "object",
    "additionalProperties": False,
    "required": ["package", "source_language", "languages", "errors"],
    "properties": {
        "package": {"description": "Import name of the Python package and gettext domain.", "type": "string"},
        "source_language": {"description": "The language all others are translated from.", "type": "string"},
        "languages": {"description": "BCP 47 tags.", "type": "array", "items": {"type": "string"}},
        "errors": {"description": "By code, in ascending order.", "type": "array", "items": {"$ref": "#/$defs/error"}},
    },
    "$defs": {
        "error": {
            "type": "object",
            "additionalProperties": False,
            "required": ["code", "name", "message"],
            "properties": {
                "code": {"description": "The number that the API sends.", "type": "integer"},
                "name": {"description": "Name of the member of the Python enum.", "type": "string"},
                "category": {"description": "What the error is about.", "type": "string"},
                "recovery": {"description": "What the caller can do.", "type": "string"},
                "rest": {
                    "description": "The nearest codes of the REST API; advisory.",
                    "type": "array",
                    "items": {"type": "integer"},
                },
                "limit": {
                    "description": "Figures that the note states.",
                    "type": "object",
                    "additionalProperties": {"type": "number"},
                },
                "message": {"$ref": "#/$defs/text"},
                "note": {"$ref": "#/$defs/text"},
            },
        },
        "text": {
            "description": "A text in every language, by BCP 47 tag.",
            "type": "object",
            "additionalProperties": {"type": "string"},
        },
    },
}
"""The JSON Schema of what `index_data` and `error_data` make."""


def as_json(value: Any) -> bytes:
    """JSON in UTF-8, indented, keys in the order given."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def index_data(catalog: Catalog) -> dict[str, Any]:
    """The whole catalog."""
    return {
        "package": catalog.package,
        "source_language": catalog.source_language,
        "languages": [language.tag for language in catalog.languages],
        "errors": [error_data(catalog, error) for error in catalog.errors],
    }


def error_data(catalog: Catalog, error: Error) -> dict[str, Any]:
    """One error: `message` and `note` by language tag; what the catalog does not say of it is left out."""

    def in_every_language(text: Text) -> dict[str, str]:
        return {language.tag: text[language.tag] for language in catalog.languages}

    optional = {
        "category": error.category,
        "recovery": error.recovery_name,
        "rest": list(error.rest),
        "limit": error.limit,
    }
    return (
        {"code": error.code, "name": error.name}
        | {name: value for name, value in optional.items() if value}
        | {field: in_every_language(text) for field, text in error.fields}
    )
