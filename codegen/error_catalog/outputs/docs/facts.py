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
        return Escaped(view.escape(" · ").join(_figure(view, name, figure) for name, figure in value.items()))
    return view.joined([_value(view, row, one) for one in (value if isinstance(value, tuple) else (value,))])


def _value(view: View, row: Field, value: Any) -> Escaped:
    if row.type == "url":
        return Escaped(f'<a href="{attribute(value)}">{view.escape(value)}</a>')
    if row.type == "boolean":
        return view.say("yes" if value else "no")
    return view.escape(languages.number(value, view.tag) if isinstance(value, float) else str(value))


def _figure(view: View, name: str, figure: float) -> Escaped:
    if name in languages.DURATIONS:
        return view.say(durations.word(name, figure))
    words = view.catalog.words
    label = view.say(name) if name in words else view.in_source_language(name.replace("_", " ").capitalize())
    return view.labelled(label, view.escape(languages.number(figure, view.tag)))
