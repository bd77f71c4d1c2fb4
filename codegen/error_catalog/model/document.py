"""A catalog as it was written: nested mappings, lists and scalars that know their places."""

from typing import Any, NamedTuple

from error_catalog.model.findings import Keys, Place


class Mapping(dict[str, Any]):
    """A YAML mapping. Every key is a string, whatever it looks like.

    `places` has the place of each key and of its value. `quoted` are the keys that are whole numbers in quotes.
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
    """A YAML document, or several that are one catalog.

    Attributes:
        path: The path that findings carry.
        root: Its content.
        paths: The paths of the files that errors stand in, by code, if it is not that one.
    """

    path: str
    root: Mapping
    paths: dict[str, str] = {}  # noqa: RUF012 (which is never changed)

    def path_of(self, keys: Keys) -> str:
        """Return the path of the file that has the value under `keys`, or would have it."""
        return self.paths.get(str(keys[1]), self.path) if len(keys) > 1 and keys[0] == "errors" else self.path

    def place(self, keys: Keys) -> Place:
        """Return the place of the value under `keys`, or of its nearest ancestor that exists."""
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

    def value(self, keys: Keys) -> Any:
        """Return the value under `keys`, or None if the document does not have it."""
        node: Any = self.root
        for key in keys:
            is_there = (
                key in node if isinstance(node, Mapping) else isinstance(node, Sequence) and key in range(len(node))
            )
            if not is_there:
                return None
            node = node[key]
        return node

    def key_place(self, keys: Keys) -> Place:
        """Return the place of the last of `keys` itself, a key of a mapping that exists."""
        node: Any = self.root
        for key in keys[:-1]:
            node = node[key]
        place: Place = node.places[keys[-1]][0]
        return place


def mapping(value: Any) -> Mapping | dict[str, Any]:
    """Return the value if it is a mapping, else an empty one."""
    return value if isinstance(value, Mapping) else {}
