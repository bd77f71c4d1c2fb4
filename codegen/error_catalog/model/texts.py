"""A text in every language (a unit), and in one (a text)."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from error_catalog.model.document import Mapping
from error_catalog.model.findings import Keys
from error_catalog.model.language import Language

if TYPE_CHECKING:
    from error_catalog.model.catalog import Error


@dataclass(slots=True, eq=False, repr=False)
class Text:
    """A text of a unit in one language, as the YAML has it.

    Attributes:
        unit: What it is one language of.
        language: Its language.
        text: What it says.
        form: Its long form, with `stale`, `published` and so on, or None.
        is_source: Whether its language is the source language.
    """

    unit: "Unit"
    language: Language
    text: str
    form: Mapping | None
    is_source: bool

    @property
    def keys(self) -> Keys:
        """The keys of the YAML that lead to the string itself."""
        tag = self.language.tag
        return (*self.unit.keys, tag) if self.form is None else (*self.unit.keys, tag, "text")

    @property
    def where(self) -> str:
        return f"{self.unit.context}.{self.language.tag}"

    @property
    def source(self) -> str:
        """The source text that it says the same as: of a stale translation the older one, if the catalog has it.

        Empty if it is not known: then the text cannot be compared with anything.
        """
        if self.form is None:
            return self.unit.source
        return (self.made_from or "") if self.is_stale else self.unit.source

    @property
    def is_stale(self) -> bool:
        """Whether it has not followed a change of the source text."""
        return self.form is not None and self.form.get("stale") is True

    @property
    def made_from(self) -> str | None:
        """The source text that a stale translation was made from, if the catalog says so."""
        said = self.form.get("source") if self.form is not None else None
        return said if isinstance(said, str) else None

    @property
    def published(self) -> str | None:
        """The published text, if it differs from this one."""
        return self.form.get("published") if self.form is not None else None

    @property
    def because(self) -> list[str]:
        """The names of the reasons why it differs from the published text."""
        return list(self.form.get("because", ())) if self.form is not None else []

    @property
    def accepted(self) -> dict[str, str]:
        """The rules that do not apply to it, with the reason for each."""
        accepted = self.form.get("accept") if self.form is not None else None
        return accepted if isinstance(accepted, dict) else {}


@dataclass(slots=True, eq=False, repr=False)
class Unit:
    """One text of the catalog in every language.

    Attributes:
        keys: The keys of the YAML that lead to it.
        context: Its name, which is also its msgctxt in gettext: `20022.note`, `categories.limit`.
        kind: The name of the field or section that it belongs to.
        written: What the YAML has for it, by language tag.
        error: The error that it belongs to, if it belongs to one.
        source: The source text; empty if it is missing.
        texts: Its well-formed texts by language tag.
        defaults: The generator's own words for it, by language tag; they stand where the catalog has no text.
        is_source_only: Whether the YAML gives it as a plain string, in the source language alone.
    """

    keys: Keys
    context: str
    kind: str
    written: Mapping | dict[str, Any]
    error: "Error | None" = None
    source: str = ""
    texts: dict[str, Text] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    is_source_only: bool = False

    @property
    def is_optional(self) -> bool:
        """Whether complete languages need no translation: the source text is a plain string, or the generator's own."""
        return self.is_source_only or (bool(self.source) and not any(text.is_source for text in self.texts.values()))

    def current(self, tag: str) -> str | None:
        """Return the text in a language, or None if it is missing, empty or stale."""
        text = self.texts.get(tag)
        if text is None:
            return self.defaults.get(tag)
        return None if (text.form is not None and text.is_stale) or not text.text.strip() else text.text

    def __getitem__(self, tag: str) -> str:
        """The current text in a language, or the source text."""
        return self.current(tag) or self.source

    def fill(self, languages: dict[str, Language], source: Any) -> "Unit":
        """Take the well-formed texts from what is written, and return the unit."""
        for tag, value in self.written.items():
            form = value if isinstance(value, Mapping) else None
            said = form.get("text") if form is not None else value
            if isinstance(said, str) and tag in languages:
                self.texts[tag] = Text(self, languages[tag], said, form, tag == source)
        if source in self.texts:
            self.source = self.texts[source].text
        return self
