"""XLIFF files: valid by the standard's schemas, read by translate-toolkit, and back into the YAML byte for byte."""

import dataclasses
import importlib
import os
import re
from pathlib import Path
from typing import Any

import hostile
import pytest
from catalogs import SMALL, as_yaml, found, model
from conftest import CATALOG
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from translators import SHOP, catalog, refused, take

import error_catalog
from error_catalog.model.catalog import Catalog
from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse
from error_catalog.outputs import files
from error_catalog.translate import xliff

SCHEMAS = Path("/usr/share/php/Symfony/Component/Translation/Resources/schemas")
SCHEMA_FILES = {"1.2": "xliff-core-1.2-strict.xsd", "2.1": "xliff-core-2.0.xsd"}
VERSIONS = list(SCHEMA_FILES)
NAMESPACES = {"1.2": "urn:oasis:names:tc:xliff:document:1.2", "2.1": "urn:oasis:names:tc:xliff:document:2.0"}
OUTDATED = """
package: shop_errors
source_language: en
outputs: [xliff]
languages: {en: {}, pt-BR: {complete: false}}
categories: {stock: {en: "Stock & <more>", pt-BR: "Estoque & <mais>"}}
errors:
  7:
    name: OUT_OF_STOCK
    category: stock
    message: {en: "  Out of stock\\r\\n\\tnow  ", pt-BR: "  Sem estoque\\r\\n\\tagora  "}
    note: {en: "Order fewer", pt-BR: {text: "Peça", stale: true, source: "Order <less> & \\t more "}}
  -5:
    name: NONE_LEFT
    message: {en: "None left"}
    note: {en: "Wait", pt-BR: {text: "Espere", stale: true}}
"""


def outdated() -> Catalog:
    return catalog_of(parse(OUTDATED, "outdated"))


def schema(version: str) -> etree.XMLSchema:
    """Return the schema of the standard. The core of 2.1 is that of 2.0."""
    if not SCHEMAS.is_dir():
        message = "the schemas of XLIFF are missing: apt-get install php-symfony-translation"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(message)
    text = (SCHEMAS / SCHEMA_FILES[version]).read_text("utf-8")
    local = re.sub('schemaLocation="[^"]*xml.xsd"', f'schemaLocation="{(SCHEMAS / "xml.xsd").as_uri()}"', text)
    return etree.XMLSchema(etree.fromstring(local.encode()))


def made(catalog: Catalog, version: str, tag: str) -> bytes:
    return files(in_version(catalog, version), ["xliff"])[f"xliff/{tag}.xlf"]


def in_version(catalog: Catalog, version: str) -> Catalog:
    return dataclasses.replace(catalog, xliff=version)


def read(path: Path) -> Catalog:
    return error_catalog.read(path)


def toolkit(content: bytes, version: str) -> Any:
    """Return the file as translate-toolkit reads it, which is what Weblate and Pootle use."""
    if version == "1.2":
        return importlib.import_module("translate.storage.xliff").xlifffile.parsestring(content)
    return importlib.import_module("translate.storage.xliff2").Xliff2File.parsestring(content)


def context(unit: Any) -> str:
    return str(unit.getid()).rpartition("\x04")[2]


@pytest.mark.parametrize("version", VERSIONS)
def test_files_are_valid(version: str):
    """The real catalog, outdated texts, and texts that look like markup."""
    valid = schema(version)
    whole = [(read(CATALOG), "ja"), (outdated(), "pt-BR")]
    whole.append((catalog_of(parse(as_yaml(hostile.catalog()), "hostile")), "de"))
    for one, tag in whole:
        valid.assertValid(etree.fromstring(made(one, version, tag)))


