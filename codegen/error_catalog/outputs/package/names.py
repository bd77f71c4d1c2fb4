"""The names that are taken in the generated package."""

import keyword
import sys
from enum import IntEnum, StrEnum

from error_catalog.model.catalog import Catalog
from error_catalog.model.fields import FIELDS, REQUIRED
from error_catalog.outputs import OUTPUTS

NEWER = {"is_integer"}
"""Attributes of numbers that the oldest supported Python does not have."""

ENUM_ATTRIBUTES: dict[type[int] | type[str], frozenset[str]] = {
    int: frozenset({*dir(IntEnum), *dir(int), *NEWER, "mro", "name", "value"}),
    str: frozenset({*dir(StrEnum), *dir(str), "mro", "name", "value"}),
}
"""What every member of a Python enum of numbers or strings has."""

LIMIT_ATTRIBUTES = {"figures", "period"}
TEXT_ATTRIBUTES = {"language", "format"}
ENTRY_KEYS = {"resend", "attempts", "wait_seconds", "stated", "advice", "original", "link", "fault"}
"""What `explain --json` says of a code in addition to its fields."""

USED = {"property", "cached_property", "object", "int", "float", "str", "bool", "tuple", "dict"}
"""Names that the classes of the package use, and would find an attribute instead."""

CODE_ATTRIBUTES = {"code", "localized", "problem", *REQUIRED, *(row.name for row in FIELDS)}


def why_not_member(name: str, catalog: Catalog) -> str:
    """Return why a name cannot be a member of the enum; an empty string if it can."""
    if keyword.iskeyword(name):
        return "is a keyword of Python"
    is_taken = name in ENUM_ATTRIBUTES[catalog.kind] | CODE_ATTRIBUTES | catalog.fields.fields.keys()
    return "is an attribute of every error" if is_taken else ""


def why_not_field(name: str, catalog: Catalog) -> str:
    """Return why a name cannot be a field of errors; an empty string if it can."""
    if keyword.iskeyword(name):
        return "is a keyword of Python"
    if name in USED:
        return "is used by the package itself"
    if name in ENUM_ATTRIBUTES[catalog.kind] | CODE_ATTRIBUTES | ENTRY_KEYS:
        return "is an attribute of every error"
    return "is an attribute of every text" if name in TEXT_ATTRIBUTES or name.endswith("_language") else ""


def why_not_figure(name: str) -> str:
    """Return why a name cannot be a figure of a limit; an empty string if it can."""
    is_taken = keyword.iskeyword(name) or name in LIMIT_ATTRIBUTES
    return "cannot be an attribute" if is_taken else ""


def why_not_package(name: str) -> str:
    """Return why a name cannot be that of the package; an empty string if it can."""
    if name in sys.stdlib_module_names or keyword.iskeyword(name):
        return "belongs to Python"
    return "is another folder of the output" if name in OUTPUTS else ""
