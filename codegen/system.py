"""What Python has no function for: two directories change places in one step, and one run at a time."""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

HERE = -100  # AT_FDCWD
SWAP = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


def exchange(one: Path, other: Path) -> bool:
    """Let two directories change places in one step. You get whether the system could."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
    except TypeError:  # Windows
        return False
    names = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        return not library.renameat2(HERE, names[0], HERE, names[1], SWAP)
    return hasattr(library, "renamex_np") and not library.renamex_np(*names, SWAP)


@contextmanager
def alone(directory: Path) -> Iterator[None]:
    """Let no other run write below this directory; it waits until this one is done, or ends."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