@pytest.mark.parametrize("version", VERSIONS)
def test_the_root_says_version_and_languages(version: str):
    root = etree.fromstring(made(outdated(), version, "pt-BR"))
    assert root.tag == f"{{{NAMESPACES[version]}}}xliff"
    file = root if version == "2.1" else root[0]
    names = ("srcLang", "trgLang") if version == "2.1" else ("source-language", "target-language")
    assert (root.get("version"), *map(file.get, names)) == (version, "en", "pt-BR")


@pytest.mark.parametrize("version", VERSIONS)
def test_what_translate_toolkit_reads(version: str):
    """Every text with its context and its state, and the older source text of an outdated translation."""
    one = outdated()
    content = made(one, version, "pt-BR")
    units = {context(unit): unit for unit in toolkit(content, version).units if unit.istranslatable()}
    expected = {unit.context: unit for unit in one.readable if unit.source}
    assert units.keys() == expected.keys()
    for name, unit in units.items():
        known = expected[name].texts.get("pt-BR")
        stale = known is not None and known.is_stale
        assert unit.source == expected[name].source
        assert (unit.target or "") == (known.text if stale else expected[name].current("pt-BR") or "")
        assert unit.isfuzzy() == stale
    older = "Order <less> & \t more "
    if version == "1.2":
        [previous] = units["7.note"].getalttrans()
        assert (previous.source, previous.target) == (older, "Peça")
        assert units["-5.note"].getalttrans() == []
        assert units["7.message"].getnotes() == "OUT_OF_STOCK\nStock & <more>\nOrder fewer"
    else:
        root = etree.fromstring(content)
        notes = {note.get("category"): note.text for note in root.iterfind(".//{*}unit[@id='7.note']//{*}note")}
        assert notes == {"developer": "Stock & <more>", "previous-source": older}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("is_rewritten", [False, True], ids=["as it is", "by translate-toolkit"])
def test_a_file_that_nobody_has_changed_changes_nothing(version: str, is_rewritten: bool, tmp_path: Path):
    path = tmp_path / "errors.yaml"
    path.write_bytes(CATALOG.read_bytes())
    for tag in ("fr", "ja"):
        content = made(read(path), version, tag)
        file = tmp_path / f"{tag}.xlf"
        file.write_bytes(bytes(toolkit(content, version)) if is_rewritten else content)
        taken, unchanged, left = take(path, tag, file)
        assert (taken, left) == (0, 0)
        assert unchanged > 60
    assert path.read_bytes() == CATALOG.read_bytes()


@pytest.mark.parametrize("version", VERSIONS)
def test_what_a_translator_changes_with_translate_toolkit(version: str, tmp_path: Path):
    """New, changed and outdated texts; what is marked as needing work is left."""
    path = catalog(tmp_path, OUTDATED.lstrip())
    store = toolkit(made(read(path), version, "pt-BR"), version)
    for unit in store.units:
        if context(unit) in ("-5.message", "7.note"):
            unit.target = "Um <novo> texto & mais\r\n "
            unit.markfuzzy(False)
        elif context(unit) == "categories.stock":
            unit.target = "Outro"
            unit.markfuzzy()
    file = tmp_path / "pt.xlf"
    file.write_bytes(bytes(store))
    assert take(path, "pt_BR", file, force=True)[0] == 2
    new = read(path)
    texts = {unit.context: unit.texts["pt-BR"] for unit in new.units if "pt-BR" in unit.texts}
    assert (texts["-5.message"].text, texts["7.note"].text) == ("Um <novo> texto & mais\r\n ",) * 2
    assert not texts["7.note"].is_stale
    assert texts["-5.note"].is_stale
    assert texts["categories.stock"].text == "Estoque & <mais>"


