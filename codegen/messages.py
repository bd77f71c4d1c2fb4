"""gettext: the entries and the header of PO files, and MO files.

MO files are written here and not by Babel, whose entries are sorted by msgid before msgctxt: GNU gettext
searches by the two together and then finds only some of them.
"""

import struct
from collections.abc import Iterator
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from codegen.catalog import Catalog, Error, Language, Text
from codegen.languages import english_name, plural_forms
from codegen.rendering import Escaped, po, render

MAGIC = 0x950412DE
EPOCH = "1970-01-01 00:00+0000"  # where the catalog says no day: files are the same on every one


class Message(NamedTuple):
    """One text of an error: its msgctxt, with the comments and flags that translators see, and all languages."""

    context: str
    text: Text
    comments: list[str]
    flags: list[str]


def messages(catalog: Catalog) -> list[Message]:
    """Every text of every error, in the order of the codes."""
    return [
        Message(f"{error.code}.{field}", text, _comments(catalog, error, field), _flags(error, text))
        for error in catalog.errors
        for field, text in error.fields
    ]


def _flags(error: Error, text: Text) -> list[str]:
    has_placeholders = any(f"{{{name}}}" in text.source for name in error.placeholders)
    return ["python-brace-format"] if has_placeholders else []


def _comments(catalog: Catalog, error: Error, field: str) -> list[str]:
    """What a translator should know beside the text: its name, its category, and the note of its message."""
    comments = [error.name]
    if error.category:
        comments.append(catalog.categories[error.category].source)
    if field == "message" and error.note.source:
        comments.append(error.note.source)
    return comments


class Entries:
    """The entries of PO files. What all languages share is written once."""

    def __init__(self, catalog: Catalog) -> None:
        self._messages = messages(catalog)
        self._heads = [_head(message, []) for message in self._messages]

    def of(self, tag: str) -> Iterator[tuple[Escaped, Escaped]]:
        """All above msgstr, and msgstr, in the order of the codes; empty where a translation lacks."""
        for message, head in zip(self._messages, self._heads, strict=True):
            text = message.text
            yield _head(message, ["fuzzy"]) if tag in text.stale else head, po(text.translations.get(tag, ""))

    def untranslated(self) -> Iterator[tuple[Escaped, Escaped]]:
        """The same, for a template."""
        return ((head, po("")) for head in self._heads)


def _head(message: Message, flags: list[str]) -> Escaped:
    all_flags = [*flags, *message.flags]
    return Escaped(
        render("gettext/entry.po.j2", message=message, flags=[", ".join(all_flags)] if all_flags else []).decode()
    )


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


class MOFiles:
    """The MO files of a catalog; what is looked up is the same in every language, and sorted once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        keyed = (
            (f"{message.context}\x04{message.text.source}".encode(), message.text) for message in messages(catalog)
        )
        self._messages = sorted(keyed, key=itemgetter(0))

    def of(self, language: Language) -> bytes:
        """The MO file of a language: every entry that is translated and not fuzzy."""
        tag = language.tag
        said = [
            (key, text.translations[tag].encode())
            for key, text in self._messages
            if text.translations.get(tag) and tag not in text.stale
        ]
        return _mo([(b"", "".join(header(self._catalog, language)).encode()), *said])


def _mo(messages: list[tuple[bytes, bytes]]) -> bytes:
    """GNU MO, little-endian, without a hash table: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html

    The messages are sorted.
    """
    count = len(messages)
    strings = [message[column] for column in (0, 1) for message in messages]
    lengths = [len(string) for string in strings]
    offsets = accumulate((length + 1 for length in lengths), initial=28 + 16 * count)
    head = struct.pack("<7I", MAGIC, 0, count, 28, 28 + 8 * count, 0, 28 + 16 * count)
    table = struct.pack(f"<{4 * count}I", *(number for pair in zip(lengths, offsets, strict=False) for number in pair))
    return b"".join([head, table, b"\0".join(strings), b"\0"])
