"""The site of this project in Chromium, from disk without network and from a server below a path."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import context, serving, watched
from catalogs import plain, said
from conftest import CATALOG
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

DATA = plain(CATALOG)
LANGUAGES = list(DATA["languages"])


@pytest.fixture(scope="module")
def server(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site below /errors/soap/, as on a server that has other things too."""
    root = tmp_path_factory.mktemp("server")
    (root / "errors").mkdir()
    (root / "errors/soap").symlink_to(built_site)
    with serving(root) as address:
        yield f"{address}errors/soap/"


@pytest.fixture(params=["disk", "server"])
def site(request: pytest.FixtureRequest, built_site: Path, server: str) -> str:
    return built_site.as_uri() + "/" if request.param == "disk" else server


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A page on which nothing may go wrong: no request to another host, no missing file, no message in the console."""
    opened = context(browser, offline=site.startswith("file:"))
    page = opened.new_page()
    wrong = watched(page, site)
    yield page
    opened.close()
    assert wrong == []


def search(page: Page, query: str, first: str) -> list[str]:
    """Return the addresses that the search lists for a query, once a page is the first of them."""
    box = page.locator(".md-search__input")
    box.fill(query)
    box.dispatch_event("keyup")
    expect(page.locator(".md-search-result__link").first).to_have_attribute("href", re.compile(f"^{re.escape(first)}"))
    links = page.locator(".md-search-result__link").evaluate_all("links => links.map(link => link.href)")
    return [link.partition("?")[0] for link in links]


def test_the_search_answers_in_the_language_of_the_page(page: Page, site: str):
    """With the message of the code in that language."""
    for language in LANGUAGES:
        page.goto(f"{site}{language}/data.html")
        page.locator(".md-search__input").click()
        found = search(page, "error 20103", f"{site}{language}/codes/20103.html")
        assert [link for link in found if "/codes/" in link and not link.startswith(f"{site}{language}/")] == []
        title = page.locator(".md-search-result__link h1, .md-search-result__link h2").first.inner_text()
        assert title == f"20103 {said(DATA['errors'][20103]['message'][language])}"


def test_the_search_lists_ordinary_pages_after_the_catalog(page: Page, site: str):
    """On an ordinary page too; a hit leads there. A page with this very heading comes after the best five codes."""
    page.goto(f"{site}licence.html")
    page.locator(".md-search__input").click()
    found = search(page, "leads", f"{site}en/codes/")
    is_catalog = [link.startswith(f"{site}en/codes/") for link in found]
    assert is_catalog == sorted(is_catalog, reverse=True)
    assert is_catalog[0]
    found = search(page, "limit", f"{site}en/codes/")
    assert [link for link in found[:4] if not link.startswith(f"{site}en/codes/")] == []
    assert f"{site}guide/api.html" in found[:6]
    search(page, "lead not found", f"{site}en/codes/20103.html")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url(f"{site}en/codes/20103.html*")
    search(page, "merchantability", f"{site}licence.html")


def test_the_search_by_keyboard(page: Page, site: str):
    """A slash, words, an arrow, Enter; Escape closes."""
    page.goto(f"{site}sv/codes/20014.html")
    page.keyboard.press("/")
    page.keyboard.type("stampel")
    first = page.locator(".md-search-result__link").first
    first.wait_for()
    assert page.locator(".md-search-result mark").all_inner_texts() != []
    page.keyboard.press("Escape")
    expect(first).not_to_be_visible()
    page.wait_for_function("document.activeElement === document.body && !document.getElementById('__search').checked")
    page.keyboard.press("/")
    expect(first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}sv/codes/20016.html*")


def test_the_language_switch_stays_on_the_page(page: Page, site: str):
    """From the index to a code, and from French to Japanese on that code."""
    page.goto(f"{site}fr/index.html")
    page.get_by_role("link", name="20014").click()
    page.wait_for_url(f"{site}fr/codes/20014.html")
    page.locator(".md-select button").hover()
    page.locator(".md-select__link[hreflang=ja]").click()
    page.wait_for_url(f"{site}ja/codes/20014.html")
    assert page.locator("h1").inner_text().endswith(said(DATA["errors"][20014]["message"]["ja"]))
    assert page.locator("html").get_attribute("lang") == "ja"


def shown(page: Page) -> list[str]:
    return page.locator(".catalog-list tbody tr:visible th").all_inner_texts()


def test_the_filter(page: Page, site: str):
    """By category, by whether to send again and by text; the address keeps its state, and can be shared."""
    page.goto(f"{site}ko/index.html")
    codes = [str(code) for code in DATA["errors"]]
    assert shown(page) == codes
    page.locator("[name=category]").select_option("limit")
    assert shown(page) == ["20015", "20022", "20023", "20024"]
    page.locator("label", has=page.locator("[value=unchanged]")).click()
    assert shown(page) == ["20015", "20023", "20024"]
    page.locator("[name=text]").fill("동시")
    expect(page.locator(".catalog-list tbody tr:visible")).to_have_count(1)
    assert shown(page) == ["20024"]
    assert page.locator(".catalog-count").inner_text().endswith("1 / 27")
    page.reload()
    expect(page.locator(".catalog-list tbody tr:visible")).to_have_count(1)
    assert shown(page) == ["20024"]
    page.goto(f"{site}ko/index.html?resend=never")
    never = [name for name, recovery in DATA["recoveries"].items() if recovery["resend"] == "never"]
    assert shown(page) == [code for code in codes if DATA["errors"][int(code)].get("recovery") in never]


def test_what_was_published_opens_from_the_page_of_translations(page: Page, site: str):
    page.goto(f"{site}fr/translations.html")
    page.locator("[data-state=corrected] a").first.click()
    page.wait_for_url("**#published")
    expect(page.locator("#published dd").first).to_be_visible()


def test_the_examples_can_be_copied(browser: Browser, server: str):
    opened = context(browser, permissions=["clipboard-read", "clipboard-write"])
    page = opened.new_page()
    page.goto(f"{server}fr/codes/20014.html")
    page.locator("#python + .highlight button").first.click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).includes('ErrorCode(20014)')")
    opened.close()


@pytest.mark.parametrize(("reader", "first"), [("ko-KR", "ko"), ("fr-CA", "fr"), ("ja", "ja"), ("de-DE", "en")])
def test_the_link_for_logs_shows_the_readers_language_first(browser: Browser, server: str, reader: str, first: str):
    """With the advice; the other languages are one click away."""
    opened = context(browser, 390, locale=reader)
    page = opened.new_page()
    page.goto(f"{server}codes/20016.html")
    voices = page.locator(".catalog-voice")
    assert voices.first.get_attribute("lang") == first
    assert voices.evaluate_all("voices => voices.map(voice => voice.open)") == [True, False, False, False, False]
    advice = said(DATA["recoveries"]["sign_again"]["advice"][first])
    assert page.get_by_text(advice).is_visible()
    voices.last.locator("summary").click()
    expect(voices.last.locator(".catalog-advice")).to_be_visible()
    opened.close()


def test_the_root_leads_to_the_readers_language_once(browser: Browser, server: str):
    """In place of itself, so that Back leads out; who comes back sees the list of languages."""
    opened = browser.new_context(locale="ko-KR")
    page = opened.new_page()
    page.goto("about:blank")
    page.goto(server)
    page.wait_for_url(f"{server}ko/index.html")
    page.go_back()
    assert page.url == "about:blank"
    page.goto(f"{server}index.html")
    page.wait_for_load_state("networkidle")
    assert page.url == f"{server}index.html"
    assert page.locator(".catalog-doors a:visible").count() == len(LANGUAGES)
    opened.close()


def test_a_language_that_the_catalog_lacks_stays_on_the_root(browser: Browser, server: str):
    opened = browser.new_context(locale="de-DE")
    page = opened.new_page()
    page.goto(server, wait_until="networkidle")
    assert page.url == server
    opened.close()


STOPS = """[...document.querySelectorAll(".catalog :is(a[href], summary, input:not([type=radio]), :checked, select)")]
    .filter(element => element.checkVisibility())"""
"""Where Tab leads to, in order; a group of radio buttons is one stop."""


def test_by_keyboard_alone(page: Page, site: str):
    """Every link and control of a code and of the index is reached in its order, with a focus that can be seen."""
    for address in ("fr/codes/20023.html", "fr/index.html"):
        page.goto(f"{site}{address}")
        page.locator(".catalog").evaluate("catalog => { catalog.tabIndex = -1; catalog.focus() }")
        stops = page.evaluate(f"{STOPS}.length")
        reached = []
        for _ in range(stops + 5):  # examples that can be scrolled are stops too
            page.keyboard.press("Tab")
            reached.append(page.evaluate(f"({RINGED})({STOPS})"))
        assert [stop for stop in reached if stop[0] >= 0] == [[place, True] for place in range(stops)]


RINGED = """stops => {
    const focused = document.activeElement
    const { outlineStyle, outlineWidth } = getComputedStyle(focused.closest("label") ?? focused)
    return [stops.indexOf(focused), outlineStyle !== "none" && parseFloat(outlineWidth) > 0]
}"""


def test_controls_by_keyboard(page: Page, site: str):
    """The filter, a fold, and the switch of languages."""
    page.goto(f"{site}sv/index.html")
    page.locator("[name=resend]").first.focus()
    page.keyboard.press("ArrowRight")
    assert len(shown(page)) < 27
    page.goto(f"{site}sv/codes/20023.html")
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details").first.locator("p").first).to_be_visible()
    page.locator(".md-select button").focus()
    page.locator(".md-select__link[hreflang=ja]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}ja/codes/20023.html")
