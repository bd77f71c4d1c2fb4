"""Pages about the catalog as a whole: its translations, and its data."""

import json
from collections import Counter
from typing import Any

from error_catalog.model import languages
from error_catalog.model.catalog import Catalog
from error_catalog.model.language import Language
from error_catalog.model.texts import Unit
from error_catalog.outputs.docs.markup import TEMPLATES
from error_catalog.outputs.docs.view import View
from error_catalog.outputs.escaping import Escaped
from error_catalog.outputs.json.data import error_data

STATES = ("as_published", "added", "translated", "corrected", "stale", "missing")


def provenance(catalog: Catalog) -> dict[str, Counter[str]]:
    """Return how many texts are in each of STATES, by language."""
    units = [unit for error in catalog.errors for unit in error.texts.values()]
    units += [unit for _, unit in View(catalog, catalog.source).page_texts]
    return {tag: Counter(state(catalog, unit, tag) for unit in units) for tag in catalog.languages}


def translations_page(view: View, counts: dict[str, Counter[str]]) -> bytes:
    """Return the page that says how far each language is, and where each text of this one comes from."""
    catalog = view.catalog
    fields = [name for name in catalog.fields.texts if any(name in error.texts for error in catalog.errors)]
    states = [name for name in STATES if any(count[name] for count in counts.values())]
    others = catalog.languages.values()
    return TEMPLATES.render(
        "translations.md.j2",
        view=view,
        catalog=catalog,
        states=states,
        has_shares=any(other.published for other in others),
        coverage=[_coverage(view, other, counts[other.tag], states) for other in others],
        fields=[view.heading(name) for name in fields],
        errors=[(error, [_state_of(view, error.texts.get(name)) for name in fields]) for error in catalog.errors],
        texts=[(unit, state(catalog, unit, view.tag)) for _, unit in view.page_texts],
    )


def data_page(view: View) -> bytes:
    """Return the page that says where the JSON is, and what its properties mean."""
    catalog = view.catalog
    error = catalog.errors[0]
    example = Escaped(json.dumps(error_data(catalog, error), ensure_ascii=False, indent=2))
    return TEMPLATES.render("data.md.j2", view=view, error=error, properties=properties(view), example=example)


def properties(view: View) -> list[tuple[str, Escaped]]:
    """Return the name and the meaning of each property that the JSON of an error can have."""
    catalog = view.catalog
    used = [row for row in catalog.fields.fields.values() if any(_has(error, row.name) for error in catalog.errors)]
    return [
        ("code", view.say("column_code")),
        ("name", view.say("name")),
        *((row.name, view.label(row)) for row in used if not row.is_text),
        ("message", view.say("column_message")),
        *((row.name, view.label(row)) for row in used if row.is_text),
    ]


def _has(error: Any, name: str) -> bool:
    return name in error.texts or name in error.values


def _coverage(view: View, other: Language, count: Counter[str], states: list[str]) -> dict[str, Any]:
    """Return a row of the table of languages."""
    percent = other.published.get("human_translated")
    return {
        "language": other,
        "counts": [count.total(), *(count[state] for state in states)],
        "share": "" if percent is None else languages.percent(percent, view.tag),
    }


def _state_of(view: View, unit: Unit | None) -> str | None:
    return state(view.catalog, unit, view.tag) if unit else None


def state(catalog: Catalog, unit: Unit, tag: str) -> str:
    """Return the name of the word that says where a text comes from."""
    text = unit.texts.get(tag)
    if text is None:
        return "translated" if unit.current(tag) else "missing"
    if text.is_stale:
        return "stale"
    if not text.text.strip():
        return "missing"
    if text.published is not None:
        return "corrected"
    is_published = catalog.languages[tag].published or (
        text.is_source and any(other.published for other in catalog.languages.values())
    )
    if is_published and unit.kind in {row.name for row in catalog.fields.own_texts}:
        return "added" if text.is_source else "translated"  # a field of the catalog's own is on no published page
    return "as_published" if is_published else "translated"
