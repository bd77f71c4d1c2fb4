"""A translator's file into the YAML, in place.

offers      what a file offers, and what is left of it
po          PO files, read by `entries`
xliff       XLIFF files, read by `xliff_tree` and `xliff_texts`
page        Markdown tables, as on published pages; `front_matter` reads their heads
changes     offers → changes of the YAML; `new_errors` adds errors
editing     a YAML text in which everything but the changes stays as it is
spans       where its values begin and end
marking     translations that have not followed their source text are marked as stale
blame       what is wrong with the changes, at the lines of the translator's file
replacing   the file is replaced as a whole or not at all
"""

from pathlib import Path
from typing import NamedTuple

from error_catalog import rules
from error_catalog.model import files, languages
from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import CatalogError
from error_catalog.model.reading import catalog_of, with_baseline
from error_catalog.translate import blame, page, po, xliff
from error_catalog.translate.blame import complaints
from error_catalog.translate.changes import changed, declared
from error_catalog.translate.marking import mark_outdated
from error_catalog.translate.offers import Left, Offer, refused
from error_catalog.translate.replacing import replace

__all__ = ["Imported", "mark_outdated", "take"]

READERS = {".po": po.read, ".xlf": xliff.read, ".xliff": xliff.read, ".md": page.read}


MOST_ROUNDS = 10
"""What is left can make other texts wrong, such as a translation that differs from another of the same source text."""


class Imported(NamedTuple):
    """The result of an import.

    Attributes:
        taken: The texts that were written into the YAML.
        left: What is left of the file, and why, by line.
        unchanged: How many texts the catalog had already.
        untranslated: How many entries have no translation.
    """

    taken: list[Offer]
    left: list[Left]
    unchanged: int
    untranslated: int


def take(path: str, tag: str, file: str, *, force: bool = False) -> Imported:
    """Take the texts of a translator's file into the catalog at `path`, and leave those that are wrong.

    Args:
        path: The YAML, a file or a folder.
        tag: The language of the file.
        file: A file with one of the suffixes of READERS.
        force: Take texts about which content rules complain.

    Raises:
        CatalogError: The file cannot be read, or the catalog cannot be used.
        WriteError: The YAML cannot be replaced.
    """
    before = files.load(path)
    old = _catalog(before, path)
    rules.refuse_unusable(old)
    tag = _tag(file, old, tag)
    reader = READERS.get(Path(file).suffix.lower())
    if reader is None:
        raise refused(file, 1, "file", "is not .po, .xlf or .md; name a PO file, an XLIFF file or a Markdown page")
    texts = files.texts(before)
    base, is_new = (texts, False) if tag in old.languages else (declared(texts, tag), True)
    catalog = _catalog(files.encoded(base, before), path) if is_new else old
    offers = reader(file, catalog, tag)
    left = [*offers.left]
    for _ in range(MOST_ROUNDS):
        new_texts, taken = changed(base, catalog, offers, tag, is_new=is_new) if offers.texts else (texts, [])
        after = files.encoded(new_texts, before)
        found = [] if new_texts == texts else complaints(_catalog(after, path), old, offers, taken, tag, force=force)
        wrong = {offer for offer, _ in found}.intersection(taken)
        if not wrong:
            break
        left += [blame.left(complaint) for complaint in found if complaint[0] in wrong]
        offers = offers.without(wrong)
    else:
        raise CatalogError([blame.left(complaint).finding(file) for complaint in found])
    if taken or not left:
        replace(before, after)
    left += [blame.left(complaint) for complaint in found]
    return Imported(taken, sorted(left), len(offers.texts) - len(taken), offers.untranslated)


def _catalog(contents: files.Contents, path: str) -> Catalog:
    return with_baseline(catalog_of(files.document(contents, path)), path)


def _tag(file: str, catalog: Catalog, tag: str) -> str:
    """Return the language as the catalog writes it. Raise CatalogError if nothing can be imported into it."""
    spelled = tag.replace("_", "-")
    known = {known.lower(): known for known in catalog.languages}
    tag = known.get(spelled.lower(), spelled)
    try:
        languages.locale(tag)
    except ValueError as error:
        raise refused(file, 1, tag, str(error)) from None
    if tag == catalog.source_language and not file.lower().endswith(".md"):
        raise refused(file, 1, tag, "is the source language; change its texts in the YAML")
    return tag
