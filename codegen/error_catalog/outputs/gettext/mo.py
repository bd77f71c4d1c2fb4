"""MO files.

They are written here and not by Babel, whose entries are sorted by msgid before msgctxt: GNU gettext searches by the
two together and then finds 8 of 54 entries.
"""

import struct
from itertools import accumulate
from operator import itemgetter

from error_catalog.model.catalog import Catalog
from error_catalog.model.language import Language
from error_catalog.outputs.gettext.header import header

MAGIC = 0x950412DE


class MOFiles:
    """The MO files of a catalog. The keys are the same in every language, and sorted once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        keyed = (
            (f"{unit.context}\x04{unit.source}".encode(), unit) for unit in catalog.readable if unit.source.strip()
        )
        self._units = sorted(keyed, key=itemgetter(0))

    def of(self, language: Language) -> bytes:
        """Return the MO file of a language: every entry that is translated and not stale."""
        tag = language.tag
        said = [(key, text.encode()) for key, unit in self._units if (text := unit.current(tag))]
        return mo([(b"", "".join(header(self._catalog, language)).encode()), *said])


def mo(messages: list[tuple[bytes, bytes]]) -> bytes:
    """Return a GNU MO file of messages that are sorted: little-endian, without a hash table.

    The layout is that of https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html.
    """
    count = len(messages)
    strings = [message[column] for column in (0, 1) for message in messages]
    lengths = [len(string) for string in strings]
    offsets = accumulate((length + 1 for length in lengths), initial=28 + 16 * count)
    head = struct.pack("<7I", MAGIC, 0, count, 28, 28 + 8 * count, 0, 28 + 16 * count)
    table = struct.pack(f"<{4 * count}I", *(number for pair in zip(lengths, offsets, strict=False) for number in pair))
    return b"".join([head, table, b"\0".join(strings), b"\0"])
