"""Where the pages and files of a catalog are on a site."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_relative_url

from error_catalog.mkdocs.pages import CatalogPage
from error_catalog.mkdocs.site import Content, Site
from error_catalog.mkdocs.sitemap import Alternates

PLAIN_PATH = re.compile(r"([A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*)?")

LEFT_OUT = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)


def folder_of(path: str) -> str:
    """Return the folder of a catalog without a slash at its ends. Raise PluginError if it cannot be one."""
    folder = path.strip("/")
    if not PLAIN_PATH.fullmatch(folder):
        raise PluginError(f"error-catalog: path: {path!r} is not a folder such as errors or a/b")
    return folder


class Places:
    """The pages and files of a catalog in one build.

    Attributes:
        contents: What each page shows, by its name.
        pages: The pages of MkDocs, by the same names.
    """

    def __init__(self, site: Site, folder: str) -> None:
        self.contents: dict[str, Content] = {content.name: content for content in site.pages()}
        self.pages: dict[str, CatalogPage] = {}
        self._site = site
        self._folder = folder
        self._tags = tuple(site.catalog.languages)
        self._files: dict[str, File] = {}
        self._languages: dict[str, list[dict[str, str]]] = {}

    def uri(self, name: str) -> str:
        """Return the path of a file from the root of the site."""
        return f"{self._folder}/{name}" if self._folder else name

    def add_pages(self, files: Files, config: MkDocsConfig, source: str) -> None:
        """Add the pages of the catalog to those of the site. Raise PluginError if one exists already.

        Args:
            files: The files of the site.
            config: Its configuration.
            source: The path of the YAML, for plugins that ask when and by whom a page was changed.
        """
        for name in self.contents:
            is_listed = name == "index.md" and config.nav is None  # MkDocs complains of a page that `nav` leaves out
            level = InclusionLevel.INCLUDED if is_listed else InclusionLevel.NOT_IN_NAV
            file = self._files[name] = File.generated(config, self.uri(name), content="", inclusion=level)
            file.abs_src_path = source
        self._append(list(self._files.values()), files, config)

    def add_ordinary(self, pages: dict[str, str], files: Files, config: MkDocsConfig) -> None:
        """Add pages that are rendered as those of the site are. Raise PluginError if one exists already.

        Args:
            pages: Their Markdown, by their names.
            files: The files of the site.
            config: Its configuration.
        """
        for name, text in pages.items():
            uri = self.uri(name)
            if files.get_file_from_path(uri) is not None:
                raise PluginError(f"error-catalog: {uri} is on the site already; set `path` to another folder")
            is_listed = config.nav is None and "/rules/" not in name
            level = InclusionLevel.INCLUDED if is_listed else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, uri, content=text, inclusion=level))

    def add_files(self, files: Files, config: MkDocsConfig) -> None:
        """Add the files for programs and for the search. Raise PluginError if one exists already."""
        for name, made in self._site.files():
            uri, content = self.uri(name), made.decode()
            self._files[name] = File.generated(config, uri, content=content, inclusion=InclusionLevel.INCLUDED)
        self._append([file for name, file in self._files.items() if name not in self.contents], files, config)

    def make_pages(self, config: MkDocsConfig, edit_url: Callable[[str], str | None]) -> None:
        """Make the pages of MkDocs, and let those of the codes lead to each other.

        Args:
            config: The configuration.
            edit_url: Returns where a file of the catalog can be edited.
        """
        catalog = self._site.catalog
        urls = {path: edit_url(path) for path in (catalog.path, *catalog.document.paths.values())}
        codes: dict[str, list[CatalogPage]] = defaultdict(list)
        for name, content in self.contents.items():
            is_code = content.template == "code.html.j2"
            hidden = ("toc",) if is_code and self._folder else ("navigation", "toc")
            page = self.pages[name] = CatalogPage.of(content, self._files[name], config, self._link, hidden)
            page.edit_url = urls[catalog.document.path_of(content.keys)]
            if is_code:
                codes[content.view.tag].append(page)
        for pages in codes.values():
            for before, after in pairwise(pages):
                before.next_page, after.previous_page = after, before

    def languages(self, name: str) -> list[dict[str, str]]:
        """Return the page in each language, or the index if the page is in none, as Material's `extra.alternate`."""
        neutral = self._neutral(name)
        if neutral not in self._languages:
            files = {view: self._files.get(f"{view.tag}/{neutral}") for view in self._site.views}
            self._languages[neutral] = [
                {
                    "name": view.language.name,
                    "link": (file or self._files[f"{view.tag}/index.md"]).url,
                    "lang": view.tag,
                }
                for view, file in files.items()
            ]
        return self._languages[neutral]

    def alternates(self, site_url: str) -> Iterator[Alternates]:
        """Yield the pages that say the same; `x-default` is the one that belongs to no language."""
        groups: dict[str, list[str]] = defaultdict(list)
        for name in self.contents:
            groups[self._neutral(name)].append(name)
        for neutral, names in groups.items():
            addresses = {name: urljoin(site_url, self._files[name].url) for name in names}
            translated = next((found for name in names if (found := self.contents[name].translated)), self._tags)
            links = {tag: addresses[f"{tag}/{neutral}"] for tag in translated}
            default = addresses.get(neutral) or addresses[f"{self._site.catalog.source_language}/{neutral}"]
            yield Alternates(list(addresses.values()), links | {"x-default": default})

    def _link(self, name: str, page: CatalogPage) -> str:
        return get_relative_url(self._files[name].url, page.file.url)

    def _neutral(self, name: str) -> str:
        """Return the name of a page without its language."""
        folder, _, rest = name.partition("/")
        return rest if folder in self._tags else name

    def _append(self, ours: list[File], files: Files, config: MkDocsConfig) -> None:
        """Add files. Raise PluginError if one of this catalog, or the folder they are in, is on the site already."""
        own = {id(file) for file in self._files.values()}
        theirs = [file for file in files if id(file) not in own]
        names = {file.src_uri for file in theirs}
        taken = {file.dest_uri for file in theirs if file.inclusion not in LEFT_OUT} | config.theme.static_templates
        parts = self._folder.split("/")
        folders = {"/".join(parts[:depth]) for depth in range(1, len(parts) + 1)}
        conflicts = (file.src_uri for file in self._files.values() if file.src_uri in names or file.dest_uri in taken)
        conflict = next(conflicts, None) or min(folders & taken, default=None)
        if conflict:
            raise PluginError(f"error-catalog: {conflict} is on the site already; set `path` to another folder")
        for file in ours:
            files.append(file)
