"""Every ordinary setting and plugin of an adopter's site keeps its effect on catalog pages; other pages stay."""

import re
from pathlib import Path
from typing import Any

import material
import pytest
from adopter import CATALOG as ERRORS
from adopter import built, dead_links, merged, page, written

ICON = Path(material.__file__).parent / "templates/.icons/material/bookshelf.svg"
EDIT = {
    "repo_url": "https://git.example/acme/shop",
    "theme": {"features": ["content.action.edit", "content.action.view"]},
}
TOGGLE = [
    {
        "media": "(prefers-color-scheme: light)",
        "primary": "white",
        "toggle": {"icon": "material/weather-night", "name": "x"},
    },
    {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        "toggle": {"icon": "material/weather-sunny", "name": "y"},
    },
]
MAIN = """{% extends "base.html" %}
{% block announce %}We have moved{% endblock %}
{% block extrahead %}<meta name="adopter" content="yes">{% endblock %}
{% block content %}{{ super() }}<p>Was this helpful?</p>{% endblock %}
{% block libs %}{{ super() }}<script src="{{ 'extra.js' | url }}"></script>{% endblock %}"""
HOOK = """def on_post_page(output, page, config):
    return output.replace("</body>", f"<i>{page.title}</i></body>")"""
WARN = {
    "nav": dict.fromkeys(("omitted_files", "not_found", "absolute_links"), "warn"),
    "links": dict.fromkeys(("not_found", "anchors", "absolute_links", "unrecognized_links"), "warn"),
}
FEEDBACK = {
    "title": "Helpful?",
    "ratings": [{"icon": "material/thumb-up-outline", "name": "Yes", "data": 1, "note": "!"}],
}
ALTERNATES = [{"name": "Deutsch", "link": "/de/", "lang": "de"}]


def features(*names: str) -> dict[str, Any]:
    return {"theme": {"features": list(names)}}


def theme(**values: Any) -> dict[str, Any]:
    return {"theme": values}


def extra(**values: Any) -> dict[str, Any]:
    return {"extra": values}


