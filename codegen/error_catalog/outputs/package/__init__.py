"""The typed Python package: its behaviour is copied as it is, its data is rendered.

`templates/` holds the modules of the package. Those in `SOAP` are part of it only if the catalog has `faults`, and
those in `RETIRED` only if it has retired codes.
"""

from importlib.resources import files

from error_catalog.model import durations
from error_catalog.model.catalog import Catalog
from error_catalog.outputs import Files
from error_catalog.outputs.escaping import Templates
from error_catalog.outputs.gettext.mo import MOFiles
from error_catalog.outputs.package import syntax
from error_catalog.outputs.package.types import Types

NOTICE = "Made by error-catalog. Do not edit: change the YAML."
SOAP = (
    "_codes.py", "_fault.py", "_faults.py", "_held.py", "_logs.py", "_markup.py", "_records.py", "_rendered.py",
    "_scan.py", "_soap.py", "_sources.py",
)  # fmt: skip
RETIRED = ("_retired.py", "_deprecated.py", "_retirements.py.j2")
WORDS = (
    "product", "title", "what_to_do", "stated", "own_advice", "original", "retired", "use_instead", "server",
    "category", "limit", "resend_unchanged", "resend_changed", "resend_never", "attempts", "wait", "not_translated",
    "yes", "no", "unknown_code", "example", "label_value", "with_remark", "rate", "list_separator",
)  # fmt: skip
"""The generator's words that the command prints."""

TEMPLATES = Templates(__name__, **syntax.FILTERS)


def render(catalog: Catalog) -> Files:
    """Yield the modules of the package and its MO files."""
    folder = catalog.package
    values = {"catalog": catalog, "types": Types(catalog), "notice": NOTICE, "words": _words(catalog)}
    values["waits"] = _waits(catalog)
    for file in sorted((files(__name__) / "templates").iterdir(), key=lambda file: file.name):
        if _is_left_out(file.name, catalog):
            continue
        if file.name.endswith(".j2"):
            yield f"{folder}/{file.name.removesuffix('.j2')}", TEMPLATES.render(file.name, **values)
        elif file.is_file():
            yield f"{folder}/{file.name}", file.read_bytes()
    mo_files = MOFiles(catalog)
    for language in catalog.languages.values():
        yield f"{folder}/locale/{language.locale}/LC_MESSAGES/{folder}.mo", mo_files.of(language)


def _is_left_out(name: str, catalog: Catalog) -> bool:
    return (name in SOAP and not catalog.faults) or (name in RETIRED and not catalog.retired)


def _words(catalog: Catalog) -> dict[str, str]:
    """Return the words of the command in the source language, with the labels of figures, and times in words."""
    figures = {figure for error in catalog.errors for figure in error.limit if figure in catalog.words}
    names = (*WORDS, *sorted(figures - set(WORDS)), *sorted(catalog.durations))
    return {name: catalog.words[name].source for name in names}


def _waits(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Return the names of the words for how long to wait, by the name of the recovery."""
    waits = {recovery.name: recovery.wait for recovery in catalog.recoveries.values() if recovery.wait}
    return {name: tuple(durations.word(*figure) for figure in wait.items()) for name, wait in waits.items()}
