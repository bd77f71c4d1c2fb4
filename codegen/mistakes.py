"""A mistake in a catalog: what is wrong, and where."""

from typing import NamedTuple


class Place(NamedTuple):
    """A position in a file: line and column, both counted from 1, in characters."""

    line: int
    column: int


START = Place(1, 1)


class Mistake(NamedTuple):
    """One complaint. Mistakes sort by their place; `str(mistake)` is the line people read.

    `keys` lead to what it is about; `span` is the part of `text` at fault. An advisory one is a hint and fails
    nothing.
    """

    path: str
    place: Place
    rule: str
    where: str
    message: str
    keys: tuple[str | int, ...] = ()
    text: str | None = None
    span: tuple[int, int] | None = None
    advisory: bool = False

    def __str__(self) -> str:
        line, column = self.place
        return f"{self.path}:{line}:{column}: {self.rule} {self.where}: {self.message}"


class CatalogError(Exception):
    """The catalog cannot be used. `mistakes` says why, sorted by place."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes
