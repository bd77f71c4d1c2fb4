"""What a part of a catalog belongs to: which error, which of its fields, which language."""

from typing import NamedTuple

from error_catalog.model.fields import FIELDS
from error_catalog.model.findings import Keys

DATA = {row.name for row in FIELDS if not row.is_text}
"""The built-in fields of an error that are not translated."""


class Subject(NamedTuple):
    """The code, the field and the language that something is about, as far as it is about one."""

    code: str | None = None
    field: str | None = None
    language: str | None = None


def subject(keys: Keys) -> Subject:
    """Return what the value under `keys` belongs to."""
    match keys:
        case ("errors", str(code), "retired", "reason", str(tag), *_):
            return Subject(code, "retired.reason", tag)
        case ("errors", str(code), str(field), str(tag), *_) if field not in DATA:
            return Subject(code, field, tag)
        case ("errors", str(code), *rest):
            return Subject(code, str(rest[0]) if rest else None)
        case ("faults", "unlisted", str(code), str(tag), *_):
            return Subject(code, None, tag)
        case ("recoveries" | "fields", _, "title" | "advice" | "label", str(tag), *_):
            return Subject(language=tag)
        case ("texts" | "categories" | "reasons" | "glossary", _, str(tag), *_) | ("languages", str(tag), *_):
            return Subject(language=tag)
    return Subject()
