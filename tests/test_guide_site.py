"""The pages of the guide on the site: they fit a phone, and the search finds their headings."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from browsing import context, serving, watched
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = 390
FIRST = 10
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


OVERHEARD = """
const Ordinary = Worker
Worker = class extends Ordinary {
  constructor(...given) {
    super(...given)
    this.addEventListener("message", ({ data }) => { if (data.type === 3) window.items = data.data.items })
  }
  postMessage(message) {
    if (message.type === 2) window.items = null
    super.postMessage(message)
  }
}
window.items = null
"""
"""A script that keeps what the worker of the search has answered last."""


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


def headings(site: Path) -> dict[str, set[str]]:
    """Return the pages with each heading: all of the guide, the sections of the references, and the name of a rule."""
    found: dict[str, set[str]] = {}
    for name in (*PAGES, "guide/weblate.html"):
        whole = html5lib.parse((site / name).read_text("utf-8"), namespaceHTMLElements=False)
        article = next(one for one in whole.iter("article") if "md-content__inner" in one.get("class", ""))
        level = 1 if re.search(r"/[A-Z]\d\d\.", name) else 2 if name.startswith("reference") else 3
        tags = [f"h{number + 1}" for number in range(level)]
        for heading in (one for one in article.iter() if one.tag in tags):
            found.setdefault(" ".join("".join(heading.itertext()).split()), set()).add(name)
    return found


def asked(page: Page, query: str) -> list[list[dict[str, str]]]:
    """Return what the search shows for a query that is typed into its box: pages, each with its sections."""
    box = page.locator(".md-search__input")
    box.fill(query)
    box.dispatch_event("keyup")
    page.wait_for_function("items")
    items: list[list[dict[str, str]]] = page.evaluate("items")
    return items


def test_the_search_finds_every_heading(page: Page, server: str, built_site: Path):
    """A heading that somebody types is among the first ten results, whatever errors the query is about as well."""
    page.add_init_script(OVERHEARD)
    page.set_viewport_size({"width": 1280, "height": 844})
    page.goto(f"{server}guide/index.html")
    page.locator(".md-search__input").click()
    missed, known = [], headings(built_site)
    for heading, names in known.items():
        first = [one for item in asked(page, heading)[:FIRST] for one in item]
        titles = {(one["location"].partition("#")[0], plain(one["title"])) for one in first}
        missed += [(heading, name) for name in names if (name, re.sub(r"\W", "", heading)) not in titles]
    assert len(known) > 80
    assert missed == []
    shown = page.locator(".md-search-result__item").first.locator("a").first.get_attribute("href")
    assert shown
    assert shown.startswith(server)


def plain(title: str) -> str:
    """Return the letters of a title, which the search marks up."""
    return re.sub(r"\W", "", html.unescape(re.sub(r"<[^>]*>", "", title)))
