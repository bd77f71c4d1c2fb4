"""A page of MkDocs whose content comes from our templates."""

import re
from collections.abc import Callable
from typing import Any, cast
from urllib.parse import urljoin

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from error_catalog.mkdocs.markup import TEMPLATES
from error_catalog.mkdocs.site import Content
from error_catalog.outputs.escaping import Escaped

FRAME = "error-catalog/page.html"
HEADING = re.compile(r'<h1 id="([^"]*)"')


class CatalogPage(Page):
    """A page of a catalog. The site's Markdown extensions and other plugins do not touch its content."""

    content_of: Content
    link: "Callable[[str, CatalogPage], str]"
    hidden: tuple[str, ...]

    @classmethod
    def of(
        cls,
        content: Content,
        file: File,
        config: MkDocsConfig,
        link: "Callable[[str, CatalogPage], str]",
        hidden: tuple[str, ...],
    ) -> "CatalogPage":
        """Return the page of a file, which then knows it.

        Args:
            content: What the page shows.
            file: The file that MkDocs made for it.
            config: The configuration of the site.
            link: Returns the address of a page of the catalog, by its name, from another page.
            hidden: What Material leaves out beside it: `navigation`, `toc`.
        """
        made = file.page or Page(None, file, config)
        made.__class__ = cls  # MkDocs makes a page for each file, and puts some into the navigation, before it asks us
        page = cast(CatalogPage, made)
        if "title" not in vars(page):  # the navigation of the site does not say otherwise
            page.title = escape(content.label)
        page.content_of, page.link, page.hidden = content, link, hidden
        return page

    def read_source(self, config: MkDocsConfig) -> None:
        """Set the metadata that a page of Markdown has at its top. Themes write it as it is."""
        self.markdown = ""
        title = self.content_of.title.removesuffix(f" – {config.site_name}")  # which themes add
        self.meta = {
            "title": escape(title),
            "description": escape(self.content_of.description),
            "template": FRAME,
            "search": {"exclude": True},
            "hide": list(self.hidden),
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Do nothing: all pages of a site are in memory between this call and the next, and ours need not be."""
        self.content = ""
        self.toc = TableOfContents([])

    def fill(self, *, has_steps: bool) -> None:
        """Render the content.

        Args:
            has_steps: Whether it leads to the code before and the code after, which a footer of Material does too.
        """
        content = self.content_of
        values: dict[str, Any] = content.values() | {
            "view": content.view,
            "link": self._escaped,
            "printed": self._printed,
            "has_steps": has_steps,
        }
        self.content = TEMPLATES.render(content.template, **values).decode()
        if heading := HEADING.search(self.content):
            top = AnchorLink(escape(content.label), heading[1], 1)
            self.toc = TableOfContents([top])  # where "Skip to content" leads

    def empty(self) -> None:
        """Forget the content, once the page is written."""
        self.content = ""

    def _escaped(self, name: str) -> Escaped:
        return Escaped(self.link(name, self))

    def _printed(self, name: str) -> Escaped:
        """Return the attribute with the whole address of a link, which is for paper, if the site knows its own."""
        if not self.canonical_url:
            return Escaped("")
        return Escaped(f' data-address="{escape(urljoin(self.canonical_url, self.link(name, self)))}"')
