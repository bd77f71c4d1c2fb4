"""What has changed since an older catalog, and what it means for those who use the package."""

from collections.abc import Iterator

from error_catalog.model.catalog import Catalog
from error_catalog.model.fields import MAPPINGS
from error_catalog.release.changes import STEPS, Change, Comparison, change
from error_catalog.release.texts import text_changes
from error_catalog.release.values import order_changes, value_changes
from error_catalog.rules import refuse_unusable

__all__ = ["Change", "Comparison", "compare"]


def compare(old: Catalog, new: Catalog) -> Comparison:
    """Return the changes from one catalog to another, and the step of the version that they call for.

    Raises:
        CatalogError: One of them does not have the structure of a catalog.

    Example:
        >>> compare(catalog, catalog).step
        'none'
    """
    for catalog in (old, new):
        refuse_unusable(catalog)
    found = [
        *_code_changes(old, new),
        *value_changes(old, new),
        *order_changes(old, new),
        *_optional_fields(old, new),
        *text_changes(old, new),
    ]
    order = list(STEPS)
    return Comparison(sorted(found, key=lambda one: order.index(one.kind)))


def _code_changes(old: Catalog, new: Catalog) -> Iterator[Change]:
    """Compare the codes and their names, by which programs know errors."""
    before = {error.name: error.key for error in old.errors}
    after = {error.name: error.key for error in new.errors}
    old_names, new_names = ({code: name for name, code in names.items()} for names in (before, after))
    for name, code in before.items():
        now = after.get(name, code)
        if now != code:
            message = f"{name} was {code} and is {now}"
            yield change(new, "breaking", ("errors", now), message, name=code, old=code, new=now)
        elif code not in new_names:
            message = f"{name} is gone; keep it, with `retired`"
            yield change(new, "breaking", ("errors", code), message, name=code, old=name)
        elif name not in after:
            message = f"the name was {name} and is {new_names[code]}"
            keys = ("errors", code, "name")
            yield change(new, "breaking", keys, message, name=code, old=name, new=new_names[code])
    for name, code in after.items():
        if code not in old_names and name not in before:
            yield change(new, "compatible", ("errors", code), f"{name} is new", name=code, new=name)


def _optional_fields(old: Catalog, new: Catalog) -> Iterator[Change]:
    """Report fields that every error had and now one does not have: their type in Python becomes Optional."""
    for name, row in new.fields.fields.items():
        is_value = not row.many and row.type not in (*MAPPINGS, "retirement")
        if is_value and name in old.fields.fields and _is_everywhere(old, name) and not _is_everywhere(new, name):
            keys = ("fields", name) if row.is_own else ("errors",)
            message = f"not every error has {name} any more, so that its type becomes Optional"
            yield change(new, "breaking", keys, message, name=name)


def _is_everywhere(catalog: Catalog, name: str) -> bool:
    return all(name in error.node for error in catalog.errors)
