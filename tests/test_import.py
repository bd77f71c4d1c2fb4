"""A translator's file comes into the YAML, and nothing else of the YAML changes."""

import codecs
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import polib
import pytest
from babel.messages import pofile
from catalogs import plain, said
from conftest import CATALOG, GENERATED, ROOT, codegen, program, run

POS = sorted((GENERATED / "gettext").glob("*.po"))

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


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "errors.yaml"
    path.write_text(SHOP, "utf-8")
    return path


def po(path: Path, language: str, *entries: str) -> Path:
    """A PO file with these entries behind its header, each `msgctxt|msgid|msgstr`, perhaps with lines before."""
    blocks = [f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n']
    for entry in entries:
        *before, last = entry.rsplit("\n", 1)
        context, msgid, msgstr = last.split("|")
        blocks.append(
            "".join([*(f"{line}\n" for line in before), f'msgctxt "{context}"\nmsgid "{msgid}"\nmsgstr "{msgstr}"\n'])
        )
    file = path.parent / f"{language}.po"
    file.write_text("\n".join(blocks), "utf-8")
    return file


def take(catalog: Path, language: str, file: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return codegen("import", language, file, "--catalog", catalog, *options, cwd=catalog.parent)


def with_gettext(*command: str) -> Callable[[Path, Path], None]:
    def write(source: Path, target: Path) -> None:
        words = [str(GENERATED / "gettext" / "marketo_soap_errors.pot") if word == "POT" else word for word in command]
        where = words.index("PO")
        words[where] = str(source)
        result = run(program(words[0], "gettext"), *words[1:], "-o", target)
        assert result.returncode == 0, result.stderr

    return write


def with_polib(source: Path, target: Path) -> None:
    file = polib.pofile(str(source), wrapwidth=30)
    file.metadata = dict(reversed(file.metadata.items())) | {"X-Generator": "Poedit 3.4"}
    file.append(polib.POEntry(msgctxt="20014.message", msgid="Old", msgstr="Vieux", obsolete=True))
    file.save(str(target))


def with_babel(source: Path, target: Path) -> None:
    buffer = BytesIO()
    pofile.write_po(buffer, pofile.read_po(BytesIO(source.read_bytes())), width=40, sort_output=True)
    target.write_bytes(buffer.getvalue())


def with_windows(source: Path, target: Path) -> None:
    target.write_bytes(codecs.BOM_UTF8 + source.read_bytes().replace(b"\n", b"\r\n"))


TOOLS = {
    "msgcat": with_gettext("msgcat", "--width=30", "PO"),
    "msgcat, in one line": with_gettext("msgcat", "--no-wrap", "--sort-output", "PO"),
    "msgcat, escaped": with_gettext("msgcat", "--escape", "PO"),
    "msgmerge": with_gettext("msgmerge", "--previous", "PO", "POT"),
    "polib": with_polib,
    "Babel": with_babel,
    "an editor of Windows": with_windows,
}


@pytest.mark.parametrize("tool", TOOLS)
def test_a_file_that_another_tool_has_written_changes_nothing(tool: str, tmp_path: Path):
    catalog = tmp_path / "errors.yaml"
    catalog.write_bytes(CATALOG.read_bytes())
    for source in POS:
        TOOLS[tool](source, tmp_path / source.name)
        imported = take(catalog, source.stem, tmp_path / source.name)
        assert imported.returncode == 0, imported.stderr
        assert "0 texts taken, 54 unchanged, 0 left" in imported.stdout
    assert catalog.read_bytes() == CATALOG.read_bytes()


@pytest.mark.parametrize("tool", TOOLS)
def test_every_translation_retyped_in_another_tool_makes_the_same_yaml(tool: str, tmp_path: Path):
    """Spoiled in the YAML, then taken from the translators' files: every byte is as it was."""
    catalog = tmp_path / "errors.yaml"
    text = CATALOG.read_text("utf-8")
    site, errors = text.split("\nerrors:\n")
    spoiled, count = re.subn(r'\b(fr|ja|ko|sv|text): "', r"\g<0>X", errors)
    assert count == 4 * 54
    catalog.write_text(f"{site}\nerrors:\n{spoiled}", "utf-8")
    for source in POS:
        TOOLS[tool](source, tmp_path / source.name)
        assert take(catalog, source.stem, tmp_path / source.name, "--force").returncode == 0
    assert catalog.read_bytes() == CATALOG.read_bytes()


CHANGES = [
    ("7.message|Out of stock|Ausverkauft", "de: 'Nicht auf Lager'   #", "de: 'Ausverkauft'   #"),
    ("7.message|Out of stock|Geht's nicht", "de: 'Nicht auf Lager'   #", "de: 'Geht''s nicht'   #"),
    ("7.note|Order fewer|Weniger\u00a0bestellen", "Bestellen Sie weniger\"}", 'Weniger\\u00a0bestellen"}'),
    ('7.note|Order fewer|Weniger \\"bitte\\"', "Bestellen Sie weniger\"}", 'Weniger \\"bitte\\""}'),
    ("12.message|Too many items|Zu viele Artikel", "{stale: true, text:", "{text:"),
    (
        "12.message|Too many items|Viel zu viele Artikel",
        '{stale: true, text: "Zu viele Artikel"}',
        '{text: "Viel zu viele Artikel"}',
    ),
    (
        "12.note|Order fewer items|Weniger: bestellen",
        ">-\n        Bestellen Sie weniger\n        Artikel\n",
        '"Weniger: bestellen"\n',
    ),
    ("20.message|Closed|Zu", '"Geschlossen" }', '"Zu" }'),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "before", "after"), CHANGES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_only_the_text_changes(entry: str, before: str, after: str, line_end: str, shop: Path):
    assert SHOP.count(before) == 1
    shop.write_bytes(SHOP.replace("\n", line_end).encode())
    file = po(shop, "de", entry)
    assert "1 text taken" in take(shop, "de", file, "--force").stdout
    assert shop.read_bytes() == SHOP.replace(before, after).replace("\n", line_end).encode()
    assert "0 texts taken, 1 unchanged" in take(shop, "de", file, "--force").stdout


def test_a_language_comes_behind_those_before_it(shop: Path):
    entries = (
        "7.message|Out of stock|Brak w magazynie",
        "7.note|Order fewer|Zamów mniej",
        "20.message|Closed|Zamknięte",
    )
    assert take(shop, "pl", po(shop, "pl", *entries)).returncode == 0
    expected = SHOP.replace(
        "      de: 'Nicht auf Lager'   # checked\n",
        "      de: 'Nicht auf Lager'   # checked\n      pl: 'Brak w magazynie'\n",
    )
    expected = expected.replace('weniger"}', 'weniger", pl: "Zamów mniej"}')
    expected = expected.replace('"Geschlossen" }', '"Geschlossen", pl: "Zamknięte" }')
    assert shop.read_text("utf-8") == expected


def test_a_new_language_is_declared(shop: Path):
    assert take(shop, "pt_BR", po(shop, "pt_BR", "20.message|Closed|Fechado")).returncode == 0
    expected = SHOP.replace("  pl: {complete: false}\n", "  pl: {complete: false}\n  pt-BR: {complete: false}\n")
    assert shop.read_text("utf-8") == expected.replace('"Geschlossen" }', '"Geschlossen", pt-BR: "Fechado" }')
    assert codegen("check", "--catalog", shop, "--output", shop.parent / "out", cwd=shop.parent).stdout.count("pt-BR")


def test_what_is_not_taken_is_listed(shop: Path):
    file = po(
        shop,
        "de",
        "7.message|Out of stock|",
        '#, fuzzy\n#| msgid "Order"\n7.note|Order fewer|Anders',
        "12.message|Too much|Zu viel",
        "99.message|Nothing|Nichts",
        "7.title|Nothing|Nichts",
    )
    file.write_text(file.read_text("utf-8") + '\nmsgid "No context"\nmsgstr "Ohne"\n', "utf-8")
    imported = take(shop, "de", file)
    assert imported.stdout.splitlines() == [
        f"{file}:6: 7.message: untranslated",
        f"{file}:12: 7.note: fuzzy, not taken",
        f"{file}:16: 12.message: translates an older source text, not taken; update the file with msgmerge",
        f"{file}:20: 99.message: unknown msgctxt, not taken",
        f"{file}:24: 7.title: unknown msgctxt, not taken",
        f"{file}:28: 'No context': unknown msgctxt, not taken",
        f"{shop}: 0 texts taken, 0 unchanged, 6 left",
    ]
    assert shop.read_text("utf-8") == SHOP


def test_a_mistake_keeps_the_yaml_as_it_was_and_names_the_line(shop: Path):
    file = po(shop, "de", "7.message|Out of stock|Out of stock", "20.message|Closed|Zu")
    refused = take(shop, "de", file)
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"{file}:6:1: C02 7.message.de: ")
    assert shop.read_text("utf-8") == SHOP
    assert take(shop, "de", file, "--force").returncode == 0
    assert plain(shop)["errors"][7]["message"] == {"en": "Out of stock", "de": "Out of stock"}


HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset={}\\n"\n\n'
TWICE = 'msgctxt "7.message"\nmsgid "Out of stock"\nmsgstr "a"\n\n' * 2
BAD_FILES = [
    ("de.po", 'msgid "a"\nmsgstr "b\n', "2:1: P01 file: is no PO here; see `msgfmt --check`"),
    ("de.po", '"a"\n', "1:1: P01 file: is no PO here"),
    ("de.po", 'msgid "a"\nmsgid "b"\n', "2:1: P01 file: is no PO here"),
    ("de.po", 'msgctxt "a"\n\n', "1:1: P01 file: has an entry without msgid or msgstr here"),
    ("de.po", 'msgid "a"\n#. x\n', "1:1: P01 file: has an entry without msgid or msgstr here"),
    ("de.po", TWICE, "5:1: P01 7.message: is there twice; the first is on line 1; remove one"),
    ("de.po", 'msgid ""\nmsgstr "Language: fr\\n"\n', "1:1: P01 header: the file says Language: fr, not de; name"),
    ("de.po", HEADER.format("none"), "1:1: P01 header: has the unknown charset none; save the file as UTF-8"),
    ("de.po", HEADER.format("UTF-8").encode() + b'msgid "\xe9"\nmsgstr "a"\n', "1:1: P01 file: is not UTF-8, as its"),
    ("de.po", r'msgid "\351"' + '\nmsgstr "a"\n', "1:1: P01 file: has an escape that is no utf-8"),
    ("de.md", "# Errors\n\nNothing.\n", "1:1: P01 page: has no table with codes"),
    ("de.md", "| a | b |\n|---|---|\n| 7 | x |\n| 7 | y |\n", "4:1: P01 7.message: is there twice; the first is on"),
    ("de.md", b"| \xe9 |", "1:1: P01 file: is not UTF-8"),
    ("de.md", "---\na: [\n---\n| a | b |\n|---|---|\n| 7 | x |\n", "2:1: P01 front matter: is not YAML"),
]


@pytest.mark.parametrize(("name", "content", "said"), BAD_FILES)
def test_a_bad_file_is_refused_with_its_line(name: str, content: str | bytes, said: str, shop: Path):
    file = shop.parent / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    refused = take(shop, "de", file)
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"{file}:{said}"), refused.stderr
    assert shop.read_text("utf-8") == SHOP


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("de", "nothing.po"), "nothing.po: No such file or directory"),
        (("de", "errors.yaml"), "errors.yaml:1:1: P01 file: is neither .po nor .md; name a PO file or a Markdown page"),
        (("en", "de.po"), "de.po:1:1: P01 en: is the source language; change its texts in the YAML"),
        (("xx-yy-zz", "de.po"), "de.po:1:1: P01 xx-yy-zz: xx-yy-zz is no language that CLDR knows"),
        (("../de", "de.po"), "de.po:1:1: P01 ../de: ../de is no language that CLDR knows"),
    ],
)
def test_wrong_arguments_are_refused(arguments: tuple[str, str], said: str, shop: Path):
    po(shop, "de", "20.message|Closed|Zu")
    refused = codegen("import", *arguments, "--catalog", "errors.yaml", cwd=shop.parent)
    assert refused.returncode == 1
    assert refused.stderr.startswith(said), refused.stderr


