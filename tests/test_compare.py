"""What a release changes for those who use the package, and which step of the version it calls for."""

import json
import subprocess
from pathlib import Path

import pytest
from conftest import CATALOG, ROOT, codegen

OLD = """\
package: shop_errors
source_language: en
languages: {en: {}, de: {}, fr: {complete: false}}
categories: {stock: {en: "Stock", de: "Lager"}}
errors:
  7:
    name: OUT_OF_STOCK
    category: stock
    placeholders: {table: "orders"}
    message: {en: "No {table} left", de: "Keine {table} mehr"}
    note: {en: "Order fewer", de: "Bestellen Sie weniger", fr: "Commandez moins"}
  8:
    name: CLOSED
    limit: {calls: 10}
    message: {en: "Closed after 10 calls", de: "Nach 10 Aufrufen geschlossen"}
"""

NEW_CODE = '  9: {name: LATE, message: {en: "Late", de: "Spät"}}\n'
SPANISH = "fr: {complete: false}, es: {complete: false}"

CHANGES = {
    "nothing": ([], "none", []),
    "removed code": (
        [(OLD[OLD.index("  8:") :], "")],
        "major",
        ["breaking: 8: CLOSED is gone; keep it, with `retired`"],
    ),
    "renumbered code": ([("  8:", "  9:")], "major", ["breaking: 8: CLOSED was 8 and is 9"]),
    "changed name": ([("CLOSED", "SHUT")], "major", ["breaking: 8: the name was CLOSED and is SHUT"]),
    "dropped placeholder": (
        [
            ('    placeholders: {table: "orders"}\n', ""),
            ("No {table} left", "None left"),
            ("Keine {table} mehr", "Nichts mehr"),
        ],
        "major",
        [
            "breaking: 7: the placeholder {table} is gone",
            "wording: 7.message.en: was 'No {table} left' and is 'None left'",
            "wording: 7.message.de: was 'Keine {table} mehr' and is 'Nichts mehr'",
        ],
    ),
    "new placeholder": (
        [
            ("    limit:", '    placeholders: {calls: "10"}\n    limit:'),
            ("Closed after 10", "Closed after {calls}"),
            ("Nach 10", "Nach {calls}"),
        ],
        "major",
        [
            "breaking: 8: the placeholder {calls} is new: callers that fill in the text lack it",
            "wording: 8.message.en: was 'Closed after 10 calls' and is 'Closed after {calls} calls'",
            "wording: 8.message.de: was 'Nach 10 Aufrufen geschlossen' and is 'Nach {calls} Aufrufen geschlossen'",
        ],
    ),
    "dropped language": (
        [(", fr: {complete: false}", ""), (', fr: "Commandez moins"', "")],
        "major",
        ["breaking: languages.fr: is gone"],
    ),
    "dropped category": (
        [('categories: {stock: {en: "Stock", de: "Lager"}}\n', ""), ("    category: stock\n", "")],
        "major",
        ["breaking: categories.stock: is gone", "compatible: 7: category was stock and is nothing"],
    ),
    "renamed package": (
        [("shop_errors", "store_errors")],
        "major",
        ["breaking: package: the package was shop_errors and is store_errors"],
    ),
    "new code": ([("  8:\n", NEW_CODE + "  8:\n")], "minor", ["compatible: 9: LATE is new"]),
    "new language": ([("fr: {complete: false}", SPANISH)], "minor", ["compatible: languages.es: is new"]),
    "retired code": (
        [("    name: CLOSED\n", '    name: CLOSED\n    retired: {since: "2.0", because: "Never sent", use: 7}\n')],
        "minor",
        ["compatible: 8: CLOSED is retired"],
    ),
    "other figures": (
        [("calls: 10", "calls: 20"), ("10 calls", "20 calls"), ("10 Aufrufen", "20 Aufrufen")],
        "minor",
        [
            "compatible: 8: limit was calls 10 and is calls 20",
            "wording: 8.message.en: was 'Closed after 10 calls' and is 'Closed after 20 calls'",
            "wording: 8.message.de: was 'Nach 10 Aufrufen geschlossen' and is 'Nach 20 Aufrufen geschlossen'",
        ],
    ),
    "other words": (
        [("Bestellen Sie weniger", "Weniger bestellen")],
        "patch",
        ["wording: 7.note.de: was 'Bestellen Sie weniger' and is 'Weniger bestellen'"],
    ),
    "new translation": (
        [('de: "Keine {table} mehr"', 'de: "Keine {table} mehr", fr: "Plus de {table}"')],
        "patch",
        ["wording: 7.message.fr: is new: 'Plus de {table}'"],
    ),
    "gone translation": ([(', fr: "Commandez moins"', "")], "patch", ["wording: 7.note.fr: is gone"]),
    "marked stale": (
        [
            ("Order fewer", "Order less"),
            ('"Bestellen Sie weniger"', '{text: "Bestellen Sie weniger", stale: true}'),
            ("Commandez moins", "Commandez peu"),
        ],
        "patch",
        [
            "wording: 7.note.en: was 'Order fewer' and is 'Order less'",
            "wording: 7.note.fr: was 'Commandez moins' and is 'Commandez peu'",
        ],
    ),
    "left behind": (
        [("Order fewer", "Order less"), ("Commandez moins", "Commandez peu")],
        "patch",
        [
            "wording: 7.note.en: was 'Order fewer' and is 'Order less'",
            "wording: 7.note.fr: was 'Commandez moins' and is 'Commandez peu'",
            "left behind: 7.note.de: is as it was, but its source text was 'Order fewer' and is 'Order less'; "
            "translate it, or mark it `stale: true`",
        ],
    ),
}


