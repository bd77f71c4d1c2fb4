"""XLIFF 1.2, by https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html."""

from collections.abc import Iterator

from error_catalog.model.catalog import Catalog
from error_catalog.model.language import Language
from error_catalog.model.texts import Text, Unit
from error_catalog.outputs.xliff.xml import attribute, text

CHARACTER = "x-character"
"""The `ctype` of an inline code that stands for a character that XML cannot have; its id is the number in hex."""


def document(catalog: Catalog, language: Language, units: list[tuple[Unit, list[str]]]) -> Iterator[str]:
    """Yield the lines of the file of a language.

    Args:
        catalog: The catalog.
        language: The language.
        units: The texts, each with what translators should know.
    """
    tags = f"source-language={attribute(catalog.source_language)} target-language={attribute(language.tag)}"
    yield '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    yield f'<file original={attribute(catalog.package)} {tags} datatype="plaintext">'
    yield "<body>"
    for unit, notes in units:
        yield from _unit(unit, language.tag, notes)
    yield "</body>"
    yield "</file>"
    yield "</xliff>"


def _unit(unit: Unit, tag: str, notes: list[str]) -> Iterator[str]:
    known, current = unit.texts.get(tag), unit.current(tag)
    name = attribute(unit.context)
    approved = ' approved="yes"' if current else ""
    yield f'<trans-unit id={name} resname={name}{approved} xml:space="preserve">'
    yield f"<source>{_said(unit.source)}</source>"
    if current:
        yield f'<target state="final">{_said(current)}</target>'
    elif known is not None and known.is_stale:
        yield f'<target state="needs-translation">{_said(known.text)}</target>'
        yield from _previous(known)
    for note in notes:
        yield f'<note from="developer">{text(note)}</note>'
    yield "</trans-unit>"


def _previous(stale: Text) -> Iterator[str]:
    """Yield the older source text with the translation that was made from it."""
    if stale.made_from:
        yield '<alt-trans alttranstype="previous-version" xml:space="preserve">'
        yield f"<source>{_said(stale.made_from)}</source>"
        yield f"<target>{_said(stale.text)}</target>"
        yield "</alt-trans>"


def _said(value: str) -> str:
    return text(value, lambda character: f'<x id="{character:04x}" ctype="{CHARACTER}"/>')
