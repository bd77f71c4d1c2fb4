"""The model: a catalog as the outputs need it, made from a document without mistakes."""

from dataclasses import dataclass, field
from typing import Any

from codegen import languages
from codegen.document import Document
from codegen.labels import LABELS
from codegen.scalars import INTEGER


@dataclass(frozen=True, slots=True)
class Correction:
    """Where we say something else than the published page: what it says, and the names of the reasons."""

    published: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in every language of the catalog. `text[tag]` is the source text where a translation lacks.

    A stale translation, one that has not followed a change of the source text, counts as lacking.
    """

    source: str
    translations: dict[str, str] = field(default_factory=dict)
    stale: frozenset[str] = frozenset()
    corrections: dict[str, Correction] = field(default_factory=dict)

    def __getitem__(self, tag: str) -> str:
        return self.source if tag in self.stale else self.translations.get(tag, self.source)


NO_TEXT = Text("")


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its BCP 47 tag, its own name for itself, the way it is written, and where its files are."""

    tag: str
    name: str
    direction: str
    locale: str
    complete: bool
    published: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Recovery:
    """What a caller can do: whether the same call may succeed later, advice, and whether the publisher states it.

    `title` is the advice in a few words, or the advice itself where the catalog has no shorter one.
    """

    name: str
    retry: bool
    stated: bool
    title: Text
    advice: Text

    @property
    def label(self) -> str:
        """The label that says whose advice it is."""
        return "stated" if self.stated else "own_advice"

    @property
    def retry_label(self) -> str:
        """The label that says whether the same call may succeed later."""
        return "retry" if self.retry else "no_retry"


Code = int | str


@dataclass(frozen=True, slots=True)
class Retirement:
    """Since which version or day a code is retired, why, and the code to use instead."""

    since: str
    because: Text
    use: Code | None


@dataclass(frozen=True, slots=True)
class Error:
    """One error. `note` is NO_TEXT where the catalog has none; the other optional parts are None or empty."""

    code: Code
    name: str
    message: Text
    note: Text
    category: str | None
    recovery: Recovery | None
    rest: tuple[int, ...]
    limit: dict[str, float]
    placeholders: dict[str, str]
    retired: Retirement | None

    @property
    def recovery_name(self) -> str | None:
        return self.recovery.name if self.recovery else None

    @property
    def fields(self) -> list[tuple[str, Text]]:
        """The texts of this error by the name of their field."""
        return [(name, text) for name, text in (("message", self.message), ("note", self.note)) if text is not NO_TEXT]


@dataclass(frozen=True, slots=True)
class Catalog:
    """A whole catalog. Errors are sorted by code; everything else keeps the author's order."""

    package: str
    site_url: str
    gettext: dict[str, str]
    fault_namespace: str
    fault_element: str
    source_language: str
    languages: tuple[Language, ...]
    texts: dict[str, Text]
    categories: dict[str, Text]
    reasons: dict[str, Text]
    recoveries: dict[str, Recovery]
    errors: tuple[Error, ...]

    @property
    def title(self) -> str:
        return self.texts["title"].source

    @property
    def retired(self) -> list[Error]:
        """The errors that are no longer sent."""
        return [error for error in self.errors if error.retired]

    @property
    def kind(self) -> str:
        """The Python type of the codes: `int`, or `str` where not every code is a whole number."""
        return type(self.errors[0].code).__name__

    @property
    def enum(self) -> str:
        """The Python enum for such codes."""
        return f"{self.kind.title()}Enum"

    @property
    def source(self) -> Language:
        """The source language."""
        return next(language for language in self.languages if language.tag == self.source_language)


def build(document: Document) -> Catalog:
    """The catalog that a document describes. The document has no mistakes: see `codegen.rules.find`."""
    root = document.root
    source = root["source_language"]

    def text(node: dict[str, Any]) -> Text:
        return _text(node, source)

    def texts(section: str) -> dict[str, Text]:
        return {name: text(node) for name, node in root.get(section, {}).items()}

    code = int if all(INTEGER.fullmatch(code) for code in root["errors"]) else str

    def retirement(node: dict[str, Any]) -> Retirement:
        because, use = node["because"], node.get("use")
        reason = text(because) if isinstance(because, dict) else Text(because)
        return Retirement(node["since"], reason, None if use is None else code(use))

    recoveries = {
        name: Recovery(
            name,
            retry=node["retry"],
            stated=node.get("stated", False),
            title=text(node.get("title", node["advice"])),
            advice=text(node["advice"]),
        )
        for name, node in root.get("recoveries", {}).items()
    }
    return Catalog(
        package=root["package"],
        site_url=root.get("site_url", ""),
        gettext=dict(root.get("gettext", {})),
        fault_namespace=root.get("faults", {}).get("namespace", ""),
        fault_element=root.get("faults", {}).get("element", ""),
        source_language=source,
        languages=tuple(_language(tag, node) for tag, node in root["languages"].items()),
        texts={name: Text(label) for name, label in LABELS.items()} | texts("texts"),
        categories=texts("categories"),
        reasons=texts("reasons"),
        recoveries=recoveries,
        errors=tuple(
            Error(
                code=number,
                name=node["name"],
                message=text(node["message"]),
                note=text(node["note"]) if "note" in node else NO_TEXT,
                category=node.get("category"),
                recovery=recoveries.get(node.get("recovery")),
                rest=tuple(node.get("rest", ())),
                limit=dict(node.get("limit", {})),
                placeholders=dict(node.get("placeholders", {})),
                retired=retirement(node["retired"]) if "retired" in node else None,
            )
            for number, node in sorted(
                ((code(written), node) for written, node in root["errors"].items()), key=lambda item: item[0]
            )
        ),
    )


def _language(tag: str, node: dict[str, Any]) -> Language:
    return Language(
        tag=tag,
        name=languages.autonym(tag),
        direction=languages.direction(tag),
        locale=languages.gettext_name(tag),
        complete=node.get("complete", True),
        published=dict(node.get("published", {})),
    )


def _text(node: dict[str, Any], source: str) -> Text:
    long = {tag: form for tag, form in node.items() if isinstance(form, dict)}
    said = {tag: form["text"] if tag in long else form for tag, form in node.items()}
    return Text(
        source=said[source],
        translations=said,
        stale=frozenset(tag for tag, form in long.items() if form.get("stale")),
        corrections={
            tag: Correction(form["published"], tuple(form.get("because", ())))
            for tag, form in long.items()
            if "published" in form
        },
    )
