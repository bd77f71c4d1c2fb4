"""The generator serves catalogs it has never seen: other codes, languages and parts, from any folder."""

import html
import json
import shutil
import subprocess
import sys
from pathlib import Path

import html5lib
import pytest
from catalogs import plain
from conftest import ROOT, codegen, program, run
from playwright.sync_api import sync_playwright

SECOND = ROOT / "tests" / "second" / "errors.yaml"

BARE = """\
package: bare_errors
source_language: {source}
languages: {languages}
errors:
  -2147467259: {{name: UNSPECIFIED, message: {{{source}: "Unspecified error"}}}}
  0: {{name: NONE_AT_ALL, message: {{{source}: "No error"}}}}
  4294967295: {{name: LAST, message: {{{source}: "Last"}}}}
"""
FORTY = (
    "af am az be bg bn bs ca cs cy da de el es et eu fa fi fil ga gl gu he hi hr hu hy id is it ka kk km kn ko ky lo lt"
)


def made(catalog: Path, folder: Path) -> Path:
    """Everything of a catalog, generated from another folder, with its site."""
    ran = codegen("--catalog", catalog, "--output", folder / "generated", cwd=folder)
    assert (ran.returncode, ran.stderr) == (0, "")
    shutil.copytree(ROOT / "site", folder / "site", ignore=shutil.ignore_patterns("_build"))
    built = run(sys.executable, "-m", "mkdocs", "build", "-f", folder / "site/mkdocs.yml")
    assert built.returncode == 0, built.stderr
    assert "WARNING" not in built.stderr
    return folder


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(SECOND, tmp_path_factory.mktemp("second"))


def python(folder: Path, program: str, *options: str) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, *options, "-c", program, PYTHONPATH=str(folder / "generated"), LANGUAGE="en")


def test_it_keeps_every_rule():
    ran = codegen("check", "--catalog", SECOND, "--only", "json", "--output", "nowhere")
    assert ran.stderr.splitlines()[:-1] == [
        "nowhere/README.md:1:1: F01 README.md: missing; run `python -m codegen`",
        "nowhere/catalog.json:1:1: F01 catalog.json: missing; run `python -m codegen`",
    ]


