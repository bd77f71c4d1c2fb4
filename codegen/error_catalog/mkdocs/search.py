"""The search: what it knows about a language, and how Material's search box comes to ask it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig

from error_catalog.model.catalog import Error
from error_catalog.model.words import words
from error_catalog.outputs.docs.view import View

ASSETS = "assets/error-catalog"
HINTS = ("title", "column_code")
"""The generator's words that stand before a code."""

SAYS_ERROR = {"err", "fault", "exception", "code"}
"""How words begin that stand before a code in every language: names in programs."""

SHIM = f"{ASSETS}/iframe-worker.js"
STOCK_WORKER = re.compile(r'"search": "([^"]*)(assets/javascripts/workers/search\.[0-9a-f]+\.min\.js)"')
OUR_WORKER = re.compile(r'"search": "([^"]*/error-catalog/worker\.js\?[^"]*)"')


def search_data(view: View) -> bytes:
    """Return a script that hands the finder the texts of a language: it works from disk too."""
    data = {
        "hints": _hints(view),
        "unknown": view.word("unknown_code"),
        "entries": [*(_entry(view, error) for error in view.catalog.errors), *_unlisted(view)],
    }
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"errorCatalog.load({written});\n".encode()


def with_worker(output: str, folder: str) -> str:
    """Return a page whose search asks our worker, which asks Material's and puts the catalog's answers first.

    Args:
        output: The HTML of the page.
        folder: The folder with the data of a language, such as `errors/fr`, with a slash at its end if addresses of
            pages are folders.
    """
    asked = f"catalog={quote(folder)}"
    if OUR_WORKER.search(output):  # another catalog is on this site
        return OUR_WORKER.sub(lambda found: f'"search": "{found[1]}&{asked}"', output, count=1)
    return STOCK_WORKER.sub(
        lambda found: f'"search": "{found[1]}{ASSETS}/worker.js?stock={found[2]}&{asked}"', output, count=1
    )


def add_shim(config: MkDocsConfig) -> None:
    """Let the search work on pages from disk, as the plugin `offline` does with a script from another host."""
    scripts = config.extra.get("polyfills") or []
    config.extra["polyfills"] = [*(script for script in scripts if "iframe-worker" not in str(script)), SHIM]


def write_index_for_disk(site: Path) -> None:
    """Write Material's search index as a script, which is what a page from disk can read."""
    index = site / "search" / "search_index.json"
    if index.exists():
        index.with_suffix(".js").write_text(f"var __index = {index.read_text('utf-8')}", "utf-8")


def _hints(view: View) -> list[str]:
    """Return the words before a number that make it a code: those of "error codes" in the language."""
    known = words(view.tag) or {name: view.word(name) for name in HINTS}
    found = {word.lower() for name in HINTS for word in re.findall(r"[^\W\d_]+", known[name])}
    return sorted(SAYS_ERROR | {word for word in found if len(word) > (1 if word == word.upper() else 2)})


def _entry(view: View, error: Error) -> dict[str, Any]:
    """Return what an error is found by; what it does not have is left out."""
    tag, catalog = view.tag, view.catalog
    recovery = error.recovery
    lookup = [str(one) for row in catalog.fields.lookup for one in _many(error.values.get(row.name))]
    others = [str(one) for row in catalog.fields.own if not row.is_text for one in _many(error.values.get(row.name))]
    own_texts = [error.texts[row.name][tag] for row in catalog.fields.own_texts if row.name in error.texts]
    published = [text.published for unit in error.texts.values() if (text := unit.texts.get(tag)) and text.published]
    known = {
        "code": str(error.code),
        "name": error.name,
        "message": error.message[tag],
        "note": error.note[tag] if error.note else "",
        "category": catalog.categories[error.category][tag] if error.category else "",
        "title": recovery.title[tag] if recovery else "",
        "advice": recovery.advice[tag] if recovery else "",
        "lookup": lookup,
        "more": " · ".join([*own_texts, *(value for value in others if value not in lookup)]),
        "keywords": error.keywords.get(tag) or error.keywords.get(catalog.source_language, ()),
        "published": " · ".join(published),
    }
    return {name: value for name, value in known.items() if value}


def _unlisted(view: View) -> Iterator[dict[str, Any]]:
    """Yield what is known about codes that the catalog does not have. It stands on the page with all codes."""
    for code, unit in view.catalog.unlisted.items():
        page = f"index.html#code-{code}"
        yield {"code": str(code), "name": "", "message": "", "note": unit[view.tag], "page": page}


def _many(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)
