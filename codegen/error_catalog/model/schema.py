"""The JSON Schema of a catalog's YAML: `schema.json` with the fields of the table and of the catalog."""

import difflib
import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema_rs

from error_catalog.model.document import Mapping, mapping
from error_catalog.model.fields import Table
from error_catalog.model.findings import Keys

LONGEST_QUOTE = 60
NAMES = {"string": "text in quotes", "object": "a mapping", "array": "a list", "integer": "a whole number",
         "number": "a number", "boolean": "true or false"}  # fmt: skip

RENAMED: dict[Keys, tuple[str, str]] = {
    ("recoveries", "retry"): ("resend", "is now called `resend`; write unchanged for true, changed or never for false"),
    ("errors", "retired", "because"): ("reason", "is now called `reason`"),
    ("errors", "retired", "use"): ("replaced_by", "is now called `replaced_by`"),
    ("errors", "rest"): (
        "fields",
        "is not built in any more; declare it: `fields: {rest: {type: integer, many: true, lookup: true, label: …}}`",
    ),
}
"""Keys of version 1, as paths without names and codes: the keys of version 2, and what to say."""


class Violation(NamedTuple):
    """A part of the YAML that the schema does not allow; the attributes are those of `rules.complaint.Complaint`."""

    keys: Keys
    where: str
    message: str
    is_about_key: bool = False


@cache
def _base() -> str:
    return (Path(__file__).parent / "schema.json").read_text("utf-8")


def schema(table: Table) -> dict[str, Any]:
    """Return the JSON Schema of a catalog with these fields."""
    whole: dict[str, Any] = json.loads(_base())
    properties = whole["$defs"]["error"]["properties"]
    properties.update({row.name: row.schema for row in table.fields.values()})
    return whole


def file_schema(table: Table) -> dict[str, Any]:
    """Return the JSON Schema of one file of such a catalog, for editors: the whole catalog, or errors only."""
    whole = schema(table)
    required = [name for name in whole.pop("required") if name != "errors"]
    return whole | {
        "if": {"propertyNames": {"const": "errors"}},
        "then": {"required": ["errors"]},
        "else": {"required": required},
    }


def violations(root: Mapping, table: Table) -> Iterator[Violation]:
    """Yield every place where the YAML differs from its schema."""
    whole = schema(table)
    properties = whole["$defs"]["error"]["properties"]
    properties.update({name: True for name in mapping(root.get("fields")) if name not in properties})
    for error in jsonschema_rs.Draft202012Validator(whole).iter_errors(root):
        keys = _keys(root, error.instance_path)
        yield from _violations(keys, error, _at(whole, error.schema_path[:-1]))


def where(keys: Keys) -> str:
    """Return the name of a part of the catalog: `20022.note`, `categories.limit`."""
    return ".".join(map(str, keys)).removeprefix("errors.") or "catalog"


def _violations(keys: Keys, error: Any, subschema: Any) -> Iterator[Violation]:
    """Yield what is wrong as the validator says it; an old key instead of a new one is one violation, not two."""
    kind = error.kind
    if kind.name == "required" and any(new == kind.property for new, _ in _renamed(keys, error.instance)):
        return
    if kind.name == "additionalProperties":
        for name in kind.unexpected:
            yield Violation((*keys, name), where(keys), _unknown(keys, name, subschema), is_about_key=True)
    elif kind.name == "propertyNames":
        name = kind.error.instance
        message = f"{_quote(name)} is not {subschema['description']}"
        yield Violation((*keys, name), where(keys), message, is_about_key=True)
    else:
        yield Violation(keys, where(keys), _message(error, subschema))


def _message(error: Any, subschema: Any) -> str:
    kind = error.kind
    if kind.name == "required":
        return f"{kind.property} is missing"
    if kind.name == "type":
        return f"{_quote(error.instance)} is not {' or '.join(NAMES[name] for name in kind.types)}"
    if kind.name == "pattern":
        return f"{_quote(error.instance)} is not {subschema['description']}"
    if kind.name in ("minProperties", "minLength", "minItems") and not error.instance:
        return "is empty; fill it in or remove it"
    if kind.name in ("minimum", "exclusiveMinimum"):
        return f"{_quote(error.instance)} is not {'more than' if 'ex' in kind.name else 'at least'} {kind.limit}"
    if kind.name == "uniqueItems":
        return "has an item twice; remove one"
    if kind.name == "enum":
        return f"{_quote(error.instance)} is unknown here; known: {', '.join(map(str, kind.options))}"
    return str(error.message)[:200]


def _unknown(keys: Keys, name: str, subschema: Any) -> str:
    for _, message in _renamed(keys, [name]):
        return f"{_quote(name)} {message}"
    known = list(subschema.get("properties", ()))
    near = difflib.get_close_matches(name, known, 1)
    return f"{_quote(name)} is unknown here; " + (f"do you mean {near[0]}?" if near else f"known: {', '.join(known)}")


def _renamed(keys: Keys, names: Iterable[str]) -> list[tuple[str, str]]:
    """Return what RENAMED has for some names below `keys`."""
    path = (keys[0], *keys[2:]) if len(keys) > 1 else keys
    return [RENAMED[*path, name] for name in names if (*path, name) in RENAMED]


def _quote(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, (dict, list)):
        return "a mapping" if isinstance(value, dict) else "a list"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


def _keys(root: Any, path: list[str | int]) -> Keys:
    """Return the keys of a path; the validator returns keys that look like numbers as numbers."""
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
