"""The entries of a PO file, by GNU gettext's grammar.

Written here because translators need exact lines and no silent loss: Babel merges duplicate entries, polib accepts
unterminated strings and numbers lines loosely, and neither reads `msgcat --escape`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from error_catalog.translate.offers import Left, damaged, refused

CHARSET = re.compile(rb"charset=([A-Za-z0-9._-]+)")
KEYWORD = re.compile(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)?\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|(.))")
CHARACTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "v": "\v", "f": "\f"}
LEAST_NOT_ASCII = 0x80


@dataclass(slots=True)
class Entry:
    """One entry: its strings by keyword, its flags, and the line of its first string.

    `refusal` says why the file itself does not hold the translation for ready.
    """

    line: int = 0
    refusal: str = ""
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


def entries(path: str, data: bytes) -> tuple[list[Entry], list[Left]]:
    """Return every entry but the obsolete ones, the header among them, and what is left of those that are not PO.

    Raises:
        CatalogError: Nothing of the file is PO, or it is not in the charset that it says.
    """
    declared = CHARSET.search(data)
    charset = declared[1].decode() if declared and declared[1] != b"CHARSET" else "utf-8"
    try:
        text = data.decode("utf-8-sig" if charset.lower() in ("utf-8", "utf8") else charset)
    except LookupError:
        raise refused(path, 1, "header", f"has the unknown charset {charset}; save the file as UTF-8") from None
    except UnicodeError:
        raise refused(path, 1, "file", f"is not {charset}, as its header says; save it as UTF-8") from None
    read = list(_entries(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), charset))
    found = [one for one in read if isinstance(one, Entry)]
    left = [one for one in read if isinstance(one, Left)]
    if left and not found:
        raise refused(path, left[0].line, "file", left[0].why)
    return found, left


def _entries(lines: list[str], charset: str) -> Iterator[Entry | Left]:
    entry, keyword = Entry(), ""
    damage: Left | None = None
    for number, line in enumerate(map(str.strip, [*lines, ""]), 1):
        is_last = number > len(lines)
        if damage and (is_last or _starts_another(entry, line, is_damaged=True)):
            yield damage
            entry, keyword, damage = Entry(), "", None
        elif not damage and entry.strings and _starts_another(entry, line):
            yield _whole(entry, number)
            entry, keyword = Entry(), ""
        if line.startswith("#~") and not entry.strings:
            entry.flags.clear()  # they are those of an obsolete entry
        elif line.startswith("#,"):
            entry.flags |= {flag.strip() for flag in line[2:].split(",")}
        elif line and not line.startswith("#") and not damage:
            found = KEYWORD.fullmatch(line)
            keyword = found[1] or keyword if found else keyword
            said = _said(found[2], charset) if found else None
            if found is None or said is None or not keyword or found[1] in entry.strings:
                why = "is not PO here; see `msgfmt --check`" if said is not None or not found else f"is not {charset}"
                damage = damaged(number, entry.context or "file", why)
                continue
            entry.line = entry.line or number
            entry.strings[keyword] = entry.strings.get(keyword, "") + said
    if entry.strings:
        yield _whole(entry, len(lines))


def _starts_another(entry: Entry, line: str, *, is_damaged: bool = False) -> bool:
    """Return True if a line does not belong to an entry any more; a damaged one ends with an empty line, too."""
    is_translated = any(keyword.startswith("msgstr") for keyword in entry.strings)
    if is_damaged:
        return not line or line.startswith(("#", "msgctxt")) or (is_translated and line.startswith("msgid "))
    return line.startswith("msgctxt") or (is_translated and line.startswith(("#", "msgid")))


def _whole(entry: Entry, line: int) -> Entry | Left:
    if "msgid" not in entry.strings or not any(keyword.startswith("msgstr") for keyword in entry.strings):
        return damaged(min(line, entry.line), entry.context or "file", "is an entry without msgid or msgstr")
    return entry


def _said(strings: str, charset: str) -> str | None:
    """Return what quoted strings say, or None if it is not in the charset: `\\303\\251` are bytes in it."""
    said = ESCAPE.sub(_character, "".join(STRING.findall(strings)))
    try:
        return said.encode(charset, "surrogateescape").decode(charset)
    except UnicodeError:
        return None


def _character(found: re.Match[str]) -> str:
    hexadecimal, octal, letter = found.groups()
    if letter:
        return CHARACTERS.get(letter, letter)
    byte = int(hexadecimal, 16) if hexadecimal else int(octal, 8) & 0xFF
    return chr(byte if byte < LEAST_NOT_ASCII else 0xDC00 + byte)
