"""Every row of the table of fields reaches every output: leaving out a row, its label or a place fails here."""

import copy
import html
import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from catalogs import as_yaml, made
from conftest import ROOT, run
from jsonschema_rs import validator_for

from error_catalog import compare
from error_catalog.model import fields
from error_catalog.model.catalog import Catalog
from error_catalog.model.fields import FIELDS, Field
from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse

WORDS = ROOT / "codegen" / "error_catalog" / "model" / "words"


class Sample(NamedTuple):
    """A value of a field, another value, what people see of the first one, and what `explain` finds the error by."""

    value: Any
    other: Any
    seen: str
    found_by: str = ""


SAMPLES = {
    "note": Sample({"en": "Ask the warehouse"}, {"en": "Ask somebody"}, "Ask the warehouse"),
    "category": Sample("supply", "demand", "Supplies"),
    "recovery": Sample("wait", "give_up", "Wait for the delivery"),
    "limit": Sample({"crates": 4711}, {"crates": 4712}, "4711"),
    "placeholders": Sample({"item": "paper"}, {"item": "ink"}, "Out of paper"),
    "keywords": Sample({"en": ["sold out"]}, {"en": ["gone"]}, "", found_by="sold out"),
    "retired": Sample({"since": "4.2", "reason": "Sold"}, {"since": "4.3", "reason": "Sold"}, "4.2"),
}
"""A sample for each row."""

NEW_ROWS = [
    (Field("http_status", "integer", "The status of the response.", label="server"), Sample(409, 410, "409")),
    (
        Field("aliases", "string", "Other names.", label="name", many=True, lookup=True),
        Sample(["gone"], ["x"], "gone", "gone"),
    ),
    (
        Field("cause", "text", "Why it happens.", label="reason"),
        Sample({"en": "Sold twice"}, {"en": "Sold"}, "Sold twice"),
    ),
]
"""Rows that somebody could add."""

OWN_ROWS = [
    ({"type": "integer"}, Sample(409, 410, "409")),
    ({"type": "number"}, Sample(2.5, 3, "2.5")),
    ({"type": "string"}, Sample("warehouse", "office", "warehouse")),
    ({"type": "string", "values": ["low", "high"]}, Sample("low", "high", "low")),
    ({"type": "boolean"}, Sample(True, False, "Yes")),
    ({"type": "url"}, Sample("https://a.internal/b", "https://a.internal/c", "https://a.internal/b")),
    ({"type": "text"}, Sample({"en": "Sold twice"}, {"en": "Sold"}, "Sold twice")),
]
OWN_ROWS += [
    (row | {"many": True}, Sample([sample.value], [sample.other], sample.seen))
    for row, sample in OWN_ROWS
    if row["type"] != "text"
]


def catalog(name: str = "", value: Any = None, row: dict | None = None) -> dict:
    """Return a catalog of which one of two errors has a value of a field."""
    said = {"en": "Out of {item}"} if name == "placeholders" else {"en": "Out of stock"}
    data = {
        "package": "table_errors",
        "source_language": "en",
        "outputs": ["package", "gettext", "json", "docs"],
        "languages": {"en": {}},
        "categories": {"supply": {"en": "Supplies"}, "demand": {"en": "Demand"}},
        "recoveries": {
            "wait": {"resend": "unchanged", "advice": {"en": "Wait for the delivery"}},
            "give_up": {"resend": "never", "advice": {"en": "Give up"}},
        },
        "errors": {"1": {"name": "ONE", "message": said}, "2": {"name": "TWO", "message": {"en": "Not found"}}},
    }
    if row is not None:
        data["fields"] = {name: row | {"label": {"en": "Special label"}}}
    if value is not None:
        data["errors"]["1"][name] = value
    return data


def read(data: dict) -> Catalog:
    return catalog_of(parse(as_yaml(data), "errors.yaml"))


def check_everywhere(folder: Path, name: str, sample: Sample, label: str, row: dict | None = None) -> None:
    """Assert that a field is in everything that is made of a catalog that uses it."""
    written = catalog(name, sample.value, row)
    assert list(read(written).violations) == []
    made(read(written), folder)
    _check_schemas(folder, name, written)
    _check_package(folder, name, sample, label)
    _check_data_page(folder, name, label)
    if sample.seen:
        _check_page(folder, sample.seen, label)
    _check_comparison(name, sample, row)


def _check_schemas(folder: Path, name: str, written: dict) -> None:
    schema = json.loads((folder / "errors.schema.json").read_bytes())
    assert name in schema["$defs"]["error"]["properties"]
    assert validator_for(schema).is_valid(written)
    broken = copy.deepcopy(written)
    broken["errors"]["1"][name] = [[]]
    assert not validator_for(schema).is_valid(broken)
    exported = json.loads((folder / "docs/api/v1/schema.json").read_bytes())
    entries = json.loads((folder / "catalog.json").read_bytes())
    assert name in exported["$defs"]["error"]["properties"]
    assert validator_for(exported).is_valid(entries)
    assert [name in error for error in entries["errors"]] == [True, False]


