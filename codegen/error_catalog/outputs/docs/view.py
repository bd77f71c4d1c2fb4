"""A catalog as a reader of one language sees it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from error_catalog.model.catalog import Catalog, Code, Error
from error_catalog.model.fields import Field
from error_catalog.model.language import Language
from error_catalog.model.texts import Unit
from error_catalog.model.words import ENGLISH
from error_catalog.outputs.docs.markup import attribute, markdown
from error_catalog.outputs.escaping import Escaped

INDEX_TEXTS = {
    "title": "text_title",
    "description": "text_description",
    "introduction": "text_introduction",
    "lead_in": "text_lead_in",
    "column_code": "text_column",
    "column_message": "text_column",
    "column_note": "text_column",
}
"""The texts that a published page has in addition to those of its errors, and their labels."""

PLACE = 0xE000
"""The first of the private characters that stand for the parts of a pattern while it is escaped."""


@dataclass(frozen=True)
class View:
    """One language of a catalog: texts and labels as its pages show them.

    A text that is not in this language falls back to the source text. It is then marked: with its own `lang` and `dir`,
    and with the words "not translated yet"; labels have the attributes alone.
    """

    catalog: Catalog
    language: Language
    escape: Callable[[str], Escaped] = markdown

    @property
    def tag(self) -> str:
        return self.language.tag

    @property
    def words(self) -> dict[str, Unit]:
        return self.catalog.words

    def word(self, name: str) -> str:
        """Return a label as plain text."""
        return self.words[name][self.tag]

    def say(self, name: str) -> Escaped:
        """Return a label as Markdown."""
        return self.marked(self.words[name])

    def text(self, unit: Unit, said: str | None = None) -> Escaped:
        """Return a text as Markdown, or `said`, which was made from it."""
        shown = self.marked(unit, said)
        if not self._is_fallback(unit):
            return shown
        before, _, after = self.word("with_remark").partition("{text}")
        remark = self._filled(after, remark=self.say("not_translated"))
        return Escaped(f"{self.escape(before)}{shown}<small>{remark}</small>")

    def plain(self, unit: Unit) -> str:
        """Return a text as it stands where nothing can be marked up, as in the title of a page."""
        if not self._is_fallback(unit):
            return unit[self.tag]
        return self.word("with_remark").replace("{remark}", self.word("not_translated")).replace("{text}", unit.source)

    def marked(self, unit: Unit, said: str | None = None) -> Escaped:
        """Return a text as Markdown, without the words "not translated yet"."""
        shown = self.escape(unit[self.tag] if said is None else said)
        attributes = self.attributes(unit)
        return Escaped(f"<span{attributes}>{shown}</span>") if attributes else shown

    def attributes(self, unit: Unit) -> Escaped:
        """Return the `lang` and `dir` of a text that falls back, as HTML attributes; nothing if it does not."""
        if not self._is_fallback(unit):
            return Escaped("")
        source = self.catalog.source
        is_source = source.tag in unit.texts or source.tag in unit.defaults
        tag, direction = (source.tag, source.direction) if is_source else (ENGLISH, "ltr")
        return Escaped(f' lang="{attribute(tag)}" dir="{attribute(direction)}"')

    def in_source_language(self, text: str) -> Escaped:
        """Return a text as Markdown that the catalog has in its source language alone."""
        source = self.catalog.source
        attributes = f'lang="{attribute(source.tag)}" dir="{attribute(source.direction)}"'
        return self.escape(text) if self.is_source else Escaped(f"<span {attributes}>{self.escape(text)}</span>")

    def label(self, row: Field) -> Escaped:
        """Return the label of a field as Markdown."""
        return self.marked(self.catalog.labels[row.name]) if row.is_own else self.say(row.label)

    def heading(self, name: str) -> Escaped:
        """Return the label of a text of errors as Markdown."""
        return self.say("column_message") if name == "message" else self.label(self.catalog.fields.fields[name])

    def plain_heading(self, name: str) -> str:
        """Return the label of a text of errors where nothing can be marked up, as in an attribute."""
        if name == "message":
            return self.word("column_message")
        row = self.catalog.fields.fields[name]
        return self.catalog.labels[name][self.tag] if row.is_own else self.word(row.label)

    def unlisted(self, code: Code) -> Escaped:
        """Return the sentence that a code is not one of the catalog."""
        shown = self._filled(self.word("unknown_code"), code=self.escape(str(code)))
        attributes = self.attributes(self.words["unknown_code"])
        return Escaped(f"<span{attributes}>{shown}</span>") if attributes else shown

    def labelled(self, label: Escaped, value: Escaped) -> Escaped:
        """Return a label with its value: `Calls: 100`."""
        return self._filled(self.word("label_value"), label=label, value=value)

    def rate(self, figure: Escaped, time: Escaped) -> Escaped:
        """Return a figure with the time that it is about: `100 in 20 seconds`."""
        if self._is_fallback(self.words["rate"]):  # an English pattern would make half of a sentence English
            return Escaped(f"{figure} · {time}")
        return self._filled(self.word("rate"), figure=figure, time=time)

    def joined(self, parts: list[Escaped]) -> Escaped:
        """Return a list in a line of text."""
        return Escaped(self.escape(self.word("list_separator")).join(parts))

    def titles(self) -> dict[str, Unit]:
        """Return the titles of the categories that have errors, in the catalog's order."""
        used = {error.category for error in self.catalog.errors}
        return {name: unit for name, unit in self.catalog.categories.items() if name in used}

    def corrections(self, texts: Iterable[tuple[Escaped, Unit]]) -> list[dict[str, str | Escaped]]:
        """Return what the catalog says, what was published, and why they differ.

        Args:
            texts: Texts with their labels.
        """
        return [
            {
                "label": label,
                "ours": text.text,
                "published": text.published,
                "because": self.joined([self.text(self.catalog.reasons[name]) for name in text.because]),
            }
            for label, unit in texts
            if (text := unit.texts.get(self.tag)) and text.published is not None
        ]

    def error_texts(self, error: Error) -> list[tuple[Escaped, Unit]]:
        """Return the texts of an error with their labels."""
        return [(self.heading(name), unit) for name, unit in error.texts.items()]

    @property
    def page_texts(self) -> list[tuple[Escaped, Unit]]:
        """The texts of the index page that say something, with their labels."""
        return [(self.say(label), self.words[name]) for name, label in INDEX_TEXTS.items() if self.words[name].source]

    @property
    def is_source(self) -> bool:
        return self.tag == self.catalog.source_language

    @property
    def has_notes(self) -> bool:
        return any(error.note for error in self.catalog.errors)

    def _is_fallback(self, unit: Unit) -> bool:
        return unit.current(self.tag) is None and bool(unit.source.strip())

    def _filled(self, pattern: str, **parts: Escaped) -> Escaped:
        """Return a pattern such as `{label}: {value}`, escaped, with these parts in it."""
        for number, name in enumerate(parts):
            pattern = pattern.replace(f"{{{name}}}", chr(PLACE + number))
        filled = str(self.escape(pattern))
        for number, part in enumerate(parts.values()):
            filled = filled.replace(chr(PLACE + number), part)
        return Escaped(filled)
