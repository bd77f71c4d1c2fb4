"""XLIFF 1.2, 2.0 and 2.1, as any tool writes them."""

from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

from error_catalog.model import languages
from error_catalog.model.catalog import Catalog
from error_catalog.model.scalars import LONGEST_NUMBER
from error_catalog.translate.entries import Entry
from error_catalog.translate.offers import Left, Offers, damaged, refused
from error_catalog.translate.po import offered
from error_catalog.translate.xliff_texts import UnknownCode, said
from error_catalog.translate.xliff_tree import Element, tree

Pair = tuple[Element | None, Element | None]
"""The source and the target of a segment."""

NOT_READY = ("new", "needs-")
"""How the states of XLIFF 1.2 begin that say that somebody has to look at the translation."""


def read(path: str, catalog: Catalog, tag: str) -> Offers:
    """Return the translations of the current source texts in an XLIFF file.

    Raises:
        CatalogError: The file is not XLIFF, or is in another language than `tag`.
    """
    root = tree(path, Path(path).read_bytes())
    version = root.attributes.get("version", "")
    if root.name != "xliff" or version[:2] not in ("1.", "2."):
        what = f"its version is {version or 'missing'}" if root.name == "xliff" else f"it begins with <{root.name}>"
        raise refused(path, root.line, "file", f"is not XLIFF 1.2, 2.0 or 2.1: {what}")
    units = list(_units_1(path, root, tag) if version.startswith("1.") else _units_2(path, root, tag))
    found = [unit for unit in units if isinstance(unit, Entry)]
    sources = {unit.context: unit.source for unit in catalog.readable}
    for entry in found:
        _align(entry, sources)
    return offered(path, found, [unit for unit in units if isinstance(unit, Left)], catalog)


def _units_1(path: str, root: Element, tag: str) -> Iterator[Entry | Left]:
    """Yield the units of XLIFF 1.2."""
    for file in root.children("file"):
        _refuse_language(path, file, file.attributes.get("target-language"), tag)
        for unit in _descendants(file, ("body", "group"), "trans-unit"):
            source, target = unit.child("source"), unit.child("target")
            state = target.attributes.get("state", "") if target is not None else ""
            refusal = f"has the state {state}; finish it" if state.startswith(NOT_READY) else ""
            if unit.attributes.get("approved") == "no":
                refusal = "is not approved; approve it"
            yield _entry(unit, [(source, target)], {}, refusal)


def _units_2(path: str, root: Element, tag: str) -> Iterator[Entry | Left]:
    """Yield the units of XLIFF 2.x. A unit can be cut into segments, whose targets can have another order."""
    _refuse_language(path, root, root.attributes.get("trgLang"), tag)
    for file in root.children("file"):
        for unit in _descendants(file, ("group",), "unit"):
            data = {
                each.attributes.get("id", ""): said(each, {})
                for original in unit.children("originalData")
                for each in original.children("data")
            }
            segments = list(unit.children("segment", "ignorable"))
            pairs = [(segment.child("source"), segment.child("target") or _ignorable(segment)) for segment in segments]
            is_initial = any(segment.attributes.get("state") == "initial" for segment in segments)
            yield _entry(unit, pairs, data, "has the state initial; finish it" if is_initial else "")


def _ignorable(segment: Element) -> Element | None:
    """Return what stands between segments in the translation if it says nothing else: what stands in the source."""
    return segment.child("source") if segment.name == "ignorable" else None


def _entry(unit: Element, pairs: list[Pair], data: dict[str, str], refusal: str) -> Entry | Left:
    """Return a unit as the entry of a PO file would be; if a segment is not translated, the unit is not."""
    targets = sorted(
        ((_order(target, place), target) for place, (_, target) in enumerate(pairs, 1) if target and target.parts),
        key=itemgetter(0),
    )
    line = targets[0][1].line if targets else unit.line
    names = {name: unit.attributes.get(name, "") for name in ("id", "resname", "name")}
    try:
        source = "".join(said(source, data) for source, _ in pairs if source is not None)
        target = "".join(said(target, data) for _, target in targets) if len(targets) == len(pairs) else ""
    except UnknownCode as error:
        return damaged(
            line, names["id"] or "file", f"has the inline code {error}, which does not say what it stands for"
        )
    if unit.attributes.get("translate") == "no":
        refusal = "is marked as not to be translated; remove the mark"
    return Entry(line, refusal, strings={"msgctxt": names["id"], "msgid": source, "msgstr": target} | names)


def _order(target: Element, place: int) -> int:
    """Return the position of a segment's target among all targets of its unit."""
    order = target.attributes.get("order", "")
    return int(order) if order.isascii() and order.isdecimal() and len(order) <= LONGEST_NUMBER else place


def _align(entry: Entry, sources: dict[str, str]) -> None:
    """Give an entry the context and the white space that it left with, if a tool has changed them.

    Some tools number the units and keep the id as a name; some add line ends and indents, which the source text shows.
    """
    names = [entry.strings.pop(name) for name in ("id", "resname", "name")]
    entry.strings["msgctxt"] = next((name for name in names if name in sources), entry.context)
    source, own = sources.get(entry.context), entry.source
    if source is not None and own != source and own.split() == source.split() and source == " ".join(source.split()):
        entry.strings |= {"msgid": source, "msgstr": " ".join(entry.translation.split())}


def _descendants(element: Element, folders: tuple[str, ...], name: str) -> Iterator[Element]:
    for child in element.children(name, *folders):
        if child.name == name:
            yield child
        else:
            yield from _descendants(child, folders, name)


def _refuse_language(path: str, element: Element, said: str | None, tag: str) -> None:
    if said and not languages.are_alike(said.replace("_", "-"), tag):
        message = f"the file says that it is in {said}, not {tag}; name that language, or correct the file"
        raise refused(path, element.line, "header", message)
