"""Which pages and files a catalog has on a site, and what each page shows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from error_catalog.mkdocs import listings, one_code, progress
from error_catalog.mkdocs.markup import text
from error_catalog.mkdocs.search import search_data
from error_catalog.model.catalog import Catalog, Error
from error_catalog.model.findings import Keys
from error_catalog.outputs.docs.codes import related
from error_catalog.outputs.docs.view import View
from error_catalog.outputs.escaping import to_json_file
from error_catalog.outputs.json.data import catalog_data, error_data
from error_catalog.outputs.json.schema import export_schema

Values = dict[str, Any]


@dataclass(frozen=True)
class Content:
    """What a page shows.

    Attributes:
        name: Its path below the folder of the catalog, such as `fr/codes/20014.md`.
        template: The template of its content.
        view: The language it is in.
        label: Its title in the navigation.
        title, description: What search engines and browsers show.
        values: Returns what its template needs. It is called when the page is rendered, and nothing is kept.
        is_neutral: Whether it belongs to no language.
        translated: The languages that the same page exists in; the alternates for search engines.
        keys: The keys of the YAML that lead to what it shows.
    """

    name: str
    template: str
    view: View
    label: str
    title: str
    description: str
    values: Callable[[], Values]
    is_neutral: bool = False
    translated: tuple[str, ...] = field(default=())
    keys: Keys = ()


class Site:
    """The pages and files of one catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.views = [View(catalog, language, escape=text) for language in catalog.languages.values()]
        self.source = next(view for view in self.views if view.is_source)
        self._related = related(catalog)
        self._shared = one_code.Shared(catalog)
        self._tags = tuple(catalog.languages)

    def pages(self) -> Iterator[Content]:
        """Yield every page; those of a language in the order in which a reader pages through them."""
        yield self._root()
        for view in self.views:
            yield from self._of_language(view)
        for error in self.catalog.errors:
            values = one_code.neutral_values(self.views, error)
            label, about = f"{error.code} {error.name}", error.message.source
            yield Content(
                f"codes/{error.code}.md",
                "neutral.html.j2",
                self.source,
                label,
                self._title(label, self.source),
                about,
                values,
                is_neutral=True,
                keys=("errors", error.key),
            )

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files for programs and for the search."""
        for view in self.views:
            yield f"{view.tag}/search.js", search_data(view)
        for error in self.catalog.errors:
            yield f"api/v1/codes/{error.code}.json", to_json_file(error_data(self.catalog, error))
        yield "api/v1/index.json", to_json_file(catalog_data(self.catalog))
        yield "api/v1/schema.json", to_json_file(export_schema(self.catalog))

    def _root(self) -> Content:
        view = self.source
        label, about = view.word("title"), view.word("description")
        title = self._title(label, view)
        return Content("index.md", "root.html.j2", view, label, title, about, lambda: {"views": self.views}, True)

    def _of_language(self, view: View) -> Iterator[Content]:
        def page(name: str, template: str, label: str, about: str, values: Callable[[], Values]) -> Content:
            title = self._title(view.word("title") if name == "index.md" else label, view)
            return Content(f"{view.tag}/{name}", template, view, label, title, about, values)

        index = listings.index_values(view)
        yield page("index.md", "index.html.j2", view.word("all_codes"), view.word("description"), index)
        for name, unit in view.titles().items():
            values = listings.category_values(view, name)
            about = f"{view.plain(unit)} – {view.word('title')}"
            yield page(f"categories/{name}.md", "category.html.j2", view.plain(unit), about, values)
        about = view.word("translations_about")
        yield page("translations.md", "translations.html.j2", view.word("translations"), about, progress.values(view))
        yield page("data.md", "data.html.j2", view.word("data"), view.word("data_about"), progress.data_values(view))
        for place, error in enumerate(self.catalog.errors):
            yield self._code(view, error, place)

    def _code(self, view: View, error: Error, place: int) -> Content:
        near = self._related.get(error.code, [])
        return Content(
            f"{view.tag}/codes/{error.code}.md",
            "code.html.j2",
            view,
            label := f"{error.code} {view.plain(error.message)}",
            self._title(label, view),
            view.plain(error.note or error.message),
            one_code.values(view, self.views, error, near, self._shared, place),
            translated=tuple(tag for tag in self._tags if error.message.current(tag) is not None),
            keys=("errors", error.key),
        )

    def _title(self, title: str, view: View) -> str:
        product = view.word("product")
        return f"{title} – {product}" if product else title
