"""Document → Catalog. Malformed parts are left out; the schema's violations name them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from error_catalog.model import baseline, durations, files
from error_catalog.model.catalog import Catalog, Code, Error, Recovery, Retirement
from error_catalog.model.document import Document, Mapping, mapping
from error_catalog.model.durations import Duration
from error_catalog.model.fields import Field, Table
from error_catalog.model.findings import Keys
from error_catalog.model.language import Language
from error_catalog.model.scalars import INTEGER
from error_catalog.model.schema import Violation, violations
from error_catalog.model.texts import Text, Unit
from error_catalog.model.words import ENGLISH, words

DEFAULT_OUTPUTS = ("package", "gettext", "json")
DEFAULT_XLIFF = "1.2"


def read(path: str | Path) -> Catalog:
    """Return the catalog in a YAML file, or in all YAML files of a folder and its subfolders.

    The catalog can still have findings: `error_catalog.check` returns them.

    Raises:
        CatalogError: A file cannot be read, or is not YAML that every reader understands alike, or the files of the
            folder are not one catalog.

    Example:
        >>> catalog = read("catalog/errors.yaml")
        >>> [language for language in catalog.languages]
        ['en', 'fr', 'ja', 'ko', 'sv']
    """
    return with_baseline(catalog_of(files.read(path)), path)


def with_baseline(catalog: Catalog, path: str | Path) -> Catalog:
    """Return a catalog that was read from a file or a folder, with the baseline beside it."""
    return replace(catalog, baseline=baseline.read(baseline.beside(path)))


def catalog_of(document: Document) -> Catalog:
    """Return the catalog that a document describes."""
    return _Reader(document).catalog()


@dataclass
class _Reader:
    document: Document

    def __post_init__(self) -> None:
        root = self.document.root
        self.root = root
        self.table = Table.of(root)
        self.violations: tuple[Violation, ...] = tuple(violations(root, self.table))
        self.malformed = {violation.keys[:depth] for violation in self.violations for depth in (1, 2, 3)}
        self.languages = {tag: Language.of(tag, root, self.malformed) for tag in mapping(root.get("languages"))}
        self.source: str = root["source_language"] if isinstance(root.get("source_language"), str) else ""
        self.units: list[Unit] = []
        codes = mapping(root.get("errors"))
        self.has_numbers = all(INTEGER.fullmatch(code) for code in codes)

    def catalog(self) -> Catalog:
        root = self.root
        written = self._section("texts")
        categories, reasons = self._section("categories"), self._section("reasons")
        labels = {row.name: self._label(row) for row in self.table.own}
        self.recoveries = dict(self._recoveries())
        errors = [self._error(key, node) for key, node in mapping(root.get("errors")).items()]
        errors.sort(key=lambda error: error.code)
        faults = dict(self._sound("faults"))
        unlisted = {
            self._code(key): self._unit(("faults", "unlisted", key), f"faults.unlisted.{key}", "unlisted", written)
            for key, written in mapping(faults.pop("unlisted", None)).items()
        }
        figures = [error.limit for error in errors] + [recovery.wait for recovery in self.recoveries.values()]
        times = durations.named(figures)
        return Catalog(
            document=self.document,
            violations=self.violations,
            package=root["package"] if isinstance(root.get("package"), str) else "",
            source_language=self.source,
            site_url=root["site_url"] if isinstance(root.get("site_url"), str) else "",
            gettext=dict(self._sound("gettext")),
            xliff=self._sound("xliff").get("version", DEFAULT_XLIFF),
            outputs=tuple(root["outputs"]) if self._is_sound("outputs") else DEFAULT_OUTPUTS,
            faults=faults,
            unlisted=unlisted,
            fields=self.table,
            languages=self.languages,
            words=self._words(written) | self._times(written, times) | written,
            durations=times,
            categories=categories,
            reasons=reasons,
            recoveries=self.recoveries,
            labels=labels,
            errors=tuple(errors),
            units=tuple(self.units),
        )

    def _is_sound(self, section: str) -> bool:
        return section in self.root and (section,) not in self.malformed

    def _sound(self, section: str) -> Mapping | dict[str, Any]:
        return mapping(self.root[section]) if self._is_sound(section) else {}

    def _unit(self, keys: Keys, context: str, kind: str, written: Any, error: Error | None = None) -> Unit:
        """Return a new unit, which is then one of the catalog's."""
        unit = Unit(keys, context, kind, mapping(written), error).fill(self.languages, self.source)
        self.units.append(unit)
        return unit

    def _section(self, name: str) -> dict[str, Unit]:
        entries = mapping(self.root.get(name)).items()
        return {key: self._unit((name, key), f"{name}.{key}", name, written) for key, written in entries}

    def _label(self, row: Field) -> Unit:
        written = mapping(self.root["fields"][row.name]).get("label")
        return self._unit(("fields", row.name, "label"), f"fields.{row.name}", "fields", written)

    def _words(self, written: dict[str, Unit]) -> dict[str, Unit]:
        """Return the generator's words, with what the catalog says otherwise."""
        own = words(self.source) if self.source else {}
        known = {tag: words(tag) for tag in self.languages}
        found = {}
        for name, english in words(ENGLISH).items():
            translations = {tag: said[name] for tag, said in known.items() if said.get(name)}
            found[name] = _word(name, written, own.get(name, english), translations)
        return found

    def _times(self, written: dict[str, Unit], times: dict[str, Duration]) -> dict[str, Unit]:
        """Return the words for times, with what the catalog says otherwise."""
        found = {}
        for name, (unit, figure) in times.items():
            translations = durations.in_languages((unit, figure), self.languages)
            found[name] = _word(name, written, translations.get(self.source, f"{figure} {unit}"), translations)
        return found

    def _recoveries(self) -> Iterator[tuple[str, Recovery]]:
        for name, node in mapping(self.root.get("recoveries")).items():
            known = mapping(node)
            units = {
                part: self._unit(("recoveries", name, part), f"recoveries.{name}.{part}", part, known[part])
                for part in ("title", "advice")
                if part in known
            }
            if ("recoveries", name) in self.malformed:
                continue
            yield (
                name,
                Recovery(
                    name=name,
                    resend=known["resend"],
                    attempts=known.get("attempts"),
                    wait=dict(mapping(known.get("wait"))),
                    is_stated=known.get("stated", False),
                    title=units.get("title", units["advice"]),
                    advice=units["advice"],
                ),
            )

    def _error(self, key: str, node: Any) -> Error:
        known = mapping(node)
        name = known.get("name")
        code: Code = int(key) if self.has_numbers else key
        error = Error(key, code, name if isinstance(name, str) else "", known, {}, {})
        for field in self.table.texts:
            if field in known:
                error.texts[field] = self._unit(("errors", key, field), f"{key}.{field}", field, known[field], error)
        for row in self.table.data:
            if row.name in known and ("errors", key, row.name) not in self.malformed:
                error.values[row.name] = self._value(row, known[row.name], error)
        return error

    def _value(self, row: Field, written: Any, error: Error) -> Any:
        if row.type == "recovery":
            return self.recoveries.get(written)
        if row.type == "retirement":
            return self._retirement(error, row.name, written)
        if row.type in ("figures", "examples"):
            return dict(written)
        if row.type == "synonyms":
            return {tag: tuple(words) for tag, words in written.items()}
        return tuple(written) if row.many else written

    def _retirement(self, error: Error, name: str, written: Mapping) -> Retirement:
        keys, context = ("errors", error.key, name, "reason"), f"{error.key}.{name}.reason"
        reason = written["reason"]
        unit = self._unit(keys, context, "reason", reason, error)
        if isinstance(reason, str):
            unit.source, unit.is_source_only = reason, True
            if self.source in self.languages:
                unit.texts[self.source] = Text(unit, self.languages[self.source], reason, None, is_source=True)
        code = written.get("replaced_by")
        return Retirement(written["since"], unit, None if code is None else self._code(code))

    def _code(self, written: Any) -> Code:
        is_number = self.has_numbers and INTEGER.fullmatch(str(written))
        return int(written) if is_number else str(written)


def _word(name: str, written: dict[str, Unit], default: str, translations: dict[str, str]) -> Unit:
    """Return a word of the generator, or the catalog's own text in its place."""
    unit = written.get(name) or Unit(("texts", name), f"texts.{name}", "texts", {})
    unit.source = unit.source or default
    if unit.source == default:
        unit.defaults = translations
    return unit
