"""The built site in Chromium, from disk and from a server below a path."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from catalogs import plain
from conftest import program
from playwright.sync_api import Browser, Page, sync_playwright

LANGUAGES = ["en", "fr", "ja", "ko", "sv"]
QUERIES = plain(Path(__file__).parent / "queries.yaml")
STAY = "sessionStorage.setItem('catalog-chosen', 'yes')"
"""The root does not lead on."""

KINDS = [
    "index.html",
    "404.html",
    "codes/20016.html",
    "ko/index.html",
    "ja/codes/20022.html",
    "fr/categories/limit.html",
    "sv/translations.html",
    "en/data.html",
]
"""A page of every kind."""


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
    context = browser.new_context(base_url=site, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script(STAY)
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
    page.get_by_role("button", name="Sélectionner la langue: Français").hover()
    page.locator(".md-select__link[hreflang=ja]").click()
    page.wait_for_url(f"{site}ja/codes/20014.html")
    assert page.locator("h1").inner_text().startswith("20014\n認証に失敗しました")
    assert page.locator("html").get_attribute("lang") == "ja"


def test_the_link_for_logs_leads_to_every_language(page: Page, site: str):
    """The language-neutral page of a code."""
    page.goto(f"{site}codes/20103.html")
    page.get_by_role("link", name="한국어").last.click()
    page.wait_for_url(f"{site}ko/codes/20103.html")
    assert page.locator("article .lead").inner_text() == "LeadKey 값이 어떤 리드와도 일치하지 않습니다."


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_is_wider_than_the_window(page: Page, site: str, width: int):
    """Nothing has to be scrolled sideways, on a phone neither."""
    page.set_viewport_size({"width": width, "height": 800})
    for address in (*KINDS, "fr/index.html", "sv/codes/20106.html"):
        page.goto(site + address, wait_until="networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        tables = page.evaluate(
            "[...document.querySelectorAll('table')].map(table => table.getBoundingClientRect().right)"
        )
        assert [right for right in tables if right > width] == [], address


def found(page: Page, query: str) -> list[str]:
    """What the search lists for a query, as addresses."""
    page.locator(".search__input").fill(query)
    page.wait_for_function("query => document.querySelector('.search').dataset.shown === query", arg=query)
    return page.locator(".search__panel a").evaluate_all("links => links.map(link => link.href)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_search(page: Page, site: str, language: str):
    """Every expected code is listed, one of them first, nothing of another language; what matches is marked."""
    page.goto(f"{site}{language}/data.html")
    wrong = []
    for query, codes in QUERIES[language].items():
        expected = [f"{site}{language}/codes/{code}.html" for code in codes]
        addresses = found(page, query)
        assert all(address.startswith(f"{site}{language}/codes/") for address in addresses)
        assert page.locator(".search__panel mark").count() > 0
        if not set(expected) <= set(addresses) or addresses[0] not in expected:
            wrong.append((query, codes, addresses))
    assert wrong == []


def test_there_are_queries_enough():
    """At least 120, in every language."""
    assert sum(map(len, QUERIES.values())) >= 120
    assert list(QUERIES) == LANGUAGES


def test_the_search_by_keyboard(page: Page, site: str):
    """A slash, words, an arrow, Enter; Escape closes; nothing found says so in the language of the page."""
    page.goto(f"{site}sv/codes/20014.html")
    page.keyboard.press("/")
    page.keyboard.type("stampel")
    page.locator(".search__panel a").first.wait_for()
    assert page.locator(".search__panel mark").all_inner_texts() == ["stämpel", "stämpel"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.locator(".search__panel").is_hidden()
    assert found(page, "qqqq") == []
    assert page.locator(".search__panel [role=status]").inner_text() == "Inga träffar"
    found(page, "stampel")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}sv/codes/20016.html")


def shown(page: Page) -> list[str]:
    return page.locator("article table").first.locator("tbody tr:visible td:first-child").all_inner_texts()


def test_the_filter(page: Page, site: str):
    """By text, category and recovery; the address keeps its state, the switch what of it is of no language."""
    page.goto(f"{site}ko/index.html")
    assert len(shown(page)) == 27
    page.get_by_label("카테고리", exact=True).select_option("limit")
    assert shown(page) == ["20015", "20022", "20023", "20024"]
    page.get_by_label("해결 방법").select_option("slow_down")
    assert shown(page) == ["20023", "20024"]
    page.get_by_label("단어").fill("동시")
    assert shown(page) == ["20024"]
    assert page.locator("output").inner_text() == "1 / 27"
    page.reload()
    assert shown(page) == ["20024"]
    switch = page.locator(".md-select__link[hreflang=en]").get_attribute("href")
    assert switch.endswith("en/index.html?category=limit&recovery=slow_down")
    page.get_by_role("button", name="필터 지우기").click()
    page.wait_for_function("!location.search")
    assert len(shown(page)) == 27


def test_the_filter_on_a_phone(page: Page, site: str):
    """It is folded away, and rows are cards."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{site}fr/index.html")
    field = page.get_by_label("Mots")
    assert field.is_hidden()
    page.get_by_role("button", name="Filtrer").click()
    field.fill("jeton inconnu zzz")
    assert shown(page) == []
    field.fill("abonnement")
    assert shown(page) == ["20015"]


