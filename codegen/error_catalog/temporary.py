"""Temporary files beside what they replace, so that `os.replace` puts them in its place as a whole."""

import contextlib
import glob
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path


def prefix(path: Path) -> str:
    """Return what the names of the temporary files for a file or folder begin with."""
    return f".{path.name}.error-catalog-"


def leftovers(path: Path, folder: Path) -> Iterator[Path]:
    """Yield the temporary files for a path that a run that was killed has left in a folder. Call it under a lock."""
    return folder.glob(f"{glob.escape(prefix(path))}*")


@contextlib.contextmanager
def written_beside(path: Path, content: bytes) -> Iterator[Path]:
    """Write a temporary file beside a file, with the permissions of that file. It is gone at the end."""
    temporary = Path(tempfile.mktemp(dir=path.parent, prefix=prefix(path)))
    try:
        with open(temporary, "xb") as file:  # never a file or a link that is there already
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode)
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)
