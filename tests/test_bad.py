"""Bad catalogs, translators' files and faults: each is answered with exactly the right words, and harms nothing."""

import json
from pathlib import Path

import pytest
from catalogs import plain
from marketo_soap_errors import find_faults, read_fault

from codegen import imports, rules, source
from codegen.mistakes import CatalogError, Mistake

CORPUS = plain(Path(__file__).parent / "bad" / "corpus.yaml")


def cases(*kinds: str) -> pytest.MarkDecorator:
    found = [pytest.param(kind, case, id=name) for kind in kinds for name, case in CORPUS[kind].items()]
    return pytest.mark.parametrize(("kind", "case"), found)


def test_there_are_enough():
    assert sum(len(CORPUS[kind]) for kind in ("catalogs", "po", "pages", "faults")) >= 150


def shown(mistake: Mistake) -> str:
    """The complaint, and the part at fault."""
    start, end = mistake.span or (0, 0)
    return f"{mistake} ‹{mistake.text[start:end]}›" if mistake.span and mistake.text is not None else str(mistake)


@cases("catalogs")
def test_a_bad_catalog(kind: str, case: dict):
    text = case.get("text", CORPUS["base"])
    for before, after in case.get("replace", {}).items():
        assert before in text
        text = text.replace(before, after)
    try:
        found = rules.find(source.parse(text, "catalog"))
    except CatalogError as error:
        found = error.mistakes
    assert list(map(shown, found)) == case["says"]


@cases("po", "pages")
def test_a_bad_file_of_a_translator(kind: str, case: dict, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    name = {"po": "de.po", "pages": "de.md"}[kind]
    Path("errors.yaml").write_text(CORPUS["base"], "utf-8")
    Path(name).write_text(case["text"], "utf-8")
    try:
        imported = imports.take("errors.yaml", "de", name)
    except CatalogError as error:
        assert list(map(str, error.mistakes)) == case["says"]
        assert Path("errors.yaml").read_text("utf-8") == CORPUS["base"]
    else:
        left = [f"{name}:{left.line}: {left.where}: {left.why}" for left in imported.left]
        assert [*left, f"{len(imported.taken)} taken"] == case["says"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["errors.yaml", name])


@cases("faults")
def test_a_bad_fault(kind: str, case: dict):
    fault = read_fault(case["text"])
    assert (fault and str(fault)) == case["says"]
    assert all(str(found) for found in find_faults(case["text"]))


GIGANTIC = ["word ", "1", "{", "(", "aB", " ", "&amp", "<b", "a.", '"', "%", "Ã©", "a?"]


@pytest.mark.parametrize("unit", GIGANTIC)
def test_a_gigantic_text_is_answered(unit: str):
    """Whatever it repeats; a rule whose time grows with the square would be noticed here."""
    text = json.dumps(unit * 50_000, ensure_ascii=False)
    yaml = f"errors: {{1: {{name: A, message: {{en: {text}, de: {text}}}}}}}\n"
    document = source.parse(f"package: a_b\nsource_language: en\nlanguages: {{en: {{}}, de: {{}}}}\n{yaml}")
    assert all(str(mistake) for mistake in rules.find(document))
