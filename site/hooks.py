"""One MkDocs build for every language: each page is shown in the language of its folder."""

import json
import shutil
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.structure.nav import Navigation

_languages = {}
_source = ""
_navigations = {}


def on_pre_build(config):
    """Read what the theme says in each language, as codegen wrote it."""
    global _source
    theme = json.loads(Path(config.docs_dir, "languages.json").read_text("utf-8"))
    _source = theme["source_language"]
    _languages.clear()
    _languages.update({language["tag"]: language for language in theme["languages"]})


def on_nav(nav, config, files):
    """A navigation per language: its index in the sidebar, its pages one after the other."""
    by_language = {tag: [] for tag in _languages}
    for page in nav.pages:
        page.parent = page.previous_page = page.next_page = None
        by_language.get(_folder(page.file.src_uri), []).append(page)
    for tag, pages in by_language.items():
        index = next(page for page in pages if page.file.src_uri == f"{tag}/index.md")
        others = sorted((page for page in pages if page is not index), key=_place)
        _chain([index, *others])
        _navigations[tag] = Navigation([index], [index])
        _navigations[tag].homepage = index
    return nav


def on_page_context(context, page, config, nav):
    """The page in its own language, beside the same page in the others."""
    tag = _tag(page)
    alternates = _alternates(page.file)
    _localize(config, tag, alternates)
    context["nav"] = _navigations[tag]
    context["hreflangs"] = _hreflangs(config, page, alternates)
    return context


def on_pre_template(template, template_name, config):
    """Pages that belong to no language are in the source language and list them all."""
    _localize(config, _source, {tag: f"{tag}/index.html" for tag in _languages})
    return template


def on_post_build(config):
    """Leave out what no page uses, and what carries the day of the build."""
    site = Path(config.site_dir)
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
    for unused in ("lunr", "workers"):
        shutil.rmtree(site / "assets" / "javascripts" / unused, ignore_errors=True)
    for source_map in site.glob("assets/**/*.map"):
        source_map.unlink()


def _folder(uri):
    return uri.split("/")[0]


def _tag(page):
    folder = _folder(page.file.src_uri)
    return folder if folder in _languages else _source


def _place(page):
    """Pages in the order of their numbers, where their names are numbers."""
    folder, name = page.file.src_uri.rsplit("/", 1)
    stem = name.removesuffix(".md")
    return (folder, int(stem), stem) if stem.lstrip("-").isdigit() else (folder, 0, stem)


def _chain(pages):
    for before, after in pairwise(pages):
        before.next_page = after
        after.previous_page = before


def _alternates(file):
    """The address of a page in every language; for a page in no language, of its page in each."""
    folder = _folder(file.src_uri)
    rest = file.dest_uri[len(folder) + 1 :] if folder in _languages else file.dest_uri
    return {tag: f"{tag}/{rest}" for tag in _languages}


def _hreflangs(config, page, alternates):
    """What search engines read; absolute, hence only where SITE_URL says where the site is."""
    if not config.site_url:
        return []
    folder = _folder(page.file.src_uri)
    neutral = page.file.dest_uri.removeprefix(f"{folder}/") if folder in _languages else page.file.dest_uri
    links = {**alternates, "x-default": neutral}
    return [{"tag": tag, "url": urljoin(config.site_url, uri)} for tag, uri in links.items()]


def _localize(config, tag, alternates):
    language = _languages[tag]
    config.theme["language"] = _theme_language(config, tag)
    config.theme["direction"] = language["direction"]
    config.site_name = language["site_name"]
    config.extra["homepage"] = f"{tag}/index.html"
    config.extra["page_language"] = language
    config.extra["languages"] = list(_languages.values())
    config.extra["alternate"] = [{**_languages[other], "link": uri} for other, uri in alternates.items()]


def _theme_language(config, tag):
    """The language of the theme's own words: that of the page, a near one, or English."""
    known = {path.stem for folder in config.theme.dirs for path in Path(folder, "partials/languages").glob("*.html")}
    while tag and tag not in known:
        tag = tag.rpartition("-")[0]
    return tag or "en"
