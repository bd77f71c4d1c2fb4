"""What the search of a language looks through."""

import json

from codegen.catalog import Catalog, Language


def search_index(catalog: Catalog, language: Language) -> bytes:
    """A script that hands site/overrides/assets/search.js the texts of a language: it works from disk too."""
    tag = language.tag
    entries = [
        {
            "code": str(error.code),
            "name": error.name,
            "message": error.message[tag],
            "note": error.note[tag],
            "category": catalog.categories[error.category][tag] if error.category else "",
        }
        for error in catalog.errors
    ]
    return f"catalogSearch.load({json.dumps(entries, ensure_ascii=False, separators=(',', ':'))});\n".encode()
