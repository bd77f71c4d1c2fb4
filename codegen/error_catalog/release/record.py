"""What each translation was made from: `catalog.json` of the last generation, or an older YAML.

Nothing is generated while a translation is outdated. So a translation in catalog.json was made from the source text
beside it; what was confirmed before the others could be generated is under `confirmed`, with the newer source text.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from error_catalog import write
from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import Keys
from error_catalog.model.source import reason
from error_catalog.model.texts import Text
from error_catalog.outputs.escaping import to_json_file
from error_catalog.release import revision

FILE = "catalog.json"
SECTIONS = ("texts", "categories", "reasons")
Said = dict[str, str]


class NotRecorded(Exception):
    """It is not known what translations were made from. The message says why."""


class Outdated(NamedTuple):
    """A translation that has not followed its source text, and the source text that it was made from."""

    text: Text
    source: str


@dataclass(frozen=True, slots=True)
class Record:
    """Texts as they were.

    Attributes:
        source_language: The language that they were translated from.
        texts: The texts by language, by the keys of the YAML.
        confirmed: Newer source texts for which translations are right too, by language, by context.
    """

    source_language: str
    texts: dict[Keys, Said]
    confirmed: dict[str, Said]


def load(path: Path) -> Record:
    """Return the record in a catalog.json. Raise NotRecorded if the file is missing or is something else."""
    return parsed(_content(path))


def parsed(content: bytes) -> Record:
    """Return the record in the content of a catalog.json. Raise NotRecorded if it is something else."""
    data = _data(content)
    texts = {keys: _said(said) for keys, said in _texts(data)}
    confirmed = {context: _said(said) for context, said in _mapping(data.get("confirmed")).items()}
    return Record(str(data.get("source_language")), texts, confirmed)


def of(catalog: Catalog) -> Record:
    """Return the record of an older catalog. Translations that were stale in it are unknown."""

    def current(text: Text) -> bool:
        return not text.is_stale and bool(text.text.strip())

    texts = {
        unit.keys: {tag: text.text for tag, text in unit.texts.items() if current(text)}
        | {catalog.source_language: unit.source}
        for unit in catalog.units
    }
    return Record(catalog.source_language, texts, {})


def older_record(name: str, path: str) -> Record:
    """Return the record in a catalog.json or an older YAML, or in the YAML at `path` as of a revision of git.

    Raises:
        CatalogError: There is no such file or revision.
        NotRecorded: It is a JSON file, but not that of a catalog.
    """
    is_json = Path(name).suffix.lower() == ".json" and Path(name).is_file()
    return load(Path(name)) if is_json else of(revision.older(name, path))


def confirm(folder: Path, translations: Sequence[Outdated]) -> None:
    """Add to the catalog.json of an output folder that translations are right for the source texts as they are."""
    if not translations:
        return
    data = _data(_content(folder / FILE))
    confirmed = data["confirmed"] = _mapping(data.get("confirmed"))
    for text, _ in translations:
        context = text.unit.context
        confirmed[context] = _mapping(confirmed.get(context)) | {text.language.tag: text.source}
    mark = folder / write.MARK
    files = {write.MARK: mark.read_bytes() if mark.is_file() else b"", FILE: to_json_file(data)}
    write.write(folder, files, is_partial=True)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise NotRecorded("is missing") from None
    except OSError as error:
        raise NotRecorded(f"cannot be read ({reason(error)})") from None


def _data(content: bytes) -> dict[str, Any]:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        raise NotRecorded("is not JSON") from None
    if not isinstance(data, dict) or "source_language" not in data:
        raise NotRecorded("is not the catalog.json of a catalog")
    return data


def _texts(data: dict[str, Any]) -> Iterator[tuple[Keys, Any]]:
    """Yield what is or may be a text in every language, with its keys in the YAML."""
    for code, said in _mapping(data.get("unlisted")).items():
        yield ("faults", "unlisted", code), said
    for section in SECTIONS:
        yield from (((section, name), said) for name, said in _mapping(data.get(section)).items())
    for name, field in _mapping(data.get("fields")).items():
        yield ("fields", name, "label"), _mapping(field).get("label")
    for name, recovery in _mapping(data.get("recoveries")).items():
        yield from ((("recoveries", name, part), said) for part, said in _mapping(recovery).items())
    errors = data.get("errors")
    for error in map(_mapping, errors if isinstance(errors, list) else []):
        code = str(error.get("code"))
        yield from ((("errors", code, field), said) for field, said in error.items())
        yield ("errors", code, "retired", "reason"), _mapping(error.get("retired")).get("reason")


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _said(value: Any) -> Said:
    return {tag: said for tag, said in _mapping(value).items() if isinstance(said, str)}
