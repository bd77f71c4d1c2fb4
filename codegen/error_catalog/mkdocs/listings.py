"""What the pages that list codes show: the index of a language, and a category."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from error_catalog.model.catalog import Error
from error_catalog.outputs.docs.view import View

Values = dict[str, Any]
RESENDS = ("unchanged", "changed", "never")


def index_values(view: View) -> Callable[[], Values]:
    """Return what makes the values of the page with all codes."""

    def make() -> Values:
        errors = view.catalog.errors
        resends: Counter[str] = Counter(error.recovery.resend for error in errors if error.recovery)
        texts = view.page_texts
        return {
            "errors": errors,
            "columns": columns(errors),
            "titles": view.titles(),
            "resends": [(kind, resends[kind]) for kind in RESENDS if resends[kind]],
            "originals": [] if view.is_source else [(label, unit) for label, unit in texts if unit.texts],
            "corrections": view.corrections(texts),
        }

    return make


def category_values(view: View, name: str) -> Callable[[], Values]:
    """Return what makes the values of the page of a category."""

    def make() -> Values:
        counts = Counter(error.category for error in view.catalog.errors)
        errors = [error for error in view.catalog.errors if error.category == name]
        return {
            "name": name,
            "errors": errors,
            "columns": columns(errors) - {"category"},
            "titles": view.titles(),
            "counts": counts,
        }

    return make


def columns(errors: list[Error] | tuple[Error, ...]) -> set[str]:
    """Return the optional columns that some of the errors have something for."""
    used = {"category": any(error.category for error in errors), "recovery": any(error.recovery for error in errors)}
    return {name for name, is_used in used.items() if is_used}
