"""The catalog as JSON, for machines."""

import json
from typing import Any

from codegen.catalog import Catalog, Error, Text


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
