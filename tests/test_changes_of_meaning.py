"""Texts of the real catalog that say something else, all at once: most of them are found where they are."""

import pytest
from mutants import catalog

import error_catalog

CHANGES = {
    "20102.note.fr": ("n’est pas valide", "est valide"),
    "20023.note.ja": ("20 秒", "20 分"),
    "20013.message.sv": ("Åtkomst", "Översättning: Åtkomst"),
    "20015.note.fr": ("10\u202f000", "1\u202f000"),
    "20024.note.sv": ("10", "20"),
    "20103.note.ja": ("LeadKey", "ListKey"),
    "20022.note.ko": ("30일", "30시간"),
    "20108.note.fr": ("n’existe pas", "existe"),
    "20111.note.sv": ("inte finns", "finns"),
    "20113.note.ko": ("않습니다", "합니다"),
    "20014.note.ja": ("有効な", "無効な"),
    "20016.note.sv": ("inte längre giltiga", "fortfarande giltiga"),
}
"""What each text says, and what it says instead: a denial, a unit, a label, a number or a name is another."""


@pytest.mark.parametrize("data", [True, False], ids=["with glossary and style", "without any"])
def test_most_changes_of_meaning_are_found_at_once(data: bool):
    changed = catalog(data=data)
    texts = {text.where: text for text in changed.texts}
    before = {finding.where for finding in error_catalog.check(changed)}
    for where, (said, instead) in CHANGES.items():
        assert said in texts[where].text
        texts[where].text = texts[where].text.replace(said, instead)
    found = {finding.where for finding in error_catalog.check(changed)} - before
    assert len(found & CHANGES.keys()) >= 8, CHANGES.keys() - found
    assert len(found - CHANGES.keys()) <= 1
