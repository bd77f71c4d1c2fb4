"""Pages of a partly translated catalog, with a right-to-left language that the generator has no words in."""

import json
import re

import pytest
from catalogs import SMALL, model
from markdown_pages import PARTLY, page, pages, pieces, words

from error_catalog.outputs import files

ARABIC = re.compile("[\u0600-\u06ff]")


EN = {"lang": "en", "dir": "ltr"}


REMARK = {"de": "Noch nicht übersetzt", "ar": "Not translated yet"}


@pytest.fixture(scope="module")
def partly() -> dict[str, bytes]:
    """The pages of a partly translated catalog, with a right-to-left language that the generator has no words in."""
    return files(model(PARTLY), ["docs"])


def test_no_fallback_is_unmarked(partly: dict[str, bytes]):
    """On pages in Arabic, whatever has Latin words says what language it is in, unless it is code or an address."""
    listed = pages(partly, "ar/")
    assert len(listed) == 7
    marked = 0
    for path in listed:
        for shown in pieces(page(partly, path).body, "ar", "rtl"):
            is_name = {"code", "pre"} & set(shown.tags) or shown.text in ("JSON Schema", "ann, bob")
            is_latin = re.search("[A-Za-z]{2}", shown.text) and not ARABIC.search(shown.text)
            if is_latin and not is_name and not re.search(r"^(api/|https:)", shown.text):
                assert (shown.lang, shown.dir) in (("en", "ltr"), ("de", "ltr")), (path, shown)
                marked += 1
    assert marked > 100


def test_no_translation_is_marked_as_a_fallback(partly: dict[str, bytes]):
    for path in pages(partly, "ar/"):
        for shown in pieces(page(partly, path).body, "ar", "rtl"):
            if ARABIC.search(shown.text):
                assert (shown.lang, shown.dir) == ("ar", "rtl"), (path, shown)


@pytest.mark.parametrize(
    ("tag", "path", "text", "is_fallback"),
    [
        ("de", "codes/1.md", "Keine {table} mehr", False),
        ("de", "codes/1.md", "Order fewer", True),
        ("de", "codes/1.md", "Viele Bestellungen in 10 Aufrufen", False),
        ("de", "codes/1.md", "Send it again later", True),
        ("de", "codes/1.md", "Stock", True),
        ("de", "codes/2.md", "Never sent", True),
        ("de", "codes/2.md", "Terminology", True),
        ("de", "codes/2.md", "Preis", False),
        ("de", "categories/stock.md", "Stock", True),
        ("de", "index.md", "Fehler des Ladens", False),
        ("de", "index.md", "The shop is closed", True),
        ("ar", "codes/1.md", "No {table} left", True),
        ("ar", "codes/1.md", "No orders left", True),
        ("ar", "codes/1.md", "اطلب أقل", False),
        ("ar", "codes/1.md", "Many orders in 10 calls", True),
        ("ar", "codes/1.md", "المخزون", False),
        ("ar", "codes/2.md", "No {table} left", True),
        ("ar", "index.md", "Errors of the shop", True),
    ],
)
def test_a_fallback_says_its_language_and_that_it_is_not_translated(
    partly: dict[str, bytes], tag: str, path: str, text: str, is_fallback: bool
):
    """Stale texts fall back too."""
    body = page(partly, f"{tag}/{path}").body
    assert text in words(body)
    assert (f"{text} ({REMARK[tag]})" in words(body)) == is_fallback
    marked = [element for element in body.iter() if element.attrib == EN and element.text == text]
    assert bool(marked) == is_fallback


@pytest.mark.parametrize(
    ("path", "title", "description"),
    [
        ("de/codes/1.md", "1 Keine {table} mehr", "Order fewer (Noch nicht übersetzt)"),
        ("ar/codes/1.md", "1 No {table} left (Not translated yet)", "اطلب أقل"),
        ("ar/codes/2.md", "2 مغلق", "مغلق"),
        ("de/categories/stock.md", "Stock (Noch nicht übersetzt)", "Stock (Noch nicht übersetzt) – Fehler des Ladens"),
        ("ar/categories/stock.md", "المخزون", "المخزون – Errors of the shop (Not translated yet)"),
        ("codes/1.md", "1 OUT_OF_STOCK", "No {table} left"),
    ],
)
def test_the_title_and_the_description_of_a_page_say_it_in_words(
    partly: dict[str, bytes], path: str, title: str, description: str
):
    """They can have no `lang` of their own."""
    head = page(partly, path).head
    assert (head["title"], head["description"]) == (title, description)


def test_the_neutral_page_has_every_language_as_what_it_is(partly: dict[str, bytes]):
    body = page(partly, "codes/1.md").body
    shown = [(piece.text, piece.lang, piece.dir) for piece in pieces(body.find(".//tbody") or body, "en", "ltr")]
    assert ("Keine {table} mehr", "de", "ltr") in shown
    assert ("اطلب أقل", "ar", "rtl") in shown
    assert shown.count(("No {table} left", "en", "ltr")) == 2
    assert shown.count(("(Not translated yet)", "ar", "rtl")) <= 1
    assert [way for text, _, way in shown if "اطلب" in text] == ["rtl"]


def test_words_that_the_source_language_lacks_are_marked_as_english():
    made = files(model(SMALL.replace("en", "gv").replace("Out of stock", "Cha nel eh ayn")), ["docs"])
    for path in ("gv/codes/1.md", "de/codes/1.md"):
        body = page(made, path).body
        shown = {piece.text: (piece.lang, piece.dir) for piece in pieces(body, path[:2], "ltr")}
        assert shown["Cha nel eh ayn"] == ("gv", "ltr")
        label, lang = ("All error codes", "en") if path[:2] == "gv" else ("Alle Fehlercodes", "de")
        assert shown[label] == (lang, "ltr")


def test_a_language_without_a_current_text_is_absent_from_the_json(partly: dict[str, bytes]):
    data = json.loads(partly["docs/api/v1/codes/1.json"])
    assert data["message"] == {"en": "No {table} left", "de": "Keine {table} mehr"}
    assert data["note"] == {"en": "Order fewer", "ar": "اطلب أقل"}
    assert json.loads(partly["docs/api/v1/codes/2.json"])["retired"]["reason"] == {"en": "Never sent"}
