"""An older catalog: a file, a folder, or the same file or folder at a revision of git."""

import os
import subprocess
from pathlib import Path

from error_catalog.model import files, source
from error_catalog.model.catalog import Catalog
from error_catalog.model.reading import catalog_of, read


def older(name: str, path: str) -> Catalog:
    """Return the catalog at the path `name`, or, if no such file exists, the one at `path` as of the revision `name`.

    A folder without YAML files is not a catalog, so that `name` can still be a revision.

    Raises:
        CatalogError: There is neither, or the catalog cannot be read.
    """
    if Path(name).is_file() or (Path(name).is_dir() and files.has_some(name)):
        return read(name)
    shown = f"{name}:{path}"
    return catalog_of(files.document(_at_revision(name, path, shown), shown))


def _at_revision(revision: str, path: str, shown: str) -> dict[str, bytes]:
    """Return the content of the files of a catalog at a revision of the git repository that they are in."""
    if revision.startswith("-"):
        raise source.refused(shown, "is neither a file nor a revision of git")
    file = Path(path).resolve()
    if not file.is_dir():
        return {shown: _blob(file.parent, f"{revision}:./{file.name}", shown)}
    listed = _git(file, ["ls-tree", "-r", "-z", "--name-only", revision, "--", "."], shown)
    names = [os.fsdecode(name) for name in listed.split(b"\0") if name]
    found = [name for name in names if files.is_one(name)]
    if not found:
        raise source.refused(shown, f"{path} has no YAML file at the revision {revision}")
    return {f"{revision}:{Path(path, name)}": _blob(file, f"{revision}:./{name}", shown) for name in found}


def _blob(folder: Path, name: str, shown: str) -> bytes:
    return _git(folder, ["cat-file", "blob", name], shown)


def _git(folder: Path, command: list[str], shown: str) -> bytes:
    """Return what git prints. Raise CatalogError if it fails."""
    environment = os.environ | {"LC_ALL": "C"}
    try:
        ran = subprocess.run(["git", "-C", str(folder), *command], capture_output=True, check=False, env=environment)
    except OSError:
        raise source.refused(shown, "is neither a file nor a folder, and git is not installed") from None
    if ran.returncode:
        why = ran.stderr.decode("utf-8", "replace").strip().splitlines()
        said = why[0].removeprefix("fatal: ") if why else "git has failed"
        raise source.refused(shown, f"is neither a file nor a revision of git that has the catalog: {said}")
    return ran.stdout
