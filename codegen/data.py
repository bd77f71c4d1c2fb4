"""The catalog as JSON, for machines."""

import json
from typing import Any

from codegen.catalog import Catalog, Error, Text


def schema(catalog: Catalog) -> dict[str, Any]:
    """The JSON Schema of what `index_data` and `error_data` make of a catalog."""
    code = {"int": "integer", "str": "string"}[catalog.kind]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A catalog of error codes, as in index.json. $defs/error is a file of codes/.",
        "type": "object",
        "additionalProperties": False,
        "required": ["package", "source_language", "languages", "errors"],
        "properties": {
            "package": {"description": "Import name of the Python package and gettext domain.", "type": "string"},
            "source_language": {"description": "The language all others are translated from.", "type": "string"},
            "languages": {"description": "BCP 47 tags.", "type": "array", "items": {"type": "string"}},
            "errors": {
                "description": "By code, in ascending order.",
                "type": "array",
                "items": {"$ref": "#/$defs/error"},
            },
        },
        "$defs": {
            "error": {
                "type": "object",
                "additionalProperties": False,
                "required": ["code", "name", "message"],
                "properties": {
                    "code": {"description": "What the API sends.", "type": code},
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
                    "placeholders": {
                        "description": "What `{name}` in the texts stands for, each with an example.",
                        "type": "object",
                        "additionalProperties": {"type": "string"},
                    },
                    "message": {"$ref": "#/$defs/text"},
                    "note": {"$ref": "#/$defs/text"},
                    "retired": {
                        "description": "Since when the code is no longer sent, why, and the code to use instead.",
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["since", "because"],
                        "properties": {
                            "since": {"type": "string"},
                            "because": {"$ref": "#/$defs/text"},
                            "use": {"type": code},
                        },
                    },
                },
            },
            "text": {
                "description": "A text in every language, by BCP 47 tag.",
                "type": "object",
                "additionalProperties": {"type": "string"},
            },
        },
    }


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
        "placeholders": error.placeholders,
    }
    retired = {}
    if error.retired:
        why = {"since": error.retired.since, "because": in_every_language(error.retired.because)}
        retired = {"retired": why | ({} if error.retired.use is None else {"use": error.retired.use})}
    return (
        {"code": error.code, "name": error.name}
        | {name: value for name, value in optional.items() if value}
        | {field: in_every_language(text) for field, text in error.fields}
        | retired
    )
