"""What agencies edit: an XLIFF file for every language but the source language.

The catalog chooses the version: `xliff: {version: "2.1"}`; without it, files are XLIFF 1.2, which every tool reads.
"""

from error_catalog.model.catalog import Catalog
from error_catalog.outputs import Files
from error_catalog.outputs.gettext.entries import about, in_order
from error_catalog.outputs.xliff import version1, version2

NOTICE = "Made by error-catalog: translate in this file, then import it into the YAML."

VERSIONS = {"1.2": version1.document, "2.1": version2.document}


def render(catalog: Catalog) -> Files:
    """Yield the XLIFF file of each language."""
    document = VERSIONS[catalog.xliff]
    units = [(unit, about(catalog, unit)) for unit in in_order(catalog)]
    for language in catalog.languages.values():
        if language.tag != catalog.source_language:
            lines = [
                '<?xml version="1.0" encoding="UTF-8"?>',
                f"<!-- {NOTICE} -->",
                *document(catalog, language, units),
            ]
            yield f"xliff/{language.tag}.xlf", ("\n".join(lines) + "\n").encode()
