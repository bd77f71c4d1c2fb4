"""The page for missing pages."""

from jinja2 import Template
from mkdocs.config.defaults import MkDocsConfig

from error_catalog.mkdocs.places import Places
from error_catalog.mkdocs.site import Site

NAME = "404.html"
OURS = "error-catalog/missing.html"


def template(theirs: Template, config: MkDocsConfig, site: Site, places: Places) -> Template:
    """Return a template that leads to the codes in each language, unless the site has a template of its own."""
    own_folder = config.theme.custom_dir
    if own_folder and str(theirs.filename).startswith(own_folder):
        return theirs
    doors = [
        {
            "tag": view.tag,
            "url": places.pages[f"{view.tag}/index.md"].file.url,
            "name": view.language.name,
            "all_codes": view.word("all_codes"),
        }
        for view in site.views
    ]
    language = site.source.language
    said = site.source.word("not_found")
    values = {"tag": language.tag, "direction": language.direction, "not_found": said, "doors": doors}
    return theirs.environment.get_template(OURS, globals={"error_catalog": values})
