"""The search box of the site bears whatever is typed: nothing freezes it, stops its worker, or loses an answer."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import context, serving, watched
from playwright.sync_api import Browser, Page, expect
from test_finder_hostile import inputs

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SIGNS = "#\"?<-%[(*+~^:\\/&{|'`="
LONGEST = 300
AT_ONCE = 250

TYPE = """texts => {
  const box = document.querySelector(".md-search__input")
  for (const text of texts) {
    box.value = text
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
  }
}"""


@pytest.fixture
def page(browser: Browser, built_site: Path) -> Iterator[Page]:
    """A page on which the search is open. Material's own search warns of queries that it cannot read."""
    with serving(built_site) as site:
        opened = context(browser)
        page = opened.new_page()
        wrong = watched(page, site)
        page.goto(f"{site}en/codes/20014.html")
        page.locator(".md-search__input").click()
        yield page
        opened.close()
        assert [said for said in wrong if not said.startswith("console: ")] == []


def answers(page: Page, query: str, code: str) -> None:
    """Check that a query lists a code first."""
    box = page.locator(".md-search__input")
    box.fill(query)
    box.dispatch_event("keyup")
    link = page.locator(".md-search-result__link").first
    expect(link).to_have_attribute("href", re.compile(f"/en/codes/{code}.html"), timeout=20_000)


def test_a_sign_typed_first_is_followed_by_an_answer(page: Page):
    """Letter by letter, as people type."""
    box = page.locator(".md-search__input")
    for number, sign in enumerate(SIGNS):
        box.fill("")
        code = ("20103", "20016")[number % 2]
        box.press_sequentially(f"{sign}{code}")
        expect(page.locator(".md-search-result__link").first).to_have_attribute("href", re.compile(code))


def test_a_thousand_inputs_and_then_an_answer(page: Page):
    given = [text[:LONGEST] for text in inputs()]
    assert len(given) == 1000
    for start in range(0, len(given), AT_ONCE):
        page.evaluate(TYPE, given[start : start + AT_ONCE])
        answers(page, f"error 20103 {start}", "20103")
