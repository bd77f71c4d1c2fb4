"""What the last run made of which catalog: where both are as they were, nothing needs to be done.

A record is one small file per output directory in the user's cache. Nothing is wrong without it but the time.
"""

import json
import os
import sys
from collections.abc import Iterable
from functools import cached_property
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from codegen.tree import paths

LIBRARIES = ("babel", "ftfy", "jinja2", "jsonschema-rs", "ruamel.yaml")
GENERATOR = Path(__file__).parent
SCHEMA = GENERATOR.parent / "catalog" / "errors.schema.json"


class Record:
    """The record of an output directory, for these parts of it."""

    def __init__(self, catalog: str, output: Path, parts: Iterable[str] | None) -> None:
        self._catalog = Path(catalog)
        self._output = output.resolve()
        self._parts = sorted(parts or ())
        name = _digest([str(self._output), *self._parts])
        self._file = _cache() / "codegen" / f"{name}.json"

    def files(self) -> int | None:
        """How many files there are, where catalog, generator and files are those of the record; else None."""
        try:
            made_of = self._made_of  # before the catalog is read: one that changes meanwhile is another
            record = json.loads(self._file.read_bytes())
            is_same = record["made_of"] == made_of and record["made"] == self._made(record["roots"])
            return int(record["files"]) if is_same else None
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def write(self, outputs: dict[str, bytes]) -> None:
        """Remember what has been made."""
        roots = sorted({path.split("/")[0] for path in outputs}) if self._parts else []
        record = {"made_of": self._made_of, "made": self._made(roots), "roots": roots, "files": len(outputs)}
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps(record))
        except OSError:
            pass  # no cache, no matter

    @cached_property
    def _made_of(self) -> str:
        sources = sorted(file for file in GENERATOR.rglob("*") if file.suffix in (".py", ".j2", ".typed"))
        parts = [self._catalog.read_bytes(), *(file.read_bytes() for file in (*sources, SCHEMA))]
        return _digest([sys.version, *(version(library) for library in LIBRARIES), str(self._catalog), *parts])

    def _made(self, roots: list[str]) -> str:
        """Of every path and what it holds; of all below the directory where `roots` names none."""
        present = sorted(paths(self._output, roots or [entry.name for entry in self._output.iterdir()]))
        return _digest(part for path in present for part in (path, _content(self._output / path)))


def _cache() -> Path:
    """The user's cache; a folder that cannot be where there is no home."""
    home = os.path.expanduser("~")
    return Path(os.environ.get("XDG_CACHE_HOME") or (Path(home, ".cache") if os.path.isabs(home) else os.devnull))


def _content(file: Path) -> bytes:
    return os.fsencode(os.readlink(file)) if file.is_symlink() else file.read_bytes()


def _digest(parts: Iterable[str | bytes]) -> str:
    digest = blake2b(digest_size=20)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()
