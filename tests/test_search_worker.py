"""The worker of the search puts the answers of the catalogs before those of Material's own worker."""

import json
import subprocess
from pathlib import Path

import pytest
from asking import FINDER, search_scripts
from conftest import program

WORKER = FINDER.with_name("worker.js")
RUN = Path(__file__).parent / "tools" / "search_worker.js"
SITE = "https://docs.internal/below/"
STOCK = """
const pages = [
  [{ location: "guide/", title: "Guide", terms: { one: true, two: false } }],
  [{ location: "price/", title: "No <mark>price</mark>, today!", terms: {} }],
]
addEventListener("message", ({ data }) => {
  const items = String(data.data).includes("price") ? pages : pages.slice(0, 1)
  if (data.type === 2) self.postMessage({ type: 3, data: { items } })
})
"""
SHOP = """
package: shop
source_language: en
languages: {en: {}}
errors:
  2010: {name: SOLD_OUT, message: {en: "Nothing left of <b>it</b>"}, note: {en: "Order & wait"}}
  2011: {name: NO_PRICE, message: {en: "Price is missing"}}
"""
BANK = """
package: bank
source_language: en
languages: {en: {}}
faults: {namespace: "urn:bank", element: fault, unlisted: {7009: {en: "Only Tuesdays"}}}
errors:
  7001: {name: NO_MONEY, message: {en: "Nothing left"}}
  7002: {name: NO_PRICE_TODAY, message: {en: "The price 2010 is missing"}}
"""


def items(asked: list[str], *, is_from_disk: bool = False) -> list[list[dict]]:
    """Return what the search shows for each query."""
    assets = f"{SITE}assets/error-catalog/"
    files = {
        f"{assets}worker.js": WORKER.read_text("utf-8"),
        f"{assets}finder.js": FINDER.read_text("utf-8"),
        f"{SITE}stock.js": STOCK,
        f"{SITE}shop/en/search.js": search_scripts(SHOP)["en"],
        f"{SITE}bank/en/search.js": search_scripts(BANK)["en"],
    }
    end = "?1700000000000" if is_from_disk else ""
    given = {
        "address": f"{assets}worker.js?stock=stock.js&catalog=shop/en&catalog=bank/en/{end}",
        "files": files,
        "asked": asked,
        "isPageFromDisk": is_from_disk,
    }
    done = subprocess.run(
        [program("node", "nodejs"), RUN], input=json.dumps(given), capture_output=True, encoding="utf-8", timeout=60
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def locations(query: str) -> list[str]:
    return [item["location"] for item in items([query])[0]]


def test_the_catalogs_answer_before_other_pages():
    assert locations("nothing") == ["shop/en/codes/2010.html", "bank/en/codes/7001/", "guide/"]


def test_what_the_query_names_comes_first_whichever_catalog_has_it():
    assert locations("price error 7001")[0] == "bank/en/codes/7001/"
    assert locations("2010")[:2] == ["shop/en/codes/2010.html", "bank/en/codes/7002/"]


def test_a_code_that_no_catalog_has_is_said_to_be_none():
    """Each catalog says so, with a link to its codes."""
    found = items(["2999"])[0]
    assert [item["location"] for item in found] == ["shop/en/index.html", "bank/en/index.html", "guide/"]
    assert ["2999" in item["title"] for item in found] == [True, True, False]


def test_a_page_with_the_very_heading_comes_after_the_best_errors_with_all_of_the_words():
    """It comes before errors with some of them, and before pages with all of them."""
    assert locations("No price today")[:3] == ["bank/en/codes/7002/", "price/", "shop/en/codes/2011.html"]


def test_errors_with_some_of_the_words_come_after_pages_with_all_and_before_pages_with_some():
    found = locations("price of nothing")
    assert (found[0], found[-1], len(found)) == ("price/", "guide/", 5)


def test_a_code_that_only_servers_send_leads_to_what_is_known_about_it():
    """It stands on the page with all codes."""
    (found, *_) = items(["got 7009 there"])[0]
    assert found["location"] == "bank/en/index.html#code-7009"
    assert found["text"] == "<p>Only Tuesdays</p>"


def test_a_query_that_is_empty_is_left_to_material():
    assert locations("  ") == ["guide/"]


def test_texts_are_text_and_what_was_asked_for_is_marked():
    item = items(["nothing wait"])[0][0]
    assert item["title"] == "2010 <mark data-md-highlight>Nothing</mark> left of &#60;b&#62;it&#60;/b&#62;"
    assert item["text"] == "<p>SOLD_OUT · Order &#38; <mark data-md-highlight>wait</mark></p>"


def test_a_later_query_is_not_answered_with_an_earlier_one():
    assert [found[0]["location"] for found in items(["7001", "2011"])] == [
        "bank/en/codes/7001/",
        "shop/en/codes/2011.html",
    ]


@pytest.mark.parametrize("query", ["sold", "2010"])
def test_pages_from_disk_find_the_same(query: str):
    """There, a shim runs the worker in a frame, whose script has the address, with the time at its end."""
    assert items([query], is_from_disk=True) == items([query])
