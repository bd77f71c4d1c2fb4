"""A translator's PO file comes into the YAML, and nothing else of the YAML changes."""

from pathlib import Path

import pytest
from catalogs import plain
from conftest import cli
from ruamel.yaml import YAML
from translators import SHOP, catalog, left, po, refused, take

import error_catalog

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


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return catalog(tmp_path)


@pytest.mark.parametrize(("entry", "before", "after"), CHANGES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_only_the_text_changes(entry: str, before: str, after: str, line_end: str, shop: Path):
    assert SHOP.count(before) == 1
    shop.write_bytes(SHOP.replace("\n", line_end).encode())
    file = po(shop.parent, "de", entry)
    assert take(shop, "de", file, force=True) == (1, 0, 0)
    assert shop.read_bytes() == SHOP.replace(before, after).replace("\n", line_end).encode()
    assert take(shop, "de", file, force=True) == (0, 1, 0)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_marks_of_stale_texts_are_removed_with_their_lines_alone(line_end: str, shop: Path):
    lines = ["", "# checked", "", "stale: true  # now", "", "text: Zu viele Artikel", "source: Too many"]
    stale = "".join(f"{' ' * 8 if line else ''}{line}\n" for line in lines)
    text = SHOP.replace(' {stale: true, text: "Zu viele Artikel"}\n', stale)
    shop.write_bytes(text.replace("\n", line_end).encode())
    assert take(shop, "de", po(shop.parent, "de", "12.message|Too many items|Zu viele Artikel")) == (1, 0, 0)
    expected = text.replace("        stale: true  # now\n", "").replace("        source: Too many\n", "")
    assert shop.read_bytes() == expected.replace("\n", line_end).encode()


def test_a_byte_order_mark_stays(shop: Path):
    shop.write_bytes(b"\xef\xbb\xbf" + SHOP.encode())
    assert take(shop, "de", po(shop.parent, "de", "20.message|Closed|Zu")) == (1, 0, 0)
    assert shop.read_bytes() == b"\xef\xbb\xbf" + SHOP.replace("Geschlossen", "Zu").encode()


def test_a_language_comes_after_those_that_precede_it(shop: Path):
    entries = (
        "7.message|Out of stock|Brak w magazynie",
        "7.note|Order fewer|Zamów mniej",
        "20.message|Closed|Zamknięte",
    )
    assert take(shop, "pl", po(shop.parent, "pl", *entries)) == (3, 0, 0)
    expected = SHOP.replace(
        "      de: 'Nicht auf Lager'   # checked\n",
        "      de: 'Nicht auf Lager'   # checked\n      pl: 'Brak w magazynie'\n",
    )
    expected = expected.replace('weniger"}', 'weniger", pl: "Zamów mniej"}')
    expected = expected.replace('"Geschlossen" }', '"Geschlossen", pl: "Zamknięte" }')
    assert shop.read_text("utf-8") == expected


def test_empty_lines_that_a_block_keeps_are_kept(shop: Path):
    text = SHOP.replace("en: >-\n        Order fewer\n        items\n", "en: |+\n        Order fewer items\n\n")
    text = text.replace("      de: >-\n        Bestellen Sie weniger\n        Artikel\n", "")
    shop.write_text(text, "utf-8")
    before = plain(shop)
    file = po(shop.parent, "de", r"12.note|Order fewer items\n\n\n|Bestellen Sie weniger")
    assert take(shop, "de", file, force=True) == (1, 0, 0)
    before["errors"][12]["note"]["de"] = "Bestellen Sie weniger"
    assert plain(shop) == before


def test_a_new_language_is_declared(shop: Path):
    assert take(shop, "pt_BR", po(shop.parent, "pt_BR", "20.message|Closed|Fechado")) == (1, 0, 0)
    expected = SHOP.replace("  pl: {complete: false}\n", "  pl: {complete: false}\n  pt-BR: {complete: false}\n")
    assert shop.read_text("utf-8") == expected.replace('"Geschlossen" }', '"Geschlossen", pt-BR: "Fechado" }')


def test_texts_of_a_language_that_was_not_declared_are_replaced(shop: Path):
    """The catalog has them already: `check` says so, and the import does not write them twice."""
    shop.write_text(SHOP.replace('de: "Geschlossen" }', 'sv: "Stängd" }'), "utf-8")
    file = po(shop.parent, "sv", "20.message|Closed|Stängt", "7.message|Out of stock|Slut i lager")
    assert take(shop, "sv", file) == (2, 0, 0)
    assert plain(shop)["errors"][20]["message"] == {"en": "Closed", "sv": "Stängt"}
    assert plain(shop)["languages"]["sv"] == {"complete": False}


def test_what_is_not_taken_is_listed(shop: Path):
    """Each at its line of the translator's file; what is untranslated is only counted."""
    file = po(
        shop.parent,
        "de",
        "7.message|Out of stock|",
        '#, fuzzy\n#| msgid "Order"\n7.note|Order fewer|Anders',
        "12.message|Too much|Zu viel",
        "99.message|Nothing|Nichts",
        "20.message|Closed|",
    )
    file.write_text(file.read_text("utf-8") + '\nmsgid "No context"\nmsgstr "Ohne"\n', "utf-8")
    imported = cli("import", "de", file, "--catalog", shop)
    *lines, count = imported.stderr.splitlines()
    assert [line.split(": ")[:2] for line in lines] == [
        [f"{file}:12:1", "P02 7.note"],
        [f"{file}:16:1", "P02 12.message"],
        [f"{file}:20:1", "P02 99.message"],
        [f"{file}:28:1", "P02 'No context'"],
    ]
    assert (imported.returncode, count) == (1, "4 findings")
    assert imported.stdout == f"{shop}: 0 texts taken, 0 unchanged, 4 left, 2 untranslated\n"
    assert shop.read_text("utf-8") == SHOP


def test_a_file_that_is_only_unfinished_is_fine(shop: Path):
    file = po(shop.parent, "de", "20.message|Closed|Zu", "7.message|Out of stock|", "7.note|Order fewer|")
    imported = cli("import", "de", file, "--catalog", shop)
    assert (imported.returncode, imported.stderr) == (0, "")
    assert imported.stdout == f"{shop}: 1 text taken, 0 unchanged, 0 left, 2 untranslated; now run `error-catalog`\n"


@pytest.mark.parametrize(
    ("entries", "taken"),
    [
        (["old.message|Closed|Zu"], True),
        (["20.message|Closed|Zu", "old.message|Closed|Dicht"], True),
        (["old.message|Closed|Dicht", "20.message|Closed|Zu"], True),
        (["20.message|Closed|", "old.message|Closed|Dicht"], False),
        (["old.message|Closed|Zu", "older.message|Closed|Zu"], True),
        (["old.message|Closed|Zu", "older.message|Closed|Dicht"], False),
        (["old.message|closed|Zu"], False),
        (["#, fuzzy\nold.message|Closed|Zu"], False),
    ],
)
def test_an_entry_whose_context_has_gone_is_known_by_its_msgid(entries: list[str], taken: bool, shop: Path):
    """Unless the file names the unit itself, or says two things about it."""
    take(shop, "de", po(shop.parent, "de", *entries))
    assert shop.read_text("utf-8") == (SHOP.replace("Geschlossen", "Zu") if taken else SHOP)


def test_entries_without_contexts_are_known_by_their_msgids(shop: Path):
    """Two units have the same source text, and are not known by it."""
    text = SHOP.replace("Order fewer\n        items", "Order fewer")
    shop.write_text(text, "utf-8")
    file = shop.parent / "de.po"
    pairs = [("Closed", "Zu"), ("Order fewer", "Weniger"), ("Out of stock", "Ausverkauft")]
    file.write_text("".join(f'msgid "{one}"\nmsgstr "{other}"\n\n' for one, other in pairs), "utf-8")
    assert left(shop, "de", file) == ["4 P02 'Order fewer'"]
    assert shop.read_text("utf-8") == text.replace("Geschlossen", "Zu").replace("Nicht auf Lager", "Ausverkauft")


DAMAGED = [
    'msgctxt "7.note"\nmsgid "Order fewer"\nmsgstr "Weniger "bestellen""\n',
    'msgctxt "7.note"\nmsgid "Order fewer"\nmsgstr "Weniger bestellen\n',
    'msgctxt "7.note"\nmsgid "Order fewer\nmsgstr "Weniger bestellen"\n',
    'msgctxt "7.note"\nmsgid "Order fewer"\nmsgstr Weniger bestellen\n"noch weniger"\n',
    'msgctxt "7.note"\nmsgid "Order fewer"\nmsgstr "Weniger"\nmsgstr "Wenig"\n',
    'msgctxt "7.note"\nmsgid "Order fewer"\n',
    'msgctxt "7.note"\nmsgid "Order fewer"\nmsgstr "\\377"\n',
]


@pytest.mark.parametrize("entry", DAMAGED)
@pytest.mark.parametrize("gap", ["\n", "", "#. a comment\n"])
def test_an_entry_that_is_not_po_does_not_spoil_the_others(entry: str, gap: str, shop: Path):
    file = po(shop.parent, "de", "7.message|Out of stock|Ausverkauft")
    after = 'msgctxt "20.message"\nmsgid "Closed"\nmsgstr "Zu"\n'
    file.write_text(f"{file.read_text('utf-8')}{gap}{entry}{gap}{after}", "utf-8")
    imported = error_catalog.translate.take(str(shop), "de", str(file))
    assert [(one.rule, one.where) for one in imported.left] == [("P01", "7.note")]
    assert file.read_text("utf-8").split("\n")[imported.left[0].line - 1] in entry
    assert shop.read_text("utf-8") == SHOP.replace("Geschlossen", "Zu").replace("Nicht auf Lager", "Ausverkauft")


@pytest.mark.parametrize(
    "context", ["x\\nde.po:1:1: C02 7.message.de: forged", "x\\r\\x1b[2Jforged", "x\u202eforged\u2066"]
)
def test_a_context_cannot_forge_a_finding(context: str, shop: Path):
    file = po(shop.parent, "de", f"{context}|Nothing|Nichts")
    imported = cli("import", "de", file, "--catalog", shop)
    line, count = imported.stderr.removesuffix("\n").split("\n")
    assert line.startswith(f"{file}:6:1: P02 x\\")
    assert (line.isprintable(), count) == (True, "1 finding")


def test_the_flags_of_an_obsolete_entry_are_its_own(shop: Path):
    obsolete = '#, fuzzy\n#~ msgctxt "7.message"\n#~ msgid "Old"\n#~ msgstr "Alt"\n'
    assert take(shop, "de", po(shop.parent, "de", f"{obsolete}\n20.message|Closed|Zu")) == (1, 0, 0)


HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset={}\\n"\n\n'
BAD_FILES = [
    ('msgid "a"\nmsgstr "b\n', "2:1 P01 file"),
    ('"a"\n', "1:1 P01 file"),
    ('msgid "a"\nmsgid "b"\n', "2:1 P01 file"),
    ('msgctxt "a"\n\n', "1:1 P01 file"),
    ('msgctxt "a"\n#~ msgid "b"\n#~ msgstr "c"\n', "1:1 P01 file"),
    ('msgid "a"\n#. x\n', "1:1 P01 file"),
    ('msgid ""\nmsgstr "Language: fr\\n"\n', "1:1 P01 header"),
    (HEADER.format("none"), "1:1 P01 header"),
    (HEADER.format("zlib"), "1:1 P01 header"),
    (HEADER.format("UTF-8").encode() + b'msgid "\xe9"\nmsgstr "a"\n', "1:1 P01 file"),
    (r'msgid "\351"' + '\nmsgstr "a"\n', "1:1 P01 file"),
]


@pytest.mark.parametrize(("content", "finding"), BAD_FILES)
def test_a_bad_file_is_refused_with_its_line(content: str | bytes, finding: str, shop: Path):
    file = shop.parent / "de.po"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    assert refused(shop, "de", file) == [f"de.po:{finding}"]


@pytest.mark.parametrize(
    ("language", "file", "finding"),
    [
        ("de", "errors.yaml", "errors.yaml:1:1 P01 file"),
        ("en", "de.po", "de.po:1:1 P01 en"),
        ("xx-yy-zz", "de.po", "de.po:1:1 P01 xx-yy-zz"),
        ("../de", "de.po", "de.po:1:1 P01 ../de"),
    ],
)
def test_wrong_arguments_are_refused(language: str, file: str, finding: str, shop: Path):
    po(shop.parent, "de", "20.message|Closed|Zu")
    assert refused(shop, language, shop.parent / file) == [finding]


def test_a_file_that_does_not_exist_is_named(shop: Path):
    imported = cli("import", "de", "nothing.po", "--catalog", shop, cwd=shop.parent)
    assert (imported.returncode, imported.stdout) == (1, "")
    assert imported.stderr.startswith("nothing.po: ")


def test_what_is_said_twice_is_taken_only_if_it_is_the_same(shop: Path):
    entries = ["20.message|Closed|Zu", "7.message|Out of stock|Weg", "20.message|Closed|Zu", "7.message|Out of stock|X"]
    file = po(shop.parent, "de", *entries)
    assert left(shop, "de", file) == ["10 P01 7.message", "14 P01 20.message", "18 P01 7.message"]
    assert shop.read_text("utf-8") == SHOP.replace("Geschlossen", "Zu")


def test_a_wrong_text_is_left_and_named_at_its_line(shop: Path):
    file = po(shop.parent, "de", "7.message|Out of stock|Out of stock", "20.message|Closed|Zu")
    imported = cli("import", "de", file, "--catalog", shop)
    assert imported.returncode == 1
    assert imported.stderr.startswith(f"{file}:6:1: C02 7.message.de: ")
    assert imported.stdout == f"{shop}: 1 text taken, 0 unchanged, 1 left; now run `error-catalog`\n"
    assert shop.read_text("utf-8") == SHOP.replace("Geschlossen", "Zu")
    assert cli("import", "de", file, "--catalog", shop, "--force").returncode == 0
    assert plain(shop)["errors"][7]["message"] == {"en": "Out of stock", "de": "Out of stock"}


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("'Nicht auf Lager'", "'Out of stock'", "C02"),
        ("de: 'Nicht auf Lager'   # checked", "# to do", "C01"),
        ('de: "Geschlossen" }', 'de: {text: "Geschlossen", accept: {C17: "a test"}} }', "S06"),
    ],
    ids=["a text that is not in the file", "a text that is missing", "an exception without effect"],
)
def test_what_was_wrong_before_does_not_refuse_a_file(before: str, after: str, rule: str, shop: Path):
    assert SHOP.count(before) == 1
    shop.write_text(SHOP.replace(before, after), "utf-8")
    assert rule in [finding.rule for finding in error_catalog.check(error_catalog.read(shop))]
    file = po(shop.parent, "de", "7.note|Order fewer|Bestellen Sie doch weniger")
    assert take(shop, "de", file) == (1, 0, 0)


