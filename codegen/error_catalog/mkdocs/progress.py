"""What the pages about the catalog as a whole show: its translations, and its data."""

import json
from collections.abc import Callable
from typing import Any

from error_catalog.mkdocs.markup import source_code
from error_catalog.model import languages
from error_catalog.outputs.docs.summaries import STATES, properties, provenance, state
from error_catalog.outputs.docs.view import View
from error_catalog.outputs.json.data import error_data

Values = dict[str, Any]


def values(view: View) -> Callable[[], Values]:
    """Return what makes the values of the page that says how far each language is."""

    def make() -> Values:
        catalog = view.catalog
        counts = provenance(catalog)
        fields = [name for name in catalog.fields.texts if any(name in error.texts for error in catalog.errors)]
        states = [name for name in STATES if any(count[name] for count in counts.values())]
        return {
            "states": states,
            "coverage": [(other, counts[tag], _share(view, tag)) for tag, other in catalog.languages.items()],
            "headings": [(view.heading(name), view.plain_heading(name)) for name in fields],
            "errors": [
                (
                    error,
                    [state(catalog, unit, view.tag) if (unit := error.texts.get(name)) else None for name in fields],
                )
                for error in catalog.errors
            ],
            "texts": [(unit, state(catalog, unit, view.tag)) for _, unit in view.page_texts],
        }

    return make


def data_values(view: View) -> Callable[[], Values]:
    """Return what makes the values of the page that says where the JSON is."""

    def make() -> Values:
        error = view.catalog.errors[0]
        example = json.dumps(error_data(view.catalog, error), ensure_ascii=False, indent=2)
        return {"error": error, "properties": properties(view), "example": source_code(example, "json")}

    return make


def _share(view: View, tag: str) -> tuple[int, str] | None:
    """Return the percentage that people translated, as a number and in words."""
    percent = view.catalog.languages[tag].published.get("human_translated")
    return None if percent is None else (percent, languages.percent(percent, view.tag))
