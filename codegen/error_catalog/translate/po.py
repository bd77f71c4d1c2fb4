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
    found, left = entries(path, Path(path).read_bytes())
    for entry in found:
        if _is_header(entry):
            _refuse_language(path, entry, tag)
    return offered(path, [entry for entry in found if not _is_header(entry)], left, catalog)


def offered(path: str, found: list[Entry], left: list[Left], catalog: Catalog) -> Offers:
    """Return what the entries of a translator's file offer; `left` is what could not be read of it."""
    texts: list[Offer] = []
    sources = {unit.context: unit.source for unit in catalog.readable}
    moved = _moved(found, sources)
    untranslated = 0
    for entry in found:
        context = entry.context if entry.context in sources else moved.get(entry.source, "")
        if why := _why_not(entry, sources.get(context)):
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


def _is_header(entry: Entry) -> bool:
    return not entry.context and not entry.source


def _why_not(entry: Entry, source: str | None) -> str:
    """Return why an entry is not taken; an empty string if it is, or is untranslated."""
    if source is None:
        return "has a context that the catalog does not have, and its source text is not that of one text alone"
    if entry.source != source:
        return "translates an older source text; begin with a new file, or update a PO file with msgmerge"
    if "msgid_plural" in entry.strings:
        return "has plural forms, which the catalog does not have"
    if "fuzzy" in entry.flags and entry.translation:
        return "is fuzzy; finish it"
    return entry.refusal if entry.translation else ""


def _refuse_language(path: str, header: Entry, tag: str) -> None:
    found = LANGUAGE.search(header.translation)
    said = found[1].replace("_", "-").partition("@")[0] if found else ""
    if said and not languages.are_alike(said, tag):
        message = f"the file says Language: {said}, not {tag}; name that language, or correct the header"
        raise refused(path, header.line, "header", message)
