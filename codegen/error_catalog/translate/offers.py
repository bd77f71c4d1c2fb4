"""What a translator's file offers for the catalog."""

from typing import NamedTuple

from error_catalog.model.findings import CatalogError, Finding, Place


class Offer(NamedTuple):
    """A text for a unit of the catalog: the line of the file, the unit's context (its msgctxt), and the text."""

    line: int
    context: str
    text: str


class Left(NamedTuple):
    """An entry that is not taken: the line of the file, what it is about, and why."""

    line: int
    where: str
    why: str


class Offers(NamedTuple):
    """All that a file offers: its path, the texts, what is left, and what it says about itself as `published`."""

    path: str
    texts: list[Offer]
    left: list[Left]
    published: dict[str, str | int]


def refused(path: str, line: int, where: str, message: str) -> CatalogError:
    """Return the error for a translator's file that cannot be used."""
    return CatalogError([Finding(path, Place(line, 1), "P01", where, message, name="translators-file")])
