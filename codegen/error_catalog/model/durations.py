"""The times that a catalog names, as words of the generator: `seconds_20` is "20 seconds"."""

from collections.abc import Iterable, Iterator

from error_catalog.model import languages

Duration = tuple[str, float]
"""A unit of time and how many of it."""


def word(unit: str, figure: float) -> str:
    """Return the name of the word for a time: `seconds_20`."""
    number = str(int(figure)) if float(figure).is_integer() else str(figure)
    return f"{unit}_{number}".replace(".", "_")


def named(figures: Iterable[dict[str, float]]) -> dict[str, Duration]:
    """Return the times among the figures of limits and recoveries, by the names of their words."""
    return {word(unit, figure): (unit, figure) for unit, figure in _durations(figures)}


def in_languages(duration: Duration, tags: Iterable[str]) -> dict[str, str]:
    """Return a time as CLDR writes it in each of these languages that it knows."""
    unit, figure = duration
    known = {tag: languages.duration(figure, unit, tag) for tag in tags}
    return {tag: said for tag, said in known.items() if said is not None}


def _durations(figures: Iterable[dict[str, float]]) -> Iterator[Duration]:
    return ((unit, figure) for each in figures for unit, figure in each.items() if unit in languages.DURATIONS)
