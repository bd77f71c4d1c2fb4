"""A language of a catalog: what the YAML says about it, and what CLDR knows."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from error_catalog.model import grammar, languages
from error_catalog.model.document import Mapping, mapping


class Term(NamedTuple):
    """A term of the source language: what a translation uses for it, and what it must not use."""

    source: str
    use: tuple[str, ...]
    avoid: tuple[str, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Language:
    """A language by its BCP 47 tag, with what the catalog says about it.

    Attributes:
        is_complete: Whether every text must exist in it.
        published: What the published page says about itself.
        style, glossary, protected: What rules need to know and CLDR does not say.
        terms: The terms of the whole glossary, whether this language has an entry or not.
    """

    tag: str
    is_complete: bool
    published: Mapping | dict[str, Any]
    style: Mapping | dict[str, Any]
    glossary: tuple[Term, ...]
    terms: tuple[str, ...]
    protected: tuple[str, ...]

    @classmethod
    def of(cls, tag: str, root: Mapping, malformed: set[tuple[str | int, ...]]) -> "Language":
        """Return a language as the catalog describes it, without the parts below keys that are malformed."""
        node = mapping(mapping(root.get("languages")).get(tag))
        is_sound = ("languages", tag) not in malformed
        glossary = mapping(root.get("glossary")) if ("glossary",) not in malformed else {}
        terms = {term: node for term, node in glossary.items() if ("glossary", term) not in malformed}
        protected = root.get("protected")
        return cls(
            tag=tag,
            is_complete=node.get("complete") is not False,
            published=mapping(node.get("published")) if is_sound else {},
            style=mapping(node.get("style")) if is_sound else {},
            glossary=tuple(_terms(tag, terms)),
            terms=tuple(terms),
            protected=tuple(word for word in protected if isinstance(word, str)) if isinstance(protected, list) else (),
        )

    @cached_property
    def name(self) -> str:
        """The language's own name for itself."""
        return languages.autonym(self.tag)

    @cached_property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return languages.direction(self.tag)

    @property
    def locale(self) -> str:
        """The tag in gettext's spelling, as files are named."""
        return languages.gettext_name(self.tag)

    @cached_property
    def scripts(self) -> frozenset[str]:
        """Unicode's names of the scripts that it is written in; empty if CLDR does not know the language."""
        return languages.scripts(self.tag)

    @cached_property
    def essential_scripts(self) -> frozenset[str]:
        """The scripts of which a text has a letter. For Korean, Hangul: Chinese letters only stand beside it."""
        return frozenset({"HANGUL"}) if "HANGUL" in self.scripts else self.scripts

    def has(self, data: str) -> bool:
        """Return True if there is what a rule needs to know: `glossary`, a key of `style`, or one of the grammar."""
        return bool(self.glossary) if data == "glossary" else data in self.style or data in grammar.data(self.tag)

    def number(self, digits: str) -> str:
        """Return a whole number as CLDR groups it in this language."""
        return languages.grouped(digits, self.tag)


def _terms(tag: str, glossary: Mapping | dict[str, Any]) -> list[Term]:
    entries = ((source, mapping(mapping(by_language).get(tag))) for source, by_language in glossary.items())
    return [Term(source, _strings(entry.get("use")), _strings(entry.get("not"))) for source, entry in entries if entry]


def _strings(value: Any) -> tuple[str, ...]:
    found = value if isinstance(value, list) else [value]
    return tuple(item for item in found if isinstance(item, str) and item)
