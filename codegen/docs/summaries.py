"""Pages about the catalog as a whole: its translations, and its data."""

import json
from collections import Counter
from typing import Any

from codegen import languages
from codegen.catalog import Catalog, Language, Text
from codegen.data import error_data
from codegen.docs.words import has_notes, page_texts, words
from codegen.rendering import Escaped, render

STATES = ("as_published", "translated", "corrected", "stale", "missing")


def provenance(catalog: Catalog) -> dict[str, Counter[str]]:
    """By language, how many texts are in each of STATES."""
    every = [text for error in catalog.errors for _, text in error.fields] + page_texts(catalog)
    return {other.tag: Counter(_state(catalog, text, other) for text in every) for other in catalog.languages}


def translations_page(catalog: Catalog, language: Language, counts: dict[str, Counter[str]]) -> bytes:
    """How far each language is, and where each text of this one comes from."""
    is_published = any(other.published for other in catalog.languages)
    fields = ["column_message", "column_note"] if has_notes(catalog) else ["column_message"]
    say = words(catalog, language.tag)
    states = [state for state in STATES if any(count[state] for count in counts.values())]
    return render(
        "docs/translations.md.j2",
        catalog=catalog,
        language=language,
        say=say,
        headings=[say(label) for label in ("language", "texts", *states)],
        shares=[say("human_share")] if is_published else [],
        coverage=[_coverage(other, counts[other.tag], states, language.tag) for other in catalog.languages],
        fields=[say(label) for label in fields],
        errors=[
            (error, [_shown(catalog, text, language) for text in (error.message, error.note)[: len(fields)]])
            for error in catalog.errors
        ],
        texts=[(text[language.tag], say(_state(catalog, text, language))) for text in page_texts(catalog)],
    )


def data_page(catalog: Catalog, language: Language) -> bytes:
    """Where the JSON is, and what its properties mean."""
    say = words(catalog, language.tag)
    error = catalog.errors[0]
    properties = {
        "code": "column_code",
        "name": "name",
        "category": "category",
        "recovery": "what_to_do",
        "rest": "rest",
        "limit": "limit",
        "message": "column_message",
        "note": "column_note",
    }
    properties |= {"placeholders": "example"} if any(error.placeholders for error in catalog.errors) else {}
    properties |= {"retired": "retired"} if catalog.retired else {}
    return render(
        "docs/data.md.j2",
        language=language,
        say=say,
        error=error,
        properties=[(name, say(label)) for name, label in properties.items()],
        example=Escaped(json.dumps(error_data(catalog, error), ensure_ascii=False, indent=2)),
    )


def _coverage(other: Language, count: Counter[str], states: list[str], tag: str) -> dict[str, Any]:
    """A row of the table of languages; the share that people translated is a list of none or one."""
    percent = other.published.get("human_translated")
    return {
        "language": other,
        "counts": [count.total(), *(count[state] for state in states)],
        "share": "" if percent is None else languages.percent(percent, tag),
    }


def _state(catalog: Catalog, text: Text, language: Language) -> str:
    """The name of the label that says where a text comes from."""
    tag = language.tag
    if tag in text.stale:
        return "stale"
    if tag not in text.translations:
        return "missing" if text.source else "translated"
    if tag in text.corrections:
        return "corrected"
    published = language.published or (
        tag == catalog.source_language and any(other.published for other in catalog.languages)
    )
    return "as_published" if published else "translated"


def _shown(catalog: Catalog, text: Text, language: Language) -> dict[str, Any]:
    """A state, with where the page of the code shows what was published, if it does: a list of none or one."""
    state = _state(catalog, text, language)
    return {"words": words(catalog, language.tag)(state), "anchors": ["published"] if state == "corrected" else []}
