"""A translator's file into the YAML, in place.

offers   what a file offers, and what is left of it
po       PO files, read by entries
page     Markdown tables, as on published pages
changes  offers → changes of the YAML
editing  a YAML text in which everything but the changes stays as it is
spans    where its values begin and end
"""

from pathlib import Path
from typing import NamedTuple

from codegen import languages, rules, source
from codegen.document import Document
from codegen.imports import page, po
from codegen.imports.changes import changed
from codegen.imports.offers import Left, Offer, Offers, refused
from codegen.mistakes import CatalogError, Mistake, Place
from codegen.system import alone

READERS = {".po": po.read, ".md": page.read}


class Imported(NamedTuple):
    """What an import does: the texts it takes, what is left of the file and why, how many texts are as they were."""

    taken: list[Offer]
    left: list[Left]
    unchanged: int


def take(path: str, tag: str, file: str, *, force: bool = False) -> Imported:
    """Take the texts of a PO file or a Markdown page into the catalog at `path`, all of them or none.

    Raises CatalogError where the file cannot be read, or where the catalog would have mistakes: with `force`
    only where it would not be a catalog.
    """
    before = source.load(path)
    text = source.decoded(before, path)
    old = source.parse(text, path)
    rules.refuse_unusable(old)
    tag = _tag(file, old, tag)
    reader = READERS.get(Path(file).suffix.lower())
    if reader is None:
        raise refused(file, 1, "file", "is neither .po nor .md; name a PO file or a Markdown page")
    offers = reader(file, old, tag)
    new_text, taken = changed(text, old, offers, tag)
    if new_text != text:
        _refuse_mistakes(source.parse(new_text, path), old, offers, tag, force)
        _replace(Path(path), before, before[: 3 if before.startswith(b"\xef\xbb\xbf") else 0] + new_text.encode())
    return Imported(taken, offers.left, len(offers.texts) - len(taken))


def _tag(file: str, document: Document, tag: str) -> str:
    """The language as the catalog writes it. Raises CatalogError where no import can be into it."""
    spelled = tag.replace("_", "-")
    known = {known.lower(): known for known in document.root["languages"]}
    tag = known.get(spelled.lower(), spelled)
    try:
        languages.locale(tag)
    except ValueError as error:
        raise refused(file, 1, tag, str(error)) from None
    if tag == document.root["source_language"] and file.lower().endswith(".po"):
        raise refused(file, 1, tag, "is the source language; change its texts in the YAML")
    return tag


def _refuse_mistakes(new: Document, old: Document, offers: Offers, tag: str, force: bool) -> None:
    """Complain at the line of the translator's file, or at the place in the YAML as it is."""
    lines = {offer.where: offer.line for offer in offers.texts}
    found = rules.find(new, hints=False)
    if force:
        found = [mistake for mistake in found if not rules.is_about_texts(mistake)]
    if found:
        raise CatalogError(sorted(_placed(mistake, old, lines, offers.path, tag) for mistake in found))


def _placed(mistake: Mistake, old: Document, lines: dict[str, int], path: str, tag: str) -> Mistake:
    line = lines.get(".".join(map(str, mistake.keys[1:3])))
    if line and mistake.keys[0] == "errors" and tag in mistake.keys[3:4]:
        return mistake._replace(path=path, place=Place(line, 1))
    return mistake._replace(place=old.place(*mistake.keys))


def _replace(path: Path, before: bytes, after: bytes) -> None:
    """Write a file as a whole or not at all. Raises CatalogError where somebody else has written it meanwhile."""
    path = path.resolve()
    temporary = path.with_name(f".{path.name}.codegen")
    with alone(path.parent):
        try:
            temporary.write_bytes(after)
            temporary.chmod(path.stat().st_mode)
            if path.read_bytes() != before:
                raise refused(str(path), 1, "catalog", "has been changed meanwhile; import again")
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
