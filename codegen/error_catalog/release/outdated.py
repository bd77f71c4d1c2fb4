"""Translations that have not followed their source text: it has changed, and they have not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import START, Finding, Keys
from error_catalog.model.texts import Text
from error_catalog.release.changes import Comparison
from error_catalog.release.record import FILE, NotRecorded, Outdated, Record, load

RULE, NAME = "F02", "outdated-translation"
EVERY = "all"
NOT_CHECKED = "so that it was not checked which translations are outdated"


class NotOutdated(Exception):
    """What is to be confirmed is not outdated. The message names what is."""


class Behind(NamedTuple):
    """The outdated translations of a catalog, or why they are not known."""

    translations: list[Outdated]
    unknown: str = ""

    def chosen(self, names: Iterable[str]) -> list[Outdated]:
        """Return the translations that are named, as findings name them: `20022.note.fr`, `20022.note`, or `all`.

        Raises:
            NotOutdated: A name is not that of an outdated translation.
        """
        picked: list[Outdated] = []
        for name in names:
            named = [one for one in self.translations if name == EVERY or f"{one.text.where}.".startswith(f"{name}.")]
            if not named and name != EVERY:
                known = ", ".join(one.text.where for one in self.translations) or "none"
                raise NotOutdated(f"{name} is not an outdated translation; outdated: {self.unknown or known}")
            picked += named
        return list(dict.fromkeys(picked))

    def findings(self, catalog: Catalog, without: Sequence[Outdated] = ()) -> list[Finding]:
        """Return a finding for each translation but some, at its place in the YAML."""
        return [_finding(catalog, one) for one in self.translations if one not in without]

    def unchecked(self, catalog: Catalog, folder: Path, findings: list[Finding]) -> list[Finding]:
        """Return findings with what is said if it is not known which translations are outdated.

        If there is a finding about the file that would know it, that finding says so; else there is a hint.
        """
        if not self.unknown or not catalog.translations:
            return findings
        path = str(folder / FILE)
        if any(finding.path in (path, str(folder)) for finding in findings):
            return [_told(finding) if finding.path in (path, str(folder)) else finding for finding in findings]
        message = f"{self.unknown}, {NOT_CHECKED}; make the output `json`, and commit it"
        return [*findings, Finding(path, START, RULE, FILE, message, name=NAME, severity="hint")]


def since(folder: Path, catalog: Catalog) -> Behind:
    """Return what has not followed since the last generation into an output folder."""
    try:
        return Behind(outdated(catalog, load(folder / FILE)))
    except NotRecorded as error:
        return Behind([], str(error))


def without_settled(found: Comparison, catalog: Catalog, folder: Path) -> Comparison:
    """Leave translations out of a comparison that have been confirmed since, as catalog.json knows."""
    try:
        record = load(folder / FILE)
    except NotRecorded:
        return found
    settled = _settled(catalog, record)
    return Comparison([one for one in found.changes if one.kind != "outdated" or one.where not in settled])


def outdated(catalog: Catalog, record: Record) -> list[Outdated]:
    """Return the translations that are as they were although their source text is not.

    A text whose code, key or language has been renamed is known by what it says.

    Raises:
        NotRecorded: The record is of another source language.
    """
    if record.source_language != catalog.source_language:
        raise NotRecorded(f"was made with the source language {record.source_language}")
    return list(_outdated(catalog, record, _gone(catalog, record)))


def _settled(catalog: Catalog, record: Record) -> set[str]:
    """Return the names of the translations that are known to be right for the source text as it is."""
    if record.source_language != catalog.source_language:
        return set()
    return {text.where for text in catalog.translations if not text.is_stale and _is_settled(text, record)}


def _is_settled(text: Text, record: Record) -> bool:
    return text.source in (_made_from(text, record, {}), _confirmed_for(text, record))


def _outdated(catalog: Catalog, record: Record, gone: dict[tuple[str, str], set[str]]) -> Iterator[Outdated]:
    for text in catalog.translations:
        source = None if text.is_stale else _made_from(text, record, gone)
        if source is not None and text.source not in (source, _confirmed_for(text, record)):
            yield Outdated(text, source)


def _confirmed_for(text: Text, record: Record) -> str | None:
    return record.confirmed.get(text.unit.context, {}).get(text.language.tag)


def _made_from(text: Text, record: Record, gone: dict[tuple[str, str], set[str]]) -> str | None:
    """Return the source text that a translation was made from, or None if it is new or has changed."""
    said = record.texts.get(text.unit.keys, {})
    was = said.get(text.language.tag)
    if was is None:
        moved = gone.get((_kind(text.unit.keys), text.text), set())
        return min(moved) if len(moved) == 1 else None
    return said.get(record.source_language) if was == text.text else None


def _gone(catalog: Catalog, record: Record) -> dict[tuple[str, str], set[str]]:
    """Return the source texts of translations that the catalog does not have any more, by kind and translation."""
    present = {(text.unit.keys, text.language.tag) for text in catalog.texts}
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for keys, said in record.texts.items():
        source = said.get(record.source_language, "")
        for tag, text in said.items() if source else ():
            if tag != record.source_language and (keys, tag) not in present:
                found[_kind(keys), text].add(source)
    return found


def _kind(keys: Keys) -> str:
    """Return what texts under such keys are: a field of errors, a part of recoveries, or a section."""
    return str(keys[-1] if keys[0] in ("errors", "recoveries") else keys[0])


def _told(finding: Finding) -> Finding:
    return finding._replace(message=f"{finding.message}; it is missing or cannot be used, {NOT_CHECKED}")


def _finding(catalog: Catalog, one: Outdated) -> Finding:
    text, source = one
    change = f"its source text was {source!r} and is {text.source!r}"
    ways = f"translate it, run `error-catalog stale`, or confirm it with `error-catalog --confirm {text.where}`"
    keys = text.keys
    path, place = catalog.document.path_of(keys), catalog.document.place(keys)
    return Finding(path, place, RULE, text.where, f"{change}; {ways}", name=NAME, keys=keys, text=text.text)
