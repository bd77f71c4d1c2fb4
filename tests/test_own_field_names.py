"""How a catalog declares fields of its own: which names are free, and which settings have an effect."""

import sys

import pytest
from catalogs import as_yaml, found, made
from conftest import run
from kitchen import CATALOG

from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse

TAKEN = [
    *("message", "name", "value", "code", "note", "recovery", "localized", "problem", "retired", "denominator"),
    *("language", "format", "note_language", "cause_language", "class", "mro", "real", "link", "advice"),
    *("property", "cached_property", "int", "float", "str", "bool", "tuple", "dict", "object"),
]


@pytest.mark.parametrize("name", TAKEN)
def test_the_name_of_a_field_can_be_taken(name):
    """By attributes of the enum and of texts, by what `explain --json` says, and by what the package itself uses."""
    text = CATALOG.replace("  owner: {", f"  {name}: {{")
    findings = [one for one in found(text) if f" fields.{name}" in one]
    assert findings[0] == f"9:3 S11 fields.{name}"


FREE = [
    "id",
    "type",
    "hash",
    "help",
    "range",
    "self",
    "text",
    "url",
    "enum",
    "level",
    "cls",
    "iterable",
    "fields",
    "data",
]


@pytest.mark.slow
def test_other_names_are_free(tmp_path):
    """Also names of built-in functions: the package works and is typed with any of them, as value and as text."""
    said = {"en": "Said", "de": "Gesagt"}
    for kind, prefix in (("string", "as_values"), ("text", "as_texts")):
        value = "x" if kind == "string" else said
        catalog = {
            "package": f"{prefix}_errors",
            "source_language": "en",
            "languages": {"en": {}, "de": {}},
            "fields": {name: {"type": kind, "label": {"en": name, "de": name}} for name in FREE},
            "errors": {"1": {"name": "ONE", "message": said, **dict.fromkeys(FREE, value)}},
        }
        text = as_yaml(catalog)
        assert [one for one in found(text) if " S" in one] == []
        made(catalog_of(parse(text, "errors.yaml")), tmp_path)
        program = f"from {prefix}_errors import ErrorCode; t = ErrorCode(1).localized('de'); print(ErrorCode(1).type)"
        ran = run(sys.executable, "-c", program, cwd=tmp_path)
        assert (ran.stdout, ran.stderr) == (f"{'x' if kind == 'string' else 'Said'}\n", "")
    checked = run(
        sys.executable, "-m", "mypy", "--strict", "-p", "as_values_errors", "-p", "as_texts_errors", cwd=tmp_path
    )
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    ("declared", "line"),
    [
        ("{type: text, many: true, label: {en: A, fr: B, de: C}}", "19:23 S11 fields.cause"),
        ("{type: text, lookup: true, label: {en: A, fr: B, de: C}}", "19:23 S11 fields.cause"),
        ("{type: text, values: [x], label: {en: A, fr: B, de: C}}", "19:23 S11 fields.cause"),
        ("{type: words, label: {en: A, fr: B, de: C}}", "19:17 S01 fields.cause.type"),
        ("{type: text}", "19:10 S01 fields.cause"),
        ("{type: text, label: {en: A, fr: B, de: C}, required: true}", "19:53 S01 fields.cause"),
        ("{type: text, label: {en: A, de: C}}", "19:30 C01 fields.cause.fr"),
    ],
)
def test_a_declaration_that_cannot_be(declared, line):
    head, _, rest = CATALOG.partition("  cause: {type")
    text = f"{head}  cause: {declared}\n{rest.partition(chr(10))[2]}"
    assert line in found(text)


def test_values_are_for_strings_alone():
    text = CATALOG.replace("http_status: {type: integer,", "http_status: {type: integer, values: [a],")
    assert found(text)[0] == "7:32 S11 fields.http_status"
