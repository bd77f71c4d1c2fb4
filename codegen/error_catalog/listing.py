"""The rules as `error-catalog rules` prints them."""

from collections.abc import Iterable, Iterator

from error_catalog.model.catalog import Catalog
from error_catalog.rules.pages import page
from error_catalog.rules.registry import Rule
from error_catalog.rules.settings import Settings


def listed(rules: Iterable[Rule], catalog: Catalog | None) -> Iterator[str]:
    """Yield a line per rule, with how its findings count: in a catalog, or by default."""
    for rule in rules:
        yield f"{rule.id}  {rule.name:22}  {rule.summary} ({_set(rule, catalog)})"


def explained(rules: Iterable[Rule], catalog: Catalog | None) -> Iterator[str]:
    """Yield the lines that explain rules."""
    for rule in rules:
        one = page(rule)
        here = f"In {catalog.path}: {_set(rule, catalog)}." if catalog else ""
        precision = f"Precision: {one.precision}" if rule.is_about_content else ""
        examples = "\n".join(one.examples)
        parts = [f"{one.id}  {one.name}", one.summary, one.explanation, examples, precision, one.settings, here]
        for part in filter(None, parts):
            yield from part.split("\n")
            yield ""


def _set(rule: Rule, catalog: Catalog | None) -> str:
    """Return how the findings of a rule count: `error`, or `hint; ja: error, sv: off`."""
    if catalog is None:
        return rule.severity
    settings = Settings(catalog)
    different = ", ".join(f"{tag}: {setting}" for tag, setting in settings.different(rule).items())
    return settings.of(rule) + (f"; {different}" if different and rule.is_about_languages else "")
