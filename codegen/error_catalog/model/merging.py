"""Several documents → one: the document that has `package`, with the errors of all."""

from collections.abc import Iterator

from error_catalog.model.document import Document, Mapping
from error_catalog.model.findings import START, CatalogError, Finding, Keys, Place

ERRORS = "errors"
PACKAGE = "package"


def merged(documents: list[Document], path: str) -> Document:
    """Return the one document that the files of a catalog are.

    Args:
        documents: The files, the only one or those of a folder.
        path: The path of the catalog itself.

    Raises:
        CatalogError: No file has `package`, several have it, or a code is defined twice.
    """
    if len(documents) == 1:
        return documents[0]
    main = _main(documents, path)
    findings = [*_misplaced(documents, main), *_malformed(documents, main), *_duplicates(documents)]
    if findings:
        raise CatalogError(sorted(findings))
    errors = _errors(documents, main)
    root = Mapping(main.root.start)
    root.update(main.root, errors=errors)
    root.places = {ERRORS: (errors.start, errors.start)} | main.root.places
    elsewhere = (document for document in documents if document is not main)
    return Document(main.path, root, {code: one.path for one in elsewhere for code in one.root[ERRORS]})


def _main(documents: list[Document], path: str) -> Document:
    """Return the document that has `package`, or else the only one that has anything but errors."""
    found = [document for document in documents if PACKAGE in document.root]
    found = found or [document for document in documents if document.root.keys() - {ERRORS}]
    if not found:
        message = f"has no file with `{PACKAGE}:`; one file of a catalog has it, and all that is not an error"
        raise CatalogError([_finding(path, START, message)])
    return found[0]


def _misplaced(documents: list[Document], main: Document) -> Iterator[Finding]:
    """Yield a finding for everything that belongs into the main document and stands in another one."""
    for document in documents:
        for key in document.root.keys() - {ERRORS} if document is not main else ():
            if key in main.root:
                message = f"`{key}` stands in {_shown(main, (key,))} already; a folder is one catalog: remove it here"
            else:
                message = f"`{key}` belongs into {main.path}; the files beside it have `{ERRORS}` only"
            yield _finding(document.path, document.key_place((key,)), message, (key,))


def _malformed(documents: list[Document], main: Document) -> Iterator[Finding]:
    for document in documents:
        errors = document.root.get(ERRORS)
        if errors is None and document is not main:
            yield _finding(document.path, document.place((ERRORS,)), f"has no `{ERRORS}`; write some, or remove it")
        elif errors is not None and not isinstance(errors, Mapping):
            yield _finding(document.path, document.place((ERRORS,)), f"`{ERRORS}` is not a mapping", (ERRORS,))


def _duplicates(documents: list[Document]) -> Iterator[Finding]:
    first: dict[str, Document] = {}
    for document in documents:
        errors = document.root.get(ERRORS)
        for code in errors if isinstance(errors, Mapping) else ():
            other = first.setdefault(code, document)
            if other is not document:
                keys = (ERRORS, code)
                message = f"is defined twice; the first is in {_shown(other, keys)}; remove one"
                yield _finding(document.path, document.key_place(keys), message, keys, code)


def _errors(documents: list[Document], main: Document) -> Mapping:
    """Return the errors of all documents."""
    found = [document.root[ERRORS] for document in documents if document.root.get(ERRORS) is not None]
    errors = Mapping(main.place((ERRORS,)))
    for each in found:
        errors.update(each)
        errors.places.update(each.places)
        errors.quoted.extend(each.quoted)
    return errors


def _shown(document: Document, keys: Keys) -> str:
    line, column = document.key_place(keys)
    return f"{document.path}:{line}:{column}"


def _finding(path: str, place: Place, message: str, keys: Keys = (), where: str = "catalog") -> Finding:
    return Finding(path, place, "Y01", where, message, name="yaml", keys=keys)
