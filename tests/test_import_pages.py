"""A published page comes into the YAML: a Markdown table of codes, and what its front matter says."""

from pathlib import Path

import pytest
from catalogs import plain, said
from conftest import CATALOG, cli
from translators import SHOP, catalog, left, page, refused, take

PAGE = """\
---
title: Fehler
source-git-commit: 66add4c38d0230c36d57009de985649bb67fde3e
ht-degree: 11%
---

# Fehler

| A | B |
|---|---|
| nothing | here |

| Hinweis | Nummer | Meldung |
| :--- | ---: | --- |
| Bestellen &#39;Sie&#39; &lt;weniger&gt; | 7 | Nicht **auf** `Lager` \\| fort |
| | 12 | Zu viele Artikel |
| | 31 | Unbekannt |
| Morgen wieder | 20 | Geschlossen |
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return catalog(tmp_path)


def test_a_page_is_read_as_its_readers_see_it(shop: Path):
    """Columns are found by what they hold; entities are decoded; the front matter says where the texts are from."""
    file = page(shop.parent, "de", PAGE)
    imported = cli("import", "de", file, "--catalog", shop, "--force")
    assert [line.split(": ")[:2] for line in imported.stderr.splitlines()[:2]] == [
        [f"{file}:17:1", "P02 31"],
        [f"{file}:18:1", "P02 20.note"],
    ]
    found = plain(shop)
    assert found["languages"]["de"] == {
        "published": {"source_commit": "66add4c38d0230c36d57009de985649bb67fde3e", "human_translated": 11}
    }
    assert found["errors"][7]["message"]["de"] == "Nicht auf Lager | fort"
    assert found["errors"][7]["note"]["de"] == "Bestellen 'Sie' <weniger>"
    assert found["errors"][12]["message"]["de"]["text"] == "Zu viele Artikel"
    before = shop.read_bytes()
    assert take(shop, "de", file, force=True) == (0, 4, 2)
    assert shop.read_bytes() == before


def test_what_follows_a_table_is_not_part_of_it(shop: Path):
    text = "| c | m |\n|---|---|\n| 7 | Ausverkauft |\n\n- Hinweis\n  - Bestellen Sie nichts\n"
    assert take(shop, "de", page(shop.parent, "de", text)) == (1, 0, 0)
    assert plain(shop)["errors"][7]["note"]["de"] == "Bestellen Sie weniger"


ROW = "| c | m |\n|---|---|\n| 20 | Zu |\n"


def published(shop: Path, head: str) -> dict:
    """Import a page with this front matter, and return what the catalog then says about its language."""
    assert take(shop, "de", page(shop.parent, "de", f"---\n{head}\n---\n{ROW}")) == (1, 0, 0)
    return plain(shop)["languages"]["de"]


BOMB = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10) if n else '1'}]" for n in range(30))


@pytest.mark.parametrize(
    "head",
    [
        "date: 2026-02-31",
        "last: !!bool abc",
        "last: !!python/object/apply:os.system [ls]",
        f"number: {'9' * 10_000}",
        "one: &a {b: c}\ntwo: *a\nthree: [*a, *a]",
        "? [a, b]\n: c",
        "title: Errors: a list",
        "title: 'it's",
        "title: [",
        "\ttitle: tabs",
        "- a\nb: c\n- d",
        "{" * 100_000,
        "a:\n" + "- " * 100_000,
        "? " * 100_000,
        BOMB,
    ],
    ids=range(15),
)
def test_other_entries_of_the_front_matter_do_not_matter(head: str, shop: Path):
    """However damaged, deep or large they are."""
    assert published(shop, f"{head}\nht-degree: 11%") == {"published": {"human_translated": 11}}


@pytest.mark.parametrize(
    "head", ['ht-degree: "11%"', "ht-degree: 11", "'ht-degree' : '11'  # share", "ht-degree: 11%\r"]
)
def test_a_share_is_read_as_yaml_has_it(head: str, shop: Path):
    assert published(shop, head) == {"published": {"human_translated": 11}}


@pytest.mark.parametrize(
    "head",
    [
        "",
        "- ht-degree\n- 11%",
        "[ht-degree, 11%]",
        "ht-degree",
        "title: &a 11\nht-degree: *a",
        f"ht-degree: {'9' * 10_000}",
        "ht-degree: 101",
        "ht-degree: -1",
        "ht-degree: ١١",
        "ht-degree: [11]",
        "  ht-degree: 11",
        "# ht-degree: 11",
        "source-git-commit: main",
        "source-git-commit: 66add4c38d0230c36d57009de985649bb67fde3e0",
    ],
)
def test_front_matter_without_a_share_or_a_commit_says_nothing(head: str, shop: Path):
    assert published(shop, head) == {}


BAD_PAGES = [
    ("# Errors\n\nNothing.\n", "1:1 P01 page"),
    (b"| \xe9 |", "1:1 P01 file"),
]


@pytest.mark.parametrize(("content", "finding"), BAD_PAGES)
def test_a_bad_page_is_refused_with_its_line(content: str | bytes, finding: str, shop: Path):
    file = shop.parent / "de.md"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    assert refused(shop, "de", file) == [f"de.md:{finding}"]


def test_the_published_pages_come_back_from_a_catalog_of_the_source_language(tmp_path: Path):
    """Pages made of the published texts, into a catalog that has one code: the published texts exactly."""
    path = catalog(
        tmp_path,
        "package: some_errors\nsource_language: en\nlanguages: {en: {}}\n"
        'errors:\n  10001: {name: INTERNAL_ERROR, message: {en: "Old"}}\n',
    )
    real = plain(CATALOG)

    def published(form: str | dict) -> str:
        return form.get("published", form["text"]) if isinstance(form, dict) else form

    expected = {
        code: {kind: {tag: published(form) for tag, form in error[kind].items()} for kind in ("message", "note")}
        for code, error in real["errors"].items()
    }
    for tag in real["languages"]:
        rows = [(code, texts["message"][tag], texts["note"][tag]) for code, texts in expected.items()]
        cells = (
            " | ".join(
                str(cell).replace("&", "&amp;").replace('"', "&quot;").replace("*", r"\*").replace("_", r"\_")
                for cell in row
            )
            for row in rows
        )
        table = "| x | y | z |\n|--- |--- |--- |\n" + "".join(f"| {row} |\n" for row in cells)
        take(path, tag, page(tmp_path, tag, table), force=True)
    found = plain(path)
    texts = {
        code: {kind: {tag: said(form) for tag, form in error[kind].items()} for kind in ("message", "note")}
        for code, error in found["errors"].items()
    }
    assert texts == expected
    assert found["errors"][20103]["name"] == "LEAD_NOT_FOUND"


SOURCE = "| c | m |\n|-|-|\n| 7 | {} |\n| 12 | Too many items |\n| 20 | Closed |\n"


def test_a_new_source_text_marks_its_translations_stale(shop: Path):
    assert take(shop, "en", page(shop.parent, "en", SOURCE.format("Sold out"))) == (1, 2, 0)
    before = "      en: 'Out of stock'\n      de: 'Nicht auf Lager'   # checked\n"
    stale = "{text: 'Nicht auf Lager', stale: true, source: \"Out of stock\"}"
    assert shop.read_text("utf-8") == SHOP.replace(before, f"      en: 'Sold out'\n      de: {stale}   # checked\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{text: "Weg", published: "Fort"}', '{text: "Weg", published: "Fort", stale: true, source: "Out of stock"}'),
        ('{text: "Weg", stale: false}', '{text: "Weg", stale: true, source: "Out of stock"}'),
        ('{text: "Weg", stale: true}', '{text: "Weg", stale: true}'),
        ('{text: "Weg", stale: true, source: "Gone"}', '{text: "Weg", stale: true, source: "Gone"}'),
        (
            '\n        text: "Weg"\n        published: "Fort"',
            '\n        text: "Weg"\n        published: "Fort"\n        stale: true\n        source: "Out of stock"',
        ),
    ],
    ids=["long form", "marked as not stale", "stale before", "made from an older text", "block"],
)
def test_long_forms_are_marked_stale_once(before: str, after: str, shop: Path):
    """What was stale before keeps the text that it was made from."""
    text = SHOP.replace("'Nicht auf Lager'   # checked", before)
    shop.write_text(text, "utf-8")
    assert take(shop, "en", page(shop.parent, "en", SOURCE.format("Sold out"))) == (1, 2, 0)
    assert shop.read_text("utf-8") == text.replace(before, after).replace("'Out of stock'", "'Sold out'")


def test_a_new_error_without_translations_is_taken(shop: Path):
    """That translations are missing is not the page's fault; `check` says so."""
    assert take(shop, "en", page(shop.parent, "en", SOURCE.format("Out of stock") + "| 31 | No such shop |\n"))[0] == 1
    assert plain(shop)["errors"][31] == {"name": "NO_SUCH_SHOP", "message": {"en": "No such shop"}}


def test_what_is_not_a_number_is_not_a_new_code_of_a_catalog_of_numbers(shop: Path):
    rows = "| E31 | No such shop |\n| 031 | No such shop |\n\n| Key | Meaning |\n|-|-|\n| Esc | Leave |\n"
    assert take(shop, "en", page(shop.parent, "en", SOURCE.format("Sold out") + rows)) == (1, 2, 2)
    assert plain(shop)["errors"].keys() == {7, 12, 20}


def test_a_new_error_that_the_catalog_cannot_have_is_named_at_its_line(tmp_path: Path):
    """The code has a dot at its end."""
    text = SHOP.replace("  7:", "  A7:").replace("  12:", "  A12:").replace("  20:", "  A20:")
    path = catalog(tmp_path, text)
    file = page(tmp_path, "en", "| c | m |\n|-|-|\n| A7 | Out of stock |\n| A31 | No such shop |\n| A32. | Closed |\n")
    assert left(path, "en", file, force=True) == ["5 S01 errors"]
    assert plain(path)["errors"].keys() == {"A7", "A12", "A20", "A31"}
