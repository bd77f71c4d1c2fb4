"""What catalog/errors.schema.json finds, in words that say what to do."""

import difflib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from codegen.document import Mapping
from codegen.rules.finding import Finding

SCHEMA = Path(__file__).parents[2] / "catalog" / "errors.schema.json"
LONGEST_QUOTE = 60
WORDS = {"string": "text in quotes", "object": "a mapping", "array": "a list", "integer": "a whole number",
         "number": "a number", "boolean": "true or false"}  # fmt: skip


@cache
def _schema() -> tuple[Any, jsonschema_rs.Draft202012Validator]:
    schema = json.loads(SCHEMA.read_bytes())
    return schema, jsonschema_rs.Draft202012Validator(schema)


def violations(root: Mapping) -> Iterator[Finding]:
    """Every place where the YAML differs from the schema."""
    schema, validator = _schema()
    for error in validator.iter_errors(root):
        keys = _keys(root, error.instance_path)
        yield from _findings(keys, error, _at(schema, error.schema_path[:-1]))


def _findings(keys: tuple[str | int, ...], error: Any, subschema: Any) -> Iterator[Finding]:
    where = ".".join(map(str, keys)).removeprefix("errors.") or "catalog"
    if error.kind.name == "additionalProperties":
        for name in error.kind.unexpected:
            yield Finding((*keys, name), where, _unknown(name, subschema), about_key=True)
    elif error.kind.name == "propertyNames":
        name = error.kind.error.instance
        yield Finding((*keys, name), where, f"{_quote(name)} is not {subschema['description']}", about_key=True)
    elif error.kind.name == "required":
        yield Finding(keys, where, f"{error.kind.property} is missing")
    elif error.kind.name == "type":
        wanted = " or ".join(WORDS[name] for name in error.kind.types)
        yield Finding(keys, where, f"{_quote(error.instance)} is not {wanted}")
    elif error.kind.name == "pattern":
        yield Finding(keys, where, f"{_quote(error.instance)} is not {subschema['description']}")
    elif error.kind.name in ("minProperties", "minLength"):
        yield Finding(keys, where, "is empty; fill it in or remove it")
    elif error.kind.name == "enum":
        known = ", ".join(map(str, error.kind.options))
        yield Finding(keys, where, f"{_quote(error.instance)} is unknown here; known: {known}")
    else:
        yield Finding(keys, where, error.message[:200])


def _unknown(name: str, subschema: Any) -> str:
    known = list(subschema.get("properties", ()))
    near = difflib.get_close_matches(name, known, 1)
    return f"{_quote(name)} is unknown here; " + (f"do you mean {near[0]}?" if near else f"known: {', '.join(known)}")


def _quote(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, (dict, list)):
        return "a mapping" if isinstance(value, dict) else "a list"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


def _keys(root: Any, path: list[str | int]) -> tuple[str | int, ...]:
    """A path of the validator, which takes keys that look like numbers for positions."""
    keys: list[str | int] = []
    for step in path:
        key = str(step) if isinstance(root, Mapping) else step
        keys.append(key)
        root = root[key]
    return tuple(keys)


def _at(schema: Any, path: list[str | int]) -> Any:
    for step in path:
        schema = schema[step]
    return schema
