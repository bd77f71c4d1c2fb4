"""What a translator's file offers for the catalog."""

from typing import NamedTuple

from codegen.document import Document, mapping
from codegen.mistakes import CatalogError, Mistake, Place


class Offer(NamedTuple):
    """A text for a field of an error, and the line of the file where it stands."""

    line: int
    code: str
    field: str
    text: str

    @property
    def where(self) -> str:
        return f"{self.code}.{self.field}"


class Left(NamedTuple):
    """What is not taken, and why."""

    line: int
    where: str
    why: str


class Offers(NamedTuple):
    """All that a file offers: its path, the texts, what is left, and what it says of itself as `published`."""

    path: str
    texts: list[Offer]
    left: list[Left]
    published: dict[str, str | int]


def source_texts(document: Document, code: str) -> dict[str, str]:
    """The source texts of an error by field; none where the catalog lacks the error."""
    source = document.root["source_language"]
    error = mapping(mapping(document.root["errors"]).get(code))
    forms = {field: mapping(error.get(field)).get(source) for field in ("message", "note")}
    said = {field: form.get("text") if isinstance(form, dict) else form for field, form in forms.items()}
    return {field: text for field, text in said.items() if isinstance(text, str)}


def refused(path: str, line: int, where: str, message: str) -> CatalogError:
    """A complaint about a translator's file."""
    return CatalogError([Mistake(path, Place(line, 1), "P01", where, message)])
