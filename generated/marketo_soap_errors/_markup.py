# Made by error-catalog. Do not edit.
"""Markup as logs hold it: plain, or escaped as in HTML, JSON, JavaScript and addresses, also more than once."""

import html
import re
from binascii import a2b_qp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

OPEN = r"(?:<|&(?:amp;){0,3}(?:lt|#0{0,4}60|#[xX]0{0,4}3[cC]);|\\{1,8}(?:u00|x)3[cC]|%(?:25){0,3}3[cC])"
CLOSE = r"(?:>|&(?:amp;){0,3}(?:gt|#0{0,4}62|#[xX]0{0,4}3[eE]);|\\{1,8}(?:u00|x)3[eE]|%(?:25){0,3}3[eE])"
SLASH = r"(?:\\{0,8}/|%(?:25){0,3}2[fF])"
NAME = r"(?:[\w.\-]{1,64}(?::|%(?:25){0,3}3[aA]))?"
AFTER = rf"(?:[\s/+\x1b]|%(?:25){0, 3}20|\\{{1,8}}[nrt/]|{CLOSE})"  # in addresses a space is a plus sign
REACH = 96  # bytes before the local name of an element that belong to its tag
MOST_LAYERS = 4

_AFTER = re.compile(AFTER.encode())
_FORM = re.compile(OPEN.encode())
_OPENED = re.compile(rf"{OPEN}(?P<closes>{SLASH})?{NAME}\Z".encode())
_PLAIN = re.compile(rb"<(?P<closes>/)?(?:[\w.\-]{1,64}:)?")
_CLOSED = re.compile(rf"\s*{CLOSE}".encode())
_ELEMENT = re.compile(f"{OPEN}[A-Za-z_]".encode())

_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "b": " ", "f": " "}
_QUOTED = re.compile(r"<[^<>]{0,2000}=\\+[\"']")
_COLORS = re.compile(r"\x1b\[[0-9;]{0,20}[A-Za-z]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:0{0,4}(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0{0,4}(?:[0-8bceBCE]|[fF]|1[0-9a-fA-F]));")
_BREAK = re.compile(r"<br\s*>")
_DOUBLED = re.compile(r'=""(?=[^"\s>/])')
_LONE = re.compile(r"<(?![A-Za-z_/!?])")
_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")


def tag_at(data: bytes, place: int, name: bytes, floor: int = 0) -> "tuple[int, bool] | None":
    """Return where the tag begins whose local name stands at a place, and whether it closes; None if it is no tag."""
    if not _AFTER.match(data, place + len(name)):
        return None
    begin = data.rfind(b"<", max(floor, place - REACH), place)
    opened = _PLAIN.fullmatch(data, begin, place) if begin >= 0 else None
    opened = opened or _OPENED.search(data, max(floor, place - REACH), place)
    return (opened.start(), bool(opened["closes"])) if opened else None


def tag_end(data: bytes, place: int, name: bytes, limit: int) -> int:
    """Return where the end tag ends whose local name stands at a place."""
    closed = _CLOSED.match(data, place + len(name), limit)
    return closed.end() if closed else place + len(name)


def form(data: bytes, begin: int) -> bytes:
    """Return how the bracket is written with which a tag begins."""
    found = _FORM.match(data, begin)
    return found[0].lower() if found else b""


def next_tag(
    data: bytes, name: bytes, at: int, limit: int, escape: bytes | None = None
) -> "tuple[int, int, bool] | None":
    """Return the next tag with a local name: where it begins, where its name stands, and whether it closes.

    With an escape, it is the next tag whose bracket is written so.
    """
    while (place := data.find(name, at, limit)) >= 0:
        tag = tag_at(data, place, name)
        if tag and escape in (None, form(data, tag[0])):
            return tag[0], place, tag[1]
        at = place + 1
    return None


def start_tags(data: bytes, name: bytes) -> "Iterator[int]":
    """Yield where the start tags with a local name begin."""
    place = -1
    while (place := data.find(name, place + 1)) >= 0:
        tag = tag_at(data, place, name)
        if tag and not tag[1]:
            yield tag[0]


def open_element(data: bytes, name: bytes, floor: int, before: int) -> int | None:
    """Return where the element begins that is open at a place, the nearest one with this local name."""
    while (before := data.rfind(name, floor, before)) >= 0:
        tag = tag_at(data, before, name, floor)
        if tag:
            return None if tag[1] else tag[0]
    return None


def has_entities(data: bytes, begin: int, floor: int) -> bool:
    """Return True if declarations of entities precede a document, with no element between."""
    at = data.rfind(b"!ENTITY", floor, begin)
    return at >= 0 and _ELEMENT.search(data, at, begin) is None


def plain(document: str) -> str:
    """Return a document that begins with a tag, without the escapes that this tag shows."""
    for _ in range(MOST_LAYERS):
        if document.startswith("&"):
            document = html.unescape(document)
        elif document.startswith("\\") or ("=\\" in document and _QUOTED.search(document)):
            document = _without_backslashes(document)
        elif document.startswith("%"):
            from urllib.parse import unquote_plus

            document = unquote_plus(document)
        else:
            break
    return re.sub(r"<\\+/", "</", document) if "<\\" in document else document


def mended(document: str) -> str:
    """Return a document without what makes it ill-formed although a reader understands it.

    These are colours of a terminal, control characters, doubled quotes as in CSV, quoted-printable, breaks of HTML, and
    `<` and `&` that begin neither a tag nor an entity.
    """
    document = _REFERENCE.sub("", _FORBIDDEN.sub("", _COLORS.sub("", document)))
    if '=3D"' in document:
        document = a2b_qp(document.encode("utf-8", "replace")).decode("utf-8", "replace")
    if _DOUBLED.search(document):
        document = document.replace('""', '"')
    document = _BREAK.sub("", document)
    return _AMPERSAND.sub("&amp;", _LONE.sub("&lt;", document))


def _without_backslashes(text: str) -> str:
    """Return a text without one layer of the escapes of JSON, JavaScript or a repr."""
    text = _ESCAPE.sub(_character, text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # two escapes can be one character


def _character(found: "re.Match[str]") -> str:
    number = found[1] or found[2]
    return chr(int(number, 16)) if number else _CONTROLS.get(found[3], found[3])
