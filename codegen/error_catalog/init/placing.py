"""New files, all or none: they are written in a folder of their own and then moved."""

import errno
import shutil
import tempfile
from pathlib import Path

PREFIX = ".error-catalog-init-"


def place(files: dict[str, bytes], target: Path, base: Path) -> None:
    """Put new files below a folder. If that fails, nothing is left behind.

    A new folder appears with everything in it. In a folder that exists, whole entries appear one after another.

    Args:
        files: Paths below the target, with what they will hold.
        target: The folder.
        base: The target, or its nearest ancestor that exists.
    """
    staging = Path(tempfile.mkdtemp(prefix=PREFIX, dir=base))
    moved: list[Path] = []
    try:
        for path, content in files.items():
            file = staging / target.relative_to(base) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        for entry in sorted(staging.iterdir()):
            moved.append(_moved(entry, base / entry.name))
    except BaseException:
        for entry in moved:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        raise
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def remove_leftovers(base: Path) -> None:
    """Remove what a run that was killed has left in a folder."""
    for leftover in base.glob(f"{PREFIX}*"):
        shutil.rmtree(leftover)


def _moved(entry: Path, new: Path) -> Path:
    """Move an entry to a path that does not exist, and return it."""
    if new.exists() or new.is_symlink():
        raise FileExistsError(errno.EEXIST, "exists already", str(new))
    return entry.rename(new)
