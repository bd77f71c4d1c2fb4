"""What the plugin cannot do is refused with a sentence: exit status 1 and no traceback."""

import re
from pathlib import Path
from typing import Any

import pytest
from adopter import CATALOG, built, dead_links, mkdocs, page, written

pytestmark = pytest.mark.slow


def refusal(folder: Path) -> str:
    """Return what MkDocs says about a site that it cannot build, in one message."""
    ran = mkdocs(folder)
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    (message,) = re.findall(r"^ERROR +- +(.+(?:\n(?!\w+ +-).+)*)", ran.stderr, re.MULTILINE)
    return str(message)


def at(path: object, catalog: str = "catalog/errors.yaml") -> dict[str, Any]:
    """Return settings with the catalog at a path of the site."""
    return {"plugins": ["search", {"error-catalog": {"catalog": catalog, "path": path}}]}


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_another_theme(theme: str, tmp_path: Path) -> None:
    assert "material" in refusal(written(tmp_path, {"theme": {"name": theme, "font": None}}))


@pytest.mark.parametrize(
    "path", ["../errors", "a//b", "a b", ".errors", "a/../b", "C:\\errors", "http://x", "a?b", "a#b", "é"]
)
def test_an_impossible_path(path: str, tmp_path: Path) -> None:
    assert repr(path) in refusal(written(tmp_path, at(path)))


@pytest.mark.parametrize("path", [["errors"], 7, {"to": "errors"}])
def test_a_path_that_is_not_a_text(path: object, tmp_path: Path) -> None:
    assert "path" in refusal(written(tmp_path, at(path)))


@pytest.mark.parametrize(
    ("path", "file", "named"),
    [
        ("errors", "docs/errors/index.md", "errors/index.md"),
        ("errors", "docs/errors/README.md", "errors/index.md"),
        ("errors", "docs/errors.md", "errors/index.md"),
        ("errors", "docs/errors/fr/codes/101.md", "errors/fr/codes/101.md"),
        ("errors", "docs/errors/fr/codes/101/index.md", "errors/fr/codes/101.md"),
        ("errors", "docs/errors/api/v1/index.json", "errors/api/v1/index.json"),
        ("errors", "docs/errors", "errors"),
        ("a/b/c", "docs/a/b", "a/b"),
        ("", "docs/guide/start.md", "index.md"),
        ("sitemap.xml", "docs/guide/start.md", "sitemap.xml"),
        ("404.html/a", "docs/guide/start.md", "404.html"),
    ],
)
def test_a_path_that_the_site_has_too(path: str, file: str, named: str, tmp_path: Path) -> None:
    message = refusal(written(tmp_path, at(path), {file: "# There already\n"}))
    assert re.search(rf" {re.escape(named)} ", message)


def test_two_catalogs_at_one_path(tmp_path: Path) -> None:
    settings = {
        "plugins": [
            {"error-catalog": {"catalog": "catalog/errors.yaml"}},
            *at("errors", "catalog/press.yaml")["plugins"],
        ]
    }
    assert " errors/index.md " in refusal(written(tmp_path, settings))


@pytest.mark.parametrize("catalog", ["catalog/none.yaml", "catalog", ""])
def test_a_catalog_that_is_not_a_file(catalog: str, tmp_path: Path) -> None:
    assert "catalog" in refusal(written(tmp_path, at("errors", catalog)))


@pytest.mark.parametrize(
    ("damage", "place"),
    [
        (("he: {complete: false}}", "he: {}}"), r"^catalog/errors\.yaml:30:14: C01 201\.message\.he: "),
        (("name: OUT_OF_STOCK", "name: OUT OF STOCK"), r"^catalog/errors\.yaml:18:11: S01 101\.name: "),
        (("message: {en", "message: {en: ["), r"^catalog/errors\.yaml:2\d:\d+: Y\d\d "),
        (("category: payment", "category: payments"), r"^catalog/errors\.yaml:29:15: S04 201\.category: "),
    ],
)
def test_findings_in_the_catalog(damage: tuple[str, str], place: str, tmp_path: Path) -> None:
    assert damage[0] in CATALOG
    message = refusal(written(tmp_path, {}, {"catalog/errors.yaml": CATALOG.replace(*damage, 1)}))
    assert re.search(place, message)


@pytest.mark.parametrize("content", ["", "[]", "\N{BYTE ORDER MARK}", "a: &a [*a]"])
def test_a_file_that_is_not_a_catalog(content: str, tmp_path: Path) -> None:
    assert "catalog/errors.yaml:" in refusal(written(tmp_path, {}, {"catalog/errors.yaml": content}))


@pytest.mark.parametrize(
    ("path", "folder"), [("", ""), ("a/b/errs", "a/b/errs/"), ("/errors/", "errors/"), ("v1.2", "v1.2/")]
)
@pytest.mark.parametrize("style", [True, False])
def test_a_possible_path(path: str, folder: str, style: bool, tmp_path: Path) -> None:
    """Also the root, if it is free, beside files of the site in the same folders."""
    files = {"docs/index.md": None} if not path else {f"docs/{folder}other.md": "# Other\n\n[101](fr/codes/101.md)\n"}
    site = built(written(tmp_path, at(path) | {"use_directory_urls": style}, files))
    assert "Rupture de stock" in page(site, f"{folder}fr/codes/101")
    assert "OUT_" in page(site, f"{folder}codes/101")
    assert (site / f"{folder}api/v1/codes/101.json").is_file()
    assert list(dead_links(site)) == []
