"""What MkDocs calls.

Nothing global is changed: the theme sees a configuration of its own while it renders our pages, so that neither the
site's other pages nor a second catalog notice. Every ordinary setting keeps its effect, since our frame extends the
site's own `main.html`.
"""

import os
import re
from dataclasses import replace
from functools import partial
from pathlib import Path

from jinja2 import Environment, Template
from mkdocs.config import base
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from error_catalog import rules
from error_catalog.mkdocs import frame, licences, missing, reference, search, sitemap
from error_catalog.mkdocs.editing import edit_url
from error_catalog.mkdocs.navigation import navigations
from error_catalog.mkdocs.pages import CatalogPage
from error_catalog.mkdocs.places import Places, folder_of
from error_catalog.mkdocs.site import Site
from error_catalog.mkdocs.translated_sites import is_built_by_language, is_of_this_build
from error_catalog.model import baseline
from error_catalog.model import files as catalog_files
from error_catalog.model.baseline import Baseline
from error_catalog.model.findings import CatalogError, has_errors
from error_catalog.model.reading import catalog_of

THEME = str(Path(__file__).parent / "theme")
ALTERNATE_LINK = re.compile(r'<link rel="alternate" href="[^"]*" hreflang="[^"]*">')
HTML_LANGUAGE = re.compile(r'<html lang="[^"]*"')
MOST_FINDINGS = 20


class Options(base.Config):  # type: ignore[no-untyped-call]
    """The options of the plugin.

    `catalog` is the YAML file or folder, relative to mkdocs.yml; `path` is the folder of its pages. With `reference`,
    the reference of the generator is among them: the keys of the YAML, and the rules.
    """

    catalog = options.FilesystemObject(exists=True)
    path = options.Type(str, default="errors")
    reference = options.Type(bool, default=False)


class ErrorCatalog(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """The pages of one catalog on a site. A site can have several."""

    supports_multiple_instances = True
    _contents: tuple[dict[str, bytes], Baseline] | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Keep this instance between the builds of `mkdocs serve`, which reads the catalog only if it has changed."""

    @event_priority(-50)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the catalog, and add our folder to those of the theme, after all others."""
        self._folder = folder_of(self.config.path)
        if not frame.is_material(config):
            raise PluginError("error-catalog: the pages of a catalog need `theme: material`")
        if THEME not in config.theme.dirs:
            config.theme.dirs.append(THEME)
        if self.config.catalog not in config.watch:
            config.watch.append(self.config.catalog)
        self._read()
        self._languages = frame.theme_languages(config, self._site)
        if not config.use_directory_urls:
            search.add_shim(config)
        return config

    @event_priority(100)
    def _add_pages(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages of the catalog, in memory, before plugins look for the pages of the site."""
        self._places = Places(self._site, self._folder)
        self._places.add_ordinary(dict(reference.pages()) if self.config.reference else {}, files, config)
        if not is_built_by_language(config):
            self._places.add_pages(files, config, self.config.catalog)
        return files

    @event_priority(-200)
    def _add_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the other files, after plugins have looked for files to read."""
        if is_built_by_language(config):
            self._places.add_pages(files, config, self.config.catalog)
        self._places.add_files(files, config)
        extras = {licences.FILE: licences.text(config)}
        own = self._own_sitemap(config)
        if config.site_url and (own or not self._folder):
            extras["robots.txt"] = sitemap.robots(config.site_url, own)
        for uri, text in extras.items():
            if files.get_file_from_path(uri) is None:
                files.append(File.generated(config, uri, content=text))
        return files

    on_files = CombinedEvent(_add_pages, _add_files)

    @event_priority(-200)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Make the pages, and open the catalog's entry in the navigation in each language."""
        self._places.make_pages(config, partial(edit_url, config))
        self._navigations = navigations(nav, self._places.pages, self._site.views)
        return nav

    @event_priority(-200)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Leave out the pages that another build writes, if the site is built once for each of its languages."""
        for page in self._places.pages.values():
            if not is_of_this_build(page, config):
                page.file.inclusion = InclusionLevel.EXCLUDED
        return env

    @event_priority(-200)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Let the theme see the page in its own language."""
        if ours := self._ours(page):
            ours.fill(has_steps="navigation.footer" not in config.theme.get("features", []))
            content = ours.content_of
            language = self._languages[content.view.tag]
            context["config"] = frame.configuration(config, content, self._places, language)
            if not content.is_neutral:
                context["nav"] = self._navigations[content.view.tag]
        return context

    @event_priority(-50)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Set the language of our pages, and let the search of every page ask our worker."""
        if not (ours := self._ours(page)):
            return self._with_worker(output, config, config.theme.get("language") or "en")
        tag = ours.content_of.view.tag
        ours.empty()
        head, end, body = output.partition("</head>")
        head = HTML_LANGUAGE.sub(f'<html lang="{tag}"', ALTERNATE_LINK.sub("", head), count=1)
        return self._with_worker(f"{head}{end}{body}", config, tag)

    @event_priority(-50)
    def on_pre_template(self, template: Template, *, template_name: str, config: MkDocsConfig) -> Template:
        """Let the page for missing pages lead to the catalog, if the site is the catalog's own."""
        if self._folder or template_name != missing.NAME:
            return template
        return missing.template(template, config, self._site, self._places)

    @event_priority(-50)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Let the search of the page for missing pages ask our worker too."""
        return self._with_worker(output_content, config, config.theme.get("language") or "en")

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add the alternates to the sitemap, and what the search needs on a page from disk."""
        site = Path(config.site_dir)
        if not config.use_directory_urls:
            search.write_index_for_disk(site)
        if config.site_url and (site / "sitemap.xml").exists():
            sitemap.add_alternates(site, self._places.alternates(config.site_url), self._own_sitemap(config))

    def _read(self) -> None:
        """Read the catalog if it has changed. Raise PluginError with its findings."""
        path = os.path.relpath(self.config.catalog)
        try:
            contents, known = catalog_files.load(path), baseline.read(baseline.beside(path))
            if (contents, known) == self._contents:
                return
            catalog = replace(catalog_of(catalog_files.document(contents, path)), baseline=known)
            findings = rules.check(catalog, hints=False)
            if has_errors(findings):
                raise CatalogError(findings)
        except CatalogError as error:
            raise PluginError("\n".join(map(str, error.findings[:MOST_FINDINGS]))) from None
        self._site = Site(catalog)
        self._contents = contents, known

    def _ours(self, page: Page) -> CatalogPage | None:
        """Return a page if it is one of this catalog."""
        return page if isinstance(page, CatalogPage) and self._places.pages.get(page.content_of.name) is page else None

    def _with_worker(self, output: str, config: MkDocsConfig, tag: str) -> str:
        known = tag if tag in self._site.catalog.languages else self._site.catalog.source_language
        folder = self._places.uri(known) + ("/" if config.use_directory_urls else "")
        return search.with_worker(output, folder)

    def _own_sitemap(self, config: MkDocsConfig) -> str | None:
        """Return the path of a sitemap for the catalog alone, if there is one.

        Instant navigation keeps the language of the page before for what stands in the sitemap of the site.
        """
        is_instant = "navigation.instant" in config.theme.get("features", [])
        return self._places.uri("error-codes-sitemap.xml") if is_instant else None
