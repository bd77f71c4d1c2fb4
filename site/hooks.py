"""One MkDocs build for every language: each page is shown in the language of its folder."""

import json
import shutil
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_relative_url

NAVIGATION = ("index.md", "translations.md", "data.md")

_languages = {}
_source = ""
_names = {}  # a dictionary without values: in order, and quick to ask
_navigations = {}


def on_config(config):
    """The theme's stylesheet has its version in its name."""
    styles = (path for folder in config.theme.dirs for path in Path(folder).glob("assets/stylesheets/main.*.css"))
    config.extra["stylesheet"] = f"assets/stylesheets/{next(styles).name}"
    return config


def on_pre_build(config):
    """Read what the theme says in each language, and which files there must be, as codegen wrote it."""
    global _source
    site = json.loads(Path(config.docs_dir, "site.json").read_text("utf-8"))
    _source = site["source_language"]
    _names.clear()
    _names.update(dict.fromkeys(site["files"]))
    _languages.clear()
    _languages.update({language["tag"]: language for language in site["languages"]})


def on_files(files, config):
    """Refuse to build a site that lacks one of its files; add the pages that are written here, beside mkdocs.yml."""
    if missing := [name for name in _names if not files.get_file_from_path(name)]:
        raise PluginError(f"{', '.join(missing[:9])}: missing in {config.docs_dir}; run `python -m codegen`")
    for page in sorted(Path(config.config_file_path).parent.glob("*.md")):
        files.append(File.generated(config, page.name, abs_src_path=str(page)))


def on_nav(nav, config, files):
    """A navigation per language, its codes one after the other. All codes in a sidebar would grow with their square."""
    pages = {page.file.src_uri: page for page in nav.pages}
    for page in nav.pages:
        page.parent = page.previous_page = page.next_page = None
    for tag in _languages:
        _navigations[tag] = Navigation([pages[f"{tag}/{name}"] for name in NAVIGATION], [])
        _navigations[tag].homepage = pages[f"{tag}/index.md"]
        codes = f"{tag}/codes/"
        for before, after in pairwise([pages[name] for name in _names if name.startswith(codes)]):
            before.next_page, after.previous_page = after, before
    return nav


def on_env(env, config, files):
    """The sitemap asks for the alternates of every page."""
    config.extra["hreflangs"] = lambda file: _hreflangs(config, file)


def on_page_context(context, page, config, nav):
    """The page in its own language, beside the same page in the others."""
    tag = _tag(page.file)
    _localize(config, tag, _alternates(page.file))
    context["nav"] = _navigations[tag]
    context["hreflangs"] = _hreflangs(config, page.file)
    return context


def on_pre_template(template, template_name, config):
    """Pages that belong to no language list them all."""
    _localize(config, _source, {tag: f"{tag}/index.html" for tag in _languages})
    return template


def on_template_context(context, template_name, config):
    """The page for lost readers finds its way from the root of the host, once SITE_URL says what stands there."""
    if not config.site_url:
        context["base_url"] = "."
    return context


def on_post_build(config):
    """Leave out what no page uses, and what carries the day of the build."""
    site = Path(config.site_dir)
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
    for unused in ("javascripts", "images"):
        shutil.rmtree(site / "assets" / unused, ignore_errors=True)
    for style in ("palette*.css", "**/*.map"):
        for file in site.glob(f"assets/stylesheets/{style}"):
            file.unlink()


def _tag(file):
    folder = file.src_uri.split("/")[0]
    return folder if folder in _languages else _source


def _neutral(file):
    """The address of a page without its language."""
    folder, _, rest = file.dest_uri.partition("/")
    return rest if folder in _languages else file.dest_uri


def _alternates(file):
    """The address of a page in every language, or of the index where it is in one; for a page in no language, too."""
    pages = {tag: f"{tag}/{_neutral(file)}" for tag in _languages}
    return {tag: page if _source_of(page) in _names else f"{tag}/index.html" for tag, page in pages.items()}


def _source_of(page):
    return page.removesuffix("html") + "md"


def _hreflangs(config, file):
    """What search engines read: absolute where SITE_URL says where the site is, as they want it.

    x-default is the language-neutral page, or where there is none the page in the source language.
    """
    neutral = _neutral(file)
    if file.src_uri not in _names:  # written by hand, in one language
        return [{"tag": tag, "url": _address(config, file, neutral)} for tag in (_source, "x-default")]
    is_there = _source_of(neutral) in _names
    links = _alternates(file) | {"x-default": neutral if is_there else f"{_source}/{neutral}"}
    return [{"tag": tag, "url": _address(config, file, uri)} for tag, uri in links.items()]


def _address(config, file, uri):
    return urljoin(config.site_url, uri) if config.site_url else get_relative_url(uri, file.dest_uri)


def _localize(config, tag, alternates):
    language = _languages[tag]
    config.theme["language"] = _theme_language(tuple(config.theme.dirs), tag)
    config.site_name = language["words"]["title"]
    config.extra["page_language"] = language
    config.extra["languages"] = list(_languages.values())
    config.extra["alternate"] = [{**_languages[other], "link": uri} for other, uri in alternates.items()]


@cache
def _theme_language(folders, tag):
    """The language of the theme's own words: that of the page, a near one, or English."""
    known = {path.stem for folder in folders for path in Path(folder, "partials/languages").glob("*.html")}
    while tag and tag not in known:
        tag = tag.rpartition("-")[0]
    return tag or "en"
