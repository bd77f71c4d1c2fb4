"""Catalogs for tests: the real one as plain data, and small ones written for a purpose."""

import json
import re
import textwrap
from pathlib import Path

from ruamel.yaml import YAML

import error_catalog
from error_catalog import Catalog, CatalogError, Finding
from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse
from error_catalog.outputs import files

SMALL = """
package: shop_errors
source_language: en
languages: {en: {}, de: {}}
errors:
  1:
    name: OUT_OF_STOCK
    message: {en: "Out of stock", de: "Nicht auf Lager"}
"""


def plain(path: Path) -> dict:
    """Return a YAML file as another program reads it, without the generator's own reader."""
    return YAML(typ="safe", pure=True).load(path.read_text("utf-8"))


def as_yaml(catalog: dict) -> str:
    """Return plain data as YAML in ASCII: JSON with every other character as an escape that YAML readers know."""
    return re.sub(r"[^\n\x20-\x7e]", lambda found: f"\\U{ord(found[0]):08x}", json.dumps(catalog, ensure_ascii=False))


def said(form: str | dict) -> str:
    """Return the text of a short or long form."""
    return form if isinstance(form, str) else form["text"]


def findings(text: str, *, pure: bool = False) -> list[Finding]:
    """Return the findings in a catalog, also if it cannot be read."""
    try:
        return error_catalog.check(catalog_of(parse(textwrap.dedent(text), "errors.yaml", pure=pure)))
    except CatalogError as error:
        return error.findings


def found(text: str, *, pure: bool = False) -> list[str]:
    """Return the findings in a catalog as `line:column rule where`: what tests assert, without the wording."""
    return [shown(finding) for finding in findings(text, pure=pure)]


def shown(finding: Finding) -> str:
    """Return a finding without its path and its wording."""
    line, column = finding.place
    return f"{line}:{column} {finding.rule} {finding.where}"


def model(text: str) -> Catalog:
    """Return the catalog that a text describes, which must not have findings."""
    catalog = catalog_of(parse(textwrap.dedent(text), "errors.yaml"))
    assert list(map(str, error_catalog.check(catalog))) == []
    return catalog


def made(catalog: Catalog, folder: Path) -> Path:
    """Write everything that is generated from a catalog into a folder, and return the folder."""
    for path, content in files(catalog).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder
