"""What a release changes for those who use the package, and which step of the version it calls for."""

import json
import subprocess
from pathlib import Path

import pytest
from comparing import OLD, edited
from conftest import cli

from error_catalog import compare
from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse

NEW_CODE = '  9: {name: LATE, owner: "Ann", message: {en: "Late", de: "Spät"}}\n'


LEFT_BEHIND = [("Order fewer", "Order less"), ("Commandez moins", "Commandez peu")]


STOCK = 'stock: {en: "Stock", de: "Lager"}'


PRICE = 'price: {en: "Price", de: "Preis"}'


CHANGES = {
    "nothing": ([], "none", []),
    "removed code": ([(OLD[OLD.index("  8:") :], "")], "major", ["breaking 8"]),
    "renumbered code": ([("  8:", "  9:")], "major", ["breaking 8"]),
    "changed name": ([("CLOSED", "SHUT")], "major", ["breaking 8"]),
    "two codes whose names are swapped": (
        [("OUT_OF_STOCK", "X"), ("CLOSED", "OUT_OF_STOCK"), ("X", "CLOSED")],
        "major",
        ["breaking 7", "breaking 8"],
    ),
    "dropped placeholder": (
        [
            ('    placeholders: {table: "orders"}\n', ""),
            ("No {table} left", "None left"),
            ("Keine {table} mehr", "Nichts mehr"),
        ],
        "major",
        ["breaking 7.placeholders", "wording 7.message.en", "wording 7.message.de"],
    ),
    "renamed placeholder": (
        [("table", "list")],
        "major",
        [
            "breaking 7.placeholders.table",
            "breaking 7.placeholders.list",
            "wording 7.message.en",
            "wording 7.message.de",
        ],
    ),
    "other example": ([('"orders"', '"carts"')], "patch", ["wording 7.placeholders.table"]),
    "dropped language": (
        [(", fr: {complete: false}", ""), (', fr: "Commandez moins"', "")],
        "major",
        ["breaking languages.fr"],
    ),
    "other source language": ([("source_language: en", "source_language: de")], "major", ["breaking source_language"]),
    "dropped category": ([(f", {PRICE}", "")], "major", ["breaking categories.price"]),
    "dropped categories": (
        [(f"categories: {{{STOCK}, {PRICE}}}\n", ""), ("    category: stock\n", "")],
        "major",
        ["breaking categories", "compatible 7.category"],
    ),
    "dropped recovery": (
        [(OLD[OLD.index("recoveries") : OLD.index("errors:\n  7")], ""), ("    recovery: later\n", "")],
        "major",
        ["breaking recoveries", "compatible 8.recovery"],
    ),
    "renamed package": ([("shop_errors", "store_errors")], "major", ["breaking package"]),
    "other type of a field": (
        [("{type: string,", "{type: integer,"), ('"Ann"', "1"), ('"Bob"', "2")],
        "major",
        ["breaking fields.owner.type", "compatible 7.owner", "compatible 8.owner"],
    ),
    "a field that is no longer everywhere": (
        [('    owner: "Bob"\n', "")],
        "major",
        ["breaking owner", "compatible 8.owner"],
    ),
    "new code": ([("  8:\n", NEW_CODE + "  8:\n")], "minor", ["compatible 9"]),
    "new language": (
        [("fr: {complete: false}", "fr: {complete: false}, es: {complete: false}")],
        "minor",
        ["compatible languages.es"],
    ),
    "new category": ([(STOCK, f'{STOCK}, new: {{en: "New", de: "Neu"}}')], "minor", ["compatible categories.new"]),
    "new note": (
        [("    limit:", '    note: {en: "Come back", de: "Kommen Sie wieder"}\n    limit:')],
        "minor",
        ["compatible 8.note"],
    ),
    "other recovery": ([("resend: unchanged", "resend: changed")], "minor", ["compatible recoveries.later.resend"]),
    "new title of a recovery": (
        [("unchanged, advice", 'unchanged, title: {en: "Wait", de: "Warten"}, advice')],
        "minor",
        ["compatible recoveries.later.title"],
    ),
    "retired code": (
        [
            (
                "    name: CLOSED\n",
                '    name: CLOSED\n    retired: {since: "2.0", reason: "Never sent", replaced_by: 7}\n',
            )
        ],
        "minor",
        ["compatible 8.retired"],
    ),
    "other figures": (
        [("calls: 10", "calls: 20"), ("10 calls", "20 calls"), ("10 Aufrufen", "20 Aufrufen")],
        "minor",
        ["compatible 8.limit.calls", "wording 8.message.en", "wording 8.message.de"],
    ),
    "other order of figures": ([("calls: 10, hours: 1", "hours: 1, calls: 10")], "minor", ["compatible 8.limit"]),
    "other order of categories": ([(f"{STOCK}, {PRICE}", f"{PRICE}, {STOCK}")], "minor", ["compatible categories"]),
    "other words": ([("Bestellen Sie weniger", "Weniger bestellen")], "patch", ["wording 7.note.de"]),
    "new translation": (
        [('de: "Keine {table} mehr"', 'de: "Keine {table} mehr", fr: "Plus de {table}"')],
        "patch",
        ["wording 7.message.fr"],
    ),
    "dropped translation": ([(', fr: "Commandez moins"', "")], "patch", ["wording 7.note.fr"]),
    "new words": ([("errors:\n", 'texts: {title: {en: "Shop", de: "Laden"}}\nerrors:\n')], "patch", ["wording texts"]),
    "marked stale": (
        [*LEFT_BEHIND, ('"Bestellen Sie weniger"', '{text: "Bestellen Sie weniger", stale: true}')],
        "patch",
        ["wording 7.note.en", "wording 7.note.de.stale", "wording 7.note.fr"],
    ),
    "outdated": (LEFT_BEHIND, "patch", ["wording 7.note.en", "wording 7.note.fr", "outdated 7.note.de"]),
    "glossary": (
        [("errors:\n", 'glossary: {"shelf": {de: {use: "Regal"}}}\nerrors:\n')],
        "none",
        ["internal glossary"],
    ),
}


