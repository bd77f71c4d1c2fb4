"""The entries of a PO file, by GNU gettext's grammar.

Written here because translators need exact lines and no silent loss: Babel merges duplicate entries, polib accepts
unterminated strings and numbers lines loosely, and neither reads `msgcat --escape`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from error_catalog.translate.offers import refused

CHARSET = re.compile(rb"charset=([A-Za-z0-9._-]+)")
KEYWORD = re.compile(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)?\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|(.))")
CHARACTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "v": "\v", "f": "\f"}
LEAST_NOT_ASCII = 0x80


@dataclass(slots=True)
class Entry:
    """One entry: its strings by keyword, its flags, and the line of its first string."""

    line: int = 0
    flags: set[str] = field(default_factory=set)
    strings: dict[str, str] = field(default_factory=dict)

    @property
    def context(self) -> str:
        return self.strings.get("msgctxt", "")

    @property
    def source(self) -> str:
        return self.strings["msgid"]

    @property
    def translation(self) -> str:
        return self.strings.get("msgstr", "")


def entries(path: str, data: bytes) -> list[Entry]:
    """Return every entry but the obsolete ones, the header among them. Raise CatalogError at a line that is not PO."""
    declared = CHARSET.search(data)
    charset = declared[1].decode() if declared and declared[1] != b"CHARSET" else "utf-8"
    try:
        text = data.decode("utf-8-sig" if charset.lower() in ("utf-8", "utf8") else charset)
    except LookupError:
        raise refused(path, 1, "header", f"has the unknown charset {charset}; save the file as UTF-8") from None
    except UnicodeError:
        raise refused(path, 1, "file", f"is not {charset}, as its header says; save it as UTF-8") from None
    found = list(_entries(path, text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), charset))
    first: dict[tuple[str, str], int] = {}
    for entry in found:
        line = first.setdefault((entry.context, entry.source), entry.line)
        if line != entry.line:
            where = entry.context or repr(entry.source[:40])
            raise refused(path, entry.line, where, f"is a duplicate; the first is on line {line}; remove one")
    return found


def _entries(path: str, lines: list[str], charset: str) -> Iterator[Entry]:
    entry, keyword = Entry(), ""
    for number, line in enumerate(map(str.strip, lines), 1):
        if "msgid" in entry.strings and _starts_another(entry, line):
            yield _whole(path, entry, number)
            entry, keyword = Entry(), ""
        if line.startswith("#~") and not entry.strings:
            entry.flags.clear()  # they are those of an obsolete entry
        elif line.startswith("#,"):
            entry.flags |= {flag.strip() for flag in line[2:].split(",")}
        elif line and not line.startswith("#"):
            found = KEYWORD.fullmatch(line)
            if found is None or not (found[1] or keyword) or found[1] in entry.strings:
                raise refused(path, number, "file", "is not PO here; see `msgfmt --check`")
            keyword = found[1] or keyword
            entry.line = entry.line or number
            entry.strings[keyword] = entry.strings.get(keyword, "") + _said(path, number, found[2], charset)
    if entry.strings:
        yield _whole(path, entry, len(lines))


def _starts_another(entry: Entry, line: str) -> bool:
    is_translated = any(keyword.startswith("msgstr") for keyword in entry.strings)
    return is_translated and line.startswith(("#", "msgctxt", "msgid"))


def _whole(path: str, entry: Entry, line: int) -> Entry:
    if "msgid" not in entry.strings or not any(keyword.startswith("msgstr") for keyword in entry.strings):
        raise refused(path, min(line, entry.line), "file", "has an entry without msgid or msgstr here")
    return entry


def _said(path: str, line: int, strings: str, charset: str) -> str:
    """Return what quoted strings say; `\\303\\251` are bytes in the charset of the file."""
    said = ESCAPE.sub(_character, "".join(STRING.findall(strings)))
    try:
        return said.encode(charset, "surrogateescape").decode(charset)
    except UnicodeError:
        raise refused(path, line, "file", f"has an escape that is not {charset}") from None


def _character(found: re.Match[str]) -> str:
    hexadecimal, octal, letter = found.groups()
    if letter:
        return CHARACTERS.get(letter, letter)
    byte = int(hexadecimal, 16) if hexadecimal else int(octal, 8) & 0xFF
    return chr(byte if byte < LEAST_NOT_ASCII else 0xDC00 + byte)
