"""Texts that look like markup, templates and scripts, on every page of a catalog: shown as they are, run nowhere."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import hostile
import html5lib
import pytest
from adopter import built, written
from browsing import context, serving, watched
from catalogs import as_yaml
from hostile import TEXTS
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WITHOUT_RULES = """
from error_catalog import rules

rules.check = lambda catalog, **options: []  # they refuse some of these texts, and escaping does not rely on them
"""
SETTINGS = {
    "use_directory_urls": False,
    "hooks": ["hook.py"],
    "plugins": ["search", {"error-catalog": {"catalog": "catalog/errors.yaml", "path": ""}}],
    "theme": {"features": ["navigation.footer", "navigation.path", "navigation.tabs", "search.highlight"]},
}
MATERIAL_NOTES = ("Invalid query", "QueryParseError")
"""What Material's search writes into the console about a query that is not in its syntax."""

CODES = range(len(TEXTS))
LANGUAGES = ["en", "de"]
CATEGORIES = range(5)
PAGES = [
    *(f"{tag}/{name}.html" for tag in LANGUAGES for name in ("index", "translations", "data")),
    *(f"{tag}/categories/kind_{place}.html" for tag in LANGUAGES for place in CATEGORIES),
    *(f"{tag}codes/{code}.html" for tag in ("en/", "de/", "") for code in CODES),
    "index.html",
]

INSPECT = """() => {
    const texts = selector => [...document.querySelectorAll(selector)].map(element => element.textContent)
    const meta = name => document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.content
    return {
        ran: window.ran ?? null,
        made: texts(".catalog :is(img, script, style, b b, em, strong, del, svg), a[href^='javascript:'], #other"),
        width: document.documentElement.scrollWidth,
        title: document.title,
        descriptions: [meta("description"), meta("og:description")],
        heading: texts("h1"),
        lead: texts(".catalog-lead"),
        notice: texts("p.catalog-notice"),
        advice: texts(".catalog-advice > p:first-of-type"),
        labels: texts(".catalog-facts dt"),
        values: texts(".catalog-facts dd"),
        published: texts("#published dd:first-of-type"),
        messages: texts(".catalog-list td > b"),
        notes: texts(".catalog-list td > b + span"),
        options: texts("option"),
        hint: document.querySelector("[name=text]")?.placeholder,
        current: texts("[aria-current] > span, [aria-current]"),
        voice: texts(".catalog-voice[lang=en] .catalog-message"),
        around: texts(".md-nav__link, .md-tabs__link, .md-path__link, .md-footer__title"),
    }
}"""


def made(folder: Path, catalog: dict[str, Any]) -> Path:
    """Return the site of a catalog, which owns the root."""
    files = {"catalog/errors.yaml": as_yaml(catalog), "hook.py": WITHOUT_RULES, "docs/index.md": None}
    return built(written(folder, SETTINGS, files))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("hostile"), hostile.catalog())


def squeezed(value: Any) -> Any:
    """Return texts with single spaces."""
    if isinstance(value, list):
        return [squeezed(one) for one in value]
    return " ".join(value.split()) if isinstance(value, str) else value


@pytest.fixture(scope="module")
def seen(site: Path, browser: Browser) -> dict[str, dict[str, Any]]:
    """What Chromium shows of each page, from disk, at 390 px, and what went wrong on any of them."""
    opened = context(browser, 390)
    page = opened.new_page()
    wrong = watched(page, site.as_uri())
    found = {}
    for name in PAGES:
        page.goto(f"{site.as_uri()}/{name}")
        found[name] = {key: squeezed(value) for key, value in page.evaluate(INSPECT).items()} | {"wrong": wrong[:]}
        wrong.clear()
    opened.close()
    return found


def test_there_are_texts_enough():
    """At least fifteen, and one of two thousand characters."""
    assert len(TEXTS) >= 15
    assert max(map(len, TEXTS)) > 2_000


def test_no_text_changes_the_structure_of_a_page(site: Path, tmp_path: Path):
    """The elements and the names of their attributes are those of the same pages with texts of letters."""
    catalog = json.dumps(hostile.catalog())
    for place, text in enumerate(TEXTS):
        plain = f"Text {place} {{label}}" if "{label}" in text else f"Text {place}"  # the one that is declared
        catalog = catalog.replace(json.dumps(text), json.dumps(plain))
    plain_site = made(tmp_path, json.loads(catalog))
    assert [name for name in PAGES if list(structure(site / name)) != list(structure(plain_site / name))] == []
    others = {file.relative_to(site).as_posix() for file in site.rglob("*.html")} - set(PAGES)
    assert others == {"404.html", "guide/start.html"}


