"""The changes of everything in a catalog but its codes, names and texts."""

from collections.abc import Iterator
from typing import Any

from error_catalog.model.catalog import Catalog
from error_catalog.model.document import Mapping, mapping
from error_catalog.model.findings import Keys
from error_catalog.release.changes import ABSENT, Change, change, difference, shown

ORDERED = ("languages", "fields", "categories", "recoveries")
"""Sections whose order readers see."""


def value_changes(old: Catalog, new: Catalog) -> Iterator[Change]:
    """Yield the changes of everything but codes, names and texts."""
    units = {unit.keys for catalog in (old, new) for unit in catalog.units}
    for keys, before, after in _differences((), old.document.root, new.document.root, units):
        is_code_or_name = keys[0] == "errors" and (len(keys) == 2 or keys[2:] == ("name",))
        if not is_code_or_name:
            yield difference(new, kind(keys, before, after), keys, before, after)


def order_changes(old: Catalog, new: Catalog) -> Iterator[Change]:
    """Yield the changes of the order of sections and of figures."""
    for keys in _ordered(new):
        before, after = (list(mapping(_at(catalog, keys))) for catalog in (old, new))
        if [name for name in before if name in after] != [name for name in after if name in before]:
            message = f"the order was {shown(before)} and is {shown(after)}"
            yield change(new, "compatible", keys, message, old=before, new=after)


def kind(keys: Keys, before: Any, after: Any) -> str:
    """Return the kind of a change of the value under `keys`, where ABSENT stands for no value."""
    is_gone, is_new = after is ABSENT, before is ABSENT
    match keys:
        case ("package",) | ("source_language",) | ("fields", _, "type" | "many") | ("errors", _, "placeholders"):
            return "breaking"
        case ("languages" | "categories" | "recoveries" | "fields",) | (
            "languages" | "categories" | "recoveries" | "fields",
            _,
        ):
            return "breaking" if is_gone else "compatible"
        case ("outputs",):
            return "breaking" if _members(before) - _members(after) else "compatible"
        case ("fields", _, "values"):
            return "breaking" if is_new or (not is_gone and _members(before) - _members(after)) else "compatible"
        case ("faults", "unlisted", *_):
            return "compatible"
        case ("faults", *_):
            return "compatible" if is_new else "breaking"
        case ("errors", _, "placeholders", _):
            return "breaking" if is_gone or is_new else "wording"
        case ("texts" | "reasons" | "gettext" | "xliff", *_) | ("languages", _, "published", *_):
            return "wording"
        case ("glossary" | "protected" | "rules", *_) | ("languages", _, "style" | "complete" | "rules", *_):
            return "internal"
        case _:
            return "compatible"


def _differences(keys: Keys, before: Any, after: Any, units: set[Keys]) -> Iterator[tuple[Keys, Any, Any]]:
    """Yield the keys under which two YAML documents differ, but for texts, with both values."""
    if keys in units or before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in before | after:
            yield from _differences((*keys, key), before.get(key, ABSENT), after.get(key, ABSENT), units)
    else:
        yield keys, before, after


def _ordered(catalog: Catalog) -> Iterator[Keys]:
    """Yield the keys of mappings whose order readers see."""
    yield from ((section,) for section in ORDERED)
    yield from (("recoveries", name, "wait") for name in catalog.recoveries)
    figures = [row.name for row in catalog.fields.data if row.type == "figures"]
    yield from (("errors", error.key, name) for error in catalog.errors for name in figures)


def _at(catalog: Catalog, keys: Keys) -> Any:
    node: Any = catalog.document.root
    for key in keys:
        node = mapping(node).get(str(key))
    return node


def _members(value: Any) -> set[Any]:
    return set(value) if isinstance(value, list) else set()
