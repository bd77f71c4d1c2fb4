"""What other packages add by entry points, and what is said if that fails."""

import traceback
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any


class PluginError(Exception):
    """What another package adds cannot be used. The message says why, on one line."""


@cache
def points(group: str) -> tuple[EntryPoint, ...]:
    """Return the entry points of a group, sorted by name."""
    return tuple(sorted(entry_points(group=group), key=lambda point: (point.name, point.value)))


def load(point: EntryPoint) -> Any:
    """Return what an entry point refers to.

    Raises:
        PluginError: It cannot be imported.
    """
    try:
        return point.load()
    except (Exception, SystemExit) as error:
        raise PluginError(f"{shown(point)} cannot be loaded: {why(error)}") from error


def shown(point: EntryPoint) -> str:
    """Return an entry point by its name, with the package that has it."""
    package = f" of {point.dist.name}" if point.dist else ""
    return f"{point.name} ({point.value}{package})"


def why(error: BaseException) -> str:
    """Return an exception on one line, with the line of code that raised it."""
    said = " ".join("".join(traceback.format_exception_only(error)).split())
    frames = traceback.extract_tb(error.__traceback__)
    return f"{said} ({frames[-1].filename}:{frames[-1].lineno})" if frames else said
