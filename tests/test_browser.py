"""The built site in Chromium, from disk and from a server below a path."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import program
from playwright.sync_api import Browser, Page, sync_playwright


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A file server that keeps its log to itself."""

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = program("chromium", "chromium")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=quiet)
        yield running
        running.close()


@pytest.fixture(scope="module")
def server(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site below /errors/soap/, as on a server that has other things too."""
    root = tmp_path_factory.mktemp("server")
    (root / "errors").mkdir()
    (root / "errors/soap").symlink_to(built_site)
    handler = functools.partial(Quiet, directory=root)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/errors/soap/"
        running.shutdown()


@pytest.fixture(params=["disk", "server"])
def site(request: pytest.FixtureRequest, built_site: Path, server: str) -> str:
    return built_site.as_uri() + "/" if request.param == "disk" else server


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A page that notes every request to another host, every failed one and every message."""
    context = browser.new_context(base_url=site)
    page = context.new_page()
    wrong: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(site) else wrong.append(request.url))
    page.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}"))
    page.on("response", lambda response: wrong.append(f"404: {response.url}") if response.status >= 400 else None)
    page.on("console", lambda message: wrong.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    yield page
    context.close()
    assert wrong == []


def test_the_language_switch_stays_on_the_page(page: Page, site: str):
    """From the index to a code, and from French to Japanese on that code."""
    page.goto(f"{site}fr/index.html")
    page.get_by_role("link", name="20014").click()
    assert page.url == f"{site}fr/codes/20014.html"
    page.get_by_role("button", name="Sélectionner la langue").hover()
    page.locator(".md-select__link[hreflang=ja]").click()
    page.wait_for_url(f"{site}ja/codes/20014.html")
    assert page.locator("h1").inner_text().startswith("20014 認証に失敗しました")
    assert page.locator("html").get_attribute("lang") == "ja"


def test_the_link_for_logs_leads_to_every_language(page: Page, site: str):
    """The language-neutral page of a code."""
    page.goto(f"{site}codes/20103.html")
    page.get_by_role("link", name="한국어").last.click()
    page.wait_for_url(f"{site}ko/codes/20103.html")
    assert page.locator("article p").first.inner_text() == "LeadKey 값이 어떤 리드와도 일치하지 않습니다."


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_is_wider_than_the_window(page: Page, site: str, width: int):
    """Nothing has to be scrolled sideways, on a phone neither."""
    page.set_viewport_size({"width": width, "height": 800})
    for address in ("index.html", "codes/20016.html", "fr/index.html", "ja/codes/20022.html", "sv/codes/20106.html"):
        page.goto(site + address, wait_until="networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        tables = page.evaluate(
            "[...document.querySelectorAll('table')].map(table => table.getBoundingClientRect().right)"
        )
        assert [right for right in tables if right > width] == [], address