# The settings, what then stands in the HTML of a French code page, and files of the adopter.
SETTINGS = {
    "nothing else": ({}, 'dir="ltr"'),
    "palette": (theme(palette={"scheme": "slate", "primary": "teal"}), 'scheme="slate" data-md-color-primary="teal"'),
    "palette toggle": (theme(palette=TOGGLE), 'id="__palette_1"'),
    "logo": (theme(logo="assets/logo.svg"), '<img src="../../../../assets/logo.svg" alt="logo">'),
    "icon as logo": (theme(icon={"logo": "material/bookshelf"}), re.escape(ICON.read_text("utf-8").strip()[-40:])),
    "favicon": (theme(favicon="assets/logo.svg"), 'rel="icon" href="../../../../assets/logo.svg"'),
    "font": (theme(font={"text": "Ubuntu"}), "family=Ubuntu"),
    "extra_css after ours": ({"extra_css": ["extra.css"]}, r'(?s)catalog\.css".*href="../../../../extra\.css"'),
    "extra_javascript": (
        {"extra_javascript": [{"path": "extra.js", "type": "module", "defer": True}]},
        '<script src="../../../../extra.js" type="module" defer>',
    ),
    "social links": (
        extra(social=[{"icon": "fontawesome/brands/github", "link": "https://git.example/acme"}]),
        'href="https://git.example/acme" target="_blank"',
    ),
    "repo_url and repo_name": (
        EDIT | {"repo_name": "acme/shop"},
        r'(?s)shop" title="[^"]+" class="md-source".*acme/shop',
    ),
    "edit_uri": (
        EDIT | {"edit_uri": "edit/main/docs/"},
        'href="https://git.example/acme/shop/edit/main/catalog/errors.yaml"',
    ),
    "view": (
        EDIT | {"edit_uri": "edit/main/docs/"},
        'href="https://git.example/acme/shop/raw/main/catalog/errors.yaml"',
    ),
    "edit_uri as a query": (
        EDIT | {"edit_uri": "?at=docs/"},
        'href="https://git.example/acme/shop\\?at=catalog/errors.yaml"',
    ),
    "edit_uri_template": (
        EDIT | {"edit_uri_template": "https://edit.example/?file=docs/{path}"},
        'href="https://edit.example/\\?file=catalog/errors.yaml"',
    ),
    "no edit_uri": (EDIT | {"edit_uri": ""}, r"(?s)^(?!.*md-content__button)"),
    "copyright": ({"copyright": "© Acme &amp; sons"}, "© Acme &amp; sons"),
    "site_description": ({"site_description": "All of Acme"}, 'name="description" content="L’entrepôt n’en a plus."'),
    "site_author": ({"site_author": "Jo"}, '<meta name="author" content="Jo">'),
    "analytics": (extra(analytics={"provider": "google", "property": "G-123"}), r'"config","G-123"'),
    "feedback": (extra(analytics={"provider": "google", "property": "G-1", "feedback": FEEDBACK}), "Helpful\\?"),
    "consent": (extra(consent={"title": "Cookies", "description": "We ask."}), r'(?s)id="__consent".*Cookies'),
    "versions": (extra(version={"provider": "mike"}), '"provider": "mike"'),
    "homepage": (
        extra(homepage="https://acme.example"),
        'href="https://acme.example" title="Acme" class="md-header__button',
    ),
    "generator": (extra(generator=False), r"(?s)^(?!.*Made with)"),
    "annotations and tags": (extra(annotate={"json": [".s2"]}, tags={"x": "y"}), r'"annotate": \{"json"'),
    "another language": (theme(language="de"), 'placeholder="Rechercher"'),
    "another direction": (theme(direction="rtl"), '<body dir="ltr">'),
    "blocks of main.html": (
        theme(custom_dir="overrides"),
        r"(?s)\.\./extra\.js.*adopter.*We have moved.*Was this helpful",
    ),
    "a partial": (theme(custom_dir="partials-only"), "Ours alone"),
    "a template of the catalog": (theme(custom_dir="frame"), "<b>framed</b>"),
    "dismissible announcement": (theme(custom_dir="overrides", features=["announce.dismiss"]), "md-banner__button"),
    "tabs": (features("navigation.tabs", "navigation.tabs.sticky"), r"(?s)md-tabs__item--active.{0,200}Codes d’erreur"),
    "sections and index pages": (
        features("navigation.sections", "navigation.indexes", "navigation.expand"),
        r'(?s)md-nav__container">\s*<a href="\.\./\.\./" class="md-nav__link ">\s*<span class="md-ellipsis">\s*Codes',
    ),
    "prune": (features("navigation.prune"), "md-nav__item--pruned"),
    "footer": (features("navigation.footer"), r"(?s)md-footer__link--next.*102 Article inconnu"),
    "back to top": (features("navigation.top"), 'data-md-component="top"'),
    "path": (features("navigation.path"), r"(?s)md-path__list.*Codes d’erreur"),
    "instant": (features("navigation.instant", "navigation.instant.progress"), r"(?s)md-progress.*navigation\.instant"),
    "search features": (
        features("search.suggest", "search.highlight", "search.share"),
        'data-md-component="search-share"',
    ),
    "other features": (
        features("header.autohide", "toc.integrate", "toc.follow", "content.code.copy", "navigation.tracking"),
        r'"content\.code\.copy"',
    ),
    "nav with the catalog": (
        {"nav": [{"Start": "index.md"}, {"Fehler": "errors/index.md"}]},
        r"(?s)Start.*Codes d’erreur",
    ),
    "nested nav": (
        {
            "nav": [
                "index.md",
                {"Reference": [{"Deep": ["guide/start.md", {"Errors": "errors/index.md"}]}, "guide/start.md"]},
            ]
        },
        r"(?s)Reference.*Deep.*Codes d’erreur",
    ),
    "nav without the catalog": ({"nav": ["index.md", "guide/start.md"]}, r"(?s)Start.*Codes d’erreur"),
    "nav with a language's page": (
        {"nav": ["index.md", {"Erreurs": "errors/fr/index.md"}]},
        r"(?s)^(?!.*\sErreurs\s.*\sErreurs\s).*Codes d’erreur",
    ),
    "nav with a link": (
        {"nav": ["index.md", {"Away": "https://away.example"}, "errors/index.md"]},
        "https://away.example",
    ),
    "addresses with .html": (
        {"use_directory_urls": False},
        'href="https://acme.example/docs/errors/fr/codes/101.html"',
    ),
    "addresses of folders": ({"use_directory_urls": True}, 'href="https://acme.example/docs/errors/fr/codes/101/"'),
    "no site_url": ({"site_url": ""}, r'(?s)^(?!.*canonical).*property="og:title"'),
    "a name with markup": ({"site_name": 'A & "B" <C>'}, 'og:site_name" content="A &amp; &#34;B&#34; &lt;C&gt;"'),
    "no Markdown extensions": ({"markdown_extensions": []}, '<pre><span></span><code><span class="kn">from'),
    "many Markdown extensions": (
        {
            "markdown_extensions": [
                "admonition",
                "attr_list",
                "md_in_html",
                "pymdownx.superfences",
                {"toc": {"permalink": "#"}},
            ]
        },
        r"(?s)^(?!.*headerlink)",
    ),
    "strict validation": ({"validation": WARN, "nav": ["index.md", "guide/start.md", "errors/index.md"]}, 'lang="fr"'),
    "excluded files": (
        {"exclude_docs": "*.html\n/errors/\n", "not_in_nav": "/guide/", "draft_docs": "x.md"},
        'lang="fr"',
    ),
    "alternates": (extra(alternate=ALTERNATES), r'(?s)hreflang="he".*hreflang="fr"|hreflang="fr".*hreflang="he"'),
    "a hook": ({"hooks": ["hook.py"]}, "<i>101 Rupture de stock</i></body>"),
    "another docs_dir": ({"docs_dir": "pages"}, 'lang="fr"'),
}

