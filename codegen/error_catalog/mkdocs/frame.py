"""What the theme sees while it renders a page of a catalog: a configuration of its own."""

import copy
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from error_catalog.mkdocs.places import Places
from error_catalog.mkdocs.site import Content, Site


def is_material(config: MkDocsConfig) -> bool:
    """Return True if the theme is Material, or derived from it."""
    return any(Path(folder, "partials", "palette.html").exists() for folder in config.theme.dirs)


def theme_languages(config: MkDocsConfig, site: Site) -> dict[str, str]:
    """Return the language of the theme's own words for each language of a catalog: the same, a near one, or English."""
    folders = [Path(folder, "partials", "languages") for folder in config.theme.dirs]
    known = {path.stem for folder in folders for path in folder.glob("*.html")}
    return {view.tag: _nearest(view.tag, known) for view in site.views}


def configuration(config: MkDocsConfig, content: Content, places: Places, theme_language: str) -> MkDocsConfig:
    """Return a copy of the configuration for one page, with its language and the languages that it exists in."""
    ours = copy.copy(config)
    language = content.view.language
    ours["theme"] = dict(config.theme) | {"language": theme_language, "direction": language.direction}
    if theme_language != config.theme.get("language") and not content.view.attributes(content.view.words["theme"]):
        ours["theme"]["palette"] = _palette(config, content.view.word("theme"))
    ours["extra"] = dict(config.extra) | {
        "alternate": places.languages(content.name),
        "error_catalog": _values(config, content),
    }
    return ours


def _palette(config: MkDocsConfig, name: str) -> Any:
    """Return the colour schemes of the site, whose buttons have this name instead of that in the site's language."""
    schemes = config.theme.get("palette")
    if not isinstance(schemes, list):
        return schemes
    return [one | ({"toggle": one["toggle"] | {"name": name}} if one.get("toggle") else {}) for one in schemes]


def _values(config: MkDocsConfig, content: Content) -> dict[str, Any]:
    """Return what our own template needs."""
    return {
        "title": content.title,
        "description": content.description,
        "locale": content.view.language.locale,
        "kind": content.template.partition(".")[0],
        "has_social_cards": "material/social" in config.plugins or "social" in config.plugins,
    }


def _nearest(tag: str, known: set[str]) -> str:
    while tag and tag not in known:
        tag = tag.rpartition("-")[0]
    return tag or "en"
