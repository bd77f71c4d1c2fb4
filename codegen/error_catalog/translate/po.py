"""PO files, as any gettext tool writes them."""

import re
from pathlib import Path

from error_catalog.model import languages
from error_catalog.model.catalog import Catalog
from error_catalog.translate.entries import Entry, entries
from error_catalog.translate.offers import Left, Offer, Offers, refused

LANGUAGE = re.compile(r"^Language:[ \t]*(\S*)", re.MULTILINE | re.IGNORECASE)


def read(path: str, catalog: Catalog, tag: str) -> Offers:
    """Return the translations of the current source texts in a PO file.

    Raises:
        CatalogError: The file is not PO, or is in another language than `tag`.
    """
    texts: list[Offer] = []
    left: list[Left] = []
    sources = {unit.context: unit.source for unit in catalog.readable}
    for entry in entries(path, Path(path).read_bytes()):
        if not entry.context and not entry.source:
            _refuse_language(path, entry, tag)
        elif why := _why_not(entry, sources.get(entry.context)):
            left.append(Left(entry.line, entry.context or repr(entry.source[:40]), why))
        else:
            texts.append(Offer(entry.line, entry.context, entry.translation))
    return Offers(path, texts, left, {})


def _why_not(entry: Entry, source: str | None) -> str:
    """Return why an entry is not taken; an empty string if it is."""
    if source is None:
        return "unknown msgctxt, not taken"
    if entry.source != source:
        return "translates an older source text, not taken; update the file with msgmerge"
    if "msgid_plural" in entry.strings:
        return "has plural forms, not taken"
    if "fuzzy" in entry.flags:
        return "fuzzy, not taken"
    return "" if entry.translation else "untranslated"


def _refuse_language(path: str, header: Entry, tag: str) -> None:
    found = LANGUAGE.search(header.translation)
    said = found[1].replace("_", "-").partition("@")[0] if found else ""
    if said and not languages.are_alike(said, tag):
        message = f"the file says Language: {said}, not {tag}; name that language, or correct the header"
        raise refused(path, header.line, "header", message)
