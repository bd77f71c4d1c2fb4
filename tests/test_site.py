"""The site of this project, as files."""

import json
import re
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import html5lib
import jsonschema_rs
import pytest
from catalogs import plain, said
from conftest import CATALOG, GENERATED, ROOT, run

pytestmark = pytest.mark.slow  # two hundred pages are parsed

DATA = plain(CATALOG)
LANGUAGES = list(DATA["languages"])
ERRORS = DATA["errors"]
HTML = "{http://www.w3.org/1999/xhtml}"


@cache
def tree(file: Path) -> ElementTree.Element:
    """Return the elements of a page, as browsers read them."""
    return html5lib.parse(file.read_text("utf-8"))


def elements(root: ElementTree.Element, name: str = "*", **attributes: str) -> list[ElementTree.Element]:
    """Return the elements with a name and these attributes; `classes` is one of the class names."""
    wanted = attributes.pop("classes", None)
    return [
        element
        for element in root.iter(HTML + name if name != "*" else "*")
        if (wanted is None or wanted in (element.get("class") or "").split())
        and all(element.get(key) == value for key, value in attributes.items())
    ]


def words(element: ElementTree.Element) -> str:
    """Return the text of an element."""
    return "".join(element.itertext()).strip()


def text(code: int, field: str, language: str) -> str:
    return said(ERRORS[code][field][language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_code_says_what_the_yaml_says(built_site: Path, language: str):
    """Number, name, message, note, advice, and the texts in all other languages, to the character."""
    for code, error in ERRORS.items():
        page = tree(built_site / language / "codes" / f"{code}.html")
        (heading,) = elements(page, "h1")
        assert words(heading) == f"{code} {error['name']} {text(code, 'message', language)}"
        (lead,) = elements(page, classes="catalog-lead")
        assert words(lead) == text(code, "note", language)
        recovery = DATA["recoveries"][error["recovery"]]
        (advice,) = elements(page, "section", classes="catalog-advice")
        assert advice.get("data-resend") == recovery["resend"]
        assert said(recovery["advice"][language]) in [words(part) for part in elements(advice, "p")]
        for other in LANGUAGES:
            shown = [words(part) for part in elements(page, lang=other)]
            found = [text(code, field, other) in part for field in ("message", "note") for part in shown]
            assert sum(found) >= 2 or other == language, (code, other)
        published = [form["published"] for form in forms(error, language) if "published" in form]
        (main,) = elements(page, classes="catalog-main")
        assert [part for part in published if part not in words(main)] == []


def forms(error: dict, language: str) -> list[dict]:
    found = [error[field][language] for field in ("message", "note", "cause") if field in error]
    return [form for form in found if isinstance(form, dict)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_says_what_the_yaml_says(built_site: Path, language: str):
    page = tree(built_site / language / "index.html")
    (table,) = elements(page, "table", classes="catalog-list")
    rows = elements(elements(table, "tbody")[0], "tr")
    shown = [[words(cell) for cell in row] for row in rows]
    assert [(row[0], row[1]) for row in shown] == [
        (str(code), f"{text(code, 'message', language)} {text(code, 'note', language)}") for code in ERRORS
    ]
    assert [row.get("data-category") for row in rows] == [error["category"] for error in ERRORS.values()]
    titles = [said(DATA["categories"][error["category"]][language]) for error in ERRORS.values()]
    assert [row[2] for row in shown] == titles


def test_the_link_for_logs_helps_by_itself(built_site: Path):
    """Every language with its message, note, advice, whether to send again, limits and REST codes."""
    for code, error in ERRORS.items():
        page = tree(built_site / "codes" / f"{code}.html")
        recovery = DATA["recoveries"][error["recovery"]]
        for language in LANGUAGES:
            (voice,) = elements(page, "details", lang=language)
            shown = words(voice)
            assert voice.get("open") is not None
            wanted = [text(code, "message", language), text(code, "note", language)]
            wanted += [said(recovery["advice"][language]), *map(str, error.get("rest", ()))]
            assert [part for part in wanted if part not in shown] == []
            assert elements(voice, classes="catalog-badge")[0].get("data-resend") == recovery["resend"]


def test_data_for_programs(built_site: Path):
    """The whole catalog and each code are JSON at addresses that stay, and follow the schema."""
    whole = json.loads((built_site / "api/v1/index.json").read_text("utf-8"))
    assert whole == json.loads((GENERATED / "catalog.json").read_text("utf-8"))
    schema = json.loads((built_site / "api/v1/schema.json").read_text("utf-8"))
    jsonschema_rs.Draft202012Validator(schema).validate(whole)
    one = jsonschema_rs.Draft202012Validator({**schema["$defs"]["error"], "$defs": schema["$defs"]})
    for error in whole["errors"]:
        data = json.loads((built_site / f"api/v1/codes/{error['code']}.json").read_text("utf-8"))
        assert data == error
        one.validate(data)
    assert not one.is_valid({"code": 1, "name": "A"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_per_category(built_site: Path, language: str):
    for name, title in DATA["categories"].items():
        page = tree(built_site / language / "categories" / f"{name}.html")
        assert words(elements(page, "h1")[0]).endswith(said(title[language]))
        rows = elements(elements(page, "table")[0], "tr")[1:]
        assert [words(row[0]) for row in rows] == [
            str(code) for code, error in ERRORS.items() if error["category"] == name
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_every_text_comes_from(built_site: Path, language: str):
    page = tree(built_site / language / "translations.html")
    table = elements(page, "table", classes="catalog-states")[0]
    for row, error in zip(elements(table, "tr")[1:], ERRORS.values(), strict=True):
        states = ["corrected" if "published" in form else "as_published" for form in _published_forms(error, language)]
        states += [] if "cause" not in error else ["added" if language == DATA["source_language"] else "translated"]
        assert [state for cell in row[1:] if (state := cell.get("data-state"))] == states


def _published_forms(error: dict, language: str) -> list[dict]:
    found = [error[field][language] for field in ("message", "note") if field in error]
    return [form if isinstance(form, dict) else {} for form in found]


def pages(site: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), tree(file)


def test_every_page_is_in_its_language(built_site: Path):
    """`lang`, the switch to the same page in every language, whose errors these are; ids are unique."""
    for name, page in pages(built_site):
        folder, _, rest = name.partition("/")
        if folder in LANGUAGES:
            assert page.get("lang") == folder
            assert said(DATA["texts"]["product"][folder]) in words(elements(page, "title")[0])
            switch = elements(page, "a", classes="md-select__link")
            there = [(Path(name).parent / link.get("href")).as_posix() for link in switch]
            assert [_normal(link) for link in there] == [f"{tag}/{rest}" for tag in LANGUAGES]
        assert elements(page, "link", rel="alternate") == []
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), name


def _normal(path: str) -> str:
    parts: list[str] = []
    for part in path.split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(part for part in parts if part != ".")


def test_every_link_arrives(built_site: Path):
    """Each address below the site is a file, each fragment an id on it. Nothing is requested from another host."""
    ids = {name: {element.get("id") for element in page.iter()} for name, page in pages(built_site)}
    broken = []
    for name, page in pages(built_site):
        if name == "404.html":  # its links begin at the root of the host
            continue
        for element in page.iter():
            for key in ("href", "src"):
                address = element.get(key)
                if not address or address.startswith(("javascript:", "data:")):
                    continue
                parts = urlsplit(address)
                if parts.scheme or parts.netloc:
                    assert element.tag == f"{HTML}a", (name, address)
                    continue
                target = _normal((Path(name).parent / unquote(parts.path)).as_posix()) if parts.path else name
                is_lost = parts.fragment and target in ids and parts.fragment not in ids[target]
                if is_lost or not (built_site / target).is_file():
                    broken.append((name, address))
    assert broken == []


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built for an address."""
    folder = tmp_path_factory.mktemp("published")
    command = [sys.executable, "-m", "mkdocs", "build", "-f", "site/mkdocs.yml", "-d", folder]
    ran = run(*command, SITE_URL="https://errors.example/soap/")
    assert ran.returncode == 0, ran.stderr
    return folder


def test_the_sitemap_names_the_same_page_in_every_language(published: Path):
    """Absolute, and pointing back to each other; x-default is the page that belongs to no language."""
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    entries = ElementTree.parse(published / "sitemap.xml").getroot().findall("s:url", names)
    found = {
        entry.findtext("s:loc", "", names): {
            link.get("hreflang"): link.get("href") for link in entry.findall("x:link", names)
        }
        for entry in entries
    }
    base = "https://errors.example/soap"
    for code in ERRORS:
        links = {tag: f"{base}/{tag}/codes/{code}.html" for tag in LANGUAGES}
        links["x-default"] = f"{base}/codes/{code}.html"
        for address in links.values():
            assert found[address] == links
    assert f"{base}/sitemap.xml" in (published / "robots.txt").read_text("utf-8")
    page = (published / "fr/codes/20014.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{base}/fr/codes/20014.html">' in page


def test_what_the_site_contains_is_licensed(built_site: Path):
    licences = (built_site / "assets/error-catalog/licences.txt").read_text("utf-8")
    assert [name for name in ("error-catalog", "mkdocs-material", "iframe-worker") if name not in licences] == []
    assert "Copyright (c) 2021 Adobe" in (built_site / "licence.html").read_text("utf-8")


def test_every_build_makes_the_same_bytes(built_site: Path, tmp_path: Path):
    """Except for the days that MkDocs puts into the sitemap."""
    again = run(
        sys.executable, "-m", "mkdocs", "build", "-f", "site/mkdocs.yml", "-d", tmp_path / "site", TZ="Asia/Tokyo"
    )
    assert again.returncode == 0, again.stderr

    def contents(folder: Path) -> dict[str, bytes]:
        files = (file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("sitemap"))
        return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}

    assert contents(tmp_path / "site") == contents(built_site)


def test_a_finding_in_the_catalog_fails_the_build(tmp_path: Path):
    """With its place, and without a traceback."""
    shutil.copytree(ROOT / "site", tmp_path / "site", ignore=shutil.ignore_patterns("_build"))
    (tmp_path / "catalog").mkdir()
    spoiled = CATALOG.read_text("utf-8").replace('ja: "内部エラー"', 'ja: ""', 1)
    (tmp_path / "catalog" / "errors.yaml").write_text(spoiled, "utf-8")
    ran = run(sys.executable, "-m", "mkdocs", "build", "-f", tmp_path / "site" / "mkdocs.yml")
    assert ran.returncode == 1
    assert re.search(r"errors\.yaml:\d+:\d+: C01 10001\.message\.ja: ", ran.stderr)
    assert "Traceback" not in ran.stderr
