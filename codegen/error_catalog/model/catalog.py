"""The model: what a catalog is. `error_catalog.model.reading` makes it from a YAML file."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from error_catalog.model.baseline import NO_BASELINE, Baseline
from error_catalog.model.document import Document, Mapping
from error_catalog.model.durations import Duration
from error_catalog.model.fields import Table
from error_catalog.model.language import Language
from error_catalog.model.schema import Violation
from error_catalog.model.texts import Text, Unit

Code = int | str


@dataclass(frozen=True, slots=True)
class Recovery:
    """What a caller can do.

    Attributes:
        resend: Whether the call can succeed if it is sent again unchanged, only changed, or never.
        attempts: How often it is worth sending again, if the catalog says so.
        wait: How long to wait before that, by unit of time: `{"seconds": 20}`.
        is_stated: Whether the publisher of the API states this.
        title: The advice in a few words; the advice itself if there is no title.
        advice: What to do.
    """

    name: str
    resend: Literal["unchanged", "changed", "never"]
    attempts: int | None
    wait: dict[str, float]
    is_stated: bool
    title: Unit
    advice: Unit


@dataclass(frozen=True, slots=True)
class Retirement:
    """Since which version or day a code is no longer sent, why, and the code that replaces it."""

    since: str
    reason: Unit
    replaced_by: Code | None


@dataclass(slots=True, eq=False, repr=False)
class Error:
    """One error.

    Attributes:
        key: Its code as the YAML has it.
        code: Its code: a number if every code of the catalog is one, else a string.
        name: The name of the enum member; empty if the YAML has none.
        node: What the YAML has under the code.
        texts: Its translated fields by name, `message` first.
        values: Its other optional fields by name; see `fields.py` for their types.
    """

    key: str
    code: Code
    name: str
    node: Mapping | dict[str, Any]
    texts: dict[str, Unit]
    values: dict[str, Any]

    @property
    def message(self) -> Unit:
        return self.texts["message"]

    @property
    def note(self) -> Unit | None:
        return self.texts.get("note")

    @property
    def category(self) -> str | None:
        return self.values.get("category")

    @property
    def recovery(self) -> Recovery | None:
        return self.values.get("recovery")

    @property
    def limit(self) -> dict[str, float]:
        return self.values.get("limit") or {}

    @property
    def placeholders(self) -> dict[str, str]:
        return self.values.get("placeholders") or {}

    @property
    def keywords(self) -> dict[str, tuple[str, ...]]:
        return self.values.get("keywords") or {}

    @property
    def retired(self) -> Retirement | None:
        return self.values.get("retired")


@dataclass(frozen=True, eq=False, repr=False)
class Catalog:
    """A whole catalog. It is read tolerantly: malformed parts are absent, and `violations` says which.

    Attributes:
        document: The YAML that it was read from.
        violations: Where the YAML differs from its schema.
        faults: The namespace and the element of its SOAP faults; empty if it has none.
        unlisted: What is known about codes that faults carry and that are not among the errors.
        xliff: The version of its XLIFF files.
        fields: The optional fields of its errors.
        languages: Its languages by tag, in the author's order.
        words: The words of the site and the command by name, with those that the catalog overrides.
        durations: The times of its limits and recoveries, by the names of their words.
        categories, reasons, recoveries, labels: By name; `labels` are those of the catalog's own fields.
        errors: Sorted by code.
        units: Every text in the YAML, in its order.
        baseline: The findings that are known.
    """

    document: Document
    violations: tuple[Violation, ...]
    package: str
    source_language: str
    site_url: str
    gettext: dict[str, str]
    xliff: str
    outputs: tuple[str, ...]
    faults: dict[str, str]
    unlisted: dict[Code, Unit]
    fields: Table
    languages: dict[str, Language]
    words: dict[str, Unit]
    durations: dict[str, Duration]
    categories: dict[str, Unit]
    reasons: dict[str, Unit]
    recoveries: dict[str, Recovery]
    labels: dict[str, Unit]
    errors: tuple[Error, ...]
    units: tuple[Unit, ...]
    baseline: Baseline = NO_BASELINE

    @property
    def path(self) -> str:
        """The path of its file, as findings have it."""
        return self.document.path

    @property
    def source(self) -> Language:
        """The source language."""
        return self.languages[self.source_language]

    @property
    def title(self) -> str:
        """What the catalog is, in its source language: `Error codes – Shop API`."""
        title, product = self.words["title"].source, self.words["product"].source
        return f"{title} – {product}" if product else title

    @cached_property
    def kind(self) -> type[int] | type[str]:
        """The type of the codes: `int`, or `str` if not every code is a whole number."""
        return int if all(isinstance(error.code, int) for error in self.errors) else str

    @property
    def retired(self) -> list[Error]:
        """The errors that are no longer sent."""
        return [error for error in self.errors if error.retired]

    @property
    def readable(self) -> Iterator[Unit]:
        """Every text that a reader can see: those of the YAML, and the generator's words that it does not override."""
        yield from self.units
        written = {unit.context for unit in self.units}
        yield from (unit for unit in self.words.values() if unit.source and unit.context not in written)

    @cached_property
    def texts(self) -> list[Text]:
        """Every text in the YAML, in every language."""
        return [text for unit in self.units for text in unit.texts.values()]

    @cached_property
    def translations(self) -> list[Text]:
        """Every translation that says something, if the source text that it was made from does."""
        return [text for text in self.texts if not text.is_source and text.text.strip() and text.source.strip()]
