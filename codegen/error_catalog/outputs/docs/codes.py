"""The pages of one error: one in every language, and a language-neutral one to put into logs."""

from collections.abc import Iterator

from error_catalog.model.catalog import Catalog, Code, Error
from error_catalog.outputs.docs.facts import examples, facts, resending, retirement
from error_catalog.outputs.docs.markup import TEMPLATES
from error_catalog.outputs.docs.view import View
from error_catalog.outputs.escaping import Escaped

RELATED = 6
"""How many codes of the same category a page names: with all of them, a site would grow with their square."""


def code_pages(views: list[View], error: Error, near: list[Error]) -> Iterator[tuple[str, bytes]]:
    """Yield every page of an error, with the codes near it. What all languages share is rendered once."""
    catalog = views[0].catalog
    shared = {"catalog": catalog, "error": error, "views": views, "related": near}
    source = next(view for view in views if view.is_source)
    table = TEMPLATES.part("every_language.md.j2", **shared, root=Escaped(".."))
    page = TEMPLATES.render("code.md.j2", **shared, view=source, everywhere=table)
    yield f"codes/{error.code}.md", page
    shared["everywhere"] = TEMPLATES.part("every_language.md.j2", **shared, root=Escaped("../.."))
    shared["python_example"] = TEMPLATES.part("python_example.md.j2", **shared)
    if catalog.faults:
        shared["fault_example"] = TEMPLATES.part("fault_example.md.j2", **shared)
    for view in views:
        values = {
            "units": list(error.texts.values()),
            "corrections": view.corrections(view.error_texts(error)),
            "examples": examples(view, error),
            "facts": facts(view, error),
            "resending": resending(view, error),
            "retirement": retirement(view, error),
        }
        page = TEMPLATES.render("language_code.md.j2", view=view, **shared, **values)
        yield f"{view.tag}/codes/{error.code}.md", page


def related(catalog: Catalog) -> dict[Code, list[Error]]:
    """Return the nearest codes of the same category, by code."""
    by_category: dict[str | None, list[Error]] = {}
    for error in catalog.errors:
        by_category.setdefault(error.category, []).append(error)
    by_category.pop(None, None)
    return {
        error.code: _around(siblings, place)
        for siblings in by_category.values()
        for place, error in enumerate(siblings)
    }


def _around(siblings: list[Error], place: int) -> list[Error]:
    first = max(0, min(place - RELATED // 2, len(siblings) - RELATED - 1))
    return [sibling for sibling in siblings[first : first + RELATED + 1] if sibling is not siblings[place]]
