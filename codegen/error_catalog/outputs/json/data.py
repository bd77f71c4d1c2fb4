"""A catalog as JSON values. A language that has no current text is absent from that text."""

from datetime import timedelta
from typing import Any

from error_catalog.model.catalog import Catalog, Error, Recovery, Retirement
from error_catalog.model.fields import Field
from error_catalog.model.texts import Unit

Data = dict[str, Any]


def catalog_data(catalog: Catalog) -> Data:
    """Return the whole catalog. What the catalog does not have is left out."""
    tags = list(catalog.languages)
    texts = {name: unit for name, unit in catalog.words.items() if unit.written}
    sections = {"texts": texts, "categories": catalog.categories, "reasons": catalog.reasons}
    return {
        "package": catalog.package,
        "source_language": catalog.source_language,
        "languages": tags,
        **({"fields": {row.name: _field(catalog, row) for row in catalog.fields.own}} if catalog.fields.own else {}),
        **{section: {name: text(unit, tags) for name, unit in units.items()} for section, units in sections.items()},
        "recoveries": {name: _recovery(recovery, tags) for name, recovery in catalog.recoveries.items()},
        "errors": [error_data(catalog, error) for error in catalog.errors],
        **(
            {"unlisted": {str(code): text(unit, tags) for code, unit in catalog.unlisted.items()}}
            if catalog.unlisted
            else {}
        ),
    }


def error_data(catalog: Catalog, error: Error) -> Data:
    """Return one error: its fields in the order of the table, its texts by language."""
    tags = list(catalog.languages)
    data: Data = {"code": error.code, "name": error.name}
    for row in catalog.fields.data:
        if row.name in error.values:
            data[row.name] = _value(error.values[row.name], tags)
    return data | {name: text(unit, tags) for name, unit in error.texts.items()}


def text(unit: Unit, tags: list[str]) -> dict[str, str]:
    """Return the current texts of a unit by language."""
    return {tag: said for tag in tags if (said := unit.current(tag)) is not None}


def _field(catalog: Catalog, row: Field) -> Data:
    about: Data = {"type": row.type, "label": text(catalog.labels[row.name], list(catalog.languages))}
    return about | ({"many": True} if row.many else {}) | ({"lookup": True} if row.lookup else {})


def _value(value: Any, tags: list[str]) -> Any:
    """Return a value of an error: structures as JSON has them, everything else as it is."""
    if isinstance(value, Recovery):
        return value.name
    if isinstance(value, Retirement):
        data: Data = {"since": value.since, "reason": text(value.reason, tags)}
        return data if value.replaced_by is None else data | {"replaced_by": value.replaced_by}
    if isinstance(value, dict):
        return {name: _value(item, tags) for name, item in value.items()}
    return list(value) if isinstance(value, tuple) else value


def _recovery(recovery: Recovery, tags: list[str]) -> Data:
    data: Data = {"resend": recovery.resend}
    if recovery.attempts is not None:
        data["attempts"] = recovery.attempts
    if recovery.wait:
        seconds = timedelta(**recovery.wait).total_seconds()
        data["wait_seconds"] = int(seconds) if seconds.is_integer() else seconds
    title, advice = text(recovery.title, tags), text(recovery.advice, tags)
    return data | {"stated": recovery.is_stated, "title": title, "advice": advice}
