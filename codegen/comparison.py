"""What has changed since an older catalog, and what it means for those who use the package."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from codegen import rules
from codegen.document import Document, mapping
from codegen.rules.reading import Reading, Unit

STEPS = {"breaking": "major", "compatible": "minor", "wording": "patch", "left behind": "patch"}
"""The kinds of change, the gravest first, with the step of the version that each calls for."""

FACTS = ("category", "recovery", "rest", "limit")
SETTINGS = {"package": "the package", "source_language": "the source language"}


class Change(NamedTuple):
    """One difference: its kind from STEPS, what it is about, in words, and its `line:column` in the newer YAML."""

    kind: str
    where: str
    message: str
    place: str


class Comparison(NamedTuple):
    """Every change, the gravest first, and the step of the version: major, minor, patch or none."""

    changes: list[Change]

    @property
    def step(self) -> str:
        steps = [STEPS[change.kind] for change in self.changes]
        return min(steps, key=["major", "minor", "patch"].index, default="none")

    @property
    def is_fine(self) -> bool:
        """Nothing breaks and no translation is left behind."""
        return all(change.kind in ("compatible", "wording") for change in self.changes)


def compare(old: Document, new: Document) -> Comparison:
    """The changes from one catalog to another. Raises CatalogError where one of them is no catalog."""
    for document in (old, new):
        rules.refuse_unusable(document)
    found = [*_settings(old, new), *_names(old, new), *_facts(old, new), *_texts(old, new)]
    order = list(STEPS)
    return Comparison(sorted(found, key=lambda change: order.index(change.kind)))


def _change(document: Document, kind: str, keys: tuple[str, ...], message: str, where: str = "") -> Change:
    line, column = document.place(*keys)
    return Change(kind, where or ".".join(keys).removeprefix("errors."), message, f"{line}:{column}")


def _settings(old: Document, new: Document) -> Iterator[Change]:
    for key, what in SETTINGS.items():
        before, after = old.root[key], new.root[key]
        if before != after:
            yield _change(new, "breaking", (key,), f"{what} was {before} and is {after}")
    for section in ("languages", "categories", "recoveries"):
        before, after = (mapping(document.root.get(section)) for document in (old, new))
        for name in before:
            if name not in after:
                yield _change(new, "breaking", (section, name), "is gone")
        for name in after:
            if name not in before:
                yield _change(new, "compatible", (section, name), "is new")


def _names(old: Document, new: Document) -> Iterator[Change]:
    """Numbers and names are how programs know an error."""
    before, after = old.root["errors"], new.root["errors"]
    codes = {error["name"]: code for code, error in after.items()}
    moved = {codes[error["name"]] for code, error in before.items() if codes.get(error["name"], code) != code}
    for code, error in before.items():
        name = error["name"]
        now = codes.get(name)
        if now is not None and now != code:
            yield _change(new, "breaking", ("errors", now), f"{name} was {code} and is {now}", code)
        elif code not in after:
            yield _change(new, "breaking", ("errors", code), f"{name} is gone; keep it, with `retired`")
        elif after[code]["name"] != name:
            keys = ("errors", code, "name")
            yield _change(new, "breaking", keys, f"the name was {name} and is {after[code]['name']}", code)
    for code, error in after.items():
        if code not in before and code not in moved:
            yield _change(new, "compatible", ("errors", code), f"{error['name']} is new")


def _facts(old: Document, new: Document) -> Iterator[Change]:
    for code, error in old.root["errors"].items():
        now = mapping(new.root["errors"].get(code))
        if not now:
            continue
        keys = ("errors", code)
        before, after = (mapping(node.get("placeholders")) for node in (error, now))
        for name in before:
            if name not in after:
                yield _change(new, "breaking", (*keys, "placeholders"), f"the placeholder {{{name}}} is gone", code)
        for name in after:
            if name not in before:
                message = f"the placeholder {{{name}}} is new: callers that fill in the text lack it"
                yield _change(new, "breaking", (*keys, "placeholders", name), message, code)
        if "retired" in now and "retired" not in error:
            yield _change(new, "compatible", (*keys, "retired"), f"{now['name']} is retired", code)
        for fact in FACTS:
            if error.get(fact) != now.get(fact):
                message = f"{fact} was {_shown(error.get(fact))} and is {_shown(now.get(fact))}"
                yield _change(new, "compatible", (*keys, fact), message, code)


def _shown(fact: Any) -> str:
    if isinstance(fact, dict):
        return ", ".join(f"{name} {figure}" for name, figure in fact.items())
    return ", ".join(map(str, fact)) if isinstance(fact, list) else str(fact or "nothing")


def _texts(old: Document, new: Document) -> Iterator[Change]:
    """What texts say, and translations that have not followed their source text."""
    before = {unit.keys: unit for unit in Reading.of(old).units}
    for unit in Reading.of(new).units:
        then = before.pop(unit.keys, None)
        if then is not None:
            yield from _text(then, unit, new)
    for unit in before.values():
        if unit.code in new.root["errors"]:
            yield _change(new, "wording", unit.keys, "is gone", unit.where)


def _text(then: Unit, unit: Unit, new: Document) -> Iterator[Change]:
    for tag, text in unit.texts.items():
        said = then.texts[tag].text if tag in then.texts else None
        if said != text.text:
            message = f"was {said!r} and is {text.text!r}" if said is not None else f"is new: {text.text!r}"
            yield _change(new, "wording", text.keys, message, text.where)
        elif then.source != unit.source and not text.is_source and not mapping(text.form).get("stale"):
            source = f"its source text was {then.source!r} and is {unit.source!r}"
            message = f"is as it was, but {source}; translate it, or mark it `stale: true`"
            yield _change(new, "left behind", text.keys, message, text.where)
    for tag in then.texts:
        if tag not in unit.texts and tag in new.root["languages"]:
            yield _change(new, "wording", unit.keys, "is gone", f"{unit.where}.{tag}")
