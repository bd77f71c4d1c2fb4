"""Keywords: what readers search for in addition to the texts, per error and language."""

import json
import sys
from pathlib import Path

import pytest
from catalogs import found, made, model
from conftest import run

from error_catalog import compare
from error_catalog.mkdocs.search import search_data
from error_catalog.mkdocs.site import Site
from error_catalog.outputs.docs.view import View

SHOP = """
package: shop_errors
source_language: en
outputs: [package, gettext, json, docs]
languages: {en: {}, de: {}, ja: {}}
errors:
  1:
    name: OUT_OF_STOCK
    keywords: {en: [sold out, Unavailable], ja: [クォータ]}
    message: {en: "Out of stock", de: "Nicht auf Lager", ja: "在庫切れ"}
  2:
    name: BAD_ORDER
    message: {en: "The order is sold out of hand", de: "Die Bestellung ist falsch", ja: "注文が不正です"}
"""


def with_keywords(written: str) -> str:
    return SHOP.replace("{en: [sold out, Unavailable], ja: [クォータ]}", written)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(model(SHOP), tmp_path_factory.mktemp("shop"))


@pytest.mark.parametrize(
    ("written", "finding"),
    [
        ("[sold out]", "9:15 S01 1.keywords"),
        ("{en: sold out}", "9:20 S01 1.keywords.en"),
        ("{}", "9:15 S01 1.keywords"),
        ("{en: []}", "9:20 S01 1.keywords.en"),
        ("{en: [5]}", "9:21 S01 1.keywords.en.0"),
        ('{en: [" "]}', "9:21 S01 1.keywords.en.0"),
        ("{en: [gone, gone]}", "9:20 S01 1.keywords.en"),
        ("{en: [gone], fr: [parti]}", "9:28 S04 1.keywords"),
    ],
)
def test_finding(written: str, finding: str):
    assert found(with_keywords(written)) == [finding]


def test_python_has_them_by_language(folder: Path):
    program = "import shop_errors; print([code.keywords for code in shop_errors.ErrorCode])"
    printed = run(sys.executable, "-c", program, cwd=folder).stdout
    assert printed.strip() == str([{"en": ("sold out", "Unavailable"), "ja": ("クォータ",)}, {}])


@pytest.mark.parametrize(
    ("asked", "codes"),
    [("unavailable", [1]), ("クォータ", [1]), ("UNAVAIL", [1]), ("sold out", [1, 2]), ("stock", [1]), ("quota", [])],
)
def test_explain_finds_errors_by_them(folder: Path, asked: str, codes: list[int]):
    """In any language and any case, beside errors that say the same in their texts."""
    ran = run(sys.executable, "-m", "shop_errors", "explain", asked, "--json", cwd=folder)
    assert sorted(entry["code"] for entry in json.loads(ran.stdout)) == codes


def test_the_search_has_those_of_its_language_or_of_the_source_language():
    catalog = model(SHOP)
    views = {tag: View(catalog, language) for tag, language in catalog.languages.items()}
    data = {
        tag: json.loads(search_data(view).decode().partition("(")[2].rpartition(")")[0]) for tag, view in views.items()
    }
    known = {tag: [entry.get("keywords") for entry in one["entries"]] for tag, one in data.items()}
    english = [["sold out", "Unavailable"], None]
    assert known == {"en": english, "de": english, "ja": [["クォータ"], None]}


def test_pages_do_not_show_them_but_for_the_example_of_json(folder: Path):
    pages = [page.read_text("utf-8") for page in (folder / "docs").rglob("*.md") if page.name != "data.md"]
    contents = [content for content in Site(model(SHOP)).pages() if not content.name.endswith("data.md")]
    pages += [content.title + content.description + str(content.values()) for content in contents]
    assert len(contents) > 10
    assert [page for page in pages if "Unavailable" in page or "クォータ" in page] == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("{en: [gone]}", "{en: [gone, lost]}", "1.keywords.en"),
        ("{en: [gone]}", "{en: [gone], de: [weg]}", "1.keywords.de"),
        ("{en: [gone], de: [weg]}", "{en: [gone]}", "1.keywords.de"),
    ],
)
def test_changes_are_compatible(old: str, new: str, where: str):
    comparison = compare(model(with_keywords(old)), model(with_keywords(new)))
    assert [(change.kind, change.where) for change in comparison.changes] == [("compatible", where)]
    assert comparison.step == "minor"
