"""The header of PO and MO files."""

from error_catalog.model.catalog import Catalog
from error_catalog.model.language import Language
from error_catalog.model.languages import english_name, plural_forms

EPOCH = "1970-01-01 00:00+0000"  # if the catalog gives no day: files are the same on every one


def header(catalog: Catalog, language: Language | None) -> list[str]:
    """Return the lines of a PO header, or those of the template's header if no language is given."""
    about = catalog.gettext
    revised, contact = about.get("revised", EPOCH), about.get("contact")
    fields = {
        "Project-Id-Version": f"{catalog.package} {about.get('version', '')}".strip(),
        **({"Report-Msgid-Bugs-To": contact} if contact else {}),
        "POT-Creation-Date": revised,
        "PO-Revision-Date": revised,
        "Last-Translator": contact or "Automatically generated",
        "Language-Team": english_name(language.tag) if language else "none",
        "Language": language.locale if language else "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    if language:
        fields["Plural-Forms"] = plural_forms(language.tag)
    return [f"{name}: {value}\n" for name, value in fields.items()]
