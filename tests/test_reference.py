"""The reference has every key of the YAML, every rule and every word, since it is made from them."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from adopter import built, page, written

from error_catalog.mkdocs import reference, reference_keys
from error_catalog.mkdocs.reference_yaml import block
from error_catalog.model.fields import FIELDS, Field, Table
from error_catalog.model.schema import schema
from error_catalog.model.words import names
from error_catalog.rules import every_rule, pages
from error_catalog.rules.precision import Precision, measured
from error_catalog.rules.registry import RULES, Rule

PAGES = dict(reference.pages())
WHOLE = schema(Table())


def properties(node: Any) -> Iterator[tuple[str, Any]]:
    """Yield the name of every key that a schema has anywhere, and the schema of its value."""
    for name, below in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        if name == "properties":
            yield from below.items()
        if name not in ("examples", "enum"):
            yield from properties(below)


def headings(text: str) -> list[str]:
    return re.findall(r"^###? `(.*)`$", text, re.MULTILINE)


def test_every_key_of_the_schema_has_a_heading_and_an_example():
    known = {name for name, _ in properties(WHOLE)}
    assert len(known) > 50
    assert {heading.rpartition(".")[2] for heading in headings(PAGES[reference.CATALOG])} == known
    assert [key.path for key in reference_keys.keys(WHOLE) if not key.examples or not key.about] == []
    assert {f"errors.<code>.{row.name}" for row in FIELDS} <= set(headings(PAGES[reference.CATALOG]))


def test_every_example_is_one():
    """It is valid where it stands, and the YAML that the page shows is the value."""
    for name, below in properties(WHOLE):
        validator = jsonschema_rs.Draft202012Validator({"$ref": "#/$defs/it", "$defs": WHOLE["$defs"] | {"it": below}})
        for example in below.get("examples", ()):
            assert [str(error) for error in validator.iter_errors(example)] == [], name
            assert json.loads(json.dumps(yaml.safe_load(block(name, example)))) == {name: example}


def test_the_page_follows_the_schema(monkeypatch: pytest.MonkeyPatch):
    """A key that is taken away is not on it any more, and one that is added is."""
    changed = copy.deepcopy(WHOLE)
    changed["properties"]["colour"] = changed["properties"].pop("protected")
    monkeypatch.setattr(reference, "schema", lambda table: changed)
    found = headings(dict(reference.pages())[reference.CATALOG])
    assert ("colour" in found, "protected" in found) == (True, False)


def test_the_page_follows_the_table_of_fields(monkeypatch: pytest.MonkeyPatch):
    rows = {row.name: row for row in (*FIELDS[1:], Field("severity", "text", "How bad it is."))}
    monkeypatch.setattr(reference, "Table", lambda: Table(rows))
    found = headings(dict(reference.pages())[reference.CATALOG])
    assert ("errors.<code>.severity" in found, "errors.<code>.note" in found) == (True, False)


def test_every_rule_has_a_page_and_a_line(monkeypatch: pytest.MonkeyPatch):
    """With its name and its examples; the pages follow the rules."""
    for rule in every_rule():
        text = PAGES[f"reference/rules/{rule.id}.md"]
        assert f"# {rule.id} {rule.name}\n" in text
        explained = pages.page(rule)
        assert [one for one in (*explained.wrong, *explained.right) if f"\n{one}\n" not in text] == []
        assert re.search(rf"^\| \[{rule.id}\]\({rule.id}\.md\) \| {rule.name} \|", PAGES[reference.RULES], re.MULTILINE)
    monkeypatch.setitem(RULES, "X01", Rule("X01", "calm", "No text shouts.", "", check_text=lambda text: iter(())))
    monkeypatch.delitem(RULES, "C03")
    changed = dict(reference.pages())
    assert ("reference/rules/X01.md" in changed, "reference/rules/C03.md" in changed) == (True, False)
    assert ("[X01]" in changed[reference.RULES], "[C03]" in changed[reference.RULES]) == (True, False)


def test_every_page_of_a_rule_says_how_precise_it_is(monkeypatch: pytest.MonkeyPatch):
    """It shows the figures that were measured, or says that nothing was measured."""
    figures = {"C03": Precision(8, 7, "texts of two projects")}
    monkeypatch.setattr(pages, "measured", lambda: figures)
    said = {path: re.findall(r"## Precision\n\n(.+)\n", text) for path, text in reference.pages() if "rules/" in path}
    del said[reference.RULES]
    assert [path for path, lines in said.items() if len(lines) != 1] == []
    (sentence,) = said.pop("reference/rules/C03.md")
    assert re.findall(r"\d+", sentence) == ["8", "7", "88"]
    assert "texts of two projects" in sentence
    assert [path for path, lines in said.items() if not lines[0].startswith("Not measured")] == []


def test_the_figures_of_precision_are_possible():
    content = {rule.id for rule in every_rule() if rule.is_about_content}
    assert set(measured()) <= content
    assert [id for id, found in measured().items() if not 0 <= found.right <= found.judged or not found.judged] == []


def test_every_word_of_the_generator():
    shown = re.findall(r"^\| `(\w+)` \| ", PAGES[reference.CATALOG], re.MULTILINE)
    assert set(shown) == names()


def settings(**options: Any) -> dict[str, Any]:
    return {"plugins": ["search", {"error-catalog": {"catalog": "catalog/errors.yaml", **options}}]}


@pytest.mark.slow
def test_the_reference_on_a_site(tmp_path: Path):
    """It is there if it is asked for: ordinary pages below the folder of the catalog, which the search knows."""
    without = built(written(tmp_path / "without", settings()))
    assert not (without / "errors" / "reference").exists()
    site = built(written(tmp_path / "with", settings(reference=True)))
    assert len(list((site / "errors" / "reference" / "rules").glob("[A-Z]*"))) == len(every_rule())
    assert "placeholders" in page(site, "errors/reference/catalog")
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    found = {entry["location"].partition("#")[0] for entry in index["docs"]}
    assert {"errors/reference/catalog/", "errors/reference/rules/", "errors/reference/rules/C03/"} <= found
