"""The pages of the guide on the site: they fit a phone, and the search finds their headings."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import context, serving, watched
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = 390
PAGES = [
    *(f"guide/{name}.html" for name in ("index", "python", "api", "own-catalog", "translators", "design")),
    "reference/catalog.html",
    "reference/rules/index.html",
    "reference/rules/C13.html",
    "benchmarks.html",
]

WIDER = """() => [...document.querySelectorAll(".md-content *")]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
    .filter(one => !one.closest("pre, .md-typeset__scrollwrap, .highlight, svg"))
    .map(one => one.outerHTML.slice(0, 99))"""


@pytest.fixture(scope="module")
def server(built_site: Path) -> Iterator[str]:
    with serving(built_site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = context(browser, PHONE)
    yield opened.new_page()
    opened.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_a_phone(page: Page, server: str, name: str):
    """Nothing but code and tables is wider than the window, and those scroll by themselves; nothing goes wrong."""
    wrong = watched(page, server)
    page.goto(server + name, wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE
    assert page.evaluate(WIDER) == []
    assert page.locator("h1").count() == 1
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("guide/python.html", "Set the language of a request"),
        ("guide/own-catalog.html", "Bring existing messages"),
        ("guide/translators.html", "When a source text changes"),
        ("guide/design.html", "Add a format of translators' files"),
        ("reference/catalog.html", "Words of the generator"),
        ("reference/rules/C13.html", "glossary-terms"),
    ],
)
def test_the_search_finds_a_heading(page: Page, server: str, name: str, heading: str):
    page.set_viewport_size({"width": 1280, "height": 844})
    page.goto(f"{server}guide/index.html")
    box = page.locator(".md-search__input")
    box.click()
    box.fill(heading)
    box.dispatch_event("keyup")
    page.locator(f".md-search-result__link[href*='{name}']").first.wait_for()
    found = page.locator(f".md-search-result__link[href*='{name}'] :is(h1, h2)").all_text_contents()
    assert heading in re.sub(r"\s+", " ", " ".join(found))
