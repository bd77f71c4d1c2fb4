"""Pages that list codes: the index of a language, and a page per category."""

from collections.abc import Iterator

from error_catalog.outputs.docs.markup import TEMPLATES
from error_catalog.outputs.docs.view import View
from error_catalog.outputs.escaping import Escaped

PARAGRAPHS = {"lead": "introduction", "notice": "notice", "last": "lead_in"}
"""The class of each paragraph of an index, and the word that it shows."""


def index_page(view: View) -> bytes:
    """Return the page with all codes."""
    catalog = view.catalog
    texts = view.page_texts
    return TEMPLATES.render(
        "language_index.md.j2",
        view=view,
        errors=catalog.errors,
        columns=_columns(view),
        titles=view.titles(),
        paragraphs=[(style, name) for style, name in PARAGRAPHS.items() if catalog.words[name].source],
        above=Escaped(""),
        units=[unit for _, unit in texts],
        corrections=view.corrections(texts),
    )


def category_pages(view: View) -> Iterator[tuple[str, bytes]]:
    """Yield the page of each category that has codes."""
    titles = view.titles()
    for name, title in titles.items():
        errors = [error for error in view.catalog.errors if error.category == name]
        values = {
            "title": title,
            "errors": errors,
            "columns": [column for column in _columns(view) if column != "category"],
            "titles": {other: unit for other, unit in titles.items() if other != name},
            "above": Escaped("../"),
        }
        yield f"{view.tag}/categories/{name}.md", TEMPLATES.render("category.md.j2", view=view, **values)


def _columns(view: View) -> list[str]:
    """Return the names of the columns that the catalog has something for."""
    errors = view.catalog.errors
    optional = {
        "column_note": view.has_notes,
        "category": any(error.category for error in errors),
        "what_to_do": any(error.recovery for error in errors),
    }
    return ["column_code", "column_message", *(name for name, is_used in optional.items() if is_used)]