def compared(folder: Path, edits: list[tuple[str, str]], *options: str) -> subprocess.CompletedProcess[str]:
    new = OLD
    for before, after in edits:
        assert before in new
        new = new.replace(before, after)
    (folder / "old.yaml").write_text(OLD, "utf-8")
    (folder / "new.yaml").write_text(new, "utf-8")
    return codegen("compare", "old.yaml", "--catalog", "new.yaml", *options, cwd=folder)


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_has_its_kind_and_its_step(change: str, tmp_path: Path):
    edits, step, said = CHANGES[change]
    ran = compared(tmp_path, edits)
    *changes, _, last = ran.stdout.splitlines()
    assert [line.split(": ", 1)[1] for line in changes] == said, ran.stderr
    assert last == f"version step: {step}"
    assert ran.returncode == (step == "major" or change == "left behind")
    assert all(line.startswith("new.yaml:") for line in changes)


def test_changes_name_their_place(tmp_path: Path):
    ran = compared(tmp_path, CHANGES["left behind"][0])
    assert ran.stdout.splitlines()[2].startswith("new.yaml:11:")
    assert ran.stdout.splitlines()[3] == "0 breaking, 0 compatible, 2 wording, 1 left behind"


def test_for_programs_and_for_a_changelog(tmp_path: Path):
    edits = CHANGES["new code"][0] + CHANGES["left behind"][0]
    report = json.loads(compared(tmp_path, edits, "--format", "json").stdout)
    assert (report["step"], report["fine"]) == ("minor", False)
    assert report["changes"][0] == {
        "kind": "compatible",
        "where": "9",
        "message": "LATE is new",
        "place": "12:6",
        "path": "new.yaml",
    }
    changelog = compared(tmp_path, edits, "--format", "markdown").stdout.splitlines()
    assert changelog[:4] == ["### New and changed", "", "- 9: LATE is new", ""]
    assert [line for line in changelog if line.startswith("### ")] == [
        "### New and changed",
        "### Wording",
        "### Translations left behind",
    ]
    assert changelog[-1] == "Version step: minor"


def test_what_is_no_catalog_is_refused(tmp_path: Path):
    ran = compared(tmp_path, [("name: CLOSED", "nam: CLOSED")])
    assert ran.returncode == 1
    assert 'new.yaml:13:5: S01 8: "nam" is unknown here; do you mean name?' in ran.stderr
    ran = codegen("compare", "nothing.yaml", cwd=ROOT)
    assert (ran.returncode, ran.stderr.splitlines()[0][:13]) == (1, "nothing.yaml:")


def test_the_catalog_keeps_its_promises_since_the_latest_release(tmp_path: Path):
    """The step of the version in pyproject.toml is at least the one that the changes call for."""
    tag = subprocess.run(
        ["git", "describe", "--tags", "--abbrev=0"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if tag.returncode:
        pytest.skip("no release yet: `git tag v1.0.0` makes one to compare with")
    released = subprocess.run(
        ["git", "show", f"{tag.stdout.strip()}:catalog/errors.yaml"], cwd=ROOT, capture_output=True, check=True
    )
    (tmp_path / "old.yaml").write_bytes(released.stdout)
    report = json.loads(codegen("compare", tmp_path / "old.yaml", "--catalog", CATALOG, "--format", "json").stdout)
    before = [int(part) for part in tag.stdout.strip().lstrip("v").split(".")]
    now = [int(part) for part in version().split(".")]
    steps = {"major": now[0] > before[0], "minor": now[:2] > before[:2], "patch": now > before, "none": True}
    assert steps[report["step"]], report
    assert not [change for change in report["changes"] if change["kind"] == "left behind"]


def version() -> str:
    import tomllib

    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])