TOGETHER = [
    ["nothing else"],
    [
        "palette", "logo", "favicon", "font", "extra_css after ours", "extra_javascript", "social links", "edit_uri",
        "copyright", "site_description", "site_author", "analytics", "consent", "versions", "homepage", "tabs",
        "addresses of folders",
    ],
    [
        "prune", "palette toggle", "icon as logo", "repo_url and repo_name", "view", "feedback", "generator", "footer",
        "annotations and tags", "another language", "back to top", "path", "other features", "addresses with .html",
        "many Markdown extensions", "a hook",
    ],
    [
        "edit_uri as a query", "another direction", "blocks of main.html", "dismissible announcement", "instant",
        "search features", "sections and index pages", "no Markdown extensions",
    ],
    ["edit_uri_template", "a partial", "nav with the catalog", "a name with markup"],
    ["no edit_uri", "a template of the catalog", "nested nav", "excluded files", "alternates"],
    ["nav without the catalog", "no site_url"],
    ["nav with a language's page"],
    ["nav with a link"],
    ["strict validation"],
    ["another docs_dir"],
]  # fmt: skip
"""Settings that do not touch each other, and are built at once."""

CHANGE_NOTHING = {
    "nothing else", "another direction", "addresses of folders", "no edit_uri", "no Markdown extensions",
    "many Markdown extensions", "nav with a language's page", "site_description", "strict validation",
    "excluded files", "another docs_dir", "alternates", "another language",
}  # fmt: skip
"""Settings that leave the page of a code as it is without them, which is what is to be seen."""

THEIRS = {
    "overrides/main.html": MAIN,
    "partials-only/partials/copyright.html": "Ours alone",
    "frame/error-catalog/page.html": '{% extends "main.html" %}{% block footer %}<b>framed</b>{% endblock %}',
    "hook.py": HOOK,
    "pages/index.md": "# Welcome\n",
}