CHARACTERS = st.characters(exclude_categories=["Cs"])
TEXTS = st.text(
    st.sampled_from("&<>\"'{}\t\n\r \x00\x07\x0b\x7f\x85\xa0\u2028\ufeff\ufffe]日é😀") | CHARACTERS, min_size=1
)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(TEXTS, TEXTS).filter(lambda pair: all(text.strip() for text in pair)), min_size=1, max_size=5)
)
@pytest.mark.parametrize("version", VERSIONS)
def test_any_text_comes_back(version: str, tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]):
    """Through translate-toolkit, too, as far as XML has the characters."""
    errors = {str(n): {"name": f"E{n}", "message": {"en": en, "de": de}} for n, (en, de) in enumerate(pairs)}
    languages = {"package": "any_errors", "source_language": "en", "languages": {"en": {}, "de": {}}}
    one = catalog_of(parse(as_yaml(languages | {"errors": errors}), "any"))
    content = made(one, version, "de")
    file = tmp_path_factory.getbasetemp() / f"any{version}.xlf"
    for written in (content, bytes(toolkit(content, version))):
        file.write_bytes(written)
        offers = xliff.read(str(file), one, "de")
        said = {offer.context: offer.text for offer in offers.texts if offer.context.endswith(".message")}
        assert said == {f"{n}.message": de for n, (_, de) in enumerate(pairs)}


HEAD = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file target-language="de"><body>\n'
HEAD_2 = '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="de">\n<file id="f">'


def units_1(*units: str) -> str:
    return f"{HEAD}{''.join(units)}</body></file></xliff>"


def units_2(*units: str) -> str:
    return f"{HEAD_2}{''.join(units)}</file></xliff>"


def unit(target: str, attributes: str = "", name: str = "20.message", source: str = "Closed") -> str:
    return f'<trans-unit id="{name}" {attributes}><source>{source}</source>\n{target}</trans-unit>\n'


def segments(*parts: str, before: str = "", name: str = "7.note", attributes: str = "") -> str:
    return f'<unit id="{name}" {attributes}>{before}{"".join(parts)}</unit>\n'


SEGMENT = '<mrk mtype="seg" mid="1">'
TAKEN = {
    "no state": (units_1(unit("<target>Zu</target>")), "Zu"),
    "a state": (units_1(unit('<target state="signed-off">Zu</target>')), "Zu"),
    "a group and other elements": (
        units_1("<group>", unit("<alt-trans><target>X</target></alt-trans><target>Zu</target>"), "</group>"),
        "Zu",
    ),
    "segments": (
        units_1(unit(f"<seg-source>{SEGMENT}Closed</mrk></seg-source><target>{SEGMENT}Zu</mrk></target>")),
        "Zu",
    ),
    "inline codes": (
        units_1(unit('<target><g id="1">Z<ph id="2">u</ph></g><x id="3" equiv-text="{a}"/></target>')),
        "Zu{a}",
    ),
    "pretty-printed": (units_1(unit("<target>\n  Ganz\n  zu\n</target>", source="\n   Closed\n  ")), "Ganz zu"),
    "preserved white space": (units_1(unit("<target> Zu  </target>")), " Zu  "),
    "a number as the id": (units_1(unit("<target>Zu</target>", 'resname="20.message"', name="17")), "Zu"),
    "CDATA": (units_1(unit("<target><![CDATA[<Zu>]]></target>")), "<Zu>"),
}  # fmt: skip


@pytest.mark.parametrize("kind", TAKEN)
def test_what_other_tools_write_in_xliff_1(kind: str, tmp_path: Path):
    text, expected = TAKEN[kind]
    assert offered(text, tmp_path) == ({"20.message": expected}, [])


