"""Any catalog that the rules accept comes back whole: from PO files into the YAML, and from the package."""

import importlib
import itertools
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import error_catalog
from error_catalog import Catalog, translate, write
from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse
from error_catalog.outputs import files

LETTERS = {
    "en": "abcdefgh",
    "sv": "jklmnoåäö",
    "ru": "абвгдежз",
    "ja": "アイウエオ漢字",
    "ar": "ابتثجحخ",
    "pt-BR": "pqrstuvwx",
}
SIGNS = ["", "", "", "\\", "%%", "#", "&", "<b>", "{{x}}", "`", "*", "'", "|", ": ", " #", "@", "!", "- "]
numbers = itertools.count()


def text(tag: str) -> st.SearchStrategy[str]:
    """Return words in the letters of a language, after a sign that is special somewhere."""
    word = st.text(LETTERS[tag], min_size=2, max_size=7)
    return st.tuples(st.lists(word, min_size=1, max_size=4), st.sampled_from(SIGNS)).map(
        lambda made: (made[1] + " ".join(made[0])).strip()
    )


@st.composite
def catalogs(draw: st.DrawFn) -> dict:
    """Return a catalog as plain data: its codes are numbers or strings, its languages complete or not."""
    tags = ["en", *draw(st.lists(st.sampled_from(sorted(set(LETTERS) - {"en"})), min_size=1, max_size=3, unique=True))]
    complete = {tag: draw(st.booleans()) or tag == "en" for tag in tags}
    number = st.integers(-(2**40), 2**40)
    string = st.from_regex(r"\A[A-Z][A-Z0-9]{1,5}\Z")
    codes = draw(st.lists(draw(st.sampled_from([number, string])), min_size=1, max_size=4, unique=True))

    def unit() -> dict[str, str]:
        return {tag: draw(text(tag)) for tag in tags if complete[tag] or draw(st.booleans())}

    def error(place: int) -> dict[str, Any]:
        fields = draw(st.sets(st.sampled_from(["note", "cause"])))
        return {"name": f"NAME_{place}", "message": unit(), **{field: unit() for field in sorted(fields)}}

    return {
        "package": f"round_trip_{next(numbers)}",
        "source_language": "en",
        "languages": {tag: {} if complete[tag] else {"complete": False} for tag in tags},
        "fields": {"cause": {"type": "text", "label": unit()}},
        "categories": {"shop": unit()},
        "errors": {code: error(place) for place, code in enumerate(codes)},
    }


def quoted(text: str, mark: str) -> str:
    return json.dumps(text, ensure_ascii=False) if mark == '"' else "'" + text.replace("'", "''") + "'"


def written(catalog: dict, mark: str, flow: bool) -> str:
    """Return the catalog as YAML, its texts in these quotes, in braces or each on a line of its own."""

    def unit(key: str, texts: dict[str, str], indent: str) -> list[str]:
        entries = [f"{tag}: {quoted(said, mark)}" for tag, said in texts.items()]
        if flow:
            return [f"{indent}{key}: {{ {', '.join(entries)} }} # {key}"]
        return [f"{indent}{key}:", *(f"{indent}  {entry}  # {key}" for entry in entries)]

    lines = [f"package: {catalog['package']}", "source_language: en", f"languages: {json.dumps(catalog['languages'])}"]
    lines += ["fields:", "  cause:", "    type: text", *unit("label", catalog["fields"]["cause"]["label"], "    ")]
    lines += ["categories:", *unit("shop", catalog["categories"]["shop"], "  "), "errors:  # all"]
    for code, error in catalog["errors"].items():
        lines += [f"  {code if isinstance(code, int) else quoted(code, mark)}:", f"    name: {error['name']}"]
        for field in error.keys() - {"name"}:
            lines += unit(field, error[field], "    ")
    return "\n".join(lines) + "\n"


def read(yaml: str) -> Catalog:
    """Return the catalog that a text describes. Catalogs with findings are not what these tests are about."""
    catalog = catalog_of(parse(yaml))
    assume(not error_catalog.check(catalog, hints=False))
    return catalog


patient = settings(max_examples=40, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])


@pytest.mark.slow
@patient
@given(catalogs(), st.sampled_from("\"'"), st.booleans())
def test_translations_come_back_from_po_files(data: dict, mark: str, flow: bool):
    """Imported into their own catalog, nothing changes; into one without a language, all of it is there again."""
    yaml = written(data, mark, flow)
    catalog = read(yaml)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = files(catalog, ["gettext"])
        whole, bare = folder / "whole.yaml", folder / "bare.yaml"
        whole.write_text(yaml, "utf-8")
        for tag, language in list(catalog.languages.items())[1:]:
            po = folder / f"{tag}.po"
            po.write_bytes(made[f"gettext/{language.locale}.po"])
            assert translate.take(str(whole), tag, str(po)).taken == []
            assert whole.read_text("utf-8") == yaml
            bare.write_text(written(_without(data, tag), mark, flow), "utf-8")
            imported = translate.take(str(bare), tag, str(po), force=True)
            assert {offer.context for offer in imported.taken} == {u.context for u in catalog.units if tag in u.texts}
            assert _texts(error_catalog.read(bare)) == _texts(catalog)


def _without(data: dict, tag: str) -> dict:
    """Return a catalog without the texts of a language, which is incomplete then."""
    languages = data["languages"] | {tag: {"complete": False}}
    return _without_key(data, tag) | {"languages": languages}


def _without_key(node: Any, key: str) -> Any:
    if not isinstance(node, dict):
        return node
    return {name: _without_key(value, key) for name, value in node.items() if name != key}


def _texts(catalog: Catalog) -> dict[str, dict[str, str]]:
    return {unit.context: {tag: text.text for tag, text in unit.texts.items()} for unit in catalog.units}


@pytest.mark.slow
@patient
@given(catalogs())
def test_every_text_comes_back_from_the_package(data: dict):
    """In a language that has no text, the text of the source language comes, and says so."""
    catalog = read(written(data, '"', True))
    with tempfile.TemporaryDirectory() as name:
        write.write(Path(name), files(catalog, ["package"]))
        sys.path.insert(0, name)
        try:
            package = importlib.import_module(data["package"])
            for code, error in data["errors"].items():
                for tag in data["languages"]:
                    _compare(package.ErrorCode(code).localized(tag), error, tag)
        finally:
            sys.path.remove(name)
            for module in [module for module in sys.modules if module.partition(".")[0] == data["package"]]:
                del sys.modules[module]


def _compare(text: Any, error: dict, tag: str) -> None:
    assert (text.message, text.language) == _expected(error["message"], tag)
    assert (text.note, text.note_language) == (_expected(error["note"], tag) if "note" in error else ("", None))
    assert (text.cause, text.cause_language) == (_expected(error["cause"], tag) if "cause" in error else (None, None))


def _expected(texts: dict[str, str], tag: str) -> tuple[str, str]:
    return (texts[tag], tag) if tag in texts else (texts["en"], "en")
