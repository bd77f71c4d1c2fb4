"""The Markdown tree of the site: a folder per language, and language-neutral pages to link to."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from codegen.catalog import Catalog, Error, Language, Text
from codegen.data import as_json, error_data, index_data
from codegen.rendering import render

Page = tuple[str, bytes]
INDEX_TEXTS = ("title", "description", "introduction", "lead_in", "column_code", "column_message", "column_note")


def docs(catalog: Catalog) -> Iterator[Page]:
    """Every file of `docs/` with its content."""
    source = next(language for language in catalog.languages if language.tag == catalog.source_language)
    yield "languages.json", as_json(_for_the_theme(catalog))
    yield "index.md", render("docs/index.md.j2", catalog=catalog)
    for error in catalog.errors:
        yield f"codes/{error.code}.md", _neutral_page(catalog, error)
    for language in catalog.languages:
        yield from _language_pages(catalog, language, source)
    yield "api/v1/index.json", as_json(index_data(catalog))
    for error in catalog.errors:
        yield f"api/v1/codes/{error.code}.json", as_json(error_data(catalog, error))


def _say(catalog: Catalog, tag: str, label: str) -> str:
    return catalog.texts[label][tag]


def _neutral_page(catalog: Catalog, error: Error) -> bytes:
    say = partial(_say, catalog, catalog.source_language)
    return render("docs/code.md.j2", catalog=catalog, error=error, say=say, title=f"{error.code} {error.name}")


def _language_pages(catalog: Catalog, language: Language, source: Language) -> Iterator[Page]:
    values = {"catalog": catalog, "language": language, "source": source, "say": partial(_say, catalog, language.tag)}
    texts = [catalog.texts[label] for label in INDEX_TEXTS if catalog.texts[label].source]
    compared = _comparisons(catalog, texts, language, source)
    yield f"{language.tag}/index.md", render("docs/language_index.md.j2", **values, **compared)
    for error in catalog.errors:
        title = f"{error.code} {error.message[language.tag]}"
        compared = _comparisons(catalog, [text for _, text in error.fields], language, source)
        recoveries = [error.recovery] if error.recovery else []
        page = render("docs/language_code.md.j2", error=error, title=title, recoveries=recoveries, **values, **compared)
        yield f"{language.tag}/codes/{error.code}.md", page


def _comparisons(
    catalog: Catalog, texts: list[Text], language: Language, source: Language
) -> dict[str, list[list[Any]]]:
    """Each has no table or one: the texts beside their originals, and beside what was published, where that differs."""
    corrections = [
        {
            "ours": text[language.tag],
            "published": text.corrections[language.tag].published,
            "because": ", ".join(
                catalog.reasons[name][language.tag] for name in text.corrections[language.tag].because
            ),
        }
        for text in texts
        if language.tag in text.corrections
    ]
    return {"originals": [] if language is source else [texts], "published": [corrections] if corrections else []}


def _for_the_theme(catalog: Catalog) -> dict[str, object]:
    """What the theme says in each language; read by site/hooks.py."""
    return {
        "source_language": catalog.source_language,
        "languages": [
            {
                "tag": language.tag,
                "name": language.name,
                "direction": language.direction,
                "site_name": _say(catalog, language.tag, "title"),
                "not_found": _say(catalog, language.tag, "not_found"),
                "all_codes": _say(catalog, language.tag, "all_codes"),
            }
            for language in catalog.languages
        ],
    }
