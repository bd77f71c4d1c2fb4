"""A file is replaced as a whole or not at all, and only if nobody else has written it meanwhile."""

import os
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from error_catalog.lock import lock
from error_catalog.model.source import reason
from error_catalog.temporary import leftovers, written_beside
from error_catalog.translate.offers import refused
from error_catalog.write import WriteError


def replace(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    """Replace the files that differ, one by one. A link stays a link: the file that it leads to is replaced.

    If several files change and the process is killed, each holds its old content or its new one.

    Raises:
        CatalogError: A file does not hold what it held before.
        WriteError: A folder cannot be written to or is full.
    """
    try:
        _replace(before, after)
    except OSError as error:
        raise WriteError(f"{next(iter(before))}: cannot be replaced ({reason(error)}); nothing was changed") from error


def _replace(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    paths = {path: Path(path).resolve() for path in before}
    changed = [path for path in before if after[path] != before[path]]
    with ExitStack() as stack:
        for folder in sorted({paths[path].parent for path in changed}):
            stack.enter_context(lock(folder))
        for leftover in (left for path in changed for left in leftovers(paths[path], paths[path].parent)):
            leftover.unlink()
        new = {path: stack.enter_context(written_beside(paths[path], after[path])) for path in changed}
        for path, content in before.items():
            if paths[path].read_bytes() != content:
                raise refused(path, 1, "catalog", "has been changed meanwhile; try again")
        for path, temporary in new.items():
            os.replace(temporary, paths[path])
