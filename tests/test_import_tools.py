"""Every text goes out by PO and comes back by import, whatever tool has written the file in between."""

import re
from functools import cache
from pathlib import Path

import polib
import pytest
from catalogs import plain
from conftest import CATALOG, GENERATED, cli
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode
from translators import TOOLS, take

import error_catalog
from error_catalog import translate

POS = sorted((GENERATED / "gettext").glob("*.po"))
POT = GENERATED / "gettext" / "marketo_soap_errors.pot"


@cache
def translations(text: str) -> list[int]:
    """Return where the translations of a catalog begin, inside their quotes, as another YAML reader sees it."""
    tags = set(YAML(typ="safe", pure=True).load(text)["languages"])
    found: list[int] = []

    def walk(node: Node) -> None:
        for key, value in node.value if isinstance(node, MappingNode) else ():
            form = {entry.value: said for entry, said in value.value} if isinstance(value, MappingNode) else {}
            said = form.get("text", value)
            if key.value in tags - {"en"} and isinstance(said, ScalarNode):
                found.append(said.start_mark.index + 1)
            else:
                walk(value)

    walk(YAML(pure=True).compose(text))
    return found


@cache
def spoiled(text: str) -> str:
    """Return a catalog with every translation spoiled, and nothing else."""
    for at in sorted(translations(text), reverse=True):
        text = f"{text[:at]}X{text[at:]}"
    return text


@cache
def written(language: str) -> set[str]:
    """Return the contexts of a PO file whose translations are in the YAML."""
    catalog = error_catalog.read(CATALOG)
    return {unit.context for unit in catalog.units if language in unit.texts}


@pytest.mark.parametrize("tool", TOOLS)
def test_every_text_comes_back_byte_for_byte(tool: str, tmp_path: Path):
    """Nothing changes in the catalog as it is; where every translation was spoiled, the catalog is as it was."""
    original = CATALOG.read_text("utf-8")
    assert len(translations(original)) == sum(len(written(source.stem)) for source in POS) > 4 * 100
    whole, broken = tmp_path / "whole.yaml", tmp_path / "broken.yaml"
    whole.write_text(original, "utf-8")
    broken.write_text(spoiled(original), "utf-8")
    for source in POS:
        TOOLS[tool](source, tmp_path / source.name)
        count, own = len(polib.pofile(str(source))), len(written(source.stem))
        assert take(whole, source.stem, tmp_path / source.name) == (0, count, 0)
        assert take(broken, source.stem, tmp_path / source.name) == (own, count - own, 0)
    assert whole.read_bytes() == CATALOG.read_bytes()
    assert broken.read_bytes() == CATALOG.read_bytes()


def test_one_bad_entry_of_54_leaves_53(tmp_path: Path):
    """The messages and notes of a PO file, one of which is not translated."""
    path, file = tmp_path / "errors.yaml", polib.pofile(str(GENERATED / "gettext/fr.po"))
    path.write_text(spoiled(CATALOG.read_text("utf-8")), "utf-8")
    entries = [entry for entry in file if re.fullmatch(r"\d+\.(message|note)", entry.msgctxt)]
    assert len(entries) == 54
    bad = entries[17]
    bad.msgstr = bad.msgid
    for entry in file:
        entry.msgstr = entry.msgstr if entry in entries else ""
    file.save(str(tmp_path / "fr.po"))
    imported = translate.take(str(path), "fr", str(tmp_path / "fr.po"))
    assert {left.where for left in imported.left} == {f"{bad.msgctxt}.fr"}
    assert {offer.context for offer in imported.taken} == {entry.msgctxt for entry in entries} - {bad.msgctxt}
    catalog = error_catalog.read(path)
    texts = {unit.context: unit.texts["fr"].text for unit in catalog.units if "fr" in unit.texts}
    wrong = {context for context, text in texts.items() if text.startswith("X")}
    assert wrong == texts.keys() - {entry.msgctxt for entry in entries} | {bad.msgctxt}


@cache
def original() -> dict:
    return plain(CATALOG)


def new_language(tag: str, folder: Path) -> tuple[Path, polib.POFile]:
    """Translate the template into a language by taking the Swedish texts, and return the file."""
    swedish = {(entry.msgctxt, entry.msgid): entry.msgstr for entry in polib.pofile(str(GENERATED / "gettext/sv.po"))}
    file = polib.pofile(str(POT))
    file.metadata["Language"] = tag
    file.metadata_is_fuzzy = False
    for entry in file:
        entry.msgstr = swedish[entry.msgctxt, entry.msgid]
    path = folder / f"{tag}.po"
    file.save(str(path))
    return path, file


def test_a_new_language_comes_whole_from_a_po_file(tmp_path: Path):
    """Every text that a reader can see is in the language, and no other text has changed."""
    path = tmp_path / "errors.yaml"
    path.write_bytes(CATALOG.read_bytes())
    file, translated = new_language("da", tmp_path)
    imported = cli("import", "da", file, "--catalog", path, "--force")
    assert imported.returncode == 0, imported.stderr
    catalog = error_catalog.read(path)
    said = {unit.context: unit.current("da") for unit in catalog.readable if unit.source}
    assert said == {entry.msgctxt: entry.msgstr for entry in translated}
    assert catalog.languages["da"].is_complete
    assert without(plain(path), "da") == original()


def test_words_as_the_generator_has_them_are_not_written(tmp_path: Path):
    """Taken from a catalog that has the language already, and imported into one that does not have it yet."""
    path = tmp_path / "errors.yaml"
    text = CATALOG.read_text("utf-8")
    path.write_text(text.replace("\nlanguages:\n", "\nlanguages:\n  de: {complete: false}\n"), "utf-8")
    ran = cli("--catalog", path, "--output", tmp_path / "out", "--only", "gettext")
    assert ran.returncode == 0, ran.stderr
    german = {entry.msgctxt for entry in polib.pofile(str(tmp_path / "out/gettext/de.po")) if entry.msgstr}
    assert {"texts.address", "texts.yes"} <= german
    path.write_text(text, "utf-8")
    assert take(path, "de", tmp_path / "out/gettext/de.po")[:2] == (0, len(german))
    found = plain(path)
    assert found["languages"]["de"] == {"complete": False}
    assert without(found, "de") == original()


def without(node: object, tag: str) -> object:
    """Return a YAML value without a language, and without words that then have no text."""
    if not isinstance(node, dict):
        return node
    kept = {key: without(value, tag) for key, value in node.items() if key != tag}
    return {key: value for key, value in kept.items() if value != {} or node[key] == {}}