PAGE = """\
---
title: Fehler
source-git-commit: 66add4c38d0230c36d57009de985649bb67fde3e
ht-degree: 11%
---

# Fehler

| A | B |
|---|---|
| nothing | here |

| Hinweis | Nummer | Meldung |
| :--- | ---: | --- |
| Bestellen &#39;Sie&#39; &lt;weniger&gt; | 7 | Nicht **auf** `Lager` \\| fort |
| | 12 | Zu viele Artikel |
| | 31 | Unbekannt |
| Morgen wieder | 20 | Geschlossen |
"""


def test_a_page_is_read_as_its_readers_see_it(shop: Path):
    """Columns are found by what they hold; entities are decoded; the front matter says where the texts are from."""
    (shop.parent / "de.md").write_text(PAGE, "utf-8")
    imported = take(shop, "de", shop.parent / "de.md", "--force")
    assert imported.stdout.splitlines()[:2] == [
        f"{shop.parent / 'de.md'}:17: 31: unknown code, not taken",
        f"{shop.parent / 'de.md'}:18: 20.note: has no source text, not taken",
    ]
    catalog = plain(shop)
    assert catalog["languages"]["de"] == {
        "published": {"source_commit": "66add4c38d0230c36d57009de985649bb67fde3e", "human_translated": 11}
    }
    assert catalog["errors"][7]["message"]["de"] == "Nicht auf Lager | fort"
    assert catalog["errors"][7]["note"]["de"] == "Bestellen 'Sie' <weniger>"
    assert catalog["errors"][12]["message"]["de"]["text"] == "Zu viele Artikel"
    before = shop.read_bytes()
    assert "0 texts taken" in take(shop, "de", shop.parent / "de.md", "--force").stdout
    assert shop.read_bytes() == before


