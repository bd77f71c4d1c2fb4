"""PO files, as any gettext tool writes them."""

import re
from pathlib import Path

from codegen import languages
from codegen.document import Document
from codegen.imports.entries import Entry, entries
from codegen.imports.offers import Left, Offer, Offers, refused, source_texts

LANGUAGE = re.compile(r"^Language:[ \t]*(\S*)", re.MULTILINE | re.IGNORECASE)


def read(path: str, document: Document, tag: str) -> Offers:
    """The translations of the current source texts in a PO file. Raises CatalogError where it is none of `tag`."""
    texts: list[Offer] = []
    left: list[Left] = []
    for entry in entries(path, Path(path).read_bytes()):
        code, _, field = entry.context.rpartition(".")
        if not entry.context and not entry.source:
            _refuse_language(path, entry, tag)
        elif why := _why_not(entry, source_texts(document, code).get(field)):
            left.append(Left(entry.line, entry.context or repr(entry.source[:40]), why))
        else:
            texts.append(Offer(entry.line, code, field, entry.translation))
    return Offers(path, texts, left, {})


def _why_not(entry: Entry, source: str | None) -> str:
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
