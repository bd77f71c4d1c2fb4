"""Catalogs for tests: the real one as plain data, and small ones written for a purpose."""

import textwrap
from pathlib import Path

from ruamel.yaml import YAML

from codegen import rules, source
from codegen.catalog import Catalog, build
from codegen.mistakes import CatalogError

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
    """A YAML file as another program reads it, without the generator's own reader."""
    return YAML(typ="safe", pure=True).load(path.read_text("utf-8"))


def said(form: str | dict) -> str:
    """The text of a short or long form."""
    return form if isinstance(form, str) else form["text"]


def complaints(text: str, *, pure: bool = False) -> list[str]:
    """The mistakes of a catalog as people read them, without the path: `4:3: C05 1.message.de: …`."""
    try:
        document = source.parse(textwrap.dedent(text), "", pure=pure)
    except CatalogError as error:
        return [str(mistake)[1:] for mistake in error.mistakes]
    return [str(mistake)[1:] for mistake in rules.find(document)]


def model(text: str) -> Catalog:
    """The catalog that a text describes."""
    assert complaints(text) == []
    return build(source.parse(textwrap.dedent(text)))
