"""The navigation of the site, opened at the catalog in each language."""

import copy
from collections.abc import Sequence

from markupsafe import escape
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from error_catalog.mkdocs.pages import CatalogPage
from error_catalog.outputs.docs.view import View

IN_NAVIGATION = ("index.md", "translations.md", "data.md")


def navigations(nav: Navigation, pages: dict[str, CatalogPage], views: list[View]) -> dict[str, Navigation]:
    """Return the site's navigation for each language of a catalog. Its pages then know the section that they are in."""
    sections = {view.tag: _section(view, pages) for view in views}
    made = {tag: _in_language(nav, _entry(nav, pages, tag), section) for tag, section in sections.items()}
    for page in pages.values():
        if not page.content_of.is_neutral:
            page.parent = sections[page.content_of.view.tag]
    return made


def _section(view: View, pages: dict[str, CatalogPage]) -> Section:
    return Section(escape(view.word("title")), [pages[f"{view.tag}/{name}"] for name in IN_NAVIGATION])


def _entry(nav: Navigation, pages: dict[str, CatalogPage], tag: str) -> Page | None:
    """Return the page that stands for the catalog in a language: that language's, else the root, else another one."""
    ours = [page for page in nav.pages if isinstance(page, CatalogPage) and pages.get(page.content_of.name) is page]
    in_language = (page for page in ours if not page.content_of.is_neutral and page.content_of.view.tag == tag)
    root = (page for page in ours if page is pages["index.md"])
    return next(in_language, None) or next(root, None) or next(iter(ours), None)


def _in_language(nav: Navigation, entry: Page | None, section: Section) -> Navigation:
    """Return the site's navigation with the catalog's entry replaced by its section in one language."""
    found, items = _replaced(nav.items, entry, section)
    copied = Navigation(items if found else [*nav.items, section], nav.pages)
    copied.homepage = nav.homepage
    return copied


def _replaced(items: Sequence[StructureItem], entry: Page | None, section: Section) -> tuple[bool, list[StructureItem]]:
    """Return whether the entry was found, at any depth, and the items with it replaced. Sections are copied."""
    for at, item in enumerate(items):
        if item is entry or (isinstance(item, Section) and item.children == [entry]):
            section.parent = item.parent
            return True, [*items[:at], section, *items[at + 1 :]]
        if isinstance(item, Section):
            found, children = _replaced(item.children, entry, section)
            if found:
                copied = copy.copy(item)
                copied.children = children
                section.parent = copied
                return True, [*items[:at], copied, *items[at + 1 :]]
    return False, list(items)
