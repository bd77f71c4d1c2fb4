"""A comparison as people, programs and a changelog read it."""

import json
from collections.abc import Callable, Iterator
from itertools import groupby

from codegen.comparison import STEPS, Comparison
from codegen.rendering import markdown

HEADINGS = {
    "breaking": "Breaking",
    "compatible": "New and changed",
    "wording": "Wording",
    "left behind": "Translations left behind",
}


def text(comparison: Comparison, path: str) -> Iterator[str]:
    """A line a change, with its place, and the step of the version."""
    for change in comparison.changes:
        yield f"{path}:{change.place}: {change.kind}: {change.where}: {change.message}"
    counts = [(kind, sum(change.kind == kind for change in comparison.changes)) for kind in STEPS]
    yield ", ".join(f"{count} {kind}" for kind, count in counts)
    yield f"version step: {comparison.step}"


def as_json(comparison: Comparison, path: str) -> Iterator[str]:
    """One object: the step, whether all is fine, and the changes."""
    changes = [change._asdict() | {"path": path} for change in comparison.changes]
    yield json.dumps({"step": comparison.step, "fine": comparison.is_fine, "changes": changes}, indent=2)


def entry(comparison: Comparison, path: str) -> Iterator[str]:
    """An entry of a changelog in Markdown."""
    for kind, changes in groupby(comparison.changes, key=lambda change: change.kind):
        yield f"### {HEADINGS[kind]}\n"
        for change in changes:
            yield f"- {markdown(change.where)}: {markdown(change.message)}"
        yield ""
    yield f"Version step: {comparison.step}"


FORMATS: dict[str, Callable[[Comparison, str], Iterator[str]]] = {"text": text, "json": as_json, "markdown": entry}