def test_copy_buttons(page: Page, site: str):
    """The link of the page, and an example."""
    page.goto(f"{site}fr/codes/20014.html#python")
    page.get_by_role("button", name="Copier le lien").click()
    page.get_by_text("Copié").first.wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}fr/codes/20014.html"
    page.get_by_role("button", name="Copier", exact=True).first.click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).startsWith('from marketo_soap_errors')")


def test_the_switch_keeps_the_section(page: Page, site: str):
    """Also one that the reader turned to after the page was shown."""
    page.goto(f"{site}fr/codes/20014.html")
    page.evaluate("location.hash = 'python'")
    page.wait_for_function("document.querySelector('.md-select__link[hreflang=ko]').hash === '#python'")
    page.locator(".md-select button").focus()
    page.locator(".md-select__link[hreflang=ko]").click()
    page.wait_for_url(f"{site}ko/codes/20014.html#python")


def test_light_and_dark(page: Page, site: str):
    """The system decides, then the reader, whose choice lasts."""
    background = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="dark")
    page.goto(f"{site}en/index.html")
    dark = page.evaluate(background)
    page.get_by_role("button", name="Light or dark").click()
    light = page.evaluate(background)
    assert light == "rgb(255, 255, 255)" != dark
    page.reload()
    assert page.evaluate(background) == light


def test_the_root_leads_to_the_readers_language_once(browser: Browser, server: str):
    """In place of itself, so that Back leads out; whoever comes back chooses."""
    context = browser.new_context(locale="ko-KR")
    page = context.new_page()
    page.goto("about:blank")
    page.goto(server)
    page.wait_for_url(f"{server}ko/index.html")
    page.go_back()
    assert page.url == "about:blank"
    page.goto(f"{server}index.html")
    page.wait_for_load_state("networkidle")
    assert page.url == f"{server}index.html"
    assert page.locator(".chooser a:visible").count() == len(LANGUAGES)
    context.close()


def test_without_scripts(browser: Browser, site: str):
    """All codes, the switch and the choice of a language remain; what needs scripts is not shown."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}index.html")
    page.get_by_role("link", name="Svenska").click()
    assert page.locator("tbody tr:visible").count() > 27
    assert page.locator("form:visible").count() == 0
    page.locator(".md-select button").focus()
    page.locator(".md-select__link[hreflang=ja]").click()
    assert page.url == f"{site}ja/index.html"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_accessibility(browser: Browser, built_site: Path, width: int, scheme: str):
    """No violation of WCAG 2.2 A and AA or of best practice on any kind of page, with search open too."""
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.add_init_script(STAY)
    wrong = []
    for address in KINDS:
        page.goto(f"{built_site.as_uri()}/{address}")
        checks = [address]
        if page.locator(".search__input").count():
            checks.append(f"{address} searched")
        for name in checks:
            if name.endswith("searched"):
                found(page, "20")
            violations = Axe().run(page, options={"runOnly": tags}).response["violations"]
            wrong += [(name, rule["id"], [node["html"] for node in rule["nodes"]][:3]) for rule in violations]
    context.close()
    assert wrong == []


def test_the_first_view_is_light_and_still(page: Page, server: str, site: str):
    """Under 200 KB as they are, and nothing moves once it is painted."""
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())))
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => shift += entry.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.set_viewport_size({"width": 390, "height": 800})
    for address in ("fr/codes/20014.html", "ko/categories/limit.html", "fr/index.html"):
        sizes.clear()
        page.goto(site + address, wait_until="networkidle")
        assert page.evaluate("shift") < 0.0005, address  # which tools print as 0; the name of the language may grow
    if site == server:
        assert 0 < sum(sizes) < 200_000
