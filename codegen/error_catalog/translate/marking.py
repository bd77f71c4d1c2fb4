"""Translations that have not followed their source text are marked in the YAML: `stale: true`, with `source`."""

from collections.abc import Iterable

from error_catalog import rules
from error_catalog.model import files
from error_catalog.model.reading import catalog_of
from error_catalog.model.texts import Text
from error_catalog.release.outdated import outdated
from error_catalog.release.record import Outdated, Record
from error_catalog.translate.editing import Editor, flow, scalar
from error_catalog.translate.replacing import replace

QUOTES = ('"', "'")


def mark_outdated(path: str, record: Record) -> list[Outdated]:
    """Mark every outdated translation in the catalog at `path`, change nothing else of it, and return what was marked.

    Raises:
        CatalogError: The catalog cannot be used, or somebody else has changed it meanwhile.
        NotRecorded: The record is of another source language.
        WriteError: The file cannot be replaced.
    """
    before = files.load(path)
    catalog = catalog_of(files.document(before, path))
    rules.refuse_unusable(catalog)
    found = outdated(catalog, record)
    if found:
        editor = Editor(files.texts(before))
        mark(editor, ((one.text, one.source) for one in found))
        replace(before, files.encoded(editor.result(), before))
    return found


def mark(editor: Editor, marked: Iterable[tuple[Text, str]]) -> None:
    """Mark translations, each with the source text that it was made from."""
    for text, made_from in marked:
        span = editor.root.at(*map(str, text.unit.keys)).at(text.language.tag)
        if text.form is None:
            parts = {"text": _as_written(editor, text), "stale": "true", "source": scalar(made_from)}
            editor.replace_raw(span, flow(parts))
        else:
            editor.put(span, "stale", "true")
            editor.put(span, "source", scalar(made_from))


def _as_written(editor: Editor, text: Text) -> str:
    """Return a text of one line in its own quotes and escapes, else as it is written on one line."""
    span = editor.root.at(*map(str, text.unit.keys)).at(text.language.tag)
    raw = editor.text[span.start : span.end]
    is_kept = span.style in QUOTES and not ("\n" in raw or "\r" in raw)
    return raw if is_kept else scalar(text.text, span.style if span.style in ("", *QUOTES) else '"')
