"""The files of a catalog: one YAML file, or every YAML file of a folder and its subfolders.

One file of a folder has `package` and everything else that is not an error; the others have `errors` only. Hidden
files and folders are left out.
"""

import os
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from error_catalog.model import source
from error_catalog.model.document import Document
from error_catalog.model.findings import CatalogError, Finding
from error_catalog.model.merging import merged

SUFFIXES = (".yaml", ".yml")

Contents = Mapping[str, bytes]
"""The content of each file of a catalog, by its path."""

Given = TypeVar("Given")
Made = TypeVar("Made")


def read(path: str | Path) -> Document:
    """Return the document in a file, or that in all files of a folder.

    Raises:
        CatalogError: A file cannot be read, is not YAML, or the files are not one catalog.
    """
    return document(load(path), str(path))


def load(path: str | Path) -> dict[str, bytes]:
    """Return the content of each file of a catalog. Raise CatalogError with every file that cannot be read."""
    if not os.path.isdir(path):
        return {str(path): source.load(path)}
    return _each(lambda file, _: _content(file), dict.fromkeys(paths(path)))


def texts(contents: Contents) -> dict[str, str]:
    """Return the text of each file, without byte order marks. Raise CatalogError with every file that is not UTF-8."""
    return _each(lambda path, content: source.decoded(content, path), contents)


def encoded(texts: Mapping[str, str], before: Contents) -> dict[str, bytes]:
    """Return the content of files that have changed: UTF-8, with a byte order mark if there was one."""
    marks = {path: BOM_UTF8 if content.startswith(BOM_UTF8) else b"" for path, content in before.items()}
    return {path: marks[path] + text.encode() for path, text in texts.items()}


def document(contents: Contents, path: str) -> Document:
    """Return the document in the files of a catalog.

    Args:
        contents: The files.
        path: The path of the catalog itself: the only file, or the folder.

    Raises:
        CatalogError: With the findings of all files.
    """
    found = _each(lambda file, content: source.parse(source.decoded(content, file), file), contents)
    return merged(list(found.values()), path)


def paths(folder: str | Path) -> list[str]:
    """Return the YAML files of a folder and its subfolders, sorted. Links are followed.

    Raises:
        CatalogError: No file was found, a subfolder cannot be read, or links lead to the same folder twice.
    """
    findings: list[Finding] = []
    found = sorted(_walked(str(folder), findings))
    if not found and not findings:
        message = f"has no file that ends with {' or '.join(SUFFIXES)}; name the catalog with --catalog"
        raise source.refused(str(folder), message)
    if findings:
        raise CatalogError(sorted(findings))
    return found


def has_some(folder: str | Path) -> bool:
    """Return True if a folder or one of its subfolders has a YAML file."""
    return next(_walked(str(folder), []), None) is not None


def is_one(path: str) -> bool:
    """Return True if a path below a folder is that of a file of a catalog: YAML, and not hidden."""
    return path.lower().endswith(SUFFIXES) and not any(part.startswith(".") for part in Path(path).parts)


def _walked(folder: str, findings: list[Finding]) -> Iterator[str]:
    def complain(error: OSError) -> None:
        findings.extend(source.refused(str(error.filename), f"cannot be read ({source.reason(error)})").findings)

    seen: dict[tuple[int, int], str] = {}
    for where, folders, names in os.walk(folder, onerror=complain, followlinks=True):
        status = os.stat(where)
        first = seen.setdefault((status.st_dev, status.st_ino), where)
        if first != where:
            findings.extend(source.refused(where, f"is the same folder as {first}; remove the link").findings)
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if is_one(name):
                yield str(Path(where, name))


def _content(path: str) -> bytes:
    if os.path.exists(path) and not os.path.isfile(path):  # a pipe, which could be read for ever
        raise source.refused(path, "is not a file; remove it or rename it")
    return source.load(path)


def _each(make: Callable[[str, Given], Made], given: Mapping[str, Given]) -> dict[str, Made]:
    """Return what is made of each file. Raise CatalogError with the findings of all files."""
    made: dict[str, Made] = {}
    findings: list[Finding] = []
    for path, value in given.items():
        try:
            made[path] = make(path, value)
        except CatalogError as error:
            findings += error.findings
    if findings:
        raise CatalogError(sorted(findings))
    return made
