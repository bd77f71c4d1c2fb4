"""A YAML file → Document.

The catalog is a plain subset of YAML that every reader understands alike. What YAML readers disagree on (anchors, tags,
`0x10`, `007`, tabs, a second document, U+2028 as the end of a line) is a finding.
"""

import re
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from error_catalog.model.document import Document, Mapping, Sequence
from error_catalog.model.events import Complain, build
from error_catalog.model.findings import START, CatalogError, Finding, Place

NOT_YAML = re.compile("[^\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINE_END = re.compile("\r\n|\r|\n")
ENDS_OF_SOME = "\x85\u2028\u2029"
"""Characters that end a line in YAML 1.1, but not in YAML 1.2."""


def read(path: str | Path) -> Document:
    """Return the document in a file.

    Raises:
        CatalogError: The file cannot be read, is not YAML, or has what YAML readers understand differently.
    """
    return parse(decoded(load(path), str(path)), str(path))


def load(path: str | Path) -> bytes:
    """Return the content of a file. Raise CatalogError if it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise refused(str(path), f"cannot be read ({reason(error)}); name the catalog with --catalog") from None
    except ValueError:
        raise refused(str(path), "is not a file name; name the catalog with --catalog") from None


def decoded(data: bytes, name: str) -> str:
    """Return the text of a file, without a byte order mark. Raise CatalogError if it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        raise refused(name, "is not UTF-8; save the file as UTF-8", _place_at(before, len(before))) from None


def parse(text: str, name: str = "catalog", *, pure: bool = False) -> Document:
    """Return the document in a text.

    Args:
        text: The YAML.
        name: The path that findings carry.
        pure: Use the parser written in Python instead of the one written in C.

    Raises:
        CatalogError: See `read`.
    """
    findings: list[Finding] = []

    def complain(place: Place, message: str) -> None:
        findings.append(Finding(name, place, "Y01", "catalog", message, name="yaml"))

    root = _root(text, complain, pure)
    if not findings and not isinstance(root, Mapping):
        at = root.start if isinstance(root, Sequence) else START
        what = "is empty" if root is None else "is not a mapping"
        complain(at, f"{what}; a catalog starts with `package:`, `source_language:`, `languages:` and `errors:`")
    if findings:
        raise CatalogError(sorted(set(findings)))
    return Document(name, root)


def refused(name: str, message: str, place: Place = START) -> CatalogError:
    """Return the error for a file that cannot be read as a catalog."""
    return CatalogError([Finding(name, place, "Y01", "catalog", message, name="yaml")])


def reason(error: OSError) -> str:
    """Return why the system has refused something, to stand in brackets."""
    return (error.strerror or type(error).__name__).lower()


def _root(text: str, complain: Complain, pure: bool) -> Any:
    if found := NOT_YAML.search(text):
        complain(_place_at(text, found.start()), _refusal(found[0]))
        return None
    try:
        return build(YAML(typ="safe", pure=pure).parse(text), complain)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = (getattr(error, "problem", None) or str(error)).split("\n")[0]
        complain(Place(mark.line + 1, mark.column + 1) if mark else START, f"is not YAML: {problem}")
    return None


def _refusal(character: str) -> str:
    """Return why a character cannot be in a catalog, and what to do."""
    if character == "\t":
        return 'has a tab, which YAML readers understand differently; write spaces, or "\\t" in quotes'
    what = "line end" if character in ENDS_OF_SOME else "control character"
    return f"has the {what} U+{ord(character):04X}; remove it"


def _place_at(text: str, offset: int) -> Place:
    """Return the place of a character: its line and column, counted from 1."""
    ends = [found.end() for found in LINE_END.finditer(text, 0, offset)]
    return Place(len(ends) + 1, offset - (ends[-1] if ends else 0) + 1)
