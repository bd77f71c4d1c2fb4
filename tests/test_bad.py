"""Bad catalogs, translators' files and faults: each is answered with exactly the right findings, and harms nothing."""

import json
import time
from dataclasses import asdict, fields
from itertools import islice, product
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
    assert sum(len(CORPUS[kind]) for kind in ("catalogs", "po", "pages", "faults")) >= 200


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


@cases("po", "pages")
def test_bad_file_of_a_translator(kind: str, case: dict, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    name = {"po": "de.po", "pages": "de.md"}[kind]
    Path("errors.yaml").write_text(CORPUS["base"], "utf-8")
    Path(name).write_text(case["text"], "utf-8")
    try:
        imported = translate.take("errors.yaml", "de", name)
    except CatalogError as error:
        assert {finding.path for finding in error.findings} == {name}
        assert sorted(map(shown, error.findings)) == sorted(case["finds"])
        assert Path("errors.yaml").read_text("utf-8") == CORPUS["base"]
    else:
        assert [f"{left.line} {left.where}" for left in imported.left] == case["left"]
        assert len(imported.taken) == case["taken"]
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


HEAD = """
package: a_b
source_language: en
languages:
  en: {}
  de:
    style: {quotes: ["„", "“"], apostrophe: "’", no_break_before: "!?", final_stop: {message: several}}
glossary: {word: {de: {use: wo, not: [rd]}}}
protected: [a.b]
"""
LONGEST = 10
"""Seconds of processor time. A rule whose time grows with the square of the length would need more by far."""


def check_quickly(en: str, de: str) -> None:
    message = json.dumps({"en": en, "de": de}, ensure_ascii=False)
    started = time.process_time()
    assert findings(f"{HEAD}errors: {{1: {{name: A, message: {message}}}}}\n") is not None
    assert time.process_time() - started < LONGEST


REPEATED = [
    "word ",
    "1",
    "1,",
    "1 111 ",
    "{",
    "(",
    "(a",
    "aB",
    "_a",
    " ",
    "\u00a0",
    "&amp",
    "&#9",
    "<b",
    "a.",
    "a.b ",
    ".",
]
REPEATED += ['"', "'a", "%", "%0", "Ã©", "a?", "。」", "z.B. ", "TODO ", "die die ", "AB ", "e\u0301", "aа", "\u2066"]


HEADED = [("%", "0"), ("&#", "9"), ("&", "a"), ("<", "b"), ("{", "a"), ("word", "\u00a0"), ("a", "."), ("1", " 111")]


@pytest.mark.slow
@pytest.mark.parametrize(("head", "unit"), [*(("", unit) for unit in REPEATED), *HEADED])
def test_a_gigantic_text_is_checked_quickly(head: str, unit: str):
    """Whatever it repeats, and whatever its end is."""
    gigantic = head + unit * 20_000
    check_quickly(gigantic + "x", gigantic + "x")
    check_quickly(gigantic + " x.", gigantic + " x.")
    check_quickly("The word is bad", gigantic)


NAMED = {
    "camelCase": "aB{}",
    "capitals": "AB{}",
    "numbers": "{}",
    "placeholders": "{{a{}}}",
    "tags": "<b{}>",
}


@pytest.mark.slow
@pytest.mark.parametrize("form", NAMED.values(), ids=NAMED)
def test_a_text_of_many_different_names_is_checked_quickly(form: str):
    """Also if the other text has none of them, or has all of them damaged."""
    names = " ".join(form.format(number) for number in range(5_000))
    for other in (names, "The word is bad", names.swapcase(), names.replace(" ", "x ")):
        check_quickly(names, other)
        check_quickly(other, names)


@pytest.mark.parametrize(
    ("en", "de"),
    [
        ("Internal error", "Interner Fehler"),
        ("Internal error", "Interner Fehler {}"),
        ("Internal error {}", "Interner Fehler"),
        ("The internal error of the very big old shop is {}", "Interner Fehler"),
        ("The {} {} is bad", "Das {}{} und {} {} ist schlecht"),
    ],
)
def test_many_similar_texts_are_checked_quickly(en: str, de: str):
    words = ["".join(letters) for letters in islice(product("abcdefgh", repeat=5), 2000)]
    errors = {
        number: {"name": f"E_{number}", "message": {"en": en.format(*[word] * 2), "de": de.format(*[word] * 4)}}
        for number, word in enumerate(words)
    }
    started = time.process_time()
    assert findings(f"{HEAD}errors: {json.dumps(errors)}\n") is not None
    assert time.process_time() - started < LONGEST