PROGRAM = """
import io, json, sys
from contextlib import redirect_stdout
from table_errors import ErrorCode
from table_errors._command import main

def printed(*arguments):
    with redirect_stdout(io.StringIO()) as output:
        main(arguments)
    return output.getvalue()

name, found_by = sys.argv[1:]
one, two = ErrorCode
print(json.dumps({
    "is_set": [bool(getattr(one, name)), bool(getattr(two, name))],
    "documented": ErrorCode.__doc__,
    "explained": [printed("explain", "1"), printed("explain", "2")],
    "entry": json.loads(printed("explain", "1", "--json"))[0],
    "found": printed("explain", found_by) if found_by else "",
}))
"""


def _check_package(folder: Path, name: str, sample: Sample, label: str) -> None:
    """Assert that Python, help, and the command have the field, for people and for programs."""
    ran = run(sys.executable, "-W", "error", "-c", PROGRAM, name, sample.found_by, cwd=folder)
    assert ran.returncode == 0, ran.stderr
    answer = json.loads(ran.stdout)
    assert answer["is_set"] == [True, False]
    assert f"{name}: " in answer["documented"]
    assert answer["entry"][name]
    one, two = answer["explained"]
    if sample.seen:
        assert sample.seen in one
        assert sample.seen not in two
        assert label in one or name == "note"
    if sample.found_by:
        assert [line for line in answer["found"].splitlines() if not line.startswith(" ")] == ["1 ONE"]


def _check_page(folder: Path, seen: str, label: str) -> None:
    one, two = (_text(folder / f"docs/en/codes/{code}.md") for code in (1, 2))
    assert seen in one
    assert seen not in two
    assert label in one


def _check_data_page(folder: Path, name: str, label: str) -> None:
    (row,) = [line for line in _text(folder / "docs/en/data.md").splitlines() if line.startswith(f"| `{name}` |")]
    assert label in row


def _text(page: Path) -> str:
    """Return a page without markup, and without the list of codes that are near."""
    source = page.read_text("utf-8").partition("{ #related }")[0]
    return html.unescape(re.sub(r"</?[a-z][^>]*>|\\", "", source)).replace(",", "")


def _check_comparison(name: str, sample: Sample, row: dict | None) -> None:
    absent, present, other = (read(catalog(name, value, row)) for value in (None, sample.value, sample.other))
    for old, new in ((absent, present), (present, absent), (present, other)):
        changes = compare(old, new).changes
        assert [change for change in changes if change.where.startswith(f"1.{name}")]


@pytest.mark.parametrize("row", FIELDS, ids=lambda row: row.name)
def test_a_built_in_field_is_everywhere(row, tmp_path):
    label = tomllib.loads((WORDS / "en.toml").read_text("utf-8"))[row.label]
    check_everywhere(tmp_path, row.name, SAMPLES[row.name], label)


def test_every_row_has_a_sample():
    assert [row.name for row in FIELDS] == list(SAMPLES)


@pytest.mark.parametrize(("row", "sample"), NEW_ROWS, ids=lambda one: getattr(one, "name", ""))
def test_a_new_built_in_field_is_one_row(row, sample, tmp_path, monkeypatch):
    monkeypatch.setattr(fields, "FIELDS", (*FIELDS, row))
    label = tomllib.loads((WORDS / "en.toml").read_text("utf-8"))[row.label]
    check_everywhere(tmp_path, row.name, sample, label)


@pytest.mark.parametrize(("row", "sample"), OWN_ROWS, ids=lambda one: " ".join(one) if isinstance(one, dict) else "")
def test_a_field_of_the_catalog_is_everywhere(row, sample, tmp_path):
    check_everywhere(tmp_path, "special", sample, "Special label", row)


@pytest.mark.parametrize("file", sorted(WORDS.glob("*.toml")), ids=lambda file: file.stem)
def test_every_label_is_in_every_language(file):
    words = tomllib.loads(file.read_text("utf-8"))
    assert [row.label for row in FIELDS if not words.get(row.label)] == []


def test_every_language_has_every_word():
    """But for words that are empty in English: they are for a catalog to fill in."""
    english = tomllib.loads((WORDS / "en.toml").read_text("utf-8"))
    wanted = [name for name, word in english.items() if word]
    for file in WORDS.glob("*.toml"):
        words = tomllib.loads(file.read_text("utf-8"))
        assert [name for name in wanted if not words.get(name)] == [], file.name
        assert set(words) <= set(english), file.name
