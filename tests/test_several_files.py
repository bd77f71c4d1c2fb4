"""A catalog of several files: a folder with one file for everything else, and others with errors."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema_rs
import pytest
from catalogs import plain, shown
from conftest import CATALOG, cli, program, run
from translators import SHOP, po, take

import error_catalog
from error_catalog import CatalogError
from error_catalog.outputs import files

MAIN = """\
package: shop_errors
source_language: en
languages: {en: {}, de: {}}
categories: {stock: {en: "Stock", de: "Lager"}}
"""
ORDERS = """\
# What can be wrong with an order.
errors:
  12:
    name: TOO_MANY
    category: stock
    message: {en: "Too many items", de: "Zu viele Artikel"}
"""
ACCOUNTS = """\
errors:
    "7":
        name: CLOSED
        message:
            en: Account closed
            de: Konto geschlossen
"""
ERROR = "  {code}: {{name: ERROR_{code}, message: {{en: Wrong, de: Falsch}}}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "catalog", {"main.yaml": MAIN, "orders.yml": ORDERS, "more/accounts.YAML": ACCOUNTS})


def written(folder: Path, texts: dict[str, str]) -> Path:
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder


def found(folder: Path) -> list[str]:
    """Return the findings in a folder as `file:line:column rule where`."""
    try:
        findings = error_catalog.check(error_catalog.read(folder), hints=False)
    except CatalogError as error:
        findings = error.findings
    return [f"{os.path.relpath(finding.path, folder)}:{shown(finding)}" for finding in findings]


def split(text: str, folder: Path, count: int) -> Path:
    """Write a catalog in one file and `count` others with its errors."""
    head, errors = text.split("\nerrors:\n")
    codes = re.split(r"(?m)^(?=  (?! )(?!#)\S)", errors)[1:]
    (folder / "z").mkdir(parents=True)
    (folder / "main.yaml").write_text(f"{head}\n", "utf-8")
    for number in range(count):
        part = "".join(codes[len(codes) * number // count : len(codes) * (number + 1) // count])
        (folder / f"z/{99 - number}.yaml").write_text(f"errors:\n{part}", "utf-8")
    return folder


def test_a_folder_is_one_catalog(folder: Path):
    """Subfolders too; hidden files, other files and files of editors are left out."""
    written(folder, {".hidden.yaml": "[", ".git/x.yaml": "[", "notes.md": "[", "orders.yml~": "[", "more.json": "["})
    catalog = error_catalog.read(folder)
    assert error_catalog.check(catalog) == []
    assert [error.code for error in catalog.errors] == [7, 12]
    assert catalog.path == str(folder / "main.yaml")


def test_the_outputs_are_those_of_the_same_catalog_in_one_file(tmp_path: Path):
    folder = split(CATALOG.read_text("utf-8"), tmp_path / "catalog", 3)
    assert files(error_catalog.read(folder)) == files(error_catalog.read(CATALOG))


def test_a_file_alone_in_a_folder_is_a_catalog(tmp_path: Path):
    written(tmp_path, {"errors.yaml": MAIN + ORDERS.partition("\n")[2]})
    assert error_catalog.check(error_catalog.read(tmp_path)) == []


FINDINGS: list[tuple[dict[str, str], list[str]]] = [
    ({"orders.yml": ORDERS.replace("stock", "stocks")}, ["orders.yml:5:15 S04 12.category"]),
    (
        {"more/accounts.YAML": ACCOUNTS.replace("7", "12"), "a.yaml": "errors: {7: {}}"},
        ["orders.yml:3:3 Y01 12"],
    ),
    ({"orders.yml": f"package: x_errors\n{ORDERS}"}, ["orders.yml:1:1 Y01 catalog"]),
    (
        {"orders.yml": f"{ORDERS}protected: [x]\nlanguages: {{}}\n"},
        ["orders.yml:7:1 Y01 catalog", "orders.yml:8:1 Y01 catalog"],
    ),
    ({"main.yaml": MAIN.partition("\n")[2]}, ["main.yaml:1:1 S01 catalog"]),
    ({"main.yaml": "errors: {1: {name: ONE, message: {en: One}}}"}, [".:1:1 Y01 catalog"]),
    ({"orders.yml": "# nothing\n"}, ["orders.yml:1:1 Y01 catalog"]),
    ({"orders.yml": "errors: [12]\n"}, ["orders.yml:1:9 Y01 catalog"]),
    ({"orders.yml": "errors:\n"}, ["orders.yml:1:8 Y01 catalog"]),
    ({"orders.yml": "{}\n"}, ["orders.yml:1:1 Y01 catalog"]),
    ({"orders.yml": "errors: [", "main.yaml": "a:\tb"}, ["main.yaml:1:3 Y01 catalog", "orders.yml:2:1 Y01 catalog"]),
    ({"orders.yml": ORDERS.replace("name: TOO_MANY", "name: closed")}, ["orders.yml:4:11 S02 12.name"]),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "expected"), FINDINGS)
def test_each_finding_is_at_its_own_file(folder: Path, texts: dict[str, str], expected: list[str]):
    assert found(written(folder, texts)) == expected


def test_a_code_that_is_defined_twice_names_both_places(folder: Path):
    written(folder, {"more/accounts.YAML": ACCOUNTS.replace("7", "12")})
    with pytest.raises(CatalogError) as error:
        error_catalog.read(folder)
    [finding] = error.value.findings
    assert str(folder / "more/accounts.YAML:2:5") in f"{finding}{finding.message}"
    assert str(folder / "orders.yml:3:3") in f"{finding}{finding.message}"


def _loop(folder: Path) -> None:
    (folder / "more/again").symlink_to(folder)


def _link_to_itself(folder: Path) -> None:
    (folder / "loop.yaml").symlink_to("loop.yaml")


def _link_to_nothing(folder: Path) -> None:
    (folder / "lost.yaml").symlink_to("nothing")


def _other_encoding(folder: Path) -> None:
    (folder / "orders.yml").write_bytes(ORDERS.replace("order", "örder").encode("latin-1"))


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")


def _nothing(folder: Path) -> None:
    for name in ("main.yaml", "orders.yml", "more/accounts.YAML"):
        (folder / name).unlink()


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (_loop, "more/again:1:1"),
        (_link_to_itself, "loop.yaml:1:1"),
        (_link_to_nothing, "lost.yaml:1:1"),
        (_other_encoding, "orders.yml:1:29"),
        (_pipe, "pipe.yaml:1:1"),
        (_nothing, ".:1:1"),
    ],
)
def test_what_cannot_be_read_is_named(folder: Path, spoil: Callable[[Path], None], expected: str):
    spoil(folder)
    assert found(folder) == [f"{expected} Y01 catalog"]


def test_links_to_files_and_folders_elsewhere_are_followed(folder: Path, tmp_path: Path):
    written(tmp_path, {"else/a.yaml": "errors:\n" + ERROR.format(code=1), "b.yaml": "errors:\n" + ERROR.format(code=2)})
    (folder / "linked").symlink_to(tmp_path / "else")
    (folder / "b.yaml").symlink_to(tmp_path / "b.yaml")
    assert [error.code for error in error_catalog.read(folder).errors] == [1, 2, 7, 12]


@pytest.mark.slow
def test_the_command_takes_a_folder(folder: Path, tmp_path: Path):
    """Every command: what it says names files, and the schema fits both kinds of file."""
    ran = cli("--catalog", "catalog", "--output", "out", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert cli("check", "--catalog", "catalog/", "--output", "out", cwd=tmp_path).returncode == 0
    written(folder, {"orders.yml": ORDERS.replace("stock", "stocks")})
    ran = cli("check", "--catalog", "catalog", "--output", "out", cwd=tmp_path)
    assert ran.returncode == 1
    assert ran.stderr.startswith("catalog/orders.yml:5:15: S04 ")


def test_the_schema_fits_both_kinds_of_file(folder: Path):
    schema = json.loads(files(error_catalog.read(folder))["errors.schema.json"])
    fits = jsonschema_rs.Draft202012Validator(schema).is_valid
    assert all(fits(_as_json(folder / name)) for name in ("main.yaml", "orders.yml", "more/accounts.YAML"))
    assert not fits({"package": "shop_errors"})
    assert not fits({"errors": {"7": {}}})
    assert not fits({})
    assert not fits({"errors": {}, "protected": []})


def _as_json(file: Path) -> object:
    """Return a file as an editor sees it: keys are strings."""
    return json.loads(json.dumps(plain(file)))


def test_an_import_writes_into_the_file_that_has_the_text(folder: Path, tmp_path: Path):
    """New languages too; every other byte stays, whatever the line ends."""
    crlf = ACCOUNTS.replace("\n", "\r\n").rstrip()
    written(folder, {"more/accounts.YAML": crlf, "orders.yml": f"\ufeff{ORDERS}"})
    file = po(tmp_path, "de", "12.message|Too many items|Zu viel", "7.message|Account closed|Konto zu")
    assert take(folder, "de", file) == (2, 0, 0)
    assert (folder / "main.yaml").read_text("utf-8") == MAIN
    assert (folder / "orders.yml").read_text("utf-8") == f"\ufeff{ORDERS.replace('Zu viele Artikel', 'Zu viel')}"
    assert (folder / "more/accounts.YAML").read_bytes().decode() == crlf.replace("geschlossen", "zu")
    entries = [
        "12.message|Too many items|Te veel",
        "7.message|Account closed|Gesloten",
        "categories.stock|Stock|Voorraad",
    ]
    assert take(folder, "nl", po(tmp_path, "nl", *entries)) == (3, 0, 0)
    assert (folder / "more/accounts.YAML").read_bytes().decode().endswith("zu\r\n            nl: Gesloten")
    assert 'Zu viel", nl: "Te veel"}' in (folder / "orders.yml").read_text("utf-8")
    assert 'nl: "Voorraad"' in (folder / "main.yaml").read_text("utf-8")
    assert [error.message["nl"] for error in error_catalog.read(folder).errors] == ["Gesloten", "Te veel"]


def test_a_page_with_new_codes_adds_them_to_the_last_file(folder: Path, tmp_path: Path):
    page = tmp_path / "en.md"
    page.write_text(
        "| code | message |\n| --- | --- |\n| 7 | Account closed |\n| 12 | Too many items |\n| 30 | Late |\n", "utf-8"
    )
    assert take(folder, "en", page, force=True)[0] == 1
    assert plain(folder / "orders.yml")["errors"][30] == {"name": "LATE", "message": {"en": "Late"}}
    assert (folder / "more/accounts.YAML").read_text("utf-8") == ACCOUNTS


@pytest.mark.slow
def test_an_older_revision_of_a_folder(folder: Path, tmp_path: Path):
    """Also one in which the catalog was another set of files, by any path to the folder."""
    git = program("git", "git")
    author = ["-c", "user.name=Ann", "-c", "user.email=ann@shop.internal"]
    commit = [["add", "-A"], [*author, "commit", "-q", "-m", "One"]]
    for command in (["init", "-q"], *commit):
        assert run(git, *command, cwd=tmp_path).returncode == 0
    written(folder, {"orders.yml": ORDERS.replace("TOO_MANY", "MANY"), "new.yaml": "errors:\n" + ERROR.format(code=9)})
    (folder / "more/accounts.YAML").unlink()
    for path, cwd in (("catalog", tmp_path), (".", folder), ("../../catalog", folder / "more")):
        cwd.mkdir(exist_ok=True)
        ran = cli("compare", "HEAD", "--catalog", path, cwd=cwd)
        assert ran.returncode == 1, ran.stderr
        places = [line.split(" ")[:3] for line in ran.stdout.splitlines()[:-2]]
        base = "" if path == "." else f"{path}/"
        assert places == [
            [f"{base}main.yaml:1:1:", "breaking:", "7:"],
            [f"{base}orders.yml:4:11:", "breaking:", "12:"],
            [f"{base}new.yaml:2:6:", "compatible:", "9:"],
        ]
    for command in commit:
        assert run(git, *command, cwd=tmp_path).returncode == 0
    assert cli("compare", "HEAD", "--catalog", "catalog", cwd=tmp_path).returncode == 0
    assert cli("compare", "catalog", "--catalog", "catalog", cwd=tmp_path).returncode == 0
    assert cli("compare", "HEAD~1", "--catalog", "catalog", cwd=tmp_path).returncode == 1


@pytest.mark.parametrize("other", ["a.yaml", "z.yaml"])
@pytest.mark.parametrize("empty", ["errors: {}\n", ERROR.format(code=1).join(["errors:\n", ""])])
def test_what_is_added_to_the_rest_stands_in_the_file_for_it(tmp_path: Path, other: str, empty: str):
    """Texts, languages and errors at once, whichever file is the first."""
    head, first, rest = re.fullmatch(r"(?s)(.*?)(errors:\n  7:.*?\n\n)(.*)", SHOP).groups()
    folder = written(tmp_path / "shop", {"main.yaml": head + first, other: f"errors:\n{rest}", "zz.yaml": empty})
    entries = ["7.message|Out of stock|Brak", "20.message|Closed|Zamknięte", "texts.yes|Yes|Tak"]
    assert take(folder, "pl", po(tmp_path, "pl", *entries), force=True) == (3, 0, 0)
    main, others = plain(folder / "main.yaml"), plain(folder / other)
    assert (main["texts"], main["errors"][7]["message"]["pl"]) == ({"yes": {"pl": "Tak"}}, "Brak")
    assert (list(others), others["errors"][20]["message"]["pl"]) == (["errors"], "Zamknięte")
    assert (folder / "zz.yaml").read_text("utf-8") == empty
    assert error_catalog.read(folder).words["yes"].current("pl") == "Tak"
