"""A directory against the outputs: what differs, and making it hold exactly them."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from codegen.system import alone, exchange

MARK = "README.md"


class Difference(NamedTuple):
    """A path below the directory that is `missing`, `stale` or `unexpected`, and what it should hold, if anything."""

    path: str
    kind: str
    content: bytes | None


class ForeignDirectory(Exception):
    """The directory holds files that codegen did not make."""


def differences(directory: Path, outputs: dict[str, bytes], *, partial: bool = False) -> list[Difference]:
    """Every path that differs, sorted. Partial outputs say nothing of the directories they have no file in."""
    found = []
    for path, content in outputs.items():
        file = directory / path
        if not file.is_file() or file.is_symlink():
            found.append(Difference(path, "missing", content))
        elif file.read_bytes() != content:
            found.append(Difference(path, "stale", content))
    roots = {path.split("/")[0] for path in outputs}
    if not partial and directory.is_dir():
        roots |= {entry.name for entry in directory.iterdir()}
    found += [Difference(path, "unexpected", None) for path in set(paths(directory, roots)) - outputs.keys()]
    return sorted(found)


def paths(directory: Path, roots: Iterable[str]) -> Iterator[str]:
    """The files at or below these entries of a directory, but for what Python leaves beside modules."""
    for root in roots:
        yield from _files(directory, root)


def make_equal(directory: Path, outputs: dict[str, bytes], *, partial: bool = False) -> list[Difference]:
    """Make the directory hold exactly the outputs; only what differs is written. You get what differed.

    Whoever looks sees the whole old directory or the whole new one, and so do those who are killed: the new one is
    made beside it, of links to the files that stay, and then takes its place. Raises ForeignDirectory where the
    directory has files but was not made by codegen.
    """
    directory = directory.resolve()
    directory.parent.mkdir(parents=True, exist_ok=True)
    with alone(directory.parent):
        _remove_leftovers(directory)
        _refuse(directory, outputs)
        found = differences(directory, outputs, partial=partial)
        if found:
            new = Path(tempfile.mkdtemp(dir=directory.parent, prefix=_prefix(directory)))
            try:
                _fill(new, directory, found)
                _install(new, directory, found)
            finally:
                shutil.rmtree(new, ignore_errors=True)
    return found


def _refuse(directory: Path, outputs: dict[str, bytes]) -> None:
    """What is not ours is never touched."""
    entries = list(directory.iterdir()) if directory.exists() else []
    if entries and not _is_ours(directory, outputs):
        raise ForeignDirectory(f"{directory} holds files that codegen did not make; choose another --output")
    hidden = sorted(entry.name for entry in entries if entry.name.startswith(".") and entry.is_dir())
    if hidden:
        raise ForeignDirectory(f"{directory} holds {hidden[0]}, which codegen did not make; choose another --output")
    if Path.cwd().is_relative_to(directory):
        raise ForeignDirectory(f"{directory} is where you are; run codegen from another folder")


def _prefix(directory: Path) -> str:
    return f".{directory.name}.codegen-"


def _remove_leftovers(directory: Path) -> None:
    """What a killed run left beside the directory."""
    for leftover in directory.parent.glob(f"{_prefix(directory)}*"):
        shutil.rmtree(leftover, ignore_errors=True)


def _fill(new: Path, old: Path, found: list[Difference]) -> None:
    """Make the new directory: links to what stays, and what is missing or stale."""
    differing = {path for path, _, _ in found}
    for path in paths(old, [entry.name for entry in (old.iterdir() if old.exists() else ())]):
        if path not in differing:
            _link(old / path, new / path)
    for path, _, content in found:
        if content is not None:
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).write_bytes(content)
    new.chmod(old.stat().st_mode if old.exists() else 0o777 & ~_umask())


def _link(file: Path, link: Path) -> None:
    link.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, link, follow_symlinks=False)
    except OSError:  # a file system without links
        shutil.copy2(file, link, follow_symlinks=False)


def _install(new: Path, old: Path, found: list[Difference]) -> None:
    """Put the new directory in the place of the old one in one step; where no system call can, file by file."""
    if not old.exists():
        new.rename(old)
    elif not exchange(new, old):
        for path, _, content in found:
            if content is None:
                (old / path).unlink()
            else:
                (old / path).parent.mkdir(parents=True, exist_ok=True)
                (new / path).replace(old / path)
        _remove_empty_directories(old)


def _is_ours(directory: Path, outputs: dict[str, bytes]) -> bool:
    """Whether the first line of the mark is there, which every run of codegen writes."""
    mark = directory / MARK
    return mark.is_file() and mark.read_bytes().split(b"\n")[0] == outputs[MARK].split(b"\n")[0]


def _files(directory: Path, root: str) -> Iterator[str]:
    start = directory / root
    if start.is_file() or start.is_symlink():
        yield root
    for folder, folders, files in os.walk(start):
        folders[:] = [name for name in folders if name != "__pycache__"]
        links = [name for name in folders if os.path.islink(os.path.join(folder, name))]
        for name in files + links:
            yield Path(folder, name).relative_to(directory).as_posix()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _remove_empty_directories(directory: Path) -> None:
    for folder, _, _ in os.walk(directory, topdown=False):
        if folder != str(directory) and not os.listdir(folder):
            os.rmdir(folder)
