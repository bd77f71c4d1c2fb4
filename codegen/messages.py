"""gettext: the entries of a catalog, the header of a PO file, and MO files.

MO files are written here and not by Babel, whose entries are sorted by msgid before msgctxt: GNU gettext
searches by the two together and then finds only some of them.
"""

import struct
from typing import NamedTuple

from codegen.catalog import Catalog, Error, Language, Text
from codegen.languages import english_name, plural_forms

MAGIC = 0x950412DE
EPOCH = "1970-01-01 00:00+0000"  # where the catalog says no day: files are the same on every one


class Entry(NamedTuple):
    """One message: msgctxt, msgid and msgstr, with the comments and flags that translators see."""

    context: str
    source: str
    translation: str
    comments: list[str]
    flags: list[str]

    @property
    def flag_lines(self) -> list[str]:
        """The line that tells the flags, if there are any."""
        return [", ".join(self.flags)] if self.flags else []


def entries(catalog: Catalog, tag: str) -> list[Entry]:
    """Every text of every error in a language, in the order of the codes; an empty msgstr where one lacks."""
    return [
        Entry(
            context=f"{error.code}.{field}",
            source=text.source,
            translation=text.translations.get(tag, ""),
            comments=_comments(catalog, error, field),
            flags=_flags(error, text, tag),
        )
        for error in catalog.errors
        for field, text in error.fields
    ]


def _flags(error: Error, text: Text, tag: str) -> list[str]:
    """`fuzzy` for a translation that has not followed, `python-brace-format` where there are placeholders."""
    has_placeholders = any(f"{{{name}}}" in text.source for name in error.placeholders)
    return [*(["fuzzy"] if tag in text.stale else []), *(["python-brace-format"] if has_placeholders else [])]


def _comments(catalog: Catalog, error: Error, field: str) -> list[str]:
    """What a translator should know beside the text: its name, its category, and the note of its message."""
    comments = [error.name]
    if error.category:
        comments.append(catalog.categories[error.category].source)
    if field == "message" and error.note.source:
        comments.append(error.note.source)
    return comments


def header(catalog: Catalog, language: Language | None) -> list[str]:
    """The lines of a PO header; of the template's header where there is no language."""
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


def mo(catalog: Catalog, language: Language) -> bytes:
    """The MO file of a language: every entry that is translated and not fuzzy."""
    messages = {"": "".join(header(catalog, language))}
    for entry in entries(catalog, language.tag):
        if entry.translation and "fuzzy" not in entry.flags:
            messages[f"{entry.context}\x04{entry.source}"] = entry.translation
    return _mo([(key.encode(), value.encode()) for key, value in messages.items()])


def _mo(messages: list[tuple[bytes, bytes]]) -> bytes:
    """GNU MO, little-endian, without a hash table: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html"""
    messages.sort()
    table_size = 8 * len(messages)
    offset = 28 + 2 * table_size
    tables = []
    for column in (0, 1):
        for message in messages:
            tables.append(struct.pack("<2I", len(message[column]), offset))
            offset += len(message[column]) + 1
    head = struct.pack("<7I", MAGIC, 0, len(messages), 28, 28 + table_size, 0, offset)
    strings = b"".join(message[column] + b"\0" for column in (0, 1) for message in messages)
    return head + b"".join(tables) + strings