def test_the_published_pages_come_back_from_a_catalog_of_the_source_language(tmp_path: Path):
    """Pages made of the published texts, into a catalog that has one code: the published texts exactly."""
    catalog = tmp_path / "errors.yaml"
    catalog.write_text(
        "package: some_errors\nsource_language: en\nlanguages: {en: {}}\n"
        'errors:\n  10001: {name: INTERNAL_ERROR, message: {en: "Old"}}\n'
    )
    real = plain(CATALOG)

    def published(form: str | dict) -> str:
        return form.get("published", form["text"]) if isinstance(form, dict) else form

    expected = {
        code: {kind: {tag: published(form) for tag, form in error[kind].items()} for kind in ("message", "note")}
        for code, error in real["errors"].items()
    }
    for tag in real["languages"]:
        rows = [(code, texts["message"][tag], texts["note"][tag]) for code, texts in expected.items()]
        cells = (
            " | ".join(
                str(cell).replace("&", "&amp;").replace('"', "&quot;").replace("*", r"\*").replace("_", r"\_")
                for cell in row
            )
            for row in rows
        )
        page = "| x | y | z |\n|--- |--- |--- |\n" + "".join(f"| {row} |\n" for row in cells)
        (tmp_path / f"{tag}.md").write_text(page, "utf-8")
        imported = take(catalog, tag, tmp_path / f"{tag}.md", "--force")
        assert imported.returncode == 0, imported.stderr
    found = plain(catalog)
    texts = {
        code: {kind: {tag: said(form) for tag, form in error[kind].items()} for kind in ("message", "note")}
        for code, error in found["errors"].items()
    }
    assert texts == expected
    assert found["errors"][20103]["name"] == "LEAD_NOT_FOUND"


