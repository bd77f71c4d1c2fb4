"""What a translator's file offers for the catalog."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from error_catalog.model.findings import CatalogError, Finding, Place


class Offer(NamedTuple):
    """A text for a unit of the catalog: the line of the file, the unit's context (its msgctxt), and the text."""

    line: int
    context: str
    text: str


class Left(NamedTuple):
    """An entry that is not taken: the line of the file, what it is about, why, and the rule that says so."""

    line: int
    where: str
    why: str
    rule: str = "P02"
    name: str = "entry"

    def finding(self, path: str) -> Finding:
        """Return it as a finding in the translator's file."""
        return Finding(path, Place(self.line, 1), self.rule, self.where, self.why, name=self.name)


class Offers(NamedTuple):
    """All that a file offers.

    Attributes:
        path: Its path.
        texts: Its texts.
        left: The entries that cannot be taken.
        published: What it says about itself.
        untranslated: How many entries have no translation.
    """

    path: str
    texts: list[Offer]
    left: list[Left]
    published: dict[str, str | int]
    untranslated: int = 0

    def without(self, refused: Collection[Offer]) -> "Offers":
        """Return the offers without some."""
        return self._replace(texts=[offer for offer in self.texts if offer not in refused])


def refused(path: str, line: int, where: str, message: str) -> CatalogError:
    """Return the error for a translator's file that cannot be used."""
    return CatalogError([Finding(path, Place(line, 1), "P01", where, message, name="translators-file")])


def damaged(line: int, where: str, why: str) -> Left:
    """Return what is left of an entry that is not one of such a file."""
    return Left(line, where, why, "P01", "translators-file")


def once(texts: Iterable[Offer]) -> tuple[list[Offer], list[Left]]:
    """Return the texts that are offered once or twice alike, and what is left: the others for a unit."""
    by_context: dict[str, list[Offer]] = {}
    for offer in texts:
        by_context.setdefault(offer.context, []).append(offer)
    taken: list[Offer] = []
    left: list[Left] = []
    for context, offers in by_context.items():
        first, *others = offers
        are_alike = all(offer.text == first.text for offer in others)
        taken += [first] if are_alike else []
        if not are_alike:
            left.append(damaged(first.line, context, f"is another time on line {others[0].line}, with another text"))
        left += [damaged(offer.line, context, f"is a duplicate of line {first.line}; remove one") for offer in others]
    return taken, left
