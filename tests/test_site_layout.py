"""How the pages of the site fit: narrow windows, phones, right-to-left languages, paper, and pages without scripts."""

from collections.abc import Iterator
from pathlib import Path

import adopter
import pytest
from browsing import context
from catalogs import plain, said
from conftest import CATALOG, ROOT
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

DATA = plain(CATALOG)
LANGUAGES = list(DATA["languages"])
NARROW = [320, 390, 768]
PHONE = (390, 844)
ASKING = ROOT / "tests" / "tools" / "layout.js"
KINDS = ["index", "codes/20022", "codes/20015", "categories/limit", "translations", "data"]


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with buttons for editing and a catalog in a language from right to left, partly translated.

    The menu of languages has a long name in it.
    """
    catalog = adopter.CATALOG.replace("he: {complete: false}", "he: {complete: false}, pt-BR: {complete: false}")
    buttons = {"features": ["content.action.edit", "content.action.view"]}
    settings = {"use_directory_urls": False, "repo_url": "https://git.example/acme/shop", "theme": buttons}
    settings |= {"edit_uri": "edit/main/docs/"}
    folder = tmp_path_factory.mktemp("hebrew")
    return adopter.built(adopter.written(folder, settings, {"catalog/errors.yaml": catalog}))


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = context(browser)
    opened.add_init_script(path=ASKING)
    yield opened.new_page()
    opened.close()


def longest(language: str) -> str:
    """Return the code whose note and advice are the longest."""

    def length(code: int) -> int:
        error = DATA["errors"][code]
        advice = DATA["recoveries"][error["recovery"]]["advice"]
        return len(said(error["note"][language])) + len(said(advice[language]))

    return str(max(DATA["errors"], key=length))


def misfits(page: Page) -> list[tuple[int, list[str]]]:
    """Return what is outside the window and which words are broken, with everything open, at each width."""
    page.add_style_tag(content="* { hyphens: manual !important }")
    page.locator(".catalog details").evaluate_all("all => all.forEach(details => { details.open = true })")
    found = []
    for width in NARROW:
        page.set_viewport_size({"width": width, "height": 800})
        found.append((width, page.evaluate("[...layout.outside(), ...layout.broken()]")))
    return [(width, wrong) for width, wrong in found if wrong]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_wider_than_the_window_and_no_word_is_broken(built_site: Path, page: Page, language: str):
    """At 320 px, which is 400 % of zoom, on a phone and on a tablet."""
    wrong = {}
    for name in (*KINDS, f"codes/{longest(language)}"):
        page.goto(f"{built_site.as_uri()}/{language}/{name}.html")
        wrong[name] = misfits(page)
    assert {name: found for name, found in wrong.items() if found} == {}


def test_pages_that_belong_to_no_language_fit_too(built_site: Path, page: Page):
    for name in ("codes/20022", "codes/20015", "index"):
        page.goto(f"{built_site.as_uri()}/{name}.html")
        assert misfits(page) == [], name


def test_pages_from_right_to_left(hebrew: Path, page: Page):
    """They fit; texts that fall back keep their own direction; what is before is at the right."""
    for name in ("index", "codes/101", "codes/201", "categories/stock", "translations", "data"):
        page.goto(f"{hebrew.as_uri()}/errors/he/{name}.html")
        assert page.locator("body").get_attribute("dir") == "rtl"
        assert misfits(page) == [], name
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{hebrew.as_uri()}/errors/he/codes/201.html")
    fallback = page.locator("h1 [lang=en]").first
    assert (fallback.inner_text(), fallback.get_attribute("dir")) == ("Card declined", "ltr")
    page.goto(f"{hebrew.as_uri()}/errors/he/codes/101.html")
    advice, facts = page.locator(".catalog-advice"), page.locator(".catalog-facts")
    assert left(advice) > left(facts)
    border = advice.evaluate("advice => getComputedStyle(advice)")
    assert float(border["borderRightWidth"][:-2]) > float(border["borderLeftWidth"][:-2])


def left(element: object) -> float:
    return element.bounding_box()["x"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_screen_of_a_phone(built_site: Path, browser: Browser, language: str):
    """The index shows its first code; a shared filter shows its first result; a code shows message, note and advice."""
    opened = context(browser, *PHONE)
    page = opened.new_page()
    for address, element in {
        "index.html": "tbody tr:visible th",
        "index.html?category=limit&resend=unchanged&text=20": "tbody tr:visible th",
        f"codes/{longest(language)}.html": ".catalog-advice",
        "codes/20023.html": ".catalog-advice",
    }.items():
        page.goto(f"{built_site.as_uri()}/{language}/{address}")
        if "?" in address:
            expect(page.locator(".catalog-count")).to_contain_text(" / ")
        box = page.locator(element).first.bounding_box()
        assert box
        assert box["y"] + box["height"] < (640 if element.startswith("tbody") else PHONE[1]), address
    opened.close()


def test_without_scripts(built_site: Path, browser: Browser):
    """All codes and languages can be read, and the switch works; the filter, which would not, is not shown."""
    opened = context(browser, *PHONE, java_script_enabled=False)
    page = opened.new_page()
    page.goto(f"{built_site.as_uri()}/index.html")
    page.get_by_role("link", name="Svenska").last.click()
    assert page.locator(".catalog-list tbody tr:visible").count() == len(DATA["errors"])
    assert page.locator(".catalog form:visible").count() == 0
    page.locator(".md-select button").focus()
    page.locator(".md-select__link[hreflang=ja]").click()
    assert page.url == f"{built_site.as_uri()}/ja/index.html"
    page.goto(f"{built_site.as_uri()}/codes/20016.html")
    for language in LANGUAGES:
        advice = said(DATA["recoveries"]["sign_again"]["advice"][language])
        expect(page.get_by_text(advice)).to_be_visible()
    page.goto(f"{built_site.as_uri()}/fr/codes/20016.html")
    page.locator("#published summary").click()
    expect(page.locator("#published dd").first).to_be_visible()
    opened.close()


@pytest.mark.parametrize("scheme", ["slate", "default"])
def test_on_paper(built_site: Path, page: Page, scheme: str):
    """Whichever palette the reader chose: dark on white, within A4 and Letter, all notes open, no controls."""
    page.set_viewport_size({"width": 1280, "height": 1000})
    for name in ("fr/codes/20015", "en/index", "sv/translations", "codes/20016"):
        page.goto(f"{built_site.as_uri()}/{name}.html")
        page.locator(f"input[name=__palette][data-md-color-scheme={scheme}]").evaluate("choice => choice.click()")
        page.locator(f"body[data-md-color-scheme={scheme}]").wait_for()
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.evaluate("layout.pale()") == []
        assert page.locator(".catalog :is(form, .catalog-steps):visible").count() == 0
        for width in (718, 740):
            page.set_viewport_size({"width": width, "height": 1000})
            assert page.evaluate("layout.outside()") == []
        for hidden in page.locator(".catalog details > :not(summary)").all():
            assert hidden.bounding_box(), name
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 1280, "height": 1000})


def test_links_have_their_addresses_on_paper(hebrew: Path, page: Page):
    page.goto(f"{hebrew.as_uri()}/errors/fr/codes/101.html")
    page.emulate_media(media="print")
    content = "all => all.map(one => getComputedStyle(one, '::after').content)"
    after = page.locator("[data-address]").evaluate_all(content)
    page.emulate_media(media="screen")
    base = "https://acme.example/docs/errors"
    assert after == [f'" ({base}/codes/101.html)"', f'" ({base}/api/v1/codes/101.json)"']


def test_scripts_and_styles_are_small(built_site: Path):
    """Without the script of another project that lets the search work on pages from disk."""
    files = (built_site / "assets" / "error-catalog").glob("*.[cj]s*")
    assert 0 < sum(file.stat().st_size for file in files if file.name != "iframe-worker.js") < 32_768