def test_string_codes_make_a_str_enum(second: Path):
    """Found by code, name and text, in the fault of a document and in a log; they pickle."""
    ran = python(
        second,
        "import enum, pickle, tide_gauges as t\n"
        "code = t.ErrorCode('E0308')\n"
        "assert isinstance(code, (str, enum.StrEnum)) and code == 'E0308' and f'{code}' == 'E0308'\n"
        "assert code is t.ErrorCode.mismatched_types is pickle.loads(pickle.dumps(code))\n"
        "assert [c.value for c in t.ErrorCode] == ['08P01', 'E0308', 'ERR_OLD-1.2']\n"
        "fault = t.read_fault('<Fault><faultstring>08P01 - too many</faultstring></Fault>')\n"
        "assert fault.code is t.ErrorCode.protocol_violation, fault\n"
        "assert t.read_fault(\"fault: 'Server - too many'\") is None\n"
        "assert [f.code for f in t.find_faults(\"x\\nServer raised fault: 'E0308 - no'\\n\")] == [code]\n"
        "assert code.category is code.recovery is code.limit is code.retired is None and code.rest == ()\n",
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_every_text_is_in_the_package_or_falls_back(second: Path):
    ran = python(
        second,
        "import json, tide_gauges as t\n"
        "print(json.dumps({c: {tag: c.localized(tag) for tag in t.LANGUAGES} for c in t.ErrorCode}))\n",
    )
    found = json.loads(ran.stdout)
    catalog = plain(SECOND)
    for code, error in catalog["errors"].items():
        for tag in catalog["languages"]:
            message, note = (
                error.get(field, {}).get(tag, error.get(field, {}).get("en", "")) for field in ("message", "note")
            )
            is_stale = isinstance(message, dict)
            language = "en" if tag not in error["message"] or is_stale else tag
            assert found[code][tag] == [error["message"]["en"] if is_stale else message, note, language]
    assert found["08P01"]["zh-Hant"][0] == "資料表 {table} 多了 {count} 列"


def test_placeholders_are_filled_in_and_nothing_else(second: Path):
    ran = python(
        second,
        "import tide_gauges as t\n"
        "code = t.ErrorCode('08P01')\n"
        "assert code.placeholders == {'table': 'orders', 'count': '12'}\n"
        "text = code.localized('zh-Hant').format(table='{count.__class__}', count=3, other=1)\n"
        "assert text.message == '資料表 {count.__class__} 多了 3 列', text\n"
        "assert text.note == code.note and text.language == 'zh-Hant'\n"
        "try: code.localized('ar').format(table='x')\n"
        "except KeyError as error: print(error)\n",
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "'no value for count; this text needs count, table'\n"


def test_retired_names_warn_once_at_the_line_that_uses_them(second: Path, tmp_path: Path):
    user = tmp_path / "user.py"
    user.write_text(
        "from tide_gauges import ErrorCode\n"
        "assert ErrorCode('ERR_OLD-1.2').name == 'OLD_CODE'\n"
        "assert ErrorCode('ERR_OLD-1.2').retired.use == 'E0308'\n"
        "for _ in range(2):\n"
        "    old = ErrorCode.OLD_CODE\n"
        "assert old is ErrorCode('ERR_OLD-1.2') is ErrorCode.OLD_CODE\n"
        "assert old.retired.localized('ar') == 'يفحص المقياس الأنواع أولًا'\n"
    )
    ran = run(sys.executable, "-W", "always", user, PYTHONPATH=str(second / "generated"))
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr.splitlines() == [
        f"{user}:5: DeprecationWarning: ErrorCode.OLD_CODE (ERR_OLD-1.2) is retired since 2.0: "
        "The gauge checks types first; use ErrorCode.mismatched_types (E0308) instead",
        "  old = ErrorCode.OLD_CODE",
    ]
    asked = run(sys.executable, "-m", "tide_gauges", "err_old-1.2", PYTHONPATH=str(second / "generated"), LANGUAGE="en")
    assert "  Retired since 2.0: The gauge checks types first\n  Use instead: E0308\n" in asked.stdout


def test_the_packages_are_typed(second: Path):
    assert run(sys.executable, "-m", "mypy", "--strict", second / "generated/tide_gauges").returncode == 0


def test_gettext_accepts_the_files_and_checks_placeholders(second: Path, tmp_path: Path):
    msgfmt = program("msgfmt", "gettext")
    for file in sorted((second / "generated/gettext").glob("*.po")):
        assert run(msgfmt, "--check", "-o", tmp_path / "x.mo", file).returncode == 0
    spoiled = (
        (second / "generated/gettext/ar.po")
        .read_text("utf-8")
        .replace("{table}\\", "{tabel}")
        .replace("الجدول {table}", "الجدول {tabel}")
    )
    (tmp_path / "ar.po").write_text(spoiled, "utf-8")
    assert "python-brace-format" in spoiled
    assert run(msgfmt, "--check", "-o", tmp_path / "x.mo", tmp_path / "ar.po").returncode == 1


def test_the_site_is_valid_and_labelled(second: Path):
    """English labels where the catalog brings none; the direction of the language; no table of what it has not."""
    site = second / "site/_build"
    for file in site.rglob("*.html"):
        html5lib.HTMLParser(strict=True).parse(file.read_text("utf-8"))
    page = (site / "ar/codes/08P01.html").read_text("utf-8")
    assert 'lang="ar"' in page
    assert '<body dir="rtl">' in page
    assert "يوجد 12 صفًا زائدًا في الجدول orders" in page
    retired = html.unescape((site / "ar/codes/ERR_OLD-1.2.html").read_text("utf-8"))
    assert "Retired since 2.0: يفحص المقياس الأنواع أولًا" in retired
    assert 'href="E0308.html"' in retired
    index = (site / "he/index.html").read_text("utf-8")
    assert "filter-category" not in index
    assert "filter-recovery" not in index


def test_the_search_finds_string_codes(second: Path):
    chromium = program("chromium", "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 390, "height": 800})
        page.goto((second / "site/_build/ar/index.html").as_uri())
        page.wait_for_function("document.querySelector('.search__input')")
        for query, first in (("e0308", "E0308"), ("جدول", "08P01"), ("OLD-1.2", "ERR_OLD-1.2")):
            page.locator(".search__input").fill(query)
            page.wait_for_selector(".search__panel a")
            assert page.locator(".search__panel a").first.get_attribute("href").endswith(f"codes/{first}.html")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        browser.close()


@pytest.mark.parametrize("languages", ["en", "he", f"en {FORTY} lv mk"], ids=["one", "one, right to left", "forty"])
def test_codes_in_any_range_without_notes_or_categories(languages: str, tmp_path: Path):
    source, *others = languages.split()
    declared = ", ".join([f"{source}: {{}}", *(f"{tag}: {{complete: false}}" for tag in others)])
    text = BARE.format(source=source, languages=f"{{{declared}}}")
    if source == "he":
        text = (
            text.replace("Unspecified error", "שגיאה לא ידועה")
            .replace("No error", "אין שגיאה")
            .replace("Last", "אחרון")
        )
    (tmp_path / "errors.yaml").write_text(text, "utf-8")
    folder = made(tmp_path / "errors.yaml", tmp_path)
    ran = python(
        folder,
        "import bare_errors as b\n"
        "assert [int(c) for c in b.ErrorCode] == [-2147467259, 0, 4294967295]\n"
        "assert b.ErrorCode(0).localized('mk').message == b.ErrorCode(0).message\n"
        "assert b.read_fault('<Fault><faultstring>-2147467259 - x</faultstring></Fault>').code == -2147467259\n"
        "print(b.ErrorCode.NONE_AT_ALL)\n",
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "0\n", "")
    assert (folder / f"site/_build/{source}/codes/-2147467259.html").is_file()


CODES = [
    ('"007": {name: A, message: {en: "One"}}', ""),
    (
        '007: {name: A, message: {en: "One"}}',
        "5:3: Y01 catalog: has 007, which YAML readers understand differently",
    ),
    ('42E01: {name: A, message: {en: "One"}}', "5:3: Y01 catalog: has 42E01, which YAML readers"),
    (
        '7: {name: A, message: {en: "One"}}\n  8x: {name: B, message: {en: "Two"}}',
        "5:3: S09 7: 7 is a number, but 8x is none",
    ),
    ('"7": {name: A, message: {en: "One"}}\n  8x: {name: B, message: {en: "Two"}}', ""),
    (
        'e1: {name: A, message: {en: "One"}}\n  E1: {name: B, message: {en: "Two"}}',
        "6:3: S09 E1: differs from e1 by case alone",
    ),
    ('"../x": {name: A, message: {en: "One"}}', '5:3: S01 errors: "../x" is not a code: a number such as 20103'),
    ('"a/b": {name: A, message: {en: "One"}}', '5:3: S01 errors: "a/b" is not a code'),
    (
        '1: {name: A, message: {en: "One"}, retired: {since: "2", because: "Old", use: 9}}',
        "5:81: S10 1.retired.use: 9 is missing",
    ),
    (
        '1: {name: A, message: {en: "One"}, retired: {since: "2", because: "Old", use: 1}}',
        "5:81: S10 1.retired.use: 1 is retired",
    ),
    (
        '1: {name: A, message: {en: "One"}, retired: {since: 2.0, because: "Old"}}',
        "5:55: S01 1.retired.since: 2.0 is not text in",
    ),
]


@pytest.mark.parametrize(("errors", "complaint"), CODES)
def test_codes_and_retirements_that_cannot_be(errors: str, complaint: str, tmp_path: Path):
    text = f"package: a_b\nsource_language: en\nlanguages: {{en: {{}}}}\nerrors:\n  {errors}\n"
    (tmp_path / "errors.yaml").write_text(text, "utf-8")
    ran = codegen("--catalog", "errors.yaml", "--output", "out", cwd=tmp_path)
    assert ran.returncode == bool(complaint), ran.stderr
    assert ran.stderr.startswith(f"errors.yaml:{complaint}" if complaint else ""), ran.stderr


def test_init_makes_a_catalog_that_works_at_once(tmp_path: Path):
    """The four commands of its README, its test, and the second try is refused."""
    ran = codegen("init", "shop-errors", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    folder = tmp_path / "shop-errors"
    assert codegen(cwd=folder).returncode == 0
    checked = codegen("check", cwd=folder)
    assert (checked.returncode, checked.stderr) == (0, "")
    po = folder / "generated/gettext/fr.po"
    translated = po.read_text("utf-8").replace(
        'msgid "Account closed"\nmsgstr ""', 'msgid "Account closed"\nmsgstr "Compte fermé"'
    )
    (folder / "fr.po").write_text(translated, "utf-8")
    imported = codegen("import", "fr", "fr.po", cwd=folder)
    assert "1 text taken, 1 unchanged, 3 left" in imported.stdout, imported
    assert codegen(cwd=folder).returncode == 0
    built = run(sys.executable, "-m", "mkdocs", "build", "-f", "site/mkdocs.yml", cwd=folder)
    assert built.returncode == 0, built.stderr
    assert "Compte fermé" in (folder / "site/_build/fr/codes/1003.html").read_text("utf-8")
    tested = run(sys.executable, "-m", "pytest", "-q", "tests/test_catalog.py", cwd=folder)
    assert tested.returncode == 0, tested.stdout
    again = codegen("init", "shop-errors", cwd=tmp_path)
    assert (again.returncode, again.stderr) == (1, "shop-errors is not empty; name a new folder\n")
