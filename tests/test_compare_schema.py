"""`compare` is complete: whatever key of the YAML is changed alone, a change names it."""

import json
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice
from typing import Any

import pytest

import error_catalog
from error_catalog import Catalog
from error_catalog.model.document import mapping
from error_catalog.model.fields import Table
from error_catalog.model.reading import catalog_of
from error_catalog.model.schema import schema
from error_catalog.model.source import parse
from error_catalog.rules import check_structure

Keys = tuple[str, ...]


def said(source: str, translation: str) -> dict[str, Any]:
    """Return a text in two languages, with all that can stand beside a translation."""
    return {
        "en": source,
        "de": {
            "text": translation,
            "published": "Ausverkauft",
            "because": ["terms", "style"],
            "accept": {"C17": "one sentence"},
            "stale": True,
            "source": "Sold",
        },
        "fr": "Rayon",
    }


EVERYTHING: dict[str, Any] = {
    "package": "shop_errors",
    "site_url": "https://errors.shop.internal/",
    "source_language": "en",
    "outputs": ["package", "json", "xliff"],
    "gettext": {"version": "1.0", "revised": "2026-11-20 12:00+0000", "contact": "Shop <errors@shop.internal>"},
    "xliff": {"version": "2.1"},
    "languages": {
        "en": {
            "style": {
                "quotes": ["“", "”"],
                "apostrophe": "’",
                "no_break_before": "%",
                "final_stop": "never",
                "register": {
                    "message": {"not_word": ["oops"], "not_ending": ["oh"]},
                    "note": {"not_word": ["oops"], "not_ending": ["oh"]},
                    "any": {"not_word": ["sorry"], "not_ending": ["oh"]},
                },
            }
        },
        "de": {
            "complete": False,
            "published": {"source_commit": "66add4c", "human_translated": 11},
            "style": {
                "final_stop": {"message": {"after": ["e"]}, "note": {"after": ["n"]}, "other": {"after": ["n", "e"]}}
            },
        },
        "fr": {"rules": {"C03": "hint"}},
    },
    "rules": {"C14": "off", "sentence-count": "error"},
    "fields": {
        "owner": {"type": "string", "values": ["ann", "bob"], "many": True, "lookup": True, "label": {"en": "Owner"}},
        "level": {"type": "string", "values": ["low", "high"], "label": said("Level", "Stufe")},
        "status": {"type": "integer", "label": {"en": "Status"}},
        "share": {"type": "number", "label": {"en": "Share"}},
        "urgent": {"type": "boolean", "label": {"en": "Urgent"}},
        "more": {"type": "url", "label": {"en": "More"}},
        "cause": {"type": "text", "label": {"en": "Cause"}},
        "unused": {"type": "integer", "many": True, "lookup": True, "label": {"en": "Unused"}},
    },
    "texts": {"title": said("Shop", "Laden")},
    "categories": {"stock": said("Stock", "Lager"), "price": {"en": "Price"}},
    "reasons": {"terms": said("Terminology", "Begriffe"), "style": {"en": "Style"}, "unused": {"en": "Unused"}},
    "recoveries": {
        "later": {
            "resend": "unchanged",
            "attempts": 2,
            "wait": {"weeks": 1, "days": 2, "hours": 3, "minutes": 4, "seconds": 5, "milliseconds": 6},
            "stated": True,
            "title": said("Wait", "Warten"),
            "advice": said("Send it again", "Erneut senden"),
        },
        "never": {"resend": "never", "advice": {"en": "Give up"}},
    },
    "faults": {
        "namespace": "urn:shop",
        "element": "fault",
        "unlisted": {"11": said("Nobody knows it", "Niemand kennt ihn")},
    },
    "glossary": {"shelf": {"de": {"use": "Regal", "not": ["Brett", "Bord"]}, "fr": {"use": ["rayon", "étagère"]}}},
    "protected": ["Shop"],
    "errors": {
        "7": {
            "name": "SOLD_OUT",
            "category": "stock",
            "recovery": "later",
            "limit": {"calls": 10},
            "placeholders": {"table": "orders"},
            "owner": ["ann", "bob"],
            "level": "low",
            "status": 404,
            "share": 0.5,
            "urgent": True,
            "more": "https://shop.internal/more",
            "message": said("No {table} left", "Keine {table} mehr"),
            "keywords": {"en": ["empty"], "de": ["leer"]},
            "note": said("Order fewer", "Weniger bestellen"),
            "cause": said("Many orders", "Viele Bestellungen"),
        },
        "8": {
            "name": "CLOSED",
            "message": {"en": "Closed"},
            "retired": {"since": "2.0", "reason": said("Never sent", "Nie gesendet"), "replaced_by": 7},
        },
        "9": {"name": "LATE", "message": {"en": "Late"}, "retired": {"since": "2.0", "reason": "Never sent"}},
    },
}
"""A catalog that has every key of the schema, and every form of a value."""


