"""The Markdown tree of the site: a folder per language, and language-neutral pages to link to."""

from collections.abc import Iterator

from codegen.catalog import Catalog
from codegen.data import as_json, error_data, index_data, schema
from codegen.docs.codes import code_pages, related
from codegen.docs.listings import category_pages, index_page
from codegen.docs.search import search_index
from codegen.docs.summaries import data_page, provenance, translations_page
from codegen.docs.theme import theme
from codegen.rendering import render

Files = Iterator[tuple[str, bytes]]


def docs(catalog: Catalog) -> Files:
    """Every file of `docs/` with its content; the last, `site.json`, names all others: the site must have them."""
    names = []
    for name, content in _files(catalog):
        names.append(name)
        yield name, content
    yield "site.json", as_json(theme(catalog, names))


def _files(catalog: Catalog) -> Files:
    yield "index.md", render("docs/index.md.j2", catalog=catalog)
    counts = provenance(catalog)
    for language in catalog.languages:
        yield f"{language.tag}/index.md", index_page(catalog, language)
        yield from category_pages(catalog, language)
        yield f"{language.tag}/translations.md", translations_page(catalog, language, counts)
        yield f"{language.tag}/data.md", data_page(catalog, language)
        yield f"{language.tag}/search.js", search_index(catalog, language)
    near = related(catalog)
    for error in catalog.errors:
        yield from code_pages(catalog, error, near.get(error.code, []))
        yield f"api/v1/codes/{error.code}.json", as_json(error_data(catalog, error))
    yield "api/v1/index.json", as_json(index_data(catalog))
    yield "api/v1/schema.json", as_json(schema(catalog))
