"""A translator's PO file comes into the YAML, and nothing else of the YAML changes."""

from pathlib import Path

import pytest
from catalogs import plain
from conftest import cli
from ruamel.yaml import YAML
from translators import SHOP, catalog, po, refused, take

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
    file = po(
        shop.parent,
        "de",
        "7.message|Out of stock|",
        '#, fuzzy\n#| msgid "Order"\n7.note|Order fewer|Anders',
        "12.message|Too much|Zu viel",
        "99.message|Nothing|Nichts",
        "7.title|Nothing|Nichts",
    )
    file.write_text(file.read_text("utf-8") + '\nmsgid "No context"\nmsgstr "Ohne"\n', "utf-8")
    imported = cli("import", "de", file, "--catalog", shop)
    *left, summary = imported.stdout.splitlines()
    assert [line.rpartition(": ")[0] for line in left] == [
        f"{file}:6: 7.message",
        f"{file}:12: 7.note",
        f"{file}:16: 12.message",
        f"{file}:20: 99.message",
        f"{file}:24: 7.title",
        f"{file}:28: 'No context'",
    ]
    assert summary.startswith(f"{shop}: 0 texts taken, 0 unchanged, 6 left")
    assert shop.read_text("utf-8") == SHOP


def test_the_flags_of_an_obsolete_entry_are_its_own(shop: Path):
    obsolete = '#, fuzzy\n#~ msgctxt "7.message"\n#~ msgid "Old"\n#~ msgstr "Alt"\n'
    assert take(shop, "de", po(shop.parent, "de", f"{obsolete}\n20.message|Closed|Zu")) == (1, 0, 0)


HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset={}\\n"\n\n'
TWICE = 'msgctxt "7.message"\nmsgid "Out of stock"\nmsgstr "a"\n\n' * 2
BAD_FILES = [
    ('msgid "a"\nmsgstr "b\n', "2:1 P01 file"),
    ('"a"\n', "1:1 P01 file"),
    ('msgid "a"\nmsgid "b"\n', "2:1 P01 file"),
    ('msgctxt "a"\n\n', "1:1 P01 file"),
    ('msgctxt "a"\n#~ msgid "b"\n#~ msgstr "c"\n', "1:1 P01 file"),
    ('msgid "a"\n#. x\n', "1:1 P01 file"),
    (TWICE, "5:1 P01 7.message"),
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


def test_a_finding_keeps_the_yaml_as_it_was_and_names_the_line(shop: Path):
    file = po(shop.parent, "de", "7.message|Out of stock|Out of stock", "20.message|Closed|Zu")
    imported = cli("import", "de", file, "--catalog", shop)
    assert (imported.returncode, imported.stdout) == (1, "")
    assert imported.stderr.startswith(f"{file}:6:1: C02 7.message.de: ")
    assert shop.read_text("utf-8") == SHOP
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
    """Three source texts are equal: two of three translations change, and the third is the odd one."""
    text = SHOP.replace("Order fewer\n        items", "Order fewer")
    text = text.replace("Bestellen Sie weniger\n        Artikel", "Bestellen Sie weniger")
    shop.write_text(text + '    note: {en: "Order fewer", de: "Bestellen Sie weniger"}\n', "utf-8")
    said = {"7.note": "Bestellen Sie weniger", "12.note": "Weniger bestellen", "20.note": "Weniger bestellen"}
    file = po(shop.parent, "de", *(f"{context}|Order fewer|{text}" for context, text in said.items()))
    assert refused(shop, "de", file) == ["de.po:6:1 C12 7.note.de"]


def test_a_file_without_translations_does_not_declare_a_language(shop: Path):
    assert take(shop, "sv", po(shop.parent, "sv", "20.message|Closed|")) == (0, 0, 1)
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
