"""No page of a catalog has a violation of WCAG 2.2 A and AA, as far as axe can tell."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import context, serving
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]}
WIDTHS = [390, 1280]
SCHEMES = ["default", "slate"]

OF_MATERIAL = {
    ("link-in-text-block", "a"): "links in the text of ordinary pages differ from it by their colour alone",
    ("color-contrast", ".md-search-result__meta"): "the number of hits is grey on grey, 4.4 to 1, and 4.1 in dark",
    ("color-contrast", ".md-search-result mark"): "what is marked in a hit has the palette's accent colour",
}
"""What Material causes outside the pages of a catalog, by rule and selector, with the reason."""


def plain(page: Page) -> None:
    pass


def unfolded(page: Page) -> None:
    page.locator(".catalog details").evaluate_all("all => all.forEach(details => { details.open = true })")


def searched(page: Page) -> None:
    if not page.locator(".md-search__input").is_visible():
        page.locator(".md-header label[for=__search]").click()
    page.locator(".md-search__input").fill("20103")
    page.locator(".md-search__input").dispatch_event("keyup")
    page.locator(".md-search-result__link").first.wait_for()


def switching(page: Page) -> None:
    page.locator(".md-select button").hover()
    page.locator(".md-select__link").first.wait_for()


def filtered(page: Page) -> None:
    page.locator("label", has=page.locator("[value=never]")).click()
    page.locator("[name=text]").fill("リード")
    page.locator("tbody tr:visible").first.wait_for()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "root": ("index.html", plain),
    "link for logs": ("codes/20016.html", unfolded),
    "index": ("ko/index.html", unfolded),
    "code": ("ja/codes/20022.html", unfolded),
    "category": ("fr/categories/limit.html", plain),
    "translations": ("sv/translations.html", plain),
    "data": ("en/data.html", plain),
    "ordinary": ("licence.html", plain),
    "missing": ("404.html", plain),
    "guide": ("guide/python.html", plain),
    "commands": ("guide/own-catalog.html", plain),
    "API reference": ("guide/api.html", plain),
    "picture": ("guide/design.html", plain),
    "reference": ("reference/catalog.html", plain),
    "rules": ("reference/rules/index.html", plain),
    "rule": ("reference/rules/C08.html", plain),
    "benchmarks": ("benchmarks.html", plain),
    "search open": ("fr/codes/20014.html", searched),
    "switch open": ("sv/codes/20014.html", switching),
    "filtered": ("ja/index.html", filtered),
}


IS_KNOWN = """(element, selectors) => !element.closest(".catalog") && selectors.some(one => element.matches(one))"""


@pytest.fixture(scope="module")
def server(built_site: Path) -> Iterator[str]:
    with serving(built_site) as address:
        yield address


@pytest.mark.parametrize("state", STATES)
def test_no_violation(browser: Browser, server: str, state: str):
    """In light and dark, on a phone and on a screen; what Material causes is listed, and is never in the catalog."""
    address, bring_about = STATES[state]
    wrong = []
    for width in WIDTHS:
        opened = context(browser, width)
        page = opened.new_page()
        page.goto(server + address)
        page.add_style_tag(content="* { transition: none !important }")
        bring_about(page)
        for palette, scheme in enumerate(SCHEMES):
            page.locator(f"#__palette_{palette}").evaluate("choice => choice.click()")
            page.locator(f"body[data-md-color-scheme={scheme}]").wait_for()
            for rule in Axe().run(page, options=RULES).response["violations"]:
                known = [selector for name, selector in OF_MATERIAL if name == rule["id"]]
                for node in rule["nodes"]:
                    is_known = page.locator(node["target"][0]).first.evaluate(IS_KNOWN, known)
                    if not is_known:
                        wrong.append((width, scheme, rule["id"], node["html"][:99]))
        opened.close()
    assert wrong == []
