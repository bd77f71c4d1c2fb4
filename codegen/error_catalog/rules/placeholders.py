"""C21: placeholders, each kind by its own syntax."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache

from error_catalog.model.catalog import Catalog
from error_catalog.model.document import mapping
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.parts import PLACEHOLDER
from error_catalog.rules.registry import rule

PLAIN = re.compile(r"(?<![{$])\{([a-z][a-z0-9_]*)\}(?!\})")
FIELD = re.compile(r"\{([A-Za-z0-9_]*)(?:[.\[!:][^{}]*)?\}")
PRINTF = re.compile(r"%(\d{1,3}\$)?[^A-Za-z@]*(?:hh|h|ll|l|z|j|t|L)?([A-Za-z@])")
GLUED = re.compile(r"%(?:\d{1,3}\$)?[-+#0]?\d{0,5}(?:\.\d{1,5})?([diouxXeEfFgGcspr])")
INNER_SPACES = re.compile(r"(?<=\{)\s+|\s+(?=\})")
NAMELESS = re.compile(r"%(?!\()")
INTEGERS = str.maketrans("iu", "dd")

Kinds = Counter[str]


@rule("C21")
def placeholders(catalog: Catalog) -> Iterator[Complaint]:
    """Placeholders such as `{table}` are declared, and the same in every language; so are `%s` and the like.

    They can be in another order. `placeholders` declares each `{name}` of lower-case letters, digits and underscores
    with an example. Others are known and compared, but not filled in: `{0}`, `{fileName}`, `{{x}}`, `${x}`, `$1`,
    `%s`, `%1$s`, `%-.64s`, `%(name)s`.

    wrong: {placeholders: {table: "orders"}, en: "No table {table}", de: "Keine Tabelle {tabelle}"}
    wrong: {placeholders: {table: "orders"}, en: "No table {table}", de: "Keine Tabelle"}
    wrong: {en: "No table {table}", de: "Keine Tabelle {table}"}
    wrong: {placeholders: {table: "orders"}, en: "No table {table.name}", de: "Keine Tabelle {table.name}"}
    wrong: {en: "No table %s", de: "Keine Tabelle"}
    wrong: {en: "No table {0} in {1}", de: "Keine Tabelle {0} in {0}"}
    right: {placeholders: {table: "orders"}, en: "No table {table}", de: "Die Tabelle {table} fehlt"}
    right: {en: "No table %s in %s", de: "In %2$s fehlt die Tabelle %1$s"}
    """
    used: defaultdict[str, set[str]] = defaultdict(set)
    for unit in catalog.units:
        declared = None
        if unit.error is not None:
            declared = set(mapping(unit.error.node.get("placeholders")))
            used[unit.error.key].update(PLAIN.findall(unit.source))
        for text in unit.texts.values():
            if any(mark in said for mark in "{%$" for said in (text.text, text.source)):
                for message in _faults(text, None if text.is_stale else declared):
                    yield Complaint(text.keys, text.where, message, text=text.text)
    for error in catalog.errors:
        for name in error.placeholders:
            if name not in used[error.key]:
                keys, where = ("errors", error.key, "placeholders", name), f"{error.key}.placeholders"
                yield Complaint(keys, where, f"{{{name}}} is not in the source texts; remove it", is_about_key=True)


def _faults(text: Text, declared: set[str] | None) -> Iterator[str]:
    """Yield what is wrong with the placeholders of a text."""
    if declared is not None:
        yield from _undeclared(text.text, declared)
    if text.is_source or not text.source.strip():
        return
    said, wanted = _kinds(text.text), _kinds(text.source)
    if said == wanted or _without_positions(text.text) == _without_positions(text.source):
        return
    missing, added = _changed(wanted, said), _changed(said, wanted)
    if _loose(text.text) == _loose(text.source):
        return
    yield from (f"{shown} of the source text is missing; add it" for shown in missing)
    yield from (f"{shown} is not in the source text; remove it" for shown in added)


def _changed(kinds: Kinds, others: Kinds) -> list[str]:
    """Return the placeholders that others do not have, or not as often; those with a name can be repeated."""
    return [
        kind for kind, count in kinds.items() if not others[kind] or (NAMELESS.match(kind) and count > others[kind])
    ]


def _undeclared(text: str, declared: set[str]) -> Iterator[str]:
    for name in sorted(set(PLAIN.findall(text)) - declared):
        yield f"{{{name}}} is not declared in `placeholders`; declare it with an example"
    for shown in sorted(set(PLACEHOLDER.findall(text))) if declared else ():
        field = FIELD.fullmatch(shown)
        if field and not PLAIN.fullmatch(shown) and field[1] in declared:
            yield f"{shown} is not a plain name; write {{{field[1]}}}"


@lru_cache(4096)
def _kinds(text: str) -> Kinds:
    """Return the placeholders of a text as far as translations must have the same."""
    count = itertools.count()
    numbered = (f"{{{next(count)}}}" if found[0] == "{}" else found[0] for found in PLACEHOLDER.finditer(text))
    return Counter(filter(None, map(_kind, numbered)))


def _kind(shown: str) -> str:
    if shown.startswith("{") and not shown.startswith("{{"):
        field = FIELD.fullmatch(shown)
        return f"{{{field[1]}}}" if field else ""
    if shown.startswith("%("):
        return shown[:-1] + shown[-1].translate(INTEGERS)
    if shown.startswith("%"):
        found = PRINTF.fullmatch(shown)
        return f"%{found[1] or ''}{found[2].translate(INTEGERS)}" if found else shown
    return INNER_SPACES.sub("", shown)


def _without_positions(text: str) -> Kinds:
    """Return the placeholders of a text without their positions: `%1$s` as `%s`."""
    return Counter(re.sub(r"^%\d+\$", "%", kind) for kind in _kinds(text).elements())


def _loose(text: str) -> Kinds:
    """Return the conversions of a text, also those with a letter right behind them, as in `%snon`."""
    named = Counter(kind for kind in _kinds(text).elements() if not kind.startswith("%") or kind.startswith("%("))
    return named + Counter(f"%{letter.translate(INTEGERS)}" for letter in GLUED.findall(text))