def test_a_new_source_text_marks_its_translations_stale(shop: Path):
    (shop.parent / "en.md").write_text(
        "| c | m |\n|-|-|\n| 7 | Sold out |\n| 20 | Closed |\n| 12 | Too many items |\n", "utf-8"
    )
    assert take(shop, "en", shop.parent / "en.md").returncode == 0
    assert plain(shop)["errors"][7]["message"] == {"en": "Sold out", "de": {"text": "Nicht auf Lager", "stale": True}}
    assert "# checked" in shop.read_text("utf-8")


def test_an_interrupted_import_leaves_the_old_yaml_or_the_new_one(tmp_path: Path):
    catalog = tmp_path / "errors.yaml"
    old = CATALOG.read_bytes()
    file = tmp_path / "fr.po"
    file.write_text(POS[0].read_text("utf-8").replace("Flux", "Torrent").replace("flux", "torrent"), "utf-8")
    command = [sys.executable, "-m", "codegen", "import", "fr", str(file), "--force", "--catalog", str(catalog)]
    catalog.write_bytes(old)
    started = time.monotonic()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    whole = time.monotonic() - started
    new = catalog.read_bytes()
    assert new != old
    chance = random.Random(20014)
    for _ in range(40):
        catalog.write_bytes(old)
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 1.05) * whole)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert catalog.read_bytes() in (old, new)
