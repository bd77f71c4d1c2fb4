"""A comparison as people, programs and a changelog read it."""

import json
from collections.abc import Callable, Iterator
from itertools import groupby

from error_catalog.outputs.docs.markup import markdown
from error_catalog.release.changes import STEPS, Comparison

HEADINGS = {
    "breaking": "Breaking",
    "compatible": "New and changed",
    "wording": "Wording",
    "outdated": "Outdated translations",
    "internal": "Rules and import",
}


def text(comparison: Comparison) -> Iterator[str]:
    """Yield a line per change, with its place, and the step of the version."""
    for change in comparison.changes:
        yield f"{change.path}:{change.place}: {change.kind}: {change.where}: {change.message}"
    counts = [(kind, sum(change.kind == kind for change in comparison.changes)) for kind in STEPS]
    yield ", ".join(f"{count} {kind}" for kind, count in counts)
    yield f"version step: {comparison.step}"


def as_json(comparison: Comparison) -> Iterator[str]:
    """Yield one object: the step, whether all is fine, and the changes."""
    changes = [change._asdict() for change in comparison.changes]
    yield json.dumps({"step": comparison.step, "fine": comparison.is_fine, "changes": changes}, indent=2)


def as_markdown(comparison: Comparison) -> Iterator[str]:
    """Yield an entry of a changelog."""
    for kind, changes in groupby(comparison.changes, key=lambda change: change.kind):
        yield f"### {HEADINGS[kind]}\n"
        for change in changes:
            yield f"- {markdown(change.where)}: {markdown(change.message)}"
        yield ""
    yield f"Version step: {comparison.step}"


FORMATS: dict[str, Callable[[Comparison], Iterator[str]]] = {
    "text": text,
    "json": as_json,
    "markdown": as_markdown,
}
