"""Error catalogs in several languages: one YAML file becomes a Python package, gettext catalogs, JSON and pages.

model       what a catalog is: `source` reads a YAML file, `files` and `merging` make one document of several,
            `reading` makes a Catalog of it, `fields` is the table of fields
rules       Catalog → findings; one function per rule
outputs     Catalog → {path: bytes}; one folder per output
write       makes a folder hold the outputs, or says what differs
translate   files from translators → edits of the YAML
release     compares two catalogs
init        makes a new project
cli         the command line over all of these; `commands` has its commands

The library is four functions:

    >>> import error_catalog
    >>> catalog = error_catalog.read("catalog/errors.yaml")
    >>> error_catalog.check(catalog)
    []
    >>> sorted(error_catalog.generate(catalog))[0]
    'README.md'
"""

from importlib.metadata import version

from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import CatalogError, Finding, has_errors
from error_catalog.model.reading import read
from error_catalog.outputs import files
from error_catalog.release.compare import Change, Comparison, compare
from error_catalog.rules import check

__all__ = [
    "Catalog",
    "CatalogError",
    "Change",
    "Comparison",
    "Finding",
    "check",
    "compare",
    "generate",
    "read",
]

__version__ = version("error-catalog")


def generate(catalog: Catalog) -> dict[str, bytes]:
    """Return every generated path with its content. Nothing is written.

    Raises:
        CatalogError: The catalog has findings that are more than hints, or an output of another package fails.
    """
    findings = check(catalog, hints=False)
    if has_errors(findings):
        raise CatalogError(findings)
    return files(catalog)
