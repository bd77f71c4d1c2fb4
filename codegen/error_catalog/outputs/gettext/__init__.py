"""What translators edit: a POT file, and a PO file for every language but the source language."""

from error_catalog.model.catalog import Catalog
from error_catalog.outputs import Files
from error_catalog.outputs.gettext.entries import Entries, comment, po
from error_catalog.outputs.gettext.header import header

NOTICE = "Made by error-catalog: translate in this file, then import it into the YAML."


def render(catalog: Catalog) -> Files:
    """Yield the POT file and the PO files of a catalog."""
    entries = Entries(catalog)
    top = f"# {comment(catalog.title)}\n# {NOTICE}\n#\n"
    template = f"{top}#, fuzzy\n{_strings(header(catalog, None))}{entries.untranslated()}"
    yield f"gettext/{catalog.package}.pot", template.encode()
    for language in catalog.languages.values():
        if language.tag != catalog.source_language:
            content = f"{top}{_strings(header(catalog, language))}{entries.of(language.tag)}"
            yield f"gettext/{language.locale}.po", content.encode()


def _strings(lines: list[str]) -> str:
    """Return the entry that is the header."""
    return "\n".join(['msgid ""', 'msgstr ""', *map(po, lines)]) + "\n"
