"""A file is replaced as a whole or not at all, and only if nobody else has written it meanwhile."""

import contextlib
import glob
import os
import tempfile
from pathlib import Path

from error_catalog.lock import lock
from error_catalog.translate.offers import refused


def replace(path: Path, before: bytes, after: bytes) -> None:
    """Replace a file. Raise CatalogError if it does not hold what it held before."""
    path = path.resolve()
    prefix = f".{path.name}.error-catalog-"
    with lock(path.parent):
        for leftover in path.parent.glob(f"{glob.escape(prefix)}*"):  # of an import that was killed
            leftover.unlink()
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=prefix)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(after)
            os.chmod(temporary, path.stat().st_mode)
            if path.read_bytes() != before:
                raise refused(str(path), 1, "catalog", "has been changed meanwhile; import again")
            os.replace(temporary, path)
        finally:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(temporary)
