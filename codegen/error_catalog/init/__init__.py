"""A new project: a small catalog, everything around it, and what the generator makes of it."""

from pathlib import Path

from error_catalog.init.placing import place, remove_leftovers
from error_catalog.init.project import GIT, LICENSE, README, package_name, project_files
from error_catalog.init.requirement import default
from error_catalog.lock import lock


class Occupied(Exception):
    """The folder holds other files. The message says what to do."""


def init(folder: Path, requirement: str | None = None) -> list[str]:
    """Make a project in a folder that is new, empty, or a fresh clone, and return the paths of the new files.

    If the run fails, nothing is left behind. If it is killed, it can be repeated.

    Args:
        folder: Where to make it. The package is named after the folder.
        requirement: The line of requirements.txt for the generator, if not this very version of error-catalog.

    Raises:
        Occupied: The folder holds other files. Existing files are never overwritten.
    """
    target = folder.resolve()
    base = next(path for path in (target, *target.parents) if path.exists())
    if not base.is_dir():
        raise Occupied(f"{base} is a file; name a new folder")
    with lock(base):
        remove_leftovers(base)
        present = sorted(path.name for path in target.iterdir()) if base == target else []
        new = _missing(project_files(package_name(target.name), requirement or default(), present), target, present)
        place(new, target, base)
    return list(new)


def _missing(made: dict[str, bytes], target: Path, present: list[str]) -> dict[str, bytes]:
    """Return the files that are not there yet.

    Raises:
        Occupied: There are files that are neither of a fresh clone nor of a run for this project that was killed.
    """
    there = {name for name in present if _is_there(name, made, target)}
    for name in present:
        if name not in there and name not in GIT and not README.fullmatch(name) and not LICENSE.fullmatch(name):
            raise Occupied(f"{target} holds {name}; name a new folder, or a fresh clone of an empty repository")
    new = {path: content for path, content in made.items() if path.partition("/")[0] not in there}
    if not new:
        raise Occupied(f"{target} holds this project already")
    return new


def _is_there(name: str, made: dict[str, bytes], target: Path) -> bool:
    """Return True if the project has files of this name at its top, and all are as they would be made."""
    own = {path: content for path, content in made.items() if path.partition("/")[0] == name}
    return bool(own) and all(_holds(target / path, content) for path, content in own.items())


def _holds(file: Path, content: bytes) -> bool:
    return file.is_file() and file.read_bytes() == content
