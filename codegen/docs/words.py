"""What a page says beside the texts of its errors."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from codegen import languages
from codegen.catalog import NO_TEXT, Catalog, Error, Language, Text

PLACEHOLDER = re.compile(r"(?<!\{)\{([a-z][a-z0-9_]*)\}(?!\})")

INDEX_TEXTS = ("title", "description", "introduction", "lead_in", "column_code", "column_message", "column_note")
"""The texts that a published page has beside those of its errors."""


def words(catalog: Catalog, tag: str) -> Callable[[str], str]:
    """You get a function from the name of a label to its words in a language."""
    return partial(_say, catalog, tag)


def _say(catalog: Catalog, tag: str, label: str) -> str:
    return catalog.texts[label][tag]


def limit_words(catalog: Catalog, error: Error, tag: str) -> str:
    """The limit of an error in a language: `Calls 100 · 20 seconds`; nothing where it has none."""
    return " · ".join(_figure(catalog, name, figure, tag) for name, figure in error.limit.items())


def _figure(catalog: Catalog, name: str, figure: float, tag: str) -> str:
    if name in languages.DURATIONS:
        return languages.duration(figure, name, tag)
    label = catalog.texts.get(name, Text(name.replace("_", " ").capitalize()))
    return f"{label[tag]} {languages.number(figure, tag)}"


def page_texts(catalog: Catalog) -> list[Text]:
    """The texts of the index page that say something."""
    return [catalog.texts[label] for label in INDEX_TEXTS if catalog.texts[label].source]


def original(catalog: Catalog, texts: list[Text], language: Language) -> list[list[Text]]:
    """The texts whose originals a page shows beside them: none in the source language."""
    return [] if language.tag == catalog.source_language else [texts]


def corrections(catalog: Catalog, texts: list[Text], language: Language) -> list[list[dict[str, Any]]]:
    """No table, or one: what the catalog says, what was published, and why they differ."""
    found = [
        {
            "ours": text.translations[language.tag],
            "published": correction.published,
            "because": ", ".join(catalog.reasons[name][language.tag] for name in correction.because),
        }
        for text in texts
        if (correction := text.corrections.get(language.tag))
    ]
    return [found] if found else []


def filled(error: Error, tag: str) -> list[str]:
    """The texts of an error that have placeholders, with the examples of the catalog in their place."""
    texts = [text[tag] for _, text in error.fields]
    examples = [PLACEHOLDER.sub(lambda found: error.placeholders.get(found[1], found[0]), text) for text in texts]
    return [example for example, text in zip(examples, texts, strict=True) if example != text]


def has_notes(catalog: Catalog) -> bool:
    return any(error.note is not NO_TEXT for error in catalog.errors)
