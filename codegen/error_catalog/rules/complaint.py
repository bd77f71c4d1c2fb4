"""What a rule complains about, before it has a place."""

from typing import NamedTuple

from error_catalog.model.document import Document
from error_catalog.model.findings import Keys, Place, Span
from error_catalog.model.texts import Text


class Complaint(NamedTuple):
    """A complaint about the value under `keys`, or about the key itself.

    Attributes:
        keys: The keys of the YAML that lead to what is wrong.
        where: The name of the text or the part of the catalog.
        message: What is wrong and what to do.
        is_about_key: Whether the last key is meant and not its value.
        text: The text that the complaint is about.
        span: The part of `text` at fault.
        is_structural: Whether nothing can be generated with it, whatever the settings of its rule are.
    """

    keys: Keys
    where: str
    message: str
    is_about_key: bool = False
    text: str | None = None
    span: Span | None = None
    is_structural: bool = False

    def place(self, document: Document) -> Place:
        """Return the place in the YAML."""
        return document.key_place(self.keys) if self.is_about_key else document.place(self.keys)


def whole(text: Text, message: str) -> Complaint:
    """Return a complaint about a whole text."""
    return Complaint(text.keys, text.where, message, text=text.text, span=(0, len(text.text)))