CATALOG = {"error-catalog": {"catalog": "catalog/errors.yaml"}}
PRESS = {"error-catalog": {"catalog": "catalog/press.yaml", "path": "press"}}
IN_LANGUAGES = [
    {"locale": "en", "name": "English", "default": True, "build": True},
    {"locale": "fr", "name": "Français", "build": True},
]
POST = "---\ndate: 2026-01-02\n---\n# News\n\nSee [101](../../errors/fr/codes/101.md).\n"


def plugins(*names: str | dict[str, Any], **settings: Any) -> dict[str, Any]:
    return {"plugins": list(names)} | settings


WITH_OTHERS = {
    "search before": (plugins("search", CATALOG), r"worker\.js\?stock=[^\"]*&catalog=errors/fr/", {}),
    "search after": (plugins(CATALOG, "search"), r"worker\.js\?stock=[^\"]*&catalog=errors/fr/", {}),
    "search with settings": (plugins({"search": {"lang": "de"}}, CATALOG), "worker\\.js", {}),
    "no search": (plugins(CATALOG), r'(?s)^(?!.*data-md-component="search")', {}),
    "no other plugin, as a mapping": ({"plugins": CATALOG}, 'lang="fr"', {}),
    "offline": (plugins("search", "offline", CATALOG), r'src="../../../assets/error-catalog/iframe-worker\.js"', {}),
    "offline after": (
        plugins("search", CATALOG, "offline"),
        r'src="../../../assets/error-catalog/iframe-worker\.js"',
        {},
    ),
    "offline not now": (plugins("search", {"offline": {"enabled": False}}, CATALOG), r"(?s)^(?!.*iframe-worker)", {}),
    "tags": (plugins("search", "tags", CATALOG), 'lang="fr"', {"docs/tags.md": "---\ntags: [a]\n---\n# T\n"}),
    "blog": (
        plugins("search", "blog", CATALOG),
        "blog/",
        {"docs/blog/index.md": "# Blog\n", "docs/blog/posts/a.md": POST},
    ),
    "meta": (
        plugins("search", "meta", CATALOG),
        'name="author" content="Ours"',
        {"docs/errors/.meta.yml": "author: Ours\nhide: [path]\n"},
    ),
    "privacy": (plugins("search", {"privacy": {"assets": False}}, CATALOG), 'lang="fr"', {}),
    "group": (plugins("search", {"group": {"enabled": True, "plugins": [CATALOG]}}), 'lang="fr"', {}),
    "group without it": (
        plugins("search", {"group": {"enabled": True, "plugins": ["meta"]}}, CATALOG),
        'lang="fr"',
        {},
    ),
    "typeset": (plugins("search", "typeset", CATALOG), 'lang="fr"', {}),
    "languages by suffix": (
        plugins("search", CATALOG, {"i18n": {"docs_structure": "suffix", "languages": IN_LANGUAGES}}),
        'lang="fr"',
        {"docs/index.fr.md": "# Bienvenue\n"},
    ),
    "languages by suffix, before": (
        plugins("search", {"i18n": {"docs_structure": "suffix", "languages": IN_LANGUAGES}}, CATALOG),
        'lang="fr"',
        {"docs/index.fr.md": "# Bienvenue\n"},
    ),
    "languages by folder": (
        plugins("search", CATALOG, {"i18n": {"docs_structure": "folder", "languages": IN_LANGUAGES}}),
        'lang="fr"',
        {"docs/index.md": None, "docs/en/index.md": "# Welcome\n", "docs/fr/index.md": "# Bienvenue\n"},
    ),
    "two catalogs": (plugins("search", CATALOG, PRESS), "catalog=errors/fr/&catalog=press/en/", {}),
    "two catalogs, other order": (plugins(PRESS, CATALOG, "search"), "catalog=(errors/fr|press/en)/&catalog=", {}),
    "most of them": (
        plugins("meta", "tags", "blog", "search", PRESS, CATALOG, "offline", "typeset"),
        "catalog=",
        {"docs/blog/index.md": "# Blog\n", "docs/blog/posts/a.md": POST},
    ),
}


