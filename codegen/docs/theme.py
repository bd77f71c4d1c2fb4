"""What site/hooks.py must know: the languages, the theme's words in each, and which files there are."""

from typing import Any

from codegen.catalog import Catalog
from codegen.docs.words import words
from codegen.labels import THEME


def theme(catalog: Catalog, names: list[str]) -> dict[str, Any]:
    """The content of `site.json`: the files are in the order in which a reader pages through them."""
    return {
        "source_language": catalog.source_language,
        "languages": [
            {
                "tag": language.tag,
                "name": language.name,
                "direction": language.direction,
                "words": {label: words(catalog, language.tag)(label) for label in THEME},
            }
            for language in catalog.languages
        ],
        "files": names,
    }
