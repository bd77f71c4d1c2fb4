"""A document as rules read it. Malformed parts are left out: the schema has complained about them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from codegen.document import Document, Mapping, mapping
from codegen.rules import schema
from codegen.rules.finding import Finding
from codegen.rules.language import Language

SECTIONS = ("texts", "categories", "reasons")


@dataclass(slots=True, eq=False)
class Text:
    """One text in one language; `keys` lead to the string itself, `form` is its long form, if it has one."""

    keys: tuple[str, ...]
    where: str
    text: str
    form: Mapping | None
    language: Language
    unit: "Unit"
    is_source: bool

    @property
    def source(self) -> str:
        """The source text, or nothing where it lacks."""
        return self.unit.source


@dataclass(slots=True, eq=False)
class Unit:
    """One sentence of the catalog: what is `written` for it, and those of its `texts` that are well-formed."""

    keys: tuple[str, ...]
    where: str
    kind: str
    written: Mapping | dict[str, Any]
    error: Mapping | dict[str, Any]
    source: str = ""
    texts: dict[str, Text] = field(default_factory=dict)

    @property
    def code(self) -> str | None:
        """The code of the error whose text this is, if it is an error's."""
        return self.keys[1] if self.keys[0] == "errors" else None


@dataclass(frozen=True)
class Reading:
    """The languages and the texts of a document, and where it breaks the schema: those parts are not read."""

    document: Document
    source_language: str
    languages: dict[str, Language]
    units: list[Unit]
    violations: list[Finding]

    @classmethod
    def of(cls, document: Document) -> "Reading":
        root = document.root
        violations = list(schema.violations(root))
        bad = {finding.keys[:2] for finding in violations}
        languages = {tag: Language.of(tag, root, bad) for tag in mapping(root.get("languages"))}
        source = root.get("source_language")
        units = list(_units(root))
        for unit in units:
            _fill(unit, languages, source)
        return cls(document, source if isinstance(source, str) else "", languages, units, violations)

    def release(self) -> None:
        """Part texts from their units, which know each other, so that their memory is free at once."""
        for unit in self.units:
            unit.texts.clear()

    @cached_property
    def texts(self) -> list[Text]:
        """Every text in every declared language."""
        return [text for unit in self.units for text in unit.texts.values()]

    @cached_property
    def translations(self) -> list[Text]:
        """Every text that says something, beside a source text that does, in another language than the source."""
        units = (unit for unit in self.units if unit.source.strip())
        return [text for unit in units for text in unit.texts.values() if not text.is_source and text.text.strip()]


def _units(root: Mapping) -> Iterator[Unit]:
    for section in SECTIONS:
        for name, node in mapping(root.get(section)).items():
            yield Unit((section, name), f"{section}.{name}", section, mapping(node), {})
    for name, node in mapping(root.get("recoveries")).items():
        for kind in ("title", "advice"):
            if kind in mapping(node):
                yield Unit(("recoveries", name, kind), f"recoveries.{name}.{kind}", kind, mapping(node[kind]), {})
    for code, node in mapping(root.get("errors")).items():
        for kind in ("message", "note"):
            if kind in mapping(node):
                yield Unit(("errors", code, kind), f"{code}.{kind}", kind, mapping(node[kind]), node)
        because = mapping(mapping(node).get("retired")).get("because")
        if isinstance(because, Mapping):
            yield Unit(("errors", code, "retired", "because"), f"{code}.retired.because", "advice", because, node)


def _fill(unit: Unit, languages: dict[str, Language], source: Any) -> None:
    for tag, value in unit.written.items():
        form = value if isinstance(value, Mapping) else None
        said = form.get("text") if form is not None else value
        if isinstance(said, str) and tag in languages:
            keys = (*unit.keys, tag) if form is None else (*unit.keys, tag, "text")
            unit.texts[tag] = Text(keys, f"{unit.where}.{tag}", said, form, languages[tag], unit, tag == source)
    if source in unit.texts:
        unit.source = unit.texts[source].text
