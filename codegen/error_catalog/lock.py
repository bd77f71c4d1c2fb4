"""One run at a time."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: files are still replaced one by one
    fcntl = None  # type: ignore[assignment]

PATIENCE = 30  # seconds


class Locked(Exception):
    """Another process has kept the folder locked for too long."""


@contextmanager
def lock(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Keep other runs from writing to a folder until the block ends.

    The folder itself is locked, so that no file is left behind; the lock of a process that is killed ends with it.

    Raises:
        Locked: The lock could not be taken within `patience` seconds.
    """
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        until = time.monotonic() + patience
        while not _was_taken(handle):
            if time.monotonic() > until:
                raise Locked(f"{folder} is locked by another process; try again when it has finished")
            time.sleep(0.05)
        yield
    finally:
        os.close(handle)


def _was_taken(handle: int) -> bool:
    """Return True if the lock was taken, or if the file system has no locks."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
