"""Bad catalogs, translators' files and faults: each is answered with exactly the right findings, and harms nothing."""

from dataclasses import asdict, fields
from pathlib import Path

import pytest
from catalogs import findings, plain, shown
from marketo_soap_errors import find_faults, read_fault

from error_catalog import CatalogError, Finding, translate

CORPUS = plain(Path(__file__).parent / "bad" / "corpus.yaml")


def cases(*kinds: str) -> pytest.MarkDecorator:
    found = [pytest.param(kind, case, id=name) for kind in kinds for name, case in CORPUS[kind].items()]
    return pytest.mark.parametrize(("kind", "case"), found)


def test_the_corpus_is_large():
    assert sum(len(CORPUS[kind]) for kind in ("catalogs", "po", "pages", "xliff", "faults")) >= 350


def marked(finding: Finding) -> str:
    """Return a finding with the part at fault, without its wording."""
    if finding.span is None or finding.text is None:
        return shown(finding)
    return f"{shown(finding)} ‹{finding.text[slice(*finding.span)]}›"


@cases("catalogs")
def test_bad_catalog(kind: str, case: dict):
    text = case.get("text", CORPUS["base"])
    for before, after in case.get("replace", {}).items():
        assert before in text
        text = text.replace(before, after)
    found = findings(text)
    assert sorted(map(marked, found)) == sorted(case["finds"])
    assert [finding.place for finding in found] == sorted(finding.place for finding in found)
    for word in case.get("mentions", ()):
        assert any(word in finding.message for finding in found), word


@cases("po", "pages", "xliff")
def test_bad_file_of_a_translator(kind: str, case: dict, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    name = {"po": "de.po", "pages": "de.md", "xliff": "de.xlf"}[kind]
    Path("errors.yaml").write_text(CORPUS["base"], "utf-8")
    Path(name).write_text(case["text"], "utf-8")
    before = Path("errors.yaml").read_bytes()
    try:
        imported = translate.take("errors.yaml", "de", name)
    except CatalogError as error:
        found, taken, untranslated = error.findings, 0, 0
    else:
        found = [left.finding(name) for left in imported.left]
        taken, untranslated = len(imported.taken), imported.untranslated
    assert {finding.path for finding in found} <= {name}
    assert sorted(map(shown, found)) == sorted(case["finds"])
    assert (taken, untranslated) == (case.get("taken", 0), case.get("untranslated", 0))
    assert (Path("errors.yaml").read_bytes() == before) is (taken == 0)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["errors.yaml", name])


@cases("faults")
def test_bad_fault(kind: str, case: dict):
    fault = read_fault(case["text"])
    if case["fault"] is None:
        assert fault is None
    else:
        unset = {field.name: field.default for field in fields(fault)}
        assert asdict(fault) == unset | case["fault"]
        assert str(fault)
    assert all(str(found) for found in find_faults(case["text"]))
