"""What pages say about the published texts: which text, what was published, and why it is said otherwise here."""

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from catalogs import said
from test_site import DATA, ERRORS, LANGUAGES, elements, tree, words

pytestmark = pytest.mark.slow

LABELS = {"message": "column_message", "note": "column_note"}
PAGE_TEXTS = ["title", "description", "introduction", "lead_in", "column_code", "column_message", "column_note"]


def own_texts(error: dict) -> dict[str, dict]:
    return {name: error[name] for name in LABELS}


def corrections(texts: dict[str, dict], language: str) -> dict[str, tuple[str, list[str]]]:
    """Return what was published, and the reasons in words, by the name of the text."""
    forms = {name: text.get(language) for name, text in texts.items()}
    return {
        name: (form["published"], [said(DATA["reasons"][reason][language]) for reason in form["because"]])
        for name, form in forms.items()
        if isinstance(form, dict) and "published" in form
    }


def shown(page: ElementTree.Element) -> list[tuple[str, str, str]]:
    """Return the label, the published text and the line with the reasons of each correction."""
    (block,) = elements(page, "details", id="published")
    rows = [list(row) for row in elements(block, "div")]
    return [(words(label), words(published), words(reasons)) for label, published, reasons in rows]


def own_words(page: ElementTree.Element) -> Counter[str]:
    """Return how often each text stands on a page, without examples, labels of filters, and links to other codes."""
    (catalog,) = elements(page, classes="catalog")
    left_out = {*elements(catalog, "pre"), *elements(catalog, "form"), *elements(catalog, classes="catalog-links")}
    pieces: Counter[str] = Counter()

    def walk(element: ElementTree.Element) -> None:
        if elements(element, "del") and element.tag.endswith("dd"):
            pieces[words(element)] += 1
            return
        pieces[(element.text or "").strip()] += 1
        for child in element:
            if child not in left_out:
                walk(child)
            pieces[(child.tail or "").strip()] += 1

    walk(catalog)
    return pieces


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_code_shows_each_correction(built_site: Path, language: str):
    """With the label of the text in the language of the page. A page without corrections has no such block."""
    for code, error in ERRORS.items():
        page = tree(built_site / language / "codes" / f"{code}.html")
        expected = corrections(own_texts(error), language)
        if not expected:
            assert elements(page, "details", id="published") == []
            continue
        found = shown(page)
        assert [row[:2] for row in found] == [
            (said(DATA["texts"][LABELS[name]][language]), text) for name, (text, _) in expected.items()
        ]
        for (_, _, line), (_, reasons) in zip(found, expected.values(), strict=True):
            assert [reason for reason in reasons if reason not in line] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_shows_each_correction(built_site: Path, language: str):
    """Of the texts around the table; each of them has a label that says which it is."""
    page = tree(built_site / language / "index.html")
    found = shown(page)
    expected = corrections({name: DATA["texts"][name] for name in PAGE_TEXTS}, language)
    assert [text for _, text, _ in found] == [text for text, _ in expected.values()]
    labels = [label for label, _, _ in found]
    assert all(labels)
    others = [name for name in expected if not name.startswith("column_")]
    assert len(set(labels)) == len(others) + (len(others) < len(expected))  # headings of columns share a label
    original = elements(page, "details", id="original")
    assert len(original) == (language != "en")
    sources = [words(element) for block in original for element in elements(block, "dd", lang="en")]
    assert sources == [said(DATA["texts"][name]["en"]) for name in PAGE_TEXTS] * len(original)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_twice_on_a_page(built_site: Path, language: str):
    """Neither what the catalog says in any language, nor what was published."""
    for code, error in ERRORS.items():
        page = tree(built_site / language / "codes" / f"{code}.html")
        advice = DATA["recoveries"][error["recovery"]]["advice"]
        told = [said(text[tag]) for text in (error["message"], error["note"]) for tag in LANGUAGES]
        told += [said(advice[language]), *(text for text, _ in corrections(own_texts(error), language).values())]
        counts = own_words(page)
        assert {text: counts[text] for text in told} == Counter(told)
    index = own_words(tree(built_site / language / "index.html"))
    told = [said(DATA["texts"][name][tag]) for name in ("introduction", "lead_in") for tag in (language, "en")]
    assert {index[text] for text in told} == {1}
