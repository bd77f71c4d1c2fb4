"""Questions to the finder of the site, which node answers."""

import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from catalogs import model
from conftest import CATALOG, ROOT, program

import error_catalog
from error_catalog.mkdocs.search import search_data
from error_catalog.outputs.docs.view import View

FINDER = ROOT / "codegen/error_catalog/mkdocs/theme/assets/error-catalog/finder.js"
ASK = Path(__file__).parent / "tools" / "ask.js"


@dataclass(frozen=True)
class Answer:
    """What the finder says to a query: codes, the best first, those that the query names, and those with all of it.

    `marked` are the pieces of the first one's title, each with whether it is marked.
    """

    codes: list[str]
    named: list[str]
    complete: list[str]
    unknown: str
    marked: list[tuple[str, bool]]
    milliseconds: float


@cache
def search_scripts(text: str = "") -> dict[str, str]:
    """Return the search data of this repository's catalog, or of the one of a YAML text, by language."""
    catalog = model(text) if text else error_catalog.read(CATALOG)
    views = (View(catalog, language) for language in catalog.languages.values())
    return {view.tag: search_data(view).decode() for view in views}


def ask(questions: Iterable[tuple[str, str]], text: str = "", *, is_timed: bool = False) -> list[Answer]:
    """Return the answers to pairs of language and query, from this repository's catalog or the one of a YAML text."""
    given = {"finder": FINDER.read_text("utf-8"), "scripts": search_scripts(text), "isTimed": is_timed}
    done = subprocess.run(
        [program("node", "nodejs"), ASK],
        input=json.dumps(given | {"asked": list(questions)}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return [Answer(**answer) for answer in json.loads(done.stdout)]


def by_query(queries: list[str], text: str, tag: str = "en") -> dict[str, Answer]:
    """Return the answers to queries from the catalog of a YAML text, by the query."""
    return dict(zip(queries, ask(((tag, query) for query in queries), text), strict=True))
