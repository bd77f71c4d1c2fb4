"""What a rule complains about."""

from typing import NamedTuple

from codegen.document import Document
from codegen.mistakes import Place

Span = tuple[int, int]


class Finding(NamedTuple):
    """A complaint about the value under `keys`, or about the key itself; `span` is the part of `text` at fault."""

    keys: tuple[str | int, ...]
    where: str
    message: str
    about_key: bool = False
    text: str | None = None
    span: Span | None = None

    def place(self, document: Document) -> Place:
        return document.key_place(*self.keys) if self.about_key else document.place(*self.keys)
