"""What a change is, and what changes mean for those who use the package."""

from typing import Any, NamedTuple

from error_catalog.model.catalog import Catalog
from error_catalog.model.document import Mapping
from error_catalog.model.findings import Keys
from error_catalog.model.schema import where

STEPS = {"breaking": "major", "compatible": "minor", "wording": "patch", "outdated": "patch", "internal": "none"}
"""The kinds of change, the most serious first, with the step of the version that each calls for.

`outdated` is a translation that has not followed its source text; `internal` is what only rules and import use.
"""

ABSENT: Any = object()
"""Stands for a value that one of the catalogs does not have."""


class Change(NamedTuple):
    """One difference.

    Attributes:
        kind: A key of STEPS.
        where: What it is about, such as `20015.limit.calls`.
        message: The difference in words.
        place: Its line and column in the newer YAML, as `line:column`.
        old, new: The values; None stands for a value that does not exist.
        path: The file of the newer YAML.
    """

    kind: str
    where: str
    message: str
    place: str
    old: Any = None
    new: Any = None
    path: str = ""


class Comparison(NamedTuple):
    """Every change, the most serious first."""

    changes: list[Change]

    @property
    def step(self) -> str:
        """The step of the version that the changes call for: major, minor, patch or none."""
        steps = {STEPS[change.kind] for change in self.changes}
        return next((step for step in ("major", "minor", "patch") if step in steps), "none")

    @property
    def is_fine(self) -> bool:
        """Whether nothing breaks and no translation is outdated."""
        return not any(change.kind in ("breaking", "outdated") for change in self.changes)


def change(
    catalog: Catalog, kind: str, keys: Keys, message: str, *, name: str = "", old: Any = ABSENT, new: Any = ABSENT
) -> Change:
    """Return a change of what is under `keys` in the newer catalog, or was there in the older one."""
    line, column = catalog.document.place(keys)
    before, after = (None if value is ABSENT else value for value in (old, new))
    path = catalog.document.path_of(keys)
    return Change(kind, name or where(keys), message, f"{line}:{column}", before, after, path)


def difference(catalog: Catalog, kind: str, keys: Keys, old: Any, new: Any, name: str = "") -> Change:
    """Return a change from one value to another, either of which can be ABSENT."""
    if old is ABSENT:
        message = "is new" if isinstance(new, Mapping) else f"is new: {shown(new)}"
    else:
        message = "is gone" if new is ABSENT else f"was {shown(old)} and is {shown(new)}"
    return change(catalog, kind, keys, message, name=name, old=old, new=new)


def shown(value: Any) -> str:
    """Return a value of the YAML in words."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {shown(item)}" for name, item in value.items())
    if isinstance(value, bool) or value is None:
        return str(value).lower()
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
