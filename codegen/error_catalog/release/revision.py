"""An older catalog: a file, or the same file at a revision of git."""

import os
import subprocess
from pathlib import Path

from error_catalog.model import source
from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import START, CatalogError, Finding
from error_catalog.model.reading import catalog_of


def older(name: str, path: str) -> Catalog:
    """Return the catalog in the file `name`, or if there is no such file, that at `path` as of the revision `name`.

    Raises:
        CatalogError: There is neither, or the catalog cannot be read.
    """
    if Path(name).is_file():
        return catalog_of(source.read(name))
    shown = f"{name}:{path}"
    return catalog_of(source.parse(source.decoded(_at_revision(name, path, shown), shown), shown))


def _at_revision(revision: str, path: str, shown: str) -> bytes:
    """Return the content of a file at a revision of the git repository that it is in."""
    if revision.startswith("-"):
        raise _refused(shown, f"{revision} is neither a file nor a revision of git")
    file = Path(path).resolve()
    command = ["git", "-C", str(file.parent), "cat-file", "blob", f"{revision}:./{file.name}"]
    try:
        ran = subprocess.run(command, capture_output=True, check=False, env=os.environ | {"LC_ALL": "C"})
    except OSError:
        raise _refused(shown, f"{revision} is not a file, and git is not installed") from None
    if ran.returncode:
        why = ran.stderr.decode("utf-8", "replace").strip().splitlines()
        said = why[0].removeprefix("fatal: ") if why else "git has failed"
        raise _refused(shown, f"{revision} is neither a file nor a revision of git that has the catalog: {said}")
    return ran.stdout


def _refused(shown: str, message: str) -> CatalogError:
    return CatalogError([Finding(shown, START, "Y01", "catalog", message, name="yaml")])
