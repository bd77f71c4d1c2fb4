"""Pages that list codes: the index of a language, and a page per category."""

from collections.abc import Iterator
from typing import Any

from codegen.catalog import Catalog, Error, Language
from codegen.docs.words import corrections, has_notes, original, page_texts, words
from codegen.rendering import Escaped, render


def index_page(catalog: Catalog, language: Language) -> bytes:
    """All codes, with a filter."""
    texts = page_texts(catalog)
    titles = _titles(catalog, language.tag)
    used = [
        recovery
        for recovery in catalog.recoveries.values()
        if recovery.name in {error.recovery_name for error in catalog.errors}
    ]
    paragraphs = {"lead": "introduction", "notice": "notice", "last": "lead_in"}
    return render(
        "docs/language_index.md.j2",
        **_values(catalog, language),
        rows=[_row(catalog, error, language.tag) for error in catalog.errors],
        paragraphs=[
            (style, text[language.tag]) for style, label in paragraphs.items() if (text := catalog.texts[label]).source
        ],
        categories=[titles] if titles else [],
        recoveries=[used] if used else [],
        above=Escaped(""),
        originals=original(catalog, texts, language),
        published=corrections(catalog, texts, language),
    )


def category_pages(catalog: Catalog, language: Language) -> Iterator[tuple[str, bytes]]:
    """The codes of each category that has some."""
    titles = _titles(catalog, language.tag)
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in titles}
    for error in catalog.errors:
        if error.category:
            rows[error.category].append(_row(catalog, error, language.tag))
    values = _values(catalog, language, but="category") | {"above": Escaped("../")}
    for name, title in titles.items():
        others = {other: titles[other] for other in titles if other != name}
        description = f"{title} – {catalog.texts['title'][language.tag]}"
        values |= {"title": title, "description": description, "categories": [others] if others else []}
        page = render("docs/category.md.j2", **values, rows=rows[name])
        yield f"{language.tag}/categories/{name}.md", page


def _values(catalog: Catalog, language: Language, but: str = "") -> dict[str, Any]:
    """What both kinds of page show: the columns that the catalog has something for, `but` one."""
    say = words(catalog, language.tag)
    optional = {
        "column_note": has_notes(catalog),
        "category": any(error.category for error in catalog.errors),
        "what_to_do": any(error.recovery for error in catalog.errors),
    }
    columns = {label: [label] if is_used and label != but else [] for label, is_used in optional.items()}
    headings = ["column_code", "column_message", *(label for labels in columns.values() for label in labels)]
    return {
        "catalog": catalog,
        "language": language,
        "source": catalog.source,
        "say": say,
        "headings": {label: say(label) for label in headings},
        "columns": columns,
    }


def _row(catalog: Catalog, error: Error, tag: str) -> dict[str, Any]:
    """What a table says of an error; a category and a recovery are lists of none or one."""
    categories = [(error.category, catalog.categories[error.category][tag])] if error.category else []
    return {
        "error": error,
        "message": error.message[tag],
        "note": error.note[tag],
        "categories": categories,
        "retired": [error.retired.since] if error.retired else [],
        "recoveries": [(error.recovery.name, error.recovery.title[tag])] if error.recovery else [],
    }


def _titles(catalog: Catalog, tag: str) -> dict[str, str]:
    """The categories that have errors, in the catalog's order, with their titles."""
    used = {error.category for error in catalog.errors}
    return {name: title[tag] for name, title in catalog.categories.items() if name in used}
