"""A directory against the outputs: what differs, and making it hold exactly them."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

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
    present = {path for root in roots for path in _files(directory, root)}
    found += [Difference(path, "unexpected", None) for path in present - outputs.keys()]
    return sorted(found)


def make_equal(directory: Path, outputs: dict[str, bytes], *, partial: bool = False) -> list[Difference]:
    """Make the directory hold exactly the outputs; only what differs is touched. You get what differed.

    Raises ForeignDirectory where the directory has files but was not made by codegen.
    """
    if directory.exists() and any(directory.iterdir()) and not _is_ours(directory, outputs):
        raise ForeignDirectory(f"{directory} holds files that codegen did not make; choose another --output")
    found = differences(directory, outputs, partial=partial)
    for path, _, content in found:
        if content is None:
            (directory / path).unlink()
        else:
            _write(directory / path, content)
    _remove_empty_directories(directory)
    return found


def _is_ours(directory: Path, outputs: dict[str, bytes]) -> bool:
    """Whether the first line of the mark is there, which every run of codegen writes."""
    mark = directory / MARK
    return mark.is_file() and mark.read_bytes().split(b"\n")[0] == outputs[MARK].split(b"\n")[0]


def _files(directory: Path, root: str) -> Iterator[str]:
    """Files at or below a root, but for what Python leaves beside modules."""
    start = directory / root
    if start.is_file() or start.is_symlink():
        yield root
    for folder, folders, files in os.walk(start):
        folders[:] = [name for name in folders if name != "__pycache__"]
        links = [name for name in folders if os.path.islink(os.path.join(folder, name))]
        for name in files + links:
            yield Path(folder, name).relative_to(directory).as_posix()


def _write(file: Path, content: bytes) -> None:
    """Replace a file in one step: whoever reads it sees the old content or the new."""
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=".codegen-")
    try:
        with os.fdopen(descriptor, "wb") as temporary:
            temporary.write(content)
        os.chmod(name, 0o644)
        os.replace(name, file)
    except BaseException:
        os.unlink(name)
        raise


def _remove_empty_directories(directory: Path) -> None:
    for folder, _, _ in os.walk(directory, topdown=False):
        if folder != str(directory) and not os.listdir(folder):
            os.rmdir(folder)
