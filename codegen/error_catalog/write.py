"""Make a folder hold exactly the outputs, or say what differs.

Everything is rendered before the first write. New content is written to temporary files beside the folder, and each
changed file is then replaced by `os.replace`: whoever reads a file sees the old one or the new one, and a watcher
sees exactly the files that changed. Hidden files and folders, such as `.git`, are never touched.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from error_catalog.lock import lock
from error_catalog.temporary import leftovers, prefix

MARK = "README.md"
"""The file whose first line says that the folder is ours. It is written first."""

CACHE = "__pycache__"


class Difference(NamedTuple):
    """A path below the folder that is `missing`, `outdated` or `unexpected`."""

    path: str
    kind: Literal["missing", "outdated", "unexpected"]


class WriteError(Exception):
    """The folder cannot be written to. The message says why and what to do."""


def differences(folder: Path, files: dict[str, bytes], *, is_partial: bool = False) -> list[Difference]:
    """Return every path that differs, sorted.

    Args:
        folder: The output folder.
        files: Paths below the folder, with what they should hold.
        is_partial: Whether other files at the top of the folder may exist, since only some outputs are compared.
    """
    roots = {path.split("/")[0] for path in files} if is_partial else None
    present = set(_paths(folder, roots))
    found = [Difference(path, "unexpected") for path in present.difference(files)]
    for path, content in files.items():
        file = folder / path
        if path not in present or file.is_symlink() or not file.is_file():
            found.append(Difference(path, "missing"))
        elif file.read_bytes() != content:
            found.append(Difference(path, "outdated"))
    return sorted(found)


def write(folder: Path, files: dict[str, bytes], *, is_partial: bool = False) -> list[Difference]:
    """Make the folder hold exactly the files, and return what differed before. Files that are right are not touched.

    Raises:
        WriteError: The folder holds files that error-catalog did not make, is the current folder, or is full.
        Locked: Another run has locked the folder for too long.
    """
    _refuse(folder, files)
    folder.mkdir(parents=True, exist_ok=True)
    with lock(folder):
        found = differences(folder, files, is_partial=is_partial)
        _remove_leftovers(folder)
        if found:
            _refuse_hidden_files(folder, found)
            _replace(folder, files, found)
    return found


def _replace(folder: Path, files: dict[str, bytes], found: list[Difference]) -> None:
    staging = Path(tempfile.mkdtemp(dir=_same_device(folder), prefix=prefix(folder.resolve())))
    try:
        new = _stage(staging, files, found)
        for path, kind in found:
            if kind == "unexpected":
                (folder / path).unlink()
        _remove_empty_folders(folder)
        for path, temporary in new.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            temporary.replace(folder / path)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _stage(staging: Path, files: dict[str, bytes], found: list[Difference]) -> dict[str, Path]:
    """Write all temporary files, so that a full disk is noticed before anything is replaced. Return them by path."""
    paths = sorted((path for path, kind in found if kind != "unexpected"), key=lambda path: path != MARK)
    new = {path: staging / str(number) for number, path in enumerate(paths)}
    try:
        for path, temporary in new.items():
            temporary.write_bytes(files[path])
    except OSError as error:
        raise WriteError(f"{staging.parent}: {error.strerror}; nothing was changed") from error
    return new


def _same_device(folder: Path) -> Path:
    """Return a folder for temporary files on the same file system: beside the output folder, or else in it."""
    folder = folder.resolve()
    parent = folder.parent
    is_usable = parent.stat().st_dev == folder.stat().st_dev and os.access(parent, os.W_OK)
    return parent if is_usable else folder


def _remove_leftovers(folder: Path) -> None:
    """Remove the temporary files of a run that was killed. The lock is held, so no other run uses them."""
    for place in (folder.resolve().parent, folder):
        for leftover in leftovers(folder.resolve(), place):
            shutil.rmtree(leftover, ignore_errors=True)


def _refuse(folder: Path, files: dict[str, bytes]) -> None:
    """Refuse a folder of somebody else: one that has files, but not the first line of our README.md."""
    if folder.exists() and not folder.is_dir():
        raise WriteError(f"{folder} is not a folder; choose another --output")
    has_files = folder.exists() and any(not _is_hidden(entry.name) for entry in folder.iterdir())
    if has_files and not _is_ours(folder, files):
        raise WriteError(f"{folder} holds files that error-catalog did not make; choose another --output")
    if Path.cwd().is_relative_to(folder.resolve()):
        raise WriteError(f"{folder} is the current folder or holds it; run error-catalog from another folder")


def _is_ours(folder: Path, files: dict[str, bytes]) -> bool:
    mark = folder / MARK
    return mark.is_file() and mark.read_bytes().split(b"\n")[0] == files[MARK].split(b"\n")[0]


def _refuse_hidden_files(folder: Path, found: list[Difference]) -> None:
    """Refuse to put a file in the place of a folder that has hidden files in it."""
    missing = (folder / path for path, kind in found if kind == "missing")
    for path in missing:
        for where, folders, names in os.walk(path) if not path.is_symlink() else ():
            hidden = [name for name in (*folders, *names) if name.startswith(".")]
            if hidden:
                raise WriteError(f"{path} is a folder that holds {Path(where, hidden[0])}; move it away")


def _is_hidden(name: str) -> bool:
    """Return True if an entry of a folder is left alone: what is hidden, and Python's cache."""
    return name.startswith(".") or name == CACHE


def _paths(folder: Path, roots: set[str] | None) -> Iterator[str]:
    """Yield the files and links below a folder, or below some of its entries, but for hidden ones."""
    for where, folders, names in os.walk(folder):
        skipped = {name for name in (*folders, *names) if _is_hidden(name)}
        if roots is not None and where == str(folder):
            skipped |= {*folders, *names} - roots
        folders[:] = [name for name in folders if name not in skipped]
        links = [name for name in folders if os.path.islink(os.path.join(where, name))]
        for name in [*names, *links]:
            if name not in skipped:
                yield Path(where, name).relative_to(folder).as_posix()


def _remove_empty_folders(folder: Path) -> None:
    """Remove the folders that have nothing in them, or only Python's cache of modules that are gone."""
    for where, _, _ in os.walk(folder, topdown=False):
        is_kept = where == str(folder) or any(_is_hidden(part) for part in Path(where).relative_to(folder).parts)
        if not is_kept and set(os.listdir(where)) <= {CACHE}:
            shutil.rmtree(where)
