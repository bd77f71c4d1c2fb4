"""The pages of a site as plain Markdown, for other site generators than MkDocs with our plugin, and the JSON.

There is a folder per language, and a page per code that belongs to no language.
"""

from error_catalog.model.catalog import Catalog
from error_catalog.outputs import Files
from error_catalog.outputs.docs.codes import code_pages, related
from error_catalog.outputs.docs.listings import category_pages, index_page
from error_catalog.outputs.docs.markup import TEMPLATES
from error_catalog.outputs.docs.summaries import data_page, provenance, translations_page
from error_catalog.outputs.docs.view import View
from error_catalog.outputs.escaping import to_json_file
from error_catalog.outputs.json.data import catalog_data, error_data
from error_catalog.outputs.json.schema import export_schema


def render(catalog: Catalog) -> Files:
    """Yield every file of `docs/`."""
    for name, content in _files(catalog):
        yield f"docs/{name}", content


def _files(catalog: Catalog) -> Files:
    yield "index.md", TEMPLATES.render("index.md.j2", view=View(catalog, catalog.source), catalog=catalog)
    counts = provenance(catalog)
    views = [View(catalog, language) for language in catalog.languages.values()]
    for view in views:
        tag = view.tag
        yield f"{tag}/index.md", index_page(view)
        yield from category_pages(view)
        yield f"{tag}/translations.md", translations_page(view, counts)
        yield f"{tag}/data.md", data_page(view)
    near = related(catalog)
    for error in catalog.errors:
        yield from code_pages(views, error, near.get(error.code, []))
        yield f"api/v1/codes/{error.code}.json", to_json_file(error_data(catalog, error))
    yield "api/v1/index.json", to_json_file(catalog_data(catalog))
    yield "api/v1/schema.json", to_json_file(export_schema(catalog))