def catalog(data: Any) -> Catalog:
    return catalog_of(parse(json.dumps(data), "errors.yaml"))  # JSON is YAML


FIELDS = Table.of(mapping(catalog(EVERYTHING).document.root))
SCHEMA = schema(FIELDS)


def patterns(node: Any, keys: Keys = ()) -> Iterator[Keys]:
    """Yield the keys of every value that the schema describes; `*` is any name."""
    if "$ref" in node:
        node = SCHEMA["$defs"][node["$ref"].removeprefix("#/$defs/")]
    for part in (node, node.get("then", {})):  # `else` is about strings
        if "$ref" in part:
            yield from patterns(part, keys)
        inside = dict(part.get("properties", {}))
        if isinstance(part.get("additionalProperties"), dict):
            inside["*"] = part["additionalProperties"]
        for name, value in inside.items():
            yield (*keys, name)
            yield from patterns(value, (*keys, name))


def instances(pattern: Keys, node: Any = EVERYTHING, keys: Keys = ()) -> Iterator[Keys]:
    """Yield the keys in EVERYTHING that a pattern describes."""
    if not pattern:
        yield keys
        return
    first, *rest = pattern
    names = [] if not isinstance(node, dict) else list(node) if first == "*" else [first] if first in node else []
    for name in names:
        yield from instances(tuple(rest), node[name], (*keys, name))


def value(keys: Keys) -> Any:
    """Return the value under these keys."""
    node = EVERYTHING
    for key in keys:
        node = node[key]
    return node


def others(value: Any) -> list[Any]:
    """Return values to put in the place of a value: more than can be right, since the catalog decides."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, (int, float)):
        return [value + 1]
    if isinstance(value, list):
        return [other for other in (value[::-1], value[:-1], [*value, "more"]) if other != value]
    if isinstance(value, str):
        found = (f"{value}x", f"{value}/", f"{value[:-1]}1", f"{value[:-1]}2", *NAMES)
        return [other for other in found if other != value]
    return []


NAMES = ("fr", "1.2", "changed", "never", "price", "url", "always", "low", "hint", "off")
"""Other values for strings that are one of several."""


def changed(keys: Keys, other: Any) -> Catalog | None:
    """Return the catalog with another value under these keys, or without them; None if that is not a catalog."""
    data = deepcopy(EVERYTHING)
    node = data
    for key in keys[:-1]:
        node = node[key]
    if other is None:
        del node[keys[-1]]
    else:
        node[keys[-1]] = other
    found = catalog(data)
    return None if check_structure(found) else found


def variants(keys: Keys) -> Iterator[Catalog]:
    """Yield the catalog with the value under these keys changed, and without it, if that is a catalog."""
    yield from islice(filter(None, (changed(keys, other) for other in others(value(keys)))), 1)
    yield from filter(None, [changed(keys, None)])


def name(keys: Keys) -> str:
    """Return what a change calls the value under these keys."""
    if keys[0] == "fields" and keys[2:3] == ("label",):
        keys = (*keys[:2], *keys[3:])
    return ".".join(keys).removeprefix("errors.").removesuffix(".text")


def is_about(where: str, expected: str) -> bool:
    """Return True if a change names a value, what it is a part of, or a part of it."""
    return f"{expected}.".startswith(f"{where}.") or where.startswith(f"{expected}.")


PATTERNS = sorted(set(patterns(SCHEMA)) - {("errors", "*", "unused")})


def test_the_catalog_has_every_key_of_the_schema():
    assert error_catalog.compare(catalog(EVERYTHING), catalog(EVERYTHING)).changes == []
    assert len(PATTERNS) > 90
    assert [pattern for pattern in PATTERNS if not list(instances(pattern))] == []


@pytest.mark.parametrize("pattern", PATTERNS, ids=".".join)
def test_a_change_of_a_key_alone_is_reported(pattern: Keys):
    """In both directions, at every place where the catalog has such a key."""
    old = catalog(EVERYTHING)
    places = list(instances(pattern))
    compared = [(name(keys), new) for keys in places for new in variants(keys)]
    assert compared or all(isinstance(value(keys), dict) for keys in places)
    for expected, new in compared:
        for comparison in (error_catalog.compare(old, new), error_catalog.compare(new, old)):
            named = [change.where for change in comparison.changes]
            assert [where for where in named if is_about(where, expected)], (expected, named)