ORDER = "<source>Order </source>", "<source>fewer</source>"
TAKEN_2 = {
    "a number as the id": segments(
        "<segment><source>Order fewer</source><target>Weniger</target></segment>", name="u3", attributes='name="7.note"'
    ),
    "one segment": segments("<segment><source>Order fewer</source><target>Weniger</target></segment>"),
    "several segments": segments(
        f"<segment>{ORDER[0]}<target>Weni</target></segment>", f"<segment>{ORDER[1]}<target>ger</target></segment>"
    ),
    "another order": segments(
        f'<segment>{ORDER[0]}<target order="2">ger</target></segment>',
        f'<segment>{ORDER[1]}<target order="1">Weni</target></segment>',
    ),
    "original data": segments(
        '<segment state="final"><source>Order <ph id="1" dataRef="d"/></source>'
        '<target><ph id="1" dataRef="w"/>ger</target></segment>',
        before='<originalData><data id="d">fewer</data><data id="w">Weni</data></originalData>',
    ),
    "codes and marks": segments(
        '<segment><source>Order fewer</source><target><pc id="1">W<cp hex="0065"/><mrk id="m">n</mrk></pc>'
        '<sm id="s"/><ph id="2" equiv="i"/><em startRef="s"/>ger</target></segment>'
    ),
    "another namespace": segments(
        "<segment><source>Order fewer</source><target>Weniger</target></segment>",
        before='<m:matches xmlns:m="urn:oasis:names:tc:xliff:matches:2.0"><m:match ref="#1"><source>Order</source>'
        "<target>Mehr</target></m:match></m:matches>",
    ),
}


@pytest.mark.parametrize("kind", TAKEN_2)
@pytest.mark.parametrize("version", ["2.0", "2.1"])
def test_what_other_tools_write_in_xliff_2(kind: str, version: str, tmp_path: Path):
    text = units_2("<group id='g'>", TAKEN_2[kind], "</group>").replace("2.0", version, 1)
    assert offered(text, tmp_path) == ({"7.note": "Weniger"}, [])


def test_spaces_between_segments_are_kept(tmp_path: Path):
    parts = [
        f"<segment><source>{word}</source><target>{said}</target></segment>"
        for word, said in (("Order", "A"), ("fewer", "B"))
    ]
    assert offered(units_2(segments("<ignorable><source> </source></ignorable>".join(parts))), tmp_path)[0] == {
        "7.note": "A B"
    }


LEFT = {
    "not approved": unit('<target state="final">Zu</target>', 'approved="no"'),
    "to be translated": unit('<target state="needs-translation">Zu</target>'),
    "to be reviewed": unit('<target state="needs-review-translation">Zu</target>'),
    "new": unit('<target state="new">Closed</target>'),
    "not to be translated": unit("<target>Zu</target>", 'translate="no"'),
    "an older source text": unit("<target>Zu</target>", source="Shut"),
    "an unknown context": unit("<target>Zu</target>", name="99.message", source="Nothing like it"),
    "an inline code of which nothing is known": unit('<target>Zu<x id="1"/></target>'),
    "a code without a target": unit("", source='Closed<x id="1"/>'),
}


@pytest.mark.parametrize("kind", LEFT)
def test_what_is_left_is_named_with_its_line(kind: str, tmp_path: Path):
    texts, left = offered(units_1(LEFT[kind]), tmp_path)
    assert texts == {}
    assert left == [3 if "<target" in LEFT[kind] else 2]


LEFT_2 = {
    "initial": '<segment state="initial"><source>Order fewer</source><target>Weniger</target></segment>',
    "an inline code": '<segment><source>Order fewer</source><target>A<ph id="1" dataRef="x"/></target></segment>',
}


@pytest.mark.parametrize("kind", LEFT_2)
def test_what_is_left_of_xliff_2(kind: str, tmp_path: Path):
    texts, left = offered(units_2(segments(LEFT_2[kind])), tmp_path)
    assert (texts, left) == ({}, [2])


UNTRANSLATED = {
    "no target": units_1(unit("")),
    "an empty target": units_1(unit("<target/>")),
    "no target, and a state": units_2(segments('<segment state="initial"><source>Order fewer</source></segment>')),
    "a segment without a target": units_2(
        segments(f"<segment>{ORDER[0]}<target>W</target></segment><segment>{ORDER[1]}</segment>")
    ),
}


