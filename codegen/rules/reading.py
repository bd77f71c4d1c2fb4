"""A document as rules read it. Malformed parts are left out: the schema has complained about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from codegen.document import Document, Mapping

SECTIONS = ("texts", "categories", "reasons")


class Text(NamedTuple):
    """One text in one language; `keys` lead to the string itself."""

    keys: tuple[str, ...]
    where: str
    language: str
    text: str
    form: Mapping | None


class Unit(NamedTuple):
    """One sentence of the catalog: what is `written` for it, and those of its `texts` that are well-formed."""

    keys: tuple[str, ...]
    where: str
    written: Mapping | dict[str, Any]
    texts: dict[str, Text]


@dataclass(frozen=True)
class Reading:
    """The languages and the texts of a document."""

    document: Document
    source_language: str
    languages: dict[str, bool]
    units: list[Unit]

    @classmethod
    def of(cls, document: Document) -> "Reading":
        root = document.root
        declared = mapping(root.get("languages"))
        source = root.get("source_language")
        return cls(
            document=document,
            source_language=source if isinstance(source, str) else "",
            languages={tag: mapping(node).get("complete") is not False for tag, node in declared.items()},
            units=[_unit(keys, where, node) for keys, where, node in _sentences(root)],
        )

    @property
    def texts(self) -> Iterator[Text]:
        """Every text in every language."""
        for unit in self.units:
            yield from unit.texts.values()


def mapping(value: Any) -> Mapping | dict[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _sentences(root: Mapping) -> Iterator[tuple[tuple[str, ...], str, Mapping | dict[str, Any]]]:
    for section in SECTIONS:
        for name, node in mapping(root.get(section)).items():
            yield (section, name), f"{section}.{name}", mapping(node)
    for name, node in mapping(root.get("recoveries")).items():
        if "advice" in mapping(node):
            yield ("recoveries", name, "advice"), f"recoveries.{name}.advice", mapping(node["advice"])
    for code, node in mapping(root.get("errors")).items():
        for field in ("message", "note"):
            if field in mapping(node):
                yield ("errors", code, field), f"{code}.{field}", mapping(node[field])


def _unit(keys: tuple[str, ...], where: str, node: Mapping | dict[str, Any]) -> Unit:
    texts = {}
    for tag, value in node.items():
        if isinstance(value, str):
            texts[tag] = Text((*keys, tag), f"{where}.{tag}", tag, value, None)
        elif isinstance(value, Mapping) and isinstance(value.get("text"), str):
            texts[tag] = Text((*keys, tag, "text"), f"{where}.{tag}", tag, value["text"], value)
    return Unit(keys, where, node, texts)
