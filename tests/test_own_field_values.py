"""A catalog's own fields in JSON, its schema and the schema for editors; what they refuse."""

import json
from pathlib import Path

import pytest
from catalogs import found, made, model
from jsonschema_rs import validator_for
from kitchen import CATALOG, OWN, VALUES
from ruamel.yaml import YAML


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(model(CATALOG), tmp_path_factory.mktemp("kitchen"))


def test_the_json_is_what_its_schema_says(folder):
    """catalog.json, index.json and the file of each code are valid, and have every value."""
    schema = json.loads((folder / "docs/api/v1/schema.json").read_bytes())
    whole = json.loads((folder / "catalog.json").read_bytes())
    assert list(validator_for(schema).iter_errors(whole)) == []
    assert json.loads((folder / "docs/api/v1/index.json").read_bytes()) == whole
    of_code = validator_for({"$schema": schema["$schema"], "$ref": "#/$defs/error", "$defs": schema["$defs"]})
    for error in whole["errors"]:
        entry = json.loads((folder / f"docs/api/v1/codes/{error['code']}.json").read_bytes())
        assert list(of_code.iter_errors(entry)) == []
        assert entry == error
        present = {name: value for name, value in VALUES[error["code"]].items() if value not in (None, ())}
        texts = {name for name in present if name in ("cause", "hint")}
        assert {name for name in error if name in OWN} == set(present)
        plain = json.loads(json.dumps(present))
        assert {name: error[name] for name in set(present) - texts} == {
            name: plain[name] for name in set(present) - texts
        }
    assert whole["errors"][0]["hint"] == {"en": "Look at the stock", "fr": "Regardez le stock"}
    assert whole["errors"][1]["cause"] == {"en": "A wrong number", "fr": "Un mauvais numéro"}
    assert [whole["fields"][name]["type"] for name in OWN] == [row.type for row in model(CATALOG).fields.own]


def test_the_schema_of_the_json_refuses_other_values(folder):
    schema = json.loads((folder / "docs/api/v1/schema.json").read_bytes())
    error = json.loads((folder / "docs/api/v1/codes/1.json").read_bytes())
    of_code = validator_for({"$schema": schema["$schema"], "$ref": "#/$defs/error", "$defs": schema["$defs"]})
    wrong = {name: {"x": 1} for name in OWN} | {"severity": "high", "regions": ["mars"], "unknown": 1}
    assert [name for name, value in wrong.items() if of_code.is_valid(error | {name: value})] == []


def as_data(text: str) -> dict:
    """Return a catalog as an editor's checker sees it: plain data with strings for keys."""
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(text)))


def test_the_schema_for_editors_accepts_the_catalog(folder):
    schema = json.loads((folder / "errors.schema.json").read_bytes())
    assert list(validator_for(schema).iter_errors(as_data(CATALOG))) == []
    assert set(OWN) < set(schema["$defs"]["error"]["properties"])


WRONG = [
    ("http_status: 409", 'http_status: "409"', "1.http_status"),
    ("http_status: 409", "http_status: 409.5", "1.http_status"),
    ("backoff: 1.5", 'backoff: "1.5"', "1.backoff"),
    ("owner: Warehouse", "owner: 7", "1.owner"),
    ("owner: Warehouse", 'owner: ""', "1.owner"),
    ("owner: Warehouse", "owner: [Warehouse]", "1.owner"),
    ("severity: low", "severity: high", "2.severity"),
    ("public: false", 'public: "false"', "1.public"),
    ("runbook: https", "runbook: ftp", "1.runbook"),
    ("related: [2, 3]", "related: 2", "1.related"),
    ("related: [2, 3]", 'related: [2, "3"]', "1.related.1"),
    ("weights: [0.5, 2]", "weights: [0.5, true]", "1.weights.1"),
    ("regions: [us, eu]", "regions: [us, mars]", "1.regions.1"),
    ("steps: [true, false]", "steps: [true, 0]", "1.steps.1"),
    ('links: ["https://a', 'links: ["a', "1.links.0"),
    ("cause: {en: A wrong number, ", "cause: {nl: Nee, ", "2.cause"),
]


@pytest.mark.parametrize(("right", "wrong", "where"), WRONG)
def test_a_wrong_value_is_a_finding_at_its_place_and_an_error_in_the_editor(folder, right, wrong, where):
    """Both name the same part of the catalog; a text that is missing is a finding alone."""
    text = CATALOG.replace('"https://runbooks', "https://runbooks").replace('a=1&b=2"', "a=1&b=2")
    text = text.replace('"A wrong number"', "A wrong number")
    assert text.count(right) == 1
    spoiled = text.replace(right, wrong)
    line = next(number for number, written in enumerate(spoiled.splitlines(), 1) if wrong.partition(":")[2] in written)
    of_text = "cause" in where
    rules = {"C01"} if of_text else {"S01"}
    assert {one.split(" ", 2)[1] for one in found(spoiled)} == rules
    assert all(one.startswith(f"{line}:") and f" {where}" in one for one in found(spoiled))
    schema = json.loads((folder / "errors.schema.json").read_bytes())
    errors = list(validator_for(schema).iter_errors(as_data(spoiled)))
    assert [".".join(map(str, error.instance_path)) for error in errors] == ([] if of_text else [f"errors.{where}"])


def test_a_text_that_an_error_has_must_exist_in_every_complete_language():
    """`hint` is missing in German, which is not complete, and now in French, which is."""
    assert found(CATALOG.replace(', fr: "Regardez le stock"', "")) == ["38:11 C01 1.hint.fr"]