@pytest.mark.parametrize("kind", UNTRANSLATED)
def test_what_is_not_translated_is_counted(kind: str, tmp_path: Path):
    file = tmp_path / "de.xlf"
    file.write_text(UNTRANSLATED[kind], "utf-8")
    offers = xliff.read(str(file), read(catalog(tmp_path)), "de")
    assert (offers.texts, offers.left, offers.untranslated) == ([], [], 1)


def test_a_unit_that_stands_there_twice(tmp_path: Path):
    """Alike, it is taken once; otherwise not at all."""
    assert offered(units_1(unit("<target>Zu</target>") * 2), tmp_path) == ({"20.message": "Zu"}, [5])
    texts, left = offered(units_1(unit("<target>Zu</target>"), unit("<target>Offen</target>")), tmp_path)
    assert (texts, sorted(set(left))) == ({}, [3, 5])


def offered(text: str, folder: Path) -> tuple[dict[str, str], list[int]]:
    """Return what a file offers for the shop, and the lines of what is left."""
    file = folder / "de.xlf"
    file.write_text(text, "utf-8")
    offers = xliff.read(str(file), read(catalog(folder)), "de")
    return {offer.context: offer.text for offer in offers.texts}, [left.line for left in offers.left]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n'
REFUSED = {
    "nothing": ("", 1),
    "no XML": ("\n\nmsgid", 3),
    "an element that is not closed": (f"{HEAD}<trans-unit id='a'>\n\n</body>", 4),
    "another format": ("\n<html version='1.2'/>", 2),
    "another version": ("<xliff version='3.0'/>", 1),
    "no version": ("<xliff/>", 1),
    "another language": (units_1().replace('"de"', '"fr"'), 1),
    "another language in XLIFF 2": (units_2().replace('"de"', '"fr"'), 1),
    "a DTD": (f"<!-- x -->\n<!DOCTYPE xliff SYSTEM 'http://127.0.0.1/x.dtd'>\n{units_1()}", 2),
    "an entity bomb": (BOMB + units_1(unit("<target>&b;</target>")), 1),
    "an external entity": (f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>{units_1()}', 1),
    "an undefined entity": (units_1(unit("<target>&nbsp;</target>")), 3),
    "deep nesting": (HEAD + "<group>" * 200, 2),
    "an unknown encoding": (f"<?xml version='1.0' encoding='x-nothing'?>\n{units_1()}", 1),
    "a character that XML cannot have": (units_1(unit("<target>\x07</target>")), 3),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_refused(kind: str, tmp_path: Path):
    text, line = REFUSED[kind]
    path = catalog(tmp_path, SHOP)
    file = tmp_path / "de.xlf"
    file.write_text(text, "utf-8")
    [finding] = refused(path, "de", file)
    assert re.match(rf"de\.xlf:{line}:1 P01 ", finding), finding


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_other_encodings(encoding: str, tmp_path: Path):
    declared = {"utf-16": "UTF-16", "iso-8859-1": "ISO-8859-1"}.get(encoding, "UTF-8")
    file = tmp_path / "de.xliff"
    text = f'<?xml version="1.0" encoding="{declared}"?>{units_1(unit("<target>Geschlößen</target>"))}'
    file.write_bytes(text.encode(encoding))
    path = catalog(tmp_path)
    assert take(path, "de", file, force=True) == (1, 0, 0)
    assert read(path).errors[2].message["de"] == "Geschlößen"


def test_the_version_is_chosen_in_the_yaml():
    small = SMALL.lstrip().replace("languages:", "outputs: [xliff]\nlanguages:")
    text = small.replace("outputs: [xliff]", "outputs: [xliff]\nxliff: {version: '2.1'}")
    assert b'version="2.1"' in files(model(text))["xliff/de.xlf"]
    assert b'version="1.2"' in files(model(small))["xliff/de.xlf"]
    assert found(text.replace("'2.1'", "'2.2'")) == ["4:18 S01 xliff.version"]
    assert found(text.replace("[xliff]", "[json]")) == ["4:1 S12 xliff"]
