"""What rules know about a language: from CLDR, and from the catalog's `languages`, `glossary` and `protected`."""

from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from babel import Locale
from babel.core import get_global
from babel.numbers import format_decimal

from codegen import languages
from codegen.document import Mapping, mapping

SEVERAL_SCRIPTS = {
    "Jpan": {"HIRAGANA", "KATAKANA", "CJK"},
    "Kore": {"HANGUL", "CJK"},
    "Hang": {"HANGUL", "CJK"},
    "Hans": {"CJK", "BOPOMOFO"},
    "Hant": {"CJK", "BOPOMOFO"},
}


class Term(NamedTuple):
    """A term of the source language: what a translation says for it, and what it does not say."""

    source: str
    use: tuple[str, ...]
    avoid: tuple[str, ...]


@dataclass(frozen=True)
class Language:
    """One language: `scripts` are Unicode's names for the letters it is written in; empty where CLDR has none."""

    tag: str
    complete: bool
    scripts: frozenset[str]
    style: Mapping | dict[str, Any]
    glossary: tuple[Term, ...]
    terms: tuple[str, ...]
    protected: tuple[str, ...]

    @classmethod
    def of(cls, tag: str, root: Mapping, bad: set[tuple[str | int, ...]]) -> "Language":
        """What the catalog says of a language, but for the parts below the keys that are `bad`."""
        node = mapping(mapping(root.get("languages")).get(tag))
        glossary = mapping(root.get("glossary"))
        terms = [term for term in glossary if ("glossary", term) not in bad and ("glossary",) not in bad]
        protected = root.get("protected")
        return cls(
            tag=tag,
            complete=node.get("complete") is not False,
            scripts=_scripts(tag),
            style={} if ("languages", tag) in bad else mapping(node.get("style")),
            glossary=tuple(_terms(tag, {term: glossary[term] for term in terms})),
            terms=tuple(terms),
            protected=tuple(word for word in protected if isinstance(word, str)) if isinstance(protected, list) else (),
        )

    @property
    def essential_scripts(self) -> frozenset[str]:
        """The scripts of which a text has a letter: for Korean, Hangul alone, as Chinese letters only go with it."""
        return frozenset({"HANGUL"}) if "HANGUL" in self.scripts else self.scripts

    def has(self, data: str) -> bool:
        """Whether the catalog says of this language what a rule needs to know: a key of `style`, or `glossary`."""
        return bool(self.glossary) if data == "glossary" else data in self.style

    def number(self, digits: str) -> str:
        """A whole number as CLDR groups it in this language; as it is where CLDR does not know the language."""
        return _number(self.tag, int(digits))


def _strings(value: Any) -> tuple[str, ...]:
    found = value if isinstance(value, list) else [value]
    return tuple(item for item in found if isinstance(item, str) and item)


def _terms(tag: str, glossary: Mapping | dict[str, Any]) -> list[Term]:
    entries = ((source, mapping(mapping(by_language).get(tag))) for source, by_language in glossary.items())
    return [Term(source, _strings(entry.get("use")), _strings(entry.get("not"))) for source, entry in entries if entry]


@cache
def _scripts(tag: str) -> frozenset[str]:
    try:
        locale = languages.locale(tag)
    except ValueError:
        return frozenset()
    likely = get_global("likely_subtags")
    parts = (part for key in (str(locale), locale.language) for part in likely.get(key, "").split("_"))
    script = locale.script or next((part for part in parts if len(part) == 4), "")
    if script in SEVERAL_SCRIPTS:
        return frozenset(SEVERAL_SCRIPTS[script])
    name = Locale("en").scripts.get(script, "").upper().split()
    return frozenset(name[:1])


@cache
def _number(tag: str, value: int) -> str:
    try:
        return format_decimal(value, locale=languages.locale(tag))
    except ValueError:
        return str(value)
