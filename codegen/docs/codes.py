"""The pages of one error: one in every language, and a language-neutral one to put into logs."""

from collections.abc import Iterator
from typing import Any

from codegen.catalog import Catalog, Code, Error, Language
from codegen.docs.words import corrections, filled, has_notes, limit_words, original, words
from codegen.rendering import Escaped, render

RELATED = 6
"""How many codes of the same category a page names: with all of them, a site would grow with their square."""


def code_pages(catalog: Catalog, error: Error, near: list[Error]) -> Iterator[tuple[str, bytes]]:
    """Every page of an error, with the codes near it. The table of all languages and the examples are made once."""
    notes = [True] if has_notes(catalog) else []
    shared = {
        "catalog": catalog,
        "error": error,
        "notes": notes,
        "source": catalog.source,
        "related": [near] if near else [],
    }
    say = words(catalog, catalog.source_language)
    title = f"{error.code} {error.name}"
    table = _every_language(catalog, error, notes, "..")
    yield f"codes/{error.code}.md", render("docs/code.md.j2", **shared, say=say, title=title, everywhere=table)
    shared["everywhere"] = _every_language(catalog, error, notes, "../..")
    shared["python_example"] = _part("python_example", **shared)
    shared["fault_examples"] = [_part("fault_example", **shared)] if catalog.fault_namespace else []
    for language in catalog.languages:
        page = render("docs/language_code.md.j2", **shared, **_in_language(catalog, error, language))
        yield f"{language.tag}/codes/{error.code}.md", page


def _every_language(catalog: Catalog, error: Error, notes: list[bool], root: str) -> Escaped:
    return _part("every_language", catalog=catalog, error=error, notes=notes, root=Escaped(root))


def _part(template: str, **values: Any) -> Escaped:
    """A piece of Markdown that stands in several pages as it is."""
    return Escaped(render(f"docs/{template}.md.j2", **values).decode().rstrip("\n"))


def _in_language(catalog: Catalog, error: Error, language: Language) -> dict[str, Any]:
    """What the page in a language says of an error; lists of none or one hold what not every error has."""
    tag = language.tag
    texts = [text for _, text in error.fields]
    limit = limit_words(catalog, error, tag)
    examples = filled(error, tag)
    return {
        "language": language,
        "say": words(catalog, tag),
        "title": f"{error.code} {error.message[tag]}",
        "description": error.note[tag] or error.message[tag],
        "leads": [error.note[tag]] if error.note[tag] else [],
        "categories": [(error.category, catalog.categories[error.category][tag])] if error.category else [],
        "recoveries": [error.recovery] if error.recovery else [],
        "limits": [limit] if limit else [],
        "rests": [", ".join(map(str, error.rest))] if error.rest else [],
        "examples": [examples] if examples else [],
        "retirements": _retirement(catalog, error, tag),
        "originals": original(catalog, texts, language),
        "published": corrections(catalog, texts, language),
    }


def _retirement(catalog: Catalog, error: Error, tag: str) -> list[dict[str, Any]]:
    """Since when an error is retired, why, and what to use instead: a list of none or one."""
    if error.retired is None:
        return []
    instead = [other for other in catalog.errors if other.code == error.retired.use]
    return [{"since": error.retired.since, "because": error.retired.because[tag], "instead": instead}]


def related(catalog: Catalog) -> dict[Code, list[Error]]:
    """The nearest codes of the same category, by code."""
    by_category: dict[str | None, list[Error]] = {}
    for error in catalog.errors:
        by_category.setdefault(error.category, []).append(error)
    by_category.pop(None, None)
    return {
        error.code: _around(siblings, place)
        for siblings in by_category.values()
        for place, error in enumerate(siblings)
    }


def _around(siblings: list[Error], place: int) -> list[Error]:
    first = max(0, min(place - RELATED // 2, len(siblings) - RELATED - 1))
    return [sibling for sibling in siblings[first : first + RELATED + 1] if sibling is not siblings[place]]