def compared(folder: Path, edits: list[tuple[str, str]], *options: str) -> subprocess.CompletedProcess[str]:
    (folder / "old.yaml").write_text(OLD, "utf-8")
    (folder / "new.yaml").write_text(edited(edits), "utf-8")
    return cli("compare", "old.yaml", "--catalog", "new.yaml", *options, cwd=folder)


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_has_its_kind_and_its_step(change: str):
    edits, step, changes = CHANGES[change]
    old, new = (catalog_of(parse(text, "errors.yaml")) for text in (OLD, edited(edits)))
    found = compare(old, new)
    assert [f"{change.kind} {change.where}" for change in found.changes] == changes
    assert found.step == step
    assert found.is_fine == (step != "major" and change != "outdated")


@pytest.mark.parametrize("change", ["nothing", "new code", "outdated", "changed name"])
def test_the_exit_status_says_whether_all_is_fine(change: str, tmp_path: Path):
    edits, step, changes = CHANGES[change]
    ran = compared(tmp_path, edits, "--format", "json")
    report = json.loads(ran.stdout)
    assert ran.returncode == (change in ("outdated", "changed name"))
    assert (report["step"], report["fine"]) == (step, ran.returncode == 0)
    assert [f"{found['kind']} {found['where']}" for found in report["changes"]] == changes


def test_text_names_places_and_counts(tmp_path: Path):
    ran = compared(tmp_path, LEFT_BEHIND)
    *changes, counts, step = ran.stdout.splitlines()
    assert [line.split(": ")[:3] for line in changes] == [
        ["new.yaml:16:16", "wording", "7.note.en"],
        ["new.yaml:16:63", "wording", "7.note.fr"],
        ["new.yaml:16:34", "outdated", "7.note.de"],
    ]
    assert counts == "0 breaking, 0 compatible, 2 wording, 1 outdated, 0 internal"
    assert step == "version step: patch"


def test_json_has_the_values(tmp_path: Path):
    edits = [("calls: 10", "calls: 20"), ("Order fewer", "Order less"), ('    owner: "Bob"\n', "")]
    report = json.loads(compared(tmp_path, edits, "--format", "json").stdout)
    changes = {change["where"]: change for change in report["changes"]}
    assert changes["8.limit.calls"].items() >= {"kind": "compatible", "old": 10, "new": 20, "path": "new.yaml"}.items()
    assert changes["7.note.en"].items() >= {"kind": "wording", "old": "Order fewer", "new": "Order less"}.items()
    assert changes["8.owner"].items() >= {"kind": "compatible", "old": "Bob", "new": None}.items()


def test_markdown_is_an_entry_of_a_changelog(tmp_path: Path):
    edits = [*CHANGES["new code"][0], *LEFT_BEHIND, ('"orders"', '"carts | *new*"')]
    lines = compared(tmp_path, edits, "--format", "markdown").stdout.splitlines()
    assert len([line for line in lines if line.startswith("### ")]) == 3
    assert len([line for line in lines if line.startswith("- ")]) == 5
    assert [line for line in lines if "carts \\| \\*new\\*" in line]
    assert lines[-1] == "Version step: minor"


def test_a_file_that_is_not_a_catalog_is_refused(tmp_path: Path):
    ran = compared(tmp_path, [("name: CLOSED", "nam: CLOSED")])
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "new.yaml:18:5: S01 8: " in ran.stderr
