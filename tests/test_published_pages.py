"""Pages of this API in seven languages, as they are published: each import takes what is right, and names the rest."""

from collections import Counter
from pathlib import Path

import pytest
from catalogs import plain
from conftest import CATALOG, cli

import error_catalog

PAGES = Path(__file__).parent / "pages"

LEFT = {
    "da": ["8 C12 10001.message", "9 C12 20011.message", "19 C07 20122.note"],
    "de": ["19 C03 20022.note", "20 C04 20023.note", "24 C05 20105.message", "26 C38 20122.message", "27 P02 20999"],
    "es": ["14 C17 20016.note", "17 C03 20101.note", "18 C06 20103.message", "21 C02 20122.note"],
    "it": ["10 C04 20022.note", "13 C03 20103.note", "15 P01 20110", "16 C07 20122.note"],
    "nl": ["14 P01 20105.message", "15 P01 20105.message", "15 P01 20105.note", "17 C05 20122.note"],
    "pt-BR": ["17 C02 20023.note", "20 C03 20105.note", "22 C06 20122.message"],
    "zh-Hans": ["16 C04 20023.note", "18 C02 20103.message", "21 C06 20122.note"],
}
"""The defects of each page, with a rule that names each."""

TAKEN = {"da": 21, "de": 20, "es": 20, "it": 19, "nl": 22, "pt-BR": 20, "zh-Hans": 21}
"""How many of the 24 texts of each page are right."""


@pytest.mark.slow
@pytest.mark.parametrize("tag", LEFT)
def test_a_page_with_defects(tag: str, tmp_path: Path):
    path = tmp_path / "errors.yaml"
    path.write_bytes(CATALOG.read_bytes())
    page = PAGES / f"{tag}.md"
    before = plain(path)
    imported = cli("import", tag, page, "--catalog", path)
    assert imported.returncode == 1
    *lines, _ = imported.stderr.splitlines()
    found = [line.split(": ")[:2] for line in lines]
    named = {f"{place.split(':')[1]} {what.removesuffix(f'.{tag}')}" for place, what in found}
    assert named >= set(LEFT[tag])
    subjects = Counter(name.split(" ", 1)[0] + name.rpartition(" ")[2] for name in {*named, *LEFT[tag]})
    assert len(subjects) == len(LEFT[tag])  # nothing else is named
    catalog = error_catalog.read(path)
    texts = {text.where: text for text in catalog.texts if text.language.tag == tag}
    assert len(texts) == TAKEN[tag]
    assert not {name.rpartition(" ")[2] + f".{tag}" for name in LEFT[tag] if " P01 " not in name} & texts.keys()
    shown = page.read_text("utf-8").replace("\\_", "_")
    assert [text.where for text in texts.values() if text.text not in shown] == []
    assert error_catalog.check(catalog, hints=False) == []
    del before["languages"], (after := plain(path))["languages"]
    assert before == {key: _without(value, tag) for key, value in after.items()}


def _without(node: object, tag: str) -> object:
    if not isinstance(node, dict):
        return node
    return {key: _without(value, tag) for key, value in node.items() if key != tag}
