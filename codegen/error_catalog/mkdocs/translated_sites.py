"""Sites that are built once for each of their languages, by the plugin mkdocs-static-i18n."""

from mkdocs.config.defaults import MkDocsConfig

from error_catalog.mkdocs.pages import CatalogPage


def is_built_by_language(config: MkDocsConfig) -> bool:
    """Return True if that plugin is there. It must not see our pages, since each is in one language already."""
    return "i18n" in config.plugins


def is_of_this_build(page: CatalogPage, config: MkDocsConfig) -> bool:
    """Return True if a page is to be written now: in the build of its own language, else in that of the default one."""
    plugin = config.plugins.get("i18n")
    current = getattr(plugin, "current_language", None)
    if current is None:
        return True
    tag = page.content_of.view.tag
    has_own = tag in getattr(plugin, "build_languages", ()) and not page.content_of.is_neutral
    return bool(current == (tag if has_own else getattr(plugin, "default_language", current)))