def test_a_text_that_was_wrong_before_does_not_refuse_a_file_that_repeats_it(shop: Path):
    shop.write_text(SHOP.replace("'Nicht auf Lager'", "'Out of stock'"), "utf-8")
    file = po(shop.parent, "de", "7.message|Out of stock|Out of stock", "20.message|Closed|Zu")
    assert take(shop, "de", file) == (1, 1, 0)


def test_an_exception_that_a_new_text_makes_idle_does_not_refuse_it(shop: Path):
    """The translator cannot remove it; `check` names it afterwards."""
    long_form = '{text: "Geschlossen. Leider.", accept: {C17: "a test"}} }'
    shop.write_text(SHOP.replace('"Geschlossen" }', long_form), "utf-8")
    assert "C17" not in {finding.rule for finding in error_catalog.check(error_catalog.read(shop))}
    assert take(shop, "de", po(shop.parent, "de", "20.message|Closed|Zu")) == (1, 0, 0)
    assert ("S06", "20.message.de") in {
        (finding.rule, finding.where) for finding in error_catalog.check(error_catalog.read(shop))
    }


def test_a_text_that_others_make_wrong_is_named_at_its_line(shop: Path):
    """Three source texts are equal: two of three translations change, and the third is the odd one.

    The translator can see it, and the two are right.
    """
    text = SHOP.replace("Order fewer\n        items", "Order fewer")
    text = text.replace("Bestellen Sie weniger\n        Artikel", "Bestellen Sie weniger")
    shop.write_text(text + '    note: {en: "Order fewer", de: "Bestellen Sie weniger"}\n', "utf-8")
    said = {"7.note": "Bestellen Sie weniger", "12.note": "Weniger bestellen", "20.note": "Weniger bestellen"}
    file = po(shop.parent, "de", *(f"{context}|Order fewer|{text}" for context, text in said.items()))
    assert left(shop, "de", file) == ["6 C12 7.note.de"]
    assert shop.read_text("utf-8").count("Weniger bestellen") == 2


