"""The built site, as files."""

import json
import re
import shutil
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest
from catalogs import plain, said
from conftest import CATALOG, GENERATED, ROOT, codegen, run
from jsonschema_rs import validator_for
from marketo_soap_errors import read_fault

SOURCE = plain(CATALOG)
ERRORS = SOURCE["errors"]
LANGUAGES = ["en", "fr", "ja", "ko", "sv"]
FIELDS = ("message", "note")
PAGE_TEXTS = ("title", "description", "introduction", "lead_in", "column_code", "column_message", "column_note")


def page(path: Path):
    return html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)


def text(element) -> str:
    return "".join(element.itertext())


def tables(document) -> list[list[list[str]]]:
    """The body of every table, as the text of its cells."""
    found = document.findall(".//article//tbody")
    return [[[text(cell) for cell in row.findall("td")] for row in body.findall("tr")] for body in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_says_what_the_yaml_says(built_site, language):
    """Code, message, note, category and what to do of every error, to the character."""
    codes = tables(page(built_site / language / "index.html"))[0]
    said_of = {
        code: [
            *(said(error[field][language]) for field in FIELDS),
            said(SOURCE["categories"][error["category"]][language]),
            said(SOURCE["recoveries"][error["recovery"]]["title"][language]),
        ]
        for code, error in ERRORS.items()
    }
    assert codes == [[str(code), *said_of[code]] for code in sorted(ERRORS)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_code_says_what_the_yaml_says(built_site, language):
    """Title, note, the English original beside the translation, what was published where it differs, all languages."""
    for code, error in ERRORS.items():
        document = page(built_site / language / "codes" / f"{code}.html")
        message, note = (said(error[field][language]) for field in FIELDS)
        assert text(document.find(".//h1")) == f"{code} {message}¶"
        assert text(document.find(".//article/p[@class='lead']")) == note
        advice = SOURCE["recoveries"][error["recovery"]]
        whose = said(SOURCE["texts"]["stated" if advice["stated"] else "own_advice"][language])
        shown = [text(paragraph) for paragraph in document.findall(".//article/p")]
        assert said(advice["advice"][language]) in shown
        assert [line for line in shown if line.startswith(whose)]
        facts = [text(fact) for fact in document.findall(".//dd")]
        assert facts[:2] == [error["name"], said(SOURCE["categories"][error["category"]][language])]
        assert ", ".join(map(str, error.get("rest", []))) in [*facts, ""]
        assert f"ErrorCode.{error['name']}" in text(document.find(".//pre"))
        assert read_fault(text(document.findall(".//pre")[1])).code == code
        *compared, everywhere = tables(document)
        original = [[said(error[field][language]), said(error[field]["en"])] for field in FIELDS]
        long = [error[field][language] for field in FIELDS if isinstance(error[field][language], dict)]
        corrections = [
            [
                form["text"],
                form["published"],
                ", ".join(said(SOURCE["reasons"][name][language]) for name in form["because"]),
            ]
            for form in long
            if "published" in form
        ]
        assert compared == ([] if language == "en" else [original]) + ([corrections] if corrections else [])
        assert [row[1:] for row in everywhere] == [[said(error[field][tag]) for field in FIELDS] for tag in LANGUAGES]


def test_the_neutral_page_of_a_code(built_site):
    """All languages side by side, each marked as what it is: the link to put into logs."""
    for code, error in ERRORS.items():
        document = page(built_site / "codes" / f"{code}.html")
        (everywhere,) = tables(document)
        assert [row[1:] for row in everywhere] == [[said(error[field][tag]) for field in FIELDS] for tag in LANGUAGES]
        marked = [cell.get("lang") for cell in document.findall(".//article//td/span")]
        assert marked == [tag for tag in LANGUAGES for _ in FIELDS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_shows_the_published_page(built_site, language):
    """Its own texts too are beside their English originals, and beside what was published."""
    texts = [SOURCE["texts"][key] for key in PAGE_TEXTS]
    _, *compared = tables(page(built_site / language / "index.html"))
    corrections = [[form["text"], form["published"]] for forms in texts if isinstance(form := forms[language], dict)]
    assert [row[:2] for row in compared[-1]] == corrections if corrections else compared[1:] == []
    if language != "en":
        assert compared[0] == [[said(forms[language]), said(forms["en"])] for forms in texts]


def test_data_for_machines(built_site):
    """The whole catalog and each code as JSON, at addresses that stay."""
    whole = json.loads((built_site / "api/v1/index.json").read_bytes())
    assert whole == json.loads((GENERATED / "catalog.json").read_bytes())
    for error in whole["errors"]:
        assert json.loads((built_site / f"api/v1/codes/{error['code']}.json").read_bytes()) == error


def test_the_schema_of_the_data(built_site):
    """Holds for the catalog and each code, and refuses what is neither."""
    schema = json.loads((built_site / "api/v1/schema.json").read_bytes())
    whole = json.loads((built_site / "api/v1/index.json").read_bytes())
    catalogs, codes = validator_for(schema), validator_for({**schema, **schema["$defs"]["error"]})
    catalogs.validate(whole)
    for error in whole["errors"]:
        codes.validate(error)
        assert not codes.is_valid(error | {"code": "x"})
        assert not codes.is_valid({name: value for name, value in error.items() if name != "message"})
    assert not catalogs.is_valid(whole | {"errors": [{}]})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_per_category(built_site, language):
    """Its codes and no others, under its title; every code leads to it."""
    for name, title in SOURCE["categories"].items():
        document = page(built_site / language / "categories" / f"{name}.html")
        assert text(document.find(".//h1")) == f"{said(title[language])}¶"
        (listed,) = tables(document)
        assert [int(row[0]) for row in listed] == [code for code in sorted(ERRORS) if ERRORS[code]["category"] == name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_every_text_comes_from(built_site, language):
    """Published or corrected, text by text and in sum; the share that people translated as the page declared it."""
    words = {name: said(SOURCE["texts"][name][language]) for name in ("as_published", "corrected")}
    coverage, texts, _ = tables(page(built_site / language / "translations.html"))

    def state(form) -> str:
        return words["corrected" if isinstance(form, dict) and "published" in form else "as_published"]

    assert texts == [
        [str(code), *(state(ERRORS[code][field][language]) for field in FIELDS)] for code in sorted(ERRORS)
    ]
    shares = [SOURCE["languages"][tag].get("published", {}).get("human_translated") for tag in LANGUAGES]
    for tag, share, row in zip(LANGUAGES, shares, coverage, strict=True):
        forms = [error[field][tag] for error in ERRORS.values() for field in FIELDS]
        forms += [SOURCE["texts"][key][tag] for key in PAGE_TEXTS]
        corrected = sum(isinstance(form, dict) and "published" in form for form in forms)
        assert row[1:4] == [str(len(forms)), str(len(forms) - corrected), str(corrected)]
        assert re.sub(r"\D", "", row[4]) == ("" if share is None else str(share))


def test_every_page_is_valid_html(built_site):
    """As the strict parser of html5lib reads it."""
    for path in built_site.rglob("*.html"):
        html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(path.read_text("utf-8"))


def html_pages(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("*.html") if path.name != "404.html")


def test_every_page_is_in_its_language(built_site):
    """`lang`, the theme's words, and links to the same page in every language; ids are unique."""
    words = {
        "en": "Skip to content",
        "fr": "Aller au contenu",
        "ja": "コンテンツ",
        "ko": "콘텐츠",
        "sv": "Gå till innehållet",
    }
    for path in html_pages(built_site):
        relative = path.relative_to(built_site)
        if relative.name == "index.html" and len(relative.parts) == 1:
            continue  # it has all languages
        folder = relative.parts[0]
        language = folder if folder in LANGUAGES else "en"
        document = page(path)
        assert document.get("lang") == language
        assert words[language] in text(document.find(".//a[@class='md-skip']"))
        switch = {link.get("hreflang"): link for link in document.findall(".//a[@class='md-select__link']")}
        assert [tag for tag, link in switch.items() if link.get("aria-current")] == [language]
        below = relative.as_posix().removeprefix(f"{folder}/" if folder in LANGUAGES else "")
        below = "index.html" if below == "benchmarks.html" else below  # written by hand, in one language
        for tag, link in switch.items():
            assert (path.parent / link.get("href")).resolve() == built_site / tag / below
        ids = Counter(element.get("id") for element in document.iter() if element.get("id"))
        assert [name for name, count in ids.items() if count > 1] == []


def test_every_link_arrives(built_site):
    """Each address below the site is a file, each fragment an id on it; nothing points to another host."""
    ids = {}
    for path in html_pages(built_site):
        ids[path] = {element.get("id") for element in page(path).iter()}
    for path in html_pages(built_site):
        for element in page(path).iter():
            address = element.get("href") or element.get("src")
            if not address:
                continue
            assert not urlsplit(address).netloc, f"{path}: {address}"
            target, _, fragment = unquote(address).partition("#")
            file = (path.parent / target).resolve() if target else path
            assert file.is_file(), f"{path}: {address}"
            if fragment and not fragment.startswith("__"):
                assert fragment in ids[file], f"{path}: {address}"


def build(folder: Path, docs: Path | None = None, **environment: str):
    """The site built from a copy of site/ beside its pages."""
    shutil.copytree(ROOT / "site", folder / "site", ignore=shutil.ignore_patterns("_build"))
    shutil.copytree(docs or GENERATED / "docs", folder / "generated/docs")
    return lambda: run(sys.executable, "-m", "mkdocs", "build", "-f", folder / "site/mkdocs.yml", **environment)


def test_addresses_where_the_site_is_published(tmp_path):
    """`SITE_URL` makes the canonical address, and hreflang links that point back to each other."""
    base = "https://errors.example/soap/"
    assert build(tmp_path, SITE_URL=base)().returncode == 0
    links = {}
    for path in html_pages(site := tmp_path / "site/_build"):
        document = page(path)
        address = urljoin(base, path.relative_to(site).as_posix())
        assert document.find(".//link[@rel='canonical']").get("href") == address
        links[address] = {
            link.get("hreflang"): link.get("href") for link in document.findall(".//link[@rel='alternate']")
        }
    for address, alternates in links.items():
        by_hand = address == f"{base}benchmarks.html"
        assert list(alternates) == (["en", "x-default"] if by_hand else [*LANGUAGES, "x-default"])
        assert all(links[other] == alternates for other in alternates.values()), address
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert sorted(re.findall(r"<loc>(.*)</loc>", sitemap)) == sorted(links)
    listed = re.findall(r"<url><loc>(.*)</loc>\n(.*)</url>", sitemap)
    for address, alternates in listed:
        assert dict(re.findall(r'hreflang="(.*?)" href="(.*?)"', alternates)) == links[address]


@pytest.mark.parametrize(
    "name",
    [
        "index.md",
        "codes/20014.md",
        "ko/index.md",
        "ko/codes/20014.md",
        "sv/categories/limit.md",
        "fr/translations.md",
        "ja/data.md",
        "ja/search.js",
        "api/v1/index.json",
        "api/v1/codes/20123.json",
    ],
)
def test_a_missing_page_fails_the_build(tmp_path, name):
    """No page can get lost, whether another links to it or not."""
    run_build = build(tmp_path)
    (tmp_path / "generated/docs" / name).unlink()
    ran = run_build()
    assert ran.returncode == 1
    assert name in ran.stderr


def test_every_build_makes_the_same_bytes(built_site, tmp_path):
    """Also on another day."""
    assert build(tmp_path, SOURCE_DATE_EPOCH="86400")().returncode == 0
    built = {path.relative_to(built_site): path.read_bytes() for path in built_site.rglob("*") if path.is_file()}
    again = tmp_path / "site/_build"
    assert {path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()} == built


ELSEWHERE = """
package: shop_errors
source_language: de
languages: {de: {}, ar: {}, gv: {}, zh-Hant-TW: {complete: false}}
errors:
  -7: {name: SOLD_OUT, message: {de: "Nicht auf Lager", ar: "نفدت الكمية", gv: "Cha nel eh ayn"}}
  0:
    name: TRICKY
    message:
      de: "<b>A | b</b> {{ c }} `d` [e](javascript:f)"
      ar: "<b>ا | ب</b> {{ ج }} `د` [ه](javascript:و)"
      gv: "10. <b>*g* _h_ # i</b>"
"""


def test_the_site_of_another_catalog(tmp_path):
    """Other languages, also right-to-left and ones the theme has no words in; no notes; texts that look like markup."""
    (tmp_path / "shop.yaml").write_text(ELSEWHERE, "utf-8")
    made = codegen("--catalog", tmp_path / "shop.yaml", "--output", tmp_path / "made")
    assert made.returncode == 0, made.stderr
    ran = build(tmp_path, tmp_path / "made/docs")()
    assert ran.returncode == 0, ran.stderr
    site = tmp_path / "site/_build"
    shown = {tag: tables(page(site / tag / "index.html"))[0] for tag in ("de", "ar", "gv", "zh-Hant-TW")}
    assert shown["de"] == [["-7", "Nicht auf Lager"], ["0", "<b>A | b</b> {{ c }} `d` [e](javascript:f)"]]
    assert shown["ar"] == [["-7", "نفدت الكمية"], ["0", "<b>ا | ب</b> {{ ج }} `د` [ه](javascript:و)"]]
    assert shown["gv"] == [["-7", "Cha nel eh ayn"], ["0", "10. <b>*g* _h_ # i</b>"]]
    assert shown["zh-Hant-TW"] == shown["de"]
    arabic = page(site / "ar/codes/-7.html")
    assert (arabic.get("lang"), arabic.find("body").get("dir")) == ("ar", "rtl")
    assert page(site / "gv/index.html").get("lang") == "gv"
