"""Files of translators, and the tools that write them."""

import codecs
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import polib
import pytest
from babel.messages import pofile
from catalogs import shown
from conftest import GENERATED, program, run
from translate.storage import po as toolkit

from error_catalog import CatalogError, translate

SHOP = """\
# The errors of a shop.
package: shop_errors   # its name
source_language: en
languages:
  en: {}
  de: {}
  pl: {complete: false}
errors:
  7:  # the first
    name: OUT_OF_STOCK
    message:
      en: 'Out of stock'
      de: 'Nicht auf Lager'   # checked
    note: {en: "Order fewer", de: "Bestellen Sie weniger"}

  12:
    name: TOO_MANY
    message:
      en: Too many items
      de: {stale: true, text: "Zu viele Artikel"}
    note:
      en: >-
        Order fewer
        items
      de: >-
        Bestellen Sie weniger
        Artikel

  # the end
  20:
    name: CLOSED
    message: {en: "Closed"  , de: "Geschlossen" } # now
"""


def catalog(folder: Path, text: str = SHOP) -> Path:
    """Write a catalog and return its path."""
    path = folder / "errors.yaml"
    path.write_text(text, "utf-8")
    return path


def po(folder: Path, language: str, *entries: str) -> Path:
    """Write a PO file with these entries after its header, each `msgctxt|msgid|msgstr`, perhaps with lines before."""
    blocks = [f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n']
    for entry in entries:
        *before, last = entry.rsplit("\n", 1)
        context, msgid, msgstr = last.split("|")
        lines = [*before, f'msgctxt "{context}"', f'msgid "{msgid}"', f'msgstr "{msgstr}"']
        blocks.append("\n".join(lines) + "\n")
    file = folder / f"{language}.po"
    file.write_text("\n".join(blocks), "utf-8")
    return file


def page(folder: Path, language: str, text: str) -> Path:
    """Write a Markdown page and return its path."""
    file = folder / f"{language}.md"
    file.write_text(text, "utf-8")
    return file


def take(path: Path, language: str, file: Path, *, force: bool = False) -> tuple[int, int, int]:
    """Import a file into a catalog. Return how many texts were taken, unchanged and left."""
    imported = translate.take(str(path), language, str(file), force=force)
    return len(imported.taken), imported.unchanged, len({left.line for left in imported.left})


def left(path: Path, language: str, file: Path, *, force: bool = False) -> list[str]:
    """Import a file into a catalog. Return what is left as `line RULE where`."""
    imported = translate.take(str(path), language, str(file), force=force)
    return [f"{left.line} {left.rule} {left.where}" for left in imported.left]


def refused(path: Path, language: str, file: Path) -> list[str]:
    """Import a file that must be refused as a whole. Return the findings as `file:line:column RULE where`."""
    before = path.read_bytes()
    with pytest.raises(CatalogError) as error:
        translate.take(str(path), language, str(file))
    assert path.read_bytes() == before
    return [f"{Path(finding.path).name}:{shown(finding)}" for finding in error.value.findings]


def _with_gettext(*command: str) -> Callable[[Path, Path], None]:
    """Return a function that runs a program of GNU gettext; `PO` and `POT` stand for the files."""

    def write(source: Path, target: Path) -> None:
        files = {"PO": source, "POT": GENERATED / "gettext" / "marketo_soap_errors.pot"}
        words = [files.get(word, word) for word in command[1:]]
        result = run(program(command[0], "gettext"), *words, "-o", target)
        assert result.returncode == 0, result.stderr

    return write


def _with_polib(source: Path, target: Path) -> None:
    file = polib.pofile(str(source), wrapwidth=30)
    file.metadata = dict(reversed(file.metadata.items())) | {"X-Generator": "Poedit 3.4"}
    file.append(polib.POEntry(msgctxt="20014.message", msgid="Old", msgstr="Vieux", obsolete=True))
    file.save(str(target))


def _with_babel(source: Path, target: Path) -> None:
    buffer = BytesIO()
    pofile.write_po(buffer, pofile.read_po(BytesIO(source.read_bytes())), width=40, sort_output=True)
    target.write_bytes(buffer.getvalue())


def _with_translate_toolkit(source: Path, target: Path) -> None:
    """As Weblate reads and writes it."""
    store = toolkit.pofile.parsefile(str(source))
    for unit in store.units:
        unit.target = unit.target
    store.savefile(str(target))


def _with_windows(source: Path, target: Path) -> None:
    target.write_bytes(codecs.BOM_UTF8 + source.read_bytes().replace(b"\n", b"\r\n"))


TOOLS = {
    "msgcat": _with_gettext("msgcat", "--width=30", "PO"),
    "msgcat, in one line": _with_gettext("msgcat", "--no-wrap", "--sort-output", "PO"),
    "msgcat, escaped": _with_gettext("msgcat", "--escape", "PO"),
    "msgmerge": _with_gettext("msgmerge", "--previous", "PO", "POT"),
    "polib": _with_polib,
    "Babel": _with_babel,
    "translate-toolkit": _with_translate_toolkit,
    "an editor on Windows": _with_windows,
}
"""Functions that read a PO file and write it to another path in their own way."""