@pytest.mark.parametrize(("text", "counts"), [("", (0, 0, 0)), ("Closed &amp; done", (0, 0, 1))])
def test_a_file_without_right_translations_does_not_declare_a_language(text: str, counts: tuple, shop: Path):
    assert take(shop, "sv", po(shop.parent, "sv", f"20.message|Closed|{text}")) == counts
    assert shop.read_text("utf-8") == SHOP


def test_characters_outside_the_basic_plane_do_not_shift_places(shop: Path):
    text = SHOP.replace("The errors of a shop.", "The errors of a 🏪.").replace("Too many items", "Too many 📦📦")
    shop.write_text(text, "utf-8")
    assert take(shop, "de", po(shop.parent, "de", "20.message|Closed|Zu")) == (1, 0, 0)
    assert shop.read_text("utf-8") == text.replace("Geschlossen", "Zu")


def test_norwegian_is_a_language_to_every_reader(shop: Path):
    """`no` without quotes is false to many of them."""
    file = po(shop.parent, "no", "20.message|Closed|Stengt", "7.message|Out of stock|Utsolgt", "texts.no|No|Niks")
    assert take(shop, "no", file) == (3, 0, 0)
    found = YAML(typ="safe", pure=True)
    found.version = (1, 1)
    root = found.load(shop.read_text("utf-8"))
    assert root["languages"]["no"] == {"complete": False}
    assert root["errors"][7]["message"]["no"] == "Utsolgt"
    assert root["errors"][20]["message"]["no"] == "Stengt"
    assert root["texts"] == {"no": {"no": "Niks"}}