def checked(folder: Path, settings: dict[str, Any], mark: str, files: dict[str, str]) -> Path:
    """Build a site, and check what is true of all: the mark, languages, links, and pages that are not the catalog's."""
    site = built(written(folder, settings, files))
    french = page(site, "errors/fr/codes/101")
    assert re.search(mark, french)
    assert '<html lang="fr"' in french
    assert "<title>101 Rupture de stock – Boutique" in french
    assert '<html lang="he"' in page(site, "errors/he")
    assert '<body dir="rtl"' in page(site, "errors/he/codes/201")
    assert '<html lang="en"' in page(site, "errors/codes/101")
    language = settings.get("theme", {}).get("language", "en")
    own = [alternate["lang"] for alternate in settings.get("extra", {}).get("alternate", ())]
    own = ["en", "fr"] if "i18n" in str(settings) else own
    assert f'<html lang="{language}"' in (site / "index.html").read_text("utf-8")
    for file in ("index.html", "404.html"):
        text = (site / file).read_text("utf-8")
        assert "error-catalog/catalog.css" not in text
        assert re.findall(r'rel="alternate" href="[^"]*" hreflang="([^"]*)"', text) == own
    assert list(dead_links(site)) == []
    return site


def of_all(names: list[str]) -> dict[str, Any]:
    """Return several settings as one. Features of the theme are added up."""
    found: dict[str, Any] = {}
    for name in names:
        features = [
            *found.get("theme", {}).get("features", []),
            *SETTINGS[name][0].get("theme", {}).get("features", []),
        ]
        found = merged(found, SETTINGS[name][0])
        if features:
            found["theme"]["features"] = features
    return found


@pytest.mark.slow
@pytest.mark.parametrize("names", TOGETHER, ids=lambda names: names[0])
def test_settings(names: list[str], tmp_path: Path) -> None:
    """Each has its effect, which cannot be seen without it."""
    site = checked(tmp_path, of_all(names), "", THEIRS)
    french = page(site, "errors/fr/codes/101")
    assert [name for name in names if not re.search(SETTINGS[name][1], french)] == []


@pytest.mark.slow
def test_without_a_setting_its_effect_is_not_there(tmp_path: Path) -> None:
    french = page(built(written(tmp_path, {})), "errors/fr/codes/101")
    assert {name for name, (_, mark) in SETTINGS.items() if re.search(mark, french)} == CHANGE_NOTHING


def test_every_setting_is_tried_once() -> None:
    assert sorted(name for names in TOGETHER for name in names) == sorted(SETTINGS)


@pytest.mark.slow
@pytest.mark.parametrize(("settings", "mark", "files"), [pytest.param(*r, id=name) for name, r in WITH_OTHERS.items()])
def test_other_plugins(settings: dict[str, Any], mark: str, files: dict[str, str], tmp_path: Path) -> None:
    checked(tmp_path, settings, mark, files)


def test_a_catalog_in_a_folder(tmp_path: Path):
    """Its pages are those of one file; the link to edit leads to the file that has the error."""
    head, errors = ERRORS.split("errors:\n")
    first, rest = errors.split("  102:")
    settings = EDIT | {
        "edit_uri": "edit/main/docs/",
        "plugins": ["search", {"error-catalog": {"catalog": "catalog"}}],
    }
    files = {
        "catalog/press.yaml": None,
        "catalog/errors.yaml": f"{head}errors:\n{first}",
        "catalog/more/others.yaml": f"errors:\n  102:{rest}",
    }
    folder = written(tmp_path, settings, files)
    site = built(folder)
    edit = "https://git.example/acme/shop/edit/main/catalog"
    assert f'href="{edit}/errors.yaml"' in page(site, "errors/fr/codes/101")
    assert f'href="{edit}/more/others.yaml"' in page(site, "errors/fr/codes/102")
    assert f'href="{edit}/more/others.yaml"' in page(site, "errors/codes/201")
    assert f'href="{edit}/errors.yaml"' in page(site, "errors/fr")
