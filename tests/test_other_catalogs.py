"""The generator serves catalogs that it has never seen: other codes, languages and parts, from any folder."""

import html
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import html5lib
import pytest
from asking import ask
from catalogs import as_yaml, found, made, model, plain
from conftest import CATALOG, ROOT, cli, program, run

from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse

SECOND = ROOT / "tests" / "second" / "errors.yaml"
FAULTS = 'faults: {namespace: "urn:tides", element: failure}\n'

BARE = """\
package: bare_errors
source_language: {source}
outputs: [package, gettext, json, docs]
languages: {languages}
errors:
  -2147467259: {{name: UNSPECIFIED, message: {{{source}: "Unspecified error"}}}}
  0: {{name: NONE_AT_ALL, message: {{{source}: "No error"}}}}
  4294967295: {{name: LAST, message: {{{source}: "Last"}}}}
"""
FORTY = (
    "af am az be bg bn bs ca cs cy da de el es et eu fa fi fil ga gl gu he hi hr hu hy id is it ka kk km kn ko ky lo lt"
)


def generated(catalog: Path, folder: Path) -> Path:
    """Generate everything of a catalog by the command, from another folder."""
    ran = cli("--catalog", catalog, "--output", folder / "generated", cwd=folder)
    assert ran.returncode == 0, ran.stderr
    return folder


MKDOCS = """\
site_name: Errors
use_directory_urls: false
strict: true
theme: {{name: material, font: false}}
plugins: [search, {{error-catalog: {{catalog: {catalog}, path: ""}}}}]
"""


def with_site(catalog: Path, folder: Path) -> Path:
    """Build a site that has nothing but the pages of a catalog."""
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(MKDOCS.format(catalog=json.dumps(str(catalog))), "utf-8")
    built = run(sys.executable, "-m", "mkdocs", "build", "-f", folder / "mkdocs.yml")
    assert built.returncode == 0, built.stderr
    assert "WARNING" not in built.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generated(SECOND, tmp_path_factory.mktemp("second"))


@pytest.fixture(scope="module")
def second_site(second: Path) -> Path:
    return with_site(SECOND, second)


