"""The whole of a site with a catalog in it: ordinary pages, navigation, sitemap, and that it is the same every time."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from adopter import SETTINGS, built, mkdocs, page, written

from error_catalog.model.words import words

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ROOT = "https://acme.example/docs/"
WORKER = re.compile(r'"search": "([^"]*)"')
SECTION = ("all_codes", "translations", "data")
ORDINARY = {"nav": ["index.md", "guide/start.md"]}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(written(tmp_path_factory.mktemp("adopter"), {}))


def sitemap(file: Path) -> dict[str, dict[str, str]]:
    """Return the pages of a sitemap, each with its alternates."""
    return {
        entry.findtext(f"{SITEMAP}loc", ""): {
            link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall(f"{XHTML}link")
        }
        for entry in ElementTree.parse(file).getroot()
    }


def titles(html: str) -> list[str]:
    """Return what the navigation says, in its order."""
    navigation = html.partition("md-nav--primary")[2].partition('data-md-type="toc"')[0]
    return re.findall(
        r'<a href[^>]*class="md-nav__link[^>]*>\s*<span class="md-ellipsis">\s*(.*?)\s*</span>', navigation
    )


def everything(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file.read_bytes()


@pytest.mark.slow
def test_ordinary_pages_are_the_same_but_for_the_worker_of_the_search(tmp_path: Path) -> None:
    theirs = built(written(tmp_path / "without", ORDINARY | {"plugins": ["search"]}))
    ours = built(written(tmp_path / "with", ORDINARY))
    for name in ("index", "guide/start"):
        assert WORKER.sub("", page(ours, name)) == WORKER.sub("", page(theirs, name))
        assert WORKER.findall(page(ours, name)) != WORKER.findall(page(theirs, name))


@pytest.mark.slow
def test_every_build_is_the_same(tmp_path: Path) -> None:
    """In another folder, time zone and locale, with another hash seed; MkDocs dates by SOURCE_DATE_EPOCH."""
    settings = {"use_directory_urls": False, "theme": {"features": ["navigation.instant"]}}
    places = [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C"},
    ]
    first, second = (
        dict(everything(built(written(tmp_path / str(number), settings), SOURCE_DATE_EPOCH="1700000000", **place)))
        for number, place in enumerate(places)
    )
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


@pytest.mark.slow
def test_a_page_written_by_hand_can_link_to_the_catalog(tmp_path: Path) -> None:
    home = (
        "# Home\n\n[a](errors/index.md) [b](errors/fr/index.md) [c](errors/codes/101.md) [d](errors/en/codes/201.md)\n"
    )
    site = built(written(tmp_path, {}, {"docs/index.md": home}))
    assert re.findall('<a href="(errors/[^"]*)">.</a>', page(site, "index")) == [
        "errors/",
        "errors/fr/",
        "errors/codes/101/",
        "errors/en/codes/201/",
    ]


@pytest.mark.slow
def test_other_plugins_see_the_pages_and_where_they_are_from(tmp_path: Path) -> None:
    """Plugins for redirects, dates and authors look for pages and for their sources before others."""
    hook = """def on_files(files, config):
    assert files.get_file_from_path("errors/fr/codes/101.md").abs_src_path.endswith("errors.yaml")"""
    built(written(tmp_path, {"hooks": ["hook.py"]}, {"hook.py": hook}))


@pytest.mark.slow
def test_a_link_to_a_code_that_does_not_exist_is_a_warning(tmp_path: Path) -> None:
    ran = mkdocs(written(tmp_path, {}, {"docs/index.md": "# Home\n\n[404](errors/codes/404.md)\n"}))
    assert ran.returncode == 1
    assert "errors/codes/404.md" in ran.stderr


def test_the_sitemap_has_every_page_and_the_languages_that_it_exists_in(site: Path) -> None:
    pages = sitemap(site / "sitemap.xml")
    assert pages.keys() == {
        ROOT + file.parent.relative_to(site).as_posix().removesuffix(".") + ("/" if file.parent != site else "")
        for file in site.rglob("index.html")
    }
    links = {tag: f"{ROOT}errors/{tag}/codes/101/" for tag in ("en", "fr", "he")}
    assert pages[f"{ROOT}errors/fr/codes/101/"] == links | {"x-default": f"{ROOT}errors/codes/101/"}
    assert (
        pages[f"{ROOT}errors/codes/101/"]
        == pages[f"{ROOT}errors/he/codes/101/"]
        == pages[f"{ROOT}errors/fr/codes/101/"]
    )
    assert pages[f"{ROOT}errors/"]["x-default"] == f"{ROOT}errors/"
    assert pages[f"{ROOT}errors/fr/data/"]["x-default"] == f"{ROOT}errors/en/data/"
    assert pages[ROOT] == {}


def test_a_page_that_is_not_translated_is_not_an_alternate(site: Path) -> None:
    assert list(sitemap(site / "sitemap.xml")[f"{ROOT}errors/en/codes/201/"]) == ["en", "fr", "x-default"]


def test_the_compressed_sitemap_is_the_same(site: Path) -> None:
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == (site / "sitemap.xml").read_bytes()


@pytest.mark.slow
def test_with_instant_navigation_the_catalog_has_a_sitemap_of_its_own(tmp_path: Path) -> None:
    """Material would keep the language of the page before for what is in the sitemap of the site."""
    site = built(written(tmp_path, {"theme": {"features": ["navigation.instant"]}}))
    assert set(sitemap(site / "sitemap.xml")) == {ROOT, f"{ROOT}guide/start/"}
    assert f"{ROOT}errors/fr/codes/101/" in sitemap(site / "errors/error-codes-sitemap.xml")
    robots = (site / "robots.txt").read_text("utf-8").splitlines()
    assert robots[-2:] == [f"Sitemap: {ROOT}sitemap.xml", f"Sitemap: {ROOT}errors/error-codes-sitemap.xml"]


@pytest.mark.slow
def test_a_robots_txt_of_the_site_stays(tmp_path: Path) -> None:
    settings = {"theme": {"features": ["navigation.instant"]}}
    site = built(written(tmp_path, settings, {"docs/robots.txt": "Disallow: /\n"}))
    assert (site / "robots.txt").read_text("utf-8") == "Disallow: /\n"


def test_the_navigation_is_in_the_language_of_the_page(site: Path) -> None:
    assert titles(page(site, "errors/fr/codes/101")) == [
        "Welcome",
        *(words("fr")[name] for name in SECTION),
        "Start",
    ]
    assert titles(page(site, "index"))[1:] == ["Error codes", "Start"]


@pytest.mark.slow
def test_a_title_in_the_navigation_of_the_site_is_kept(tmp_path: Path) -> None:
    nav = ["index.md", {"Failures": [{"All of them": "errors/index.md"}, {"In French": "errors/fr/index.md"}]}]
    site = built(written(tmp_path, {"nav": nav}))
    assert titles(page(site, "index")) == ["Welcome", "All of them", "In French"]
    assert titles(page(site, "errors/en/codes/101"))[1:4] == [words("en")[name] for name in SECTION]


@pytest.mark.slow
def test_each_language_of_a_translated_site_has_its_own_navigation(tmp_path: Path) -> None:
    """mkdocs-static-i18n builds the site once for each language; each page of the catalog is written in its own."""
    languages = [
        {"locale": "en", "name": "English", "default": True, "build": True},
        {"locale": "fr", "name": "Français", "build": True},
    ]
    plugins = [*SETTINGS["plugins"], {"i18n": {"docs_structure": "suffix", "languages": languages}}]
    files = {"docs/index.fr.md": "# Bienvenue\n\n[101](errors/fr/codes/101.md)\n"}
    site = built(written(tmp_path, {"plugins": plugins}, files))
    assert titles(page(site, "errors/fr/codes/101"))[0] == "Bienvenue"
    assert titles(page(site, "errors/en/codes/101"))[0] == "Welcome"
    assert titles(page(site, "errors/he/codes/101"))[0] == "Welcome"
    assert 'href="../errors/fr/codes/101/"' in page(site, "fr")
    pages = sitemap(site / "sitemap.xml")
    assert pages[f"{ROOT}errors/fr/codes/101/"]["he"] == f"{ROOT}errors/he/codes/101/"
    assert f"{ROOT}fr/guide/start/" in pages


@pytest.mark.slow
def test_the_footer_of_the_site_takes_the_place_of_our_steps(site: Path, tmp_path: Path) -> None:
    with_footer = built(written(tmp_path, {"theme": {"features": ["navigation.footer"]}}))
    assert "catalog-steps" in page(site, "errors/fr/codes/102")
    assert "catalog-steps" not in page(with_footer, "errors/fr/codes/102")
    assert [*re.findall(r'__link--(?:prev|next)" aria-label="([^"]*)"', page(with_footer, "errors/fr/codes/102"))] == [
        "Précédent: 101 Rupture de stock",
        "Suivant: 201 Carte refusée",
    ]


def test_every_search_asks_the_worker_of_the_catalog(site: Path) -> None:
    for file in sorted(site.rglob("*.html")):
        (worker,) = WORKER.findall(file.read_text("utf-8"))
        path = worker.partition("?")[0]
        base = file.parent if not path.startswith("/") else None
        assert (base / path if base else site / path.removeprefix("/docs/")).is_file(), file


def test_pages_can_be_skipped_to_their_content(site: Path) -> None:
    for file in sorted((site / "errors").rglob("*.html")):
        html = file.read_text("utf-8")
        (skip,) = re.findall(r'<a href="#([^"]+)" class="md-skip">', html)
        assert f'<h1 id="{skip}"' in html, file


def test_the_licences_of_what_the_site_contains_are_in_it(site: Path) -> None:
    text = (site / "assets/error-catalog/licences.txt").read_text("utf-8")
    for name in (
        "error-catalog",
        "mkdocs-material",
        "mkdocs 1",
        "iframe-worker",
        "Icons: fontawesome",
        "Icons: material",
    ):
        assert re.search(rf"^{name}.*\n=+\n\n\S", text, re.MULTILINE), name


@pytest.mark.slow
def test_the_configuration_can_be_in_another_folder(tmp_path: Path) -> None:
    written(tmp_path, {"docs_dir": "../docs"})
    text = (tmp_path / "mkdocs.yml").read_text("utf-8").replace("catalog/", "../catalog/")
    (tmp_path / "manual").mkdir()
    (tmp_path / "mkdocs.yml").replace(tmp_path / "manual/mkdocs.yml").write_text(text, "utf-8")
    built(tmp_path, "-f", "manual/mkdocs.yml", "-d", tmp_path / "site")
    assert "Rupture" in page(tmp_path / "site", "errors/fr/codes/101")


@pytest.mark.slow
def test_the_buttons_for_light_and_dark_are_named_in_the_language_of_the_page(tmp_path: Path) -> None:
    """A page in the language of the site keeps the names that the site gives them."""
    toggles = [{"scheme": name, "toggle": {"icon": "material/weather-night", "name": f"To {name}"}} for name in "xy"]
    site = built(written(tmp_path, {"theme": {"palette": toggles}}))
    label = re.compile(r'<label class="md-header__button md-icon" title="([^"]*)" for="__palette')
    named = {tag: label.findall(page(site, f"errors/{tag}/index")) for tag in ("en", "fr")}
    assert named == {"en": ["To x", "To y"], "fr": 2 * [words("fr")["theme"]]}
