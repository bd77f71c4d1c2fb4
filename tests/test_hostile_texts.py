"""Texts that look like markup, in every place of a site: shown as they are, and running nothing."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from conftest import ROOT, program, run
from playwright.sync_api import Page, sync_playwright

from codegen import source, tree
from codegen.catalog import build
from codegen.outputs import outputs

TEXTS = [
    "<script>window.ran = 1</script> in a text",
    "<img src=x onerror='window.ran = 1'> as an image",
    "A link [here](javascript:window.ran=1) or <javascript:window.ran=1>",
    "![image](javascript:window.ran=1) and [reference][1]",
    "A | b || c",
    "`code` and ``more`` and ```fence",
    "{{ config }} {% raw %} {# comment #} ${window.ran=1}",
    "Attributes { onclick=window.ran=1 } {: #other .path }",
    '" onmouseover="window.ran=1" \' & &amp; &lt;b&gt; "',
    "The word שגיאה and خطأ in a row",
    "1. first *em* _em_ __strong__ ~~gone~~ # no heading",
    "</title></style></textarea></script><b>bold</b>",
    "--- | --- \\| \\\\ \\",
    "http://errors.example/ and mail@errors.example",
    " ".join(f"word{number}" for number in range(280)),
]
LONGEST = max(map(len, TEXTS))


def catalog() -> str:
    """Every text as message, note, category, advice and label. JSON is YAML."""
    named = dict(enumerate(TEXTS[:5]))
    return json.dumps(
        {
            "package": "hostile_errors",
            "source_language": "en",
            "languages": {"en": {}},
            "texts": {
                name: {"en": TEXTS[place]} for place, name in enumerate(("search", "title", "introduction", "filter"))
            },
            "categories": {f"kind_{place}": {"en": text} for place, text in named.items()},
            "recoveries": {
                f"do_{place}": {"retry": True, "title": {"en": text}, "advice": {"en": text}}
                for place, text in named.items()
            },
            "errors": {
                str(code): {
                    "name": f"ERROR_{code}",
                    "category": f"kind_{code % 5}",
                    "recovery": f"do_{code % 5}",
                    "message": {"en": text},
                    "note": {"en": TEXTS[-1 - code]},
                }
                for code, text in enumerate(TEXTS)
            },
        }
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built without asking the rules, which refuse some of these: escaping does not lean on them."""
    folder = tmp_path_factory.mktemp("hostile")
    tree.make_equal(folder / "generated", dict(outputs(build(source.parse(catalog())), ["docs"])), partial=False)
    shutil.copytree(ROOT / "site", folder / "site", ignore=shutil.ignore_patterns("_build"))
    built = run(sys.executable, "-m", "mkdocs", "build", "-f", folder / "site/mkdocs.yml")
    assert built.returncode == 0, built.stderr
    return folder / "site/_build"


def squeezed(text: str) -> str:
    return " ".join(text.split())


def inspect(page: Page, site: Path, address: str) -> None:
    """Nothing ran, nothing is there that no text may make, and nothing leaves the window."""
    page.goto(f"{(site / address).as_uri()}")
    assert page.evaluate("window.ran") is None
    assert page.locator("article :is(script, img, iframe, [onclick], [onmouseover], [onerror])").count() == 0
    assert page.locator("a[href^='javascript:']").count() == 0
    outside = "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        pytest.fail(f"{address}: {page.evaluate(outside + '.map(e => e.outerHTML.slice(0, 99))')}")


def test_every_text_is_shown_as_it_is(site: Path):
    """As message, note, title, advice, category, label, search result and filter."""
    program_path = program("chromium", "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program_path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 390, "height": 800})
        page.add_init_script("sessionStorage.setItem('catalog-chosen', 'yes')")
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        for code, text in enumerate(TEXTS):
            inspect(page, site, f"en/codes/{code}.html")
            assert squeezed(page.locator("h1").text_content() or "") == squeezed(f"{code} {text}¶")
            assert squeezed(page.locator(".lead").text_content() or "") == squeezed(TEXTS[-1 - code])
            assert page.locator("#recovery + p").text_content() == TEXTS[code % 5]
            assert squeezed(page.title()).startswith(squeezed(f"{code} {text}"))
            assert page.locator("meta[name=description]").get_attribute("content") == TEXTS[-1 - code]
            inspect(page, site, f"codes/{code}.html")
            assert squeezed(text) in [squeezed(cell) for cell in page.locator("td span").all_text_contents()]
        for place in range(5):
            inspect(page, site, f"en/categories/kind_{place}.html")
            assert squeezed(page.locator("h1").text_content() or "") == squeezed(f"{TEXTS[place]}¶")
        for address in ("en/translations.html", "en/data.html", "index.html", "404.html"):
            inspect(page, site, address)
        inspect(page, site, "en/index.html")
        rows = page.locator("article table").first.locator("tbody tr")
        shown = [[squeezed(cell) for cell in row.locator("td").all_text_contents()] for row in rows.all()]
        assert shown == [
            [str(code), squeezed(text), squeezed(TEXTS[-1 - code]), TEXTS[code % 5], TEXTS[code % 5]]
            for code, text in enumerate(TEXTS)
        ]
        assert page.locator("#filter-category option").all_text_contents()[1:] == TEXTS[:5]
        for query in ("script", "javascript", "image", "word279", "שגיאה"):
            page.locator(".search__input").fill(query)
            page.wait_for_function("query => document.querySelector('.search').dataset.shown === query", arg=query)
            listed = page.locator(".search__panel a")
            assert listed.count() > 0
            assert page.locator(".search__panel :is(script, img, b)").count() == 0
            assert page.evaluate("window.ran") is None
        browser.close()


def test_the_longest_is_long():
    """A text of two thousand characters is among them."""
    assert LONGEST > 2_000
