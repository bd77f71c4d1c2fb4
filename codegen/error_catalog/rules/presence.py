"""C01: every text exists."""

from collections.abc import Iterator

from error_catalog.model.catalog import Catalog
from error_catalog.model.document import Mapping
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.registry import rule


@rule("C01", is_partly_fixed=True)
def missing_text(catalog: Catalog) -> Iterator[Complaint]:
    """Every text exists in every language and is not empty, and no text is in a language that is not declared.

    A language that is still being translated is declared with `complete: false`. Its missing texts are counted and
    fall back to the source language. A missing text in the source language is always an error.

    wrong: {en: "Out of stock"}
    wrong: {en: "Out of stock", de: ""}
    right: {en: "Out of stock", de: "Vergriffen"}
    """
    source = catalog.source_language
    for unit in catalog.units:
        is_required = isinstance(unit.written, Mapping) and not unit.is_optional
        for tag, language in catalog.languages.items():
            if tag not in unit.written and is_required and (language.is_complete or tag == source):
                message = f"the text in {tag} is missing"
                yield Complaint((*unit.keys, tag), f"{unit.context}.{tag}", message, is_structural=tag == source)
            elif tag in unit.texts and not unit.texts[tag].text.strip():
                text = unit.texts[tag]
                yield Complaint(text.keys, text.where, f"the text in {tag} is empty", is_structural=text.is_source)
        for tag in unit.written:
            if tag not in catalog.languages:
                message = f"{tag} is missing from `languages`; declare it or remove the text"
                yield Complaint((*unit.keys, tag), f"{unit.context}.{tag}", message, is_about_key=True)