@pytest.fixture(scope="module")
def with_faults(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second catalog as that of an API that sends SOAP faults."""
    folder = tmp_path_factory.mktemp("faults")
    (folder / "errors.yaml").write_text(SECOND.read_text("utf-8").replace("errors:\n", FAULTS + "errors:\n"), "utf-8")
    return generated(folder / "errors.yaml", folder)


def python(folder: Path, program: str, *options: str) -> subprocess.CompletedProcess[str]:
    path = str(folder / "generated")
    return run(sys.executable, "-W", "error", *options, "-c", program, PYTHONPATH=path, LANGUAGE="en")


def test_it_has_no_findings_of_its_own():
    """All that `check` finds is that nothing has been generated."""
    ran = cli("check", "--catalog", SECOND, "--output", "nowhere", "--format", "json")
    assert [json.loads(line)["rule"] for line in ran.stdout.splitlines()] == ["F01"]
    assert ran.returncode == 1


def test_string_codes_make_a_str_enum(second: Path):
    """Codes are strings that pickle, and what the catalog does not have is None or empty."""
    ran = python(
        second,
        "import enum, pickle, tide_gauges as t\n"
        "code = t.ErrorCode('E0308')\n"
        "assert isinstance(code, (str, enum.StrEnum)) and code == 'E0308' and f'{code}' == 'E0308'\n"
        "assert code is t.ErrorCode.mismatched_types is pickle.loads(pickle.dumps(code))\n"
        "assert [c.value for c in t.ErrorCode] == ['08P01', 'E0308', 'ERR_OLD-1.2']\n"
        "assert code.category is code.recovery is code.limit is code.retired is None and code.placeholders == {}\n"
        "assert list(t.Category) == list(t.Recovery) == []\n",
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_faults_with_string_codes(with_faults: Path):
    """String codes are found in the fault of a document, in a log, and in the API's own element."""
    own = '<Fault><detail><t:failure xmlns:t="urn:tides"><code>ERR_OLD-1.2</code></t:failure></detail></Fault>'
    ran = python(
        with_faults,
        "import tide_gauges as t\n"
        "fault = t.read_fault('<Fault><faultstring>08P01 - too many</faultstring></Fault>')\n"
        "assert fault.code is t.ErrorCode.protocol_violation, fault\n"
        f"fault = t.read_fault({own!r})\n"
        "assert fault.code.value == 'ERR_OLD-1.2' and fault.found_in == 'failure/code', fault\n"
        "assert t.read_fault(\"fault: 'Server - too many'\") is None\n"
        "log = \"x\\nServer raised fault: 'E0308 - no'\\n\"\n"
        "assert [f.code for f in t.find_faults(log)] == [t.ErrorCode.mismatched_types]\n",
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    command = (sys.executable, "-m", "tide_gauges", "explain", "fault: 'E0308 - no'")
    asked = run(*command, PYTHONPATH=str(with_faults / "generated"), LANGUAGE="en")
    assert asked.stdout.startswith("E0308 mismatched_types")


SOAP_NAMES = ("codes", "fault", "faults", "held", "logs", "markup", "records", "rendered", "scan", "soap", "sources")
SOAP = {f"_{name}.py" for name in SOAP_NAMES}


def test_a_catalog_without_faults_has_no_code_for_them(second: Path, with_faults: Path):
    """Neither modules nor names nor a subcommand; all other files are there in both."""
    files, more = (
        {file.name for file in (folder / "generated/tide_gauges").glob("*.py")} for folder in (second, with_faults)
    )
    assert more - files == SOAP
    assert files < more
    program = (
        "import tide_gauges as t\n"
        "from tide_gauges import *\n"
        "print(*sorted(name for name in globals() if 'ault' in name), '|', *sorted(set(t.__all__) - set(globals())))\n"
        "print(*sorted(name for name in dir(t) if 'ault' in name and not name.startswith('_')))\n"
    )
    assert python(second, program).stdout == "|\n\n"
    assert python(with_faults, program).stdout == "Fault find_faults read_fault |\nFault find_faults read_fault\n"
    scan = (sys.executable, "-m", "tide_gauges", "scan", "--help")
    assert run(*scan, PYTHONPATH=str(with_faults / "generated")).returncode == 0
    explained = run(*scan, PYTHONPATH=str(second / "generated"))
    assert explained.returncode != 0 or "explain" in explained.stdout


def test_every_text_is_in_the_package_or_falls_back(second: Path):
    """A text that is missing or stale is the source text, and its language says so."""
    ran = python(
        second,
        "import dataclasses, json, tide_gauges as t\n"
        "texts = {c: {tag: dataclasses.asdict(c.localized(tag)) for tag in t.LANGUAGES} for c in t.ErrorCode}\n"
        "print(json.dumps(texts))\n",
    )
    texts = json.loads(ran.stdout)
    catalog = plain(SECOND)
    fallbacks = 0
    for code, error in catalog["errors"].items():
        for tag in catalog["languages"]:
            for field, language in (("message", "language"), ("note", "note_language")):
                said = error.get(field, {})
                is_current = isinstance(said.get(tag), str)
                expected = [said.get(tag if is_current else "en", ""), (tag if is_current else "en") if said else None]
                assert [texts[code][tag][field], texts[code][tag][language]] == expected
                fallbacks += bool(said) and not is_current
    assert texts["08P01"]["zh-Hant"]["message"] == "資料表 {table} 多了 {count} 列"
    assert fallbacks == 12


def test_placeholders_are_filled_in_and_nothing_else(second: Path):
    ran = python(
        second,
        "import tide_gauges as t\n"
        "code = t.ErrorCode('08P01')\n"
        "assert code.placeholders == {'table': 'orders', 'count': '12'}\n"
        "text = code.localized('zh-Hant').format(table='{count.__class__}', count=3, other=1)\n"
        "assert text.message == '資料表 {count.__class__} 多了 3 列', text\n"
        "assert text.note == code.note and (text.language, text.note_language) == ('zh-Hant', 'en')\n"
        "try: code.localized('ar').format(table='x')\n"
        "except KeyError as error: print('count' in str(error))\n",
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "True\n", "")


def test_the_name_of_a_retired_code_warns_once_at_the_line_that_uses_it(second: Path, tmp_path: Path):
    user = tmp_path / "user.py"
    user.write_text(
        "import pickle\n"
        "from tide_gauges import ErrorCode\n"
        "assert ErrorCode('ERR_OLD-1.2').name == 'OLD_CODE'\n"
        "retired = ErrorCode('ERR_OLD-1.2').retired\n"
        "assert (retired.since, retired.replaced_by) == ('2.0', 'E0308')\n"
        "assert retired.reason == 'The gauge checks types first'\n"
        "assert retired.localized('ar') == 'يفحص المقياس الأنواع أولًا'\n"
        "assert pickle.loads(pickle.dumps(retired)) == retired\n"
        "for _ in range(2):\n"
        "    old = ErrorCode.OLD_CODE\n"
        "assert old is ErrorCode('ERR_OLD-1.2') is ErrorCode.OLD_CODE\n"
    )
    path = str(second / "generated")
    ran = run(sys.executable, "-W", "always", user, PYTHONPATH=path)
    assert ran.returncode == 0, ran.stderr
    warning, line = ran.stderr.splitlines()
    assert warning.startswith(f"{user}:10: DeprecationWarning: ErrorCode.OLD_CODE (ERR_OLD-1.2) ")
    assert "E0308" in warning
    assert line.strip() == "old = ErrorCode.OLD_CODE"
    asked = run(sys.executable, "-W", "error", "-m", "tide_gauges", "err_old-1.2", PYTHONPATH=path, LANGUAGE="ar")
    assert [text for text in ("2.0", "يفحص المقياس الأنواع أولًا", "E0308") if text not in asked.stdout] == []


def without(*keys: str) -> dict:
    """Return the first catalog without some keys of its errors, and without the sections that only these use."""
    catalog = plain(CATALOG) | {"package": f"without_{'_'.join(keys)}"}
    for error in catalog["errors"].values():
        for key in keys:
            error.pop(key, None)
    sections = {"category": "categories", "recovery": "recoveries", "rest": "fields"}
    return {name: section for name, section in catalog.items() if name not in [sections.get(key) for key in keys]}


def with_partial_facts() -> dict:
    """Return the first catalog with an error that has neither category nor recovery nor note."""
    catalog = without("limit") | {"package": "partial_facts"}
    catalog["errors"][99999] = {"name": "NEW", "message": {tag: f"New {tag}" for tag in catalog["languages"]}}
    return catalog


@pytest.mark.slow
def test_every_kind_of_package_is_typed(second: Path, with_faults: Path, tmp_path: Path):
    """mypy accepts each in strict mode, also if a part of the catalog is absent from all errors or from some."""
    shutil.copytree(second / "generated/tide_gauges", tmp_path / "tide_gauges")
    shutil.copytree(with_faults / "generated/tide_gauges", tmp_path / "tide_gauges_with_faults")
    catalogs = [without("category"), without("recovery"), without("limit"), without("rest"), without("note")]
    catalogs += [without("category", "recovery", "limit", "note", "rest"), with_partial_facts()]
    for catalog in catalogs:
        made(catalog_of(parse(as_yaml(catalog), "errors.yaml")), tmp_path)
    made(model(BARE.format(source="en", languages="{en: {}}")), tmp_path)
    packages = [file.parent for file in tmp_path.glob("*/py.typed")]
    assert len(packages) == 3 + len(catalogs)
    checked = run(sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path / "cache", *packages)
    assert checked.returncode == 0, checked.stdout


def test_gettext_accepts_the_files_and_checks_placeholders(second: Path, tmp_path: Path):
    msgfmt = program("msgfmt", "gettext")
    for file in sorted((second / "generated/gettext").glob("*.po")):
        assert run(msgfmt, "--check", "-o", tmp_path / "x.mo", file).returncode == 0
    text = (second / "generated/gettext/ar.po").read_text("utf-8")
    spoiled = text.replace("الجدول {table}", "الجدول {tabel}")
    assert spoiled != text
    (tmp_path / "ar.po").write_text(spoiled, "utf-8")
    assert "python-brace-format" in spoiled
    assert run(msgfmt, "--check", "-o", tmp_path / "x.mo", tmp_path / "ar.po").returncode == 1


@pytest.mark.slow
def test_the_site_is_valid_and_labelled(second_site: Path):
    """Each page has the direction of its language, and no table of what the catalog does not have."""
    for file in second_site.rglob("*.html"):
        html5lib.HTMLParser(strict=True).parse(file.read_text("utf-8"))
    page = (second_site / "ar/codes/08P01.html").read_text("utf-8")
    assert 'lang="ar"' in page
    assert '<body dir="rtl">' in page
    assert "يوجد 12 صفًا زائدًا في الجدول orders" in page
    retired = html.unescape((second_site / "ar/codes/ERR_OLD-1.2.html").read_text("utf-8"))
    assert re.search("2\\.0.{1,9}يفحص المقياس الأنواع أولًا", retired)
    assert 'href="E0308.html"' in retired
    assert not (second_site / "he/categories").exists()


def test_the_search_finds_string_codes():
    questions = [("ar", "e0308"), ("ar", "جدول"), ("ar", "OLD-1.2"), ("he", "08p01")]
    answers = ask(questions, SECOND.read_text("utf-8"))
    assert [answer.codes[:1] for answer in answers] == [["E0308"], ["08P01"], ["ERR_OLD-1.2"], ["08P01"]]


@pytest.mark.slow
@pytest.mark.parametrize("languages", ["en", "he", f"en {FORTY} lv mk"], ids=["one", "one, right to left", "forty"])
def test_codes_in_any_range_without_notes_or_categories(languages: str, tmp_path: Path):
    source, *others = languages.split()
    declared = ", ".join([f"{source}: {{}}", *(f"{tag}: {{complete: false}}" for tag in others)])
    text = BARE.format(source=source, languages=f"{{{declared}}}").replace("errors:\n", FAULTS + "errors:\n")
    if source == "he":
        hebrew = {"Unspecified error": "שגיאה לא ידועה", "No error": "אין שגיאה", "Last": "אחרון"}
        for english, translation in hebrew.items():
            text = text.replace(english, translation)
    (tmp_path / "errors.yaml").write_text(text, "utf-8")
    folder = generated(tmp_path / "errors.yaml", tmp_path)
    ran = python(
        folder,
        "import bare_errors as b\n"
        "assert [int(c) for c in b.ErrorCode] == [-2147467259, 0, 4294967295]\n"
        "assert b.ErrorCode(0).localized('mk').message == b.ErrorCode(0).message\n"
        "assert b.read_fault('<Fault><faultstring>-2147467259 - x</faultstring></Fault>').code == -2147467259\n"
        "print(b.ErrorCode.NONE_AT_ALL)\n",
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "0\n", "")
    assert (with_site(folder / "errors.yaml", folder) / f"{source}/codes/-2147467259.html").is_file()


CODES = [
    ('"007": {name: A, message: {en: "One"}}', []),
    ('007: {name: A, message: {en: "One"}}', ["5:3 Y01 catalog"]),
    ('42E01: {name: A, message: {en: "One"}}', ["5:3 Y01 catalog"]),
    ('7: {name: A, message: {en: "One"}}\n  8x: {name: B, message: {en: "Two"}}', ["5:3 S09 7"]),
    ('"7": {name: A, message: {en: "One"}}\n  8x: {name: B, message: {en: "Two"}}', []),
    ('e1: {name: A, message: {en: "One"}}\n  E1: {name: B, message: {en: "Two"}}', ["6:3 S09 E1"]),
    ('"../x": {name: A, message: {en: "One"}}', ["5:3 S01 errors"]),
    ('"a/b": {name: A, message: {en: "One"}}', ["5:3 S01 errors"]),
    (
        '1: {name: A, message: {en: "One"}, retired: {since: "2", reason: "Old", replaced_by: 9}}',
        ["5:88 S10 1.retired.replaced_by"],
    ),
    (
        '1: {name: A, message: {en: "One"}, retired: {since: "2", reason: "Old", replaced_by: 1}}',
        ["5:88 S10 1.retired.replaced_by"],
    ),
    ('1: {name: A, message: {en: "One"}, retired: {since: 2.0, reason: "Old"}}', ["5:55 S01 1.retired.since"]),
    ('1: {name: A, message: {en: "One"}, retired: {since: "2", because: "Old"}}', ["5:60 S01 1.retired"]),
    ('1: {name: A, message: {en: "One"}, retired: {since: "2", reason: "Old", use: 1}}', ["5:75 S01 1.retired"]),
]


@pytest.mark.parametrize(("errors", "expected"), CODES)
def test_codes_and_retirements_that_cannot_be(errors: str, expected: list[str]):
    text = f"package: a_b\nsource_language: en\nlanguages: {{en: {{}}}}\nerrors:\n  {errors}\n"
    assert found(text)[: len(expected) or None] == expected
