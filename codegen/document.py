"""A catalog as it was written: nested mappings, lists and scalars that know their places."""

from typing import Any, NamedTuple

from codegen.mistakes import Place


class Mapping(dict[str, Any]):
    """A YAML mapping: every key is a string, whatever it looks like. `places` has (of the key, of the value).

    `quoted` are the keys that are whole numbers in quotes.
    """

    __slots__ = ("pending", "places", "quoted", "start")

    def __init__(self, start: Place) -> None:
        self.start = start
        self.places: dict[str, tuple[Place, Place]] = {}
        self.pending: tuple[str, Place] | None = None
        self.quoted: list[str] = []


class Sequence(list[Any]):
    """A YAML sequence. `places` has the place of every item."""

    __slots__ = ("places", "start")

    def __init__(self, start: Place) -> None:
        self.start = start
        self.places: list[Place] = []


class Document(NamedTuple):
    """A catalog as it was written: its path for mistakes, and its content."""

    path: str
    root: Mapping

    def place(self, *keys: str | int) -> Place:
        """The place of the value under `keys`; of its nearest relative where there is none."""
        node: Any = self.root
        place = self.root.start
        for key in keys:
            if isinstance(node, Mapping) and isinstance(key, str) and key in node:
                place = node.places[key][1]
            elif isinstance(node, Sequence) and isinstance(key, int):
                place = node.places[key]
            else:
                break
            node = node[key]
        return place

    def key_place(self, *keys: str | int) -> Place:
        """The place of the last of `keys` itself, a key of a mapping that exists."""
        node: Any = self.root
        for key in keys[:-1]:
            node = node[key]
        place: Place = node.places[keys[-1]][0]
        return place


def mapping(value: Any) -> Mapping | dict[str, Any]:
    """The value if it is a mapping, else an empty one."""
    return value if isinstance(value, Mapping) else {}
