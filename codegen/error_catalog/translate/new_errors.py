"""Errors that a page of the source language has and the catalog does not."""

import keyword
import re
import unicodedata

from error_catalog.model.catalog import Catalog
from error_catalog.translate.editing import Editor, flow, scalar

LONGEST_NAME = 60


def add_errors(editor: Editor, catalog: Catalog, added: dict[str, dict[str, str]], tag: str) -> None:
    """Add errors after all others, each with a name made from its message.

    Args:
        editor: The YAML.
        catalog: The catalog that it is.
        added: The texts by field, by code.
        tag: The source language.
    """
    taken = {error.name.casefold() for error in catalog.errors}
    parent = editor.root.at("errors")
    for code, fields in added.items():
        name = _name(fields.get("message", ""), code, taken)
        taken.add(name.casefold())
        texts = {field: flow({tag: scalar(text)}) for field, text in fields.items()}
        editor.add_mapping(parent, code, {"name": name, **texts})


def _name(message: str, code: str, taken: set[str]) -> str:
    letters = unicodedata.normalize("NFKD", message).encode("ascii", "ignore").decode()
    name = re.sub("[^A-Za-z0-9]+", "_", letters).strip("_").upper()[:LONGEST_NAME].rstrip("_")
    if not name or name[0].isdigit():
        name = f"ERROR_{name}".rstrip("_")
    if name.casefold() in taken or name == "ERROR" or keyword.iskeyword(name):
        name = f"{name}_{re.sub('[^A-Za-z0-9]+', '_', code).strip('_').upper()}"
    return name
