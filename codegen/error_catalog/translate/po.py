"""PO files, as any gettext tool writes them."""

import re
from collections.abc import Iterable
from pathlib import Path

from error_catalog.model import languages
from error_catalog.model.catalog import Catalog
from error_catalog.translate.entries import Entry, entries
from error_catalog.translate.offers import Left, Offer, Offers, once, refused

LANGUAGE = re.compile(r"^Language:[ \t]*(\S*)", re.MULTILINE | re.IGNORECASE)


def read(path: str, catalog: Catalog, tag: str) -> Offers:
    """Return the translations of the current source texts in a PO file.

    Raises:
        CatalogError: The file is not PO, or is in another language than `tag`.
    """
    texts: list[Offer] = []
    found, left = entries(path, Path(path).read_bytes())
    sources = {unit.context: unit.source for unit in catalog.readable}
    moved = _moved(found, sources)
    untranslated = 0
    for entry in found:
        context = entry.context if entry.context in sources else moved.get(entry.source, "")
        if not entry.context and not entry.source:
            _refuse_language(path, entry, tag)
        elif why := _why_not(entry, sources.get(context)):
            left.append(Left(entry.line, entry.context or repr(entry.source[:40]), why))
        elif entry.translation:
            texts.append(Offer(entry.line, context, entry.translation))
        else:
            untranslated += 1
    taken, duplicates = once(texts)
    return Offers(path, taken, left + duplicates, {}, untranslated)


def _moved(found: Iterable[Entry], sources: dict[str, str]) -> dict[str, str]:
    """Return the context of each source text that one unit alone has, unless an entry names that unit itself."""
    contexts: dict[str, list[str]] = {}
    for context, source in sources.items():
        contexts.setdefault(source, []).append(context)
    named = {entry.context for entry in found}
    return {source: one for source, (one, *others) in contexts.items() if not others and one not in named}


def _why_not(entry: Entry, source: str | None) -> str:
    """Return why an entry is not taken; an empty string if it is, or is untranslated."""
    if source is None:
        return "has a msgctxt that the catalog does not have, and its msgid is not that of one text alone"
    if entry.source != source:
        return "translates an older source text; update the file with msgmerge"
    if "msgid_plural" in entry.strings:
        return "has plural forms, which the catalog does not have"
    return "is fuzzy; finish it" if "fuzzy" in entry.flags and entry.translation else ""


def _refuse_language(path: str, header: Entry, tag: str) -> None:
    found = LANGUAGE.search(header.translation)
    said = found[1].replace("_", "-").partition("@")[0] if found else ""
    if said and not languages.are_alike(said, tag):
        message = f"the file says Language: {said}, not {tag}; name that language, or correct the header"
        raise refused(path, header.line, "header", message)
