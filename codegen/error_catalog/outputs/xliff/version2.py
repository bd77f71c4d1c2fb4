"""XLIFF 2.1, by https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html; its core is that of 2.0."""

from collections.abc import Iterator

from error_catalog.model.catalog import Catalog
from error_catalog.model.language import Language
from error_catalog.model.texts import Unit
from error_catalog.outputs.xliff.xml import attribute, text

PREVIOUS = "previous-source"
"""The category of the note that has the older source text of an outdated translation."""


def document(catalog: Catalog, language: Language, units: list[tuple[Unit, list[str]]]) -> Iterator[str]:
    """Yield the lines of the file of a language.

    Args:
        catalog: The catalog.
        language: The language.
        units: The texts, each with what translators should know.
    """
    tags = f"srcLang={attribute(catalog.source_language)} trgLang={attribute(language.tag)}"
    yield f'<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" {tags}>'
    yield f"<file id={attribute(catalog.package)}>"
    for unit, notes in units:
        yield from _unit(unit, language.tag, notes)
    yield "</file>"
    yield "</xliff>"


def _unit(unit: Unit, tag: str, notes: list[str]) -> Iterator[str]:
    known, current = unit.texts.get(tag), unit.current(tag)
    stale = known if known is not None and known.is_stale else None
    name = attribute(unit.context)
    yield f'<unit id={name} name={name} xml:space="preserve">'
    categorized = [("developer", note) for note in notes]
    if stale is not None and stale.made_from:
        categorized.append((PREVIOUS, stale.made_from))
    if categorized:
        yield "<notes>"
        for category, note in categorized:
            yield f'<note category="{category}">{text(note)}</note>'
        yield "</notes>"
    said = current or (stale.text if stale is not None else "")
    yield f'<segment state="{"final" if current else "initial"}">'
    yield f"<source>{_said(unit.source)}</source>"
    if said:
        yield f"<target>{_said(said)}</target>"
    yield "</segment>"
    yield "</unit>"


def _said(value: str) -> str:
    return text(value, lambda character: f'<cp hex="{character:04X}"/>')
