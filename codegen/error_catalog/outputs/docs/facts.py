"""What the page of a code lists beside its texts: values with their labels, and examples."""

import re
from typing import Any

from error_catalog.model import durations, languages
from error_catalog.model.catalog import Error
from error_catalog.model.fields import Field
from error_catalog.outputs.docs.markup import attribute
from error_catalog.outputs.docs.view import View
from error_catalog.outputs.escaping import Escaped, code

PLACEHOLDER = re.compile(r"(?<!\{)\{([a-z][a-z0-9_]*)\}(?!\})")

IN_THEIR_OWN_PLACE = ("note", "category", "recovery", "placeholders", "keywords", "retired")
"""Fields that the page of a code shows elsewhere, or not at all."""


def facts(view: View, error: Error) -> list[tuple[Escaped, Escaped]]:
    """Return the label and the value of each field that the page of a code lists."""
    rows = [row for row in view.catalog.fields.fields.values() if row.name not in IN_THEIR_OWN_PLACE]
    return [(view.label(row), shown) for row in rows if (shown := _fact(view, row, error))]


def examples(view: View, error: Error) -> list[Escaped]:
    """Return the texts of an error that have placeholders, with the catalog's examples in their place."""
    shown = []
    for unit in error.texts.values():
        text = unit[view.tag]
        filled = PLACEHOLDER.sub(lambda found: error.placeholders.get(found[1], found[0]), text)
        if filled != text:
            shown.append(view.text(unit, filled))
    return shown


def resending(view: View, error: Error) -> list[Escaped]:
    """Return how often a call can be sent again, and how long to wait before that, as far as the catalog says so."""
    found, recovery = [], error.recovery
    if recovery and recovery.attempts:
        found.append(view.labelled(view.say("attempts"), view.escape(str(recovery.attempts))))
    if recovery and recovery.wait:
        times = [view.say(durations.word(name, figure)) for name, figure in recovery.wait.items()]
        found.append(view.labelled(view.say("wait"), view.joined(times)))
    return found


def retirement(view: View, error: Error) -> list[Escaped]:
    """Return since when and why a code is no longer sent, and what replaces it; nothing if it is in use."""
    if error.retired is None:
        return []
    since = Escaped(f"{view.say('retired')} {view.escape(error.retired.since)}")
    found = [view.labelled(since, view.text(error.retired.reason))]
    for other in view.catalog.errors:
        if other.code == error.retired.replaced_by:
            link = Escaped(f"[{view.escape(str(other.code))} {view.text(other.message)}]({code(other.code)}.md)")
            found.append(view.labelled(view.say("use_instead"), link))
    return found


def _fact(view: View, row: Field, error: Error) -> Escaped | None:
    if row.is_text:
        return view.text(error.texts[row.name]) if row.name in error.texts else None
    value = error.values.get(row.name)
    if value is None or value in ({}, ()):
        return None
    if row.type == "figures":
        return _figures(view, value)
    return view.joined([_value(view, row, one) for one in (value if isinstance(value, tuple) else (value,))])


def _value(view: View, row: Field, value: Any) -> Escaped:
    if row.type == "url":
        return Escaped(f'<a href="{attribute(value)}">{view.escape(value)}</a>')
    if row.type == "boolean":
        return view.say("yes" if value else "no")
    return view.escape(languages.number(value, view.tag) if isinstance(value, float) else str(value))


def _figures(view: View, figures: dict[str, float]) -> Escaped:
    """Return figures with their labels; how many there may be in a time reads `Calls: 100 in 20 seconds`."""
    times = {name: view.say(durations.word(name, figure)) for name, figure in figures.items() if _is_time(name)}
    counts = {name: languages.number(figure, view.tag) for name, figure in figures.items() if not _is_time(name)}
    said = {name: view.escape(count) for name, count in counts.items()}
    if len(times) == len(counts) == 1:
        ((name, count),) = said.items()
        return view.labelled(_figure_label(view, name), view.rate(count, *times.values()))
    labelled = {name: view.labelled(_figure_label(view, name), count) for name, count in said.items()}
    return Escaped(view.escape(" · ").join((times | labelled)[name] for name in figures))


def _is_time(name: str) -> bool:
    return name in languages.DURATIONS


def _figure_label(view: View, name: str) -> Escaped:
    is_known = name in view.catalog.words
    return view.say(name) if is_known else view.in_source_language(name.replace("_", " ").capitalize())
