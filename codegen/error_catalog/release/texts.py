"""The changes of a catalog's texts, and translations that have not followed their source text."""

from collections.abc import Iterator

from error_catalog.model.catalog import Catalog
from error_catalog.model.document import mapping
from error_catalog.model.findings import Keys
from error_catalog.model.texts import Text, Unit
from error_catalog.release.changes import ABSENT, Change, change, difference
from error_catalog.release.values import kind

BESIDE = {"stale": "wording", "source": "wording", "published": "wording", "because": "wording", "accept": "internal"}
"""What can stand beside a text, with the kind of its changes."""


def text_changes(old: Catalog, new: Catalog) -> Iterator[Change]:
    """Yield the changes of texts. Those of a code, recovery or field that is new or gone itself are not named."""
    before = {unit.keys: unit for unit in old.units}
    for unit in new.units:
        then = before.pop(unit.keys, None)
        if then is not None:
            yield from _unit(then, unit, old, new)
        elif _has(old, unit.keys[:-1]):
            yield _whole(unit, new, ABSENT, unit.source)
    for unit in before.values():
        if _has(new, unit.keys[:-1]):
            yield _whole(unit, new, unit.source, ABSENT)


def _unit(then: Unit, unit: Unit, old: Catalog, new: Catalog) -> Iterator[Change]:
    """Compare a text in every language."""
    for tag, text in unit.texts.items():
        before = then.texts.get(tag)
        if before is None:
            message = f"is new: {text.text!r}"
            yield change(new, "wording", text.keys, message, name=text.where, new=text.text)
            continue
        if before.text != text.text:
            message = f"was {before.text!r} and is {text.text!r}"
            yield change(new, "wording", text.keys, message, name=text.where, old=before.text, new=text.text)
        elif old.source_language == new.source_language and _is_outdated(then, text):
            yield _outdated(then, text, new)
        yield from _beside(before, text, new)
    for tag, before in then.texts.items():
        if tag not in unit.texts and tag in new.languages:
            yield change(new, "wording", unit.keys, "is gone", name=f"{unit.context}.{tag}", old=before.text)


def _is_outdated(then: Unit, text: Text) -> bool:
    return then.source != text.source and not text.is_source and not text.is_stale


def _outdated(then: Unit, text: Text, new: Catalog) -> Change:
    source = f"its source text was {then.source!r} and is {text.source!r}"
    message = f"is as it was, but {source}; translate it, or mark it `stale: true`"
    return change(new, "outdated", text.keys, message, name=text.where, old=then.source, new=text.source)


def _beside(before: Text, text: Text, new: Catalog) -> Iterator[Change]:
    """Compare what stands beside a text."""
    then, now = (one.form if one.form is not None else {} for one in (before, text))
    for name, its_kind in BESIDE.items():
        old_value, new_value = then.get(name, ABSENT), now.get(name, ABSENT)
        if old_value != new_value:
            yield difference(new, its_kind, text.keys, old_value, new_value, f"{text.where}.{name}")


def _whole(unit: Unit, new: Catalog, before: str, after: str) -> Change:
    return difference(new, kind(unit.keys, before, after), unit.keys, before, after, unit.context)


def _has(catalog: Catalog, keys: Keys) -> bool:
    node = catalog.document.root
    for key in keys:
        if str(key) not in node:
            return False
        node = mapping(node[str(key)])  # type: ignore[assignment]
    return True