def structure(file: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the elements of a page as browsers read it.

    Syntax colours depend on the text, so code has none; so do the words that differ from what was published.
    """

    def walk(element: ElementTree.Element) -> Iterator[tuple[str, list[str]]]:
        tag = str(element.tag)
        if not tag.endswith("}del"):
            yield tag, sorted(element.keys())
        for child in element if not tag.endswith("}pre") else ():
            yield from walk(child)

    yield from walk(html5lib.parse(file.read_text("utf-8")))


def test_nothing_runs_and_nothing_is_wider_than_the_window(seen: dict[str, dict[str, Any]]):
    """Nor is anything requested or reported."""
    found = {name: (page["ran"], page["made"], page["wrong"], page["width"]) for name, page in seen.items()}
    assert {name: page for name, page in found.items() if page != (None, [], [], 390)} == {}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_page_of_a_code_shows_each_text_as_it_is(seen: dict[str, dict[str, Any]], tag: str):
    """Message, note, advice, category, values with their labels, what was published, title, description, neighbours."""
    for code in CODES:
        page, told = seen[f"{tag}/codes/{code}.html"], hostile.told(code, tag)
        assert page["heading"] == [squeezed(f"{code} ERROR_{code} {told.message}")]
        assert page["lead"] == [squeezed(told.note)]
        assert page["advice"] == [squeezed(told.advice)]
        assert page["values"][0] == squeezed(told.category)
        facts = dict(zip(page["labels"], page["values"], strict=True))
        assert facts.items() >= {squeezed(name): squeezed(value) for name, value in told.facts.items()}.items()
        assert page["published"] == squeezed(told.published)
        assert page["title"] == squeezed(f"{code} {told.message} – {told.product} - Acme")
        assert page["descriptions"] == [squeezed(told.note)] * 2
        neighbours = [other for other in (code - 1, code + 1) if other in CODES]
        wanted = [squeezed(f"{other} {hostile.told(other, tag).message}") for other in neighbours]
        assert [text for text in wanted if not any(text in shown for shown in page["around"])] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_lists_and_labels_show_each_text_as_it_is(seen: dict[str, dict[str, Any]], tag: str):
    """The index with its filter, the categories, and the navigation around them."""
    page, told = seen[f"{tag}/index.html"], [hostile.told(code, tag) for code in CODES]
    assert page["messages"] == [squeezed(one.message) for one in told]
    assert page["notes"] == [squeezed(one.note) for one in told]
    titles = [squeezed(hostile.text(place, tag)) for place in CATEGORIES]
    assert page["options"][1:] == titles
    assert page["heading"] == [squeezed(f"{hostile.word('product', tag)} {hostile.word('title', tag)}")]
    assert page["notice"] == [squeezed(hostile.word("notice", tag))]
    assert page["hint"] == squeezed(hostile.word("search_hint", tag))
    assert squeezed(hostile.word("title", tag)) in page["around"]
    for place, title in enumerate(titles):
        page = seen[f"{tag}/categories/kind_{place}.html"]
        assert page["heading"][0].endswith(title)
        assert page["current"][0].startswith(title)


def test_the_link_for_logs_shows_each_text_as_it_is(seen: dict[str, dict[str, Any]]):
    for code, text in enumerate(TEXTS):
        assert seen[f"codes/{code}.html"]["voice"] == [squeezed(text)]


def test_the_search_and_the_filter_show_and_take_each_text_as_it_is(site: Path, browser: Browser):
    """Also a text that stands in a shared address."""
    opened = context(browser)
    page = opened.new_page()
    with serving(site) as address:
        wrong = watched(page, address)
        page.goto(f"{address}en/index.html")
        box = page.locator(".md-search__input")
        box.click()
        for code, text in enumerate(TEXTS):
            for query in (text[:200], str(code)):
                box.fill(query)
                box.dispatch_event("keyup")
            hit = page.locator(f".md-search-result__link[href*='/en/codes/{code}.html']").first
            hit.wait_for()
            assert squeezed(hit.locator("h1, h2").first.text_content()) == squeezed(f"{code} {text}")
            assert page.locator(".md-search-result :is(script, img, b, style)").count() == 0
        for text in TEXTS:
            page.evaluate("text => history.replaceState(null, '', `?text=${text}&category=x`)", quote(text[:200]))
            page.reload()
            assert page.locator(".catalog [name=text]").input_value() == text[:200]
            assert page.evaluate("window.ran") is None
    opened.close()
    assert [message for message in wrong if not any(noted in message for noted in MATERIAL_NOTES)] == []
