"""Any catalog that the rules accept comes back whole: from PO files into the YAML, and from the package."""

import importlib
import itertools
import json
import sys
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from codegen import imports, rules, source, tree
from codegen.catalog import build
from codegen.outputs import outputs

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
    """Words in the letters of a language, with a sign that is special somewhere."""
    word = st.text(LETTERS[tag], min_size=2, max_size=7)
    return st.tuples(st.lists(word, min_size=1, max_size=4), st.sampled_from(SIGNS)).map(
        lambda made: (made[1] + " ".join(made[0])).strip()
    )


@st.composite
def catalogs(draw: st.DrawFn) -> dict:
    """A catalog as plain data: its codes numbers or strings, its languages complete or not."""
    tags = ["en", *draw(st.lists(st.sampled_from(sorted(set(LETTERS) - {"en"})), min_size=1, max_size=3, unique=True))]
    complete = {tag: draw(st.booleans()) or tag == "en" for tag in tags}
    number = st.integers(-(2**40), 2**40)
    string = st.from_regex(r"\A[A-Z][A-Z0-9]{1,5}\Z")
    codes = draw(st.lists(draw(st.sampled_from([number, string])), min_size=1, max_size=4, unique=True))

    def unit() -> dict[str, str]:
        return {tag: draw(text(tag)) for tag in tags if complete[tag] or draw(st.booleans())}

    return {
        "package": f"round_trip_{next(numbers)}",
        "source_language": "en",
        "languages": {tag: {} if complete[tag] else {"complete": False} for tag in tags},
        "errors": {
            code: {"name": f"NAME_{place}", "message": unit(), **({"note": unit()} if draw(st.booleans()) else {})}
            for place, code in enumerate(codes)
        },
    }


def quoted(text: str, mark: str) -> str:
    return json.dumps(text, ensure_ascii=False) if mark == '"' else "'" + text.replace("'", "''") + "'"


def written(catalog: dict, mark: str, flow: bool) -> str:
    """The catalog as YAML, its texts in these quotes, in braces or each on a line of its own."""
    lines = [f"package: {catalog['package']}", "source_language: en", f"languages: {json.dumps(catalog['languages'])}"]
    lines.append("errors:  # all")
    for code, error in catalog["errors"].items():
        lines += [f"  {code if isinstance(code, int) else quoted(code, mark)}:", f"    name: {error['name']}"]
        for field, unit in ((field, error[field]) for field in ("message", "note") if field in error):
            entries = [f"{tag}: {quoted(said, mark)}" for tag, said in unit.items()]
            lines += (
                [f"    {field}: {{ {', '.join(entries)} }} # {field}"]
                if flow
                else [f"    {field}:", *(f"      {entry}  # {field}" for entry in entries)]
            )
    return "\n".join(lines) + "\n"


patient = settings(max_examples=60, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])


@patient
@given(catalogs(), st.sampled_from("\"'"), st.booleans())
def test_translations_come_back_from_po_files(catalog: dict, mark: str, flow: bool):
    """Imported into the catalog they are from, nothing changes; into one that lacks them, they are all there again."""
    yaml = written(catalog, mark, flow)
    assume(_is_fine(yaml))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = dict(outputs(build(source.parse(yaml)), ["gettext"]))
        (folder / "whole.yaml").write_text(yaml, "utf-8")
        for tag in list(catalog["languages"])[1:]:
            po = folder / f"{tag}.po"
            po.write_bytes(files[f"gettext/{tag.replace('-', '_')}.po"])
            imports.take(str(folder / "whole.yaml"), tag, str(po))
            assert (folder / "whole.yaml").read_text("utf-8") == yaml
            bare = {**catalog, "languages": {**catalog["languages"], tag: {"complete": False}}}
            bare["errors"] = {code: _without(error, tag) for code, error in catalog["errors"].items()}
            (folder / "bare.yaml").write_text(written(bare, mark, flow), "utf-8")
            imports.take(str(folder / "bare.yaml"), tag, str(po), force=True)
            again = source.read(folder / "bare.yaml").root["errors"]
            assert again == source.parse(yaml).root["errors"]


def _without(error: dict, tag: str) -> dict:
    units = {
        field: {other: said for other, said in error[field].items() if other != tag}
        for field in ("message", "note")
        if field in error
    }
    return {**error, **units}


def _is_fine(yaml: str) -> bool:
    return all(mistake.advisory for mistake in rules.find(source.parse(yaml)))


@patient
@given(catalogs())
def test_every_text_comes_back_from_the_package(catalog: dict):
    yaml = written(catalog, '"', True)
    assume(_is_fine(yaml))
    with tempfile.TemporaryDirectory() as name:
        tree.make_equal(Path(name), dict(outputs(build(source.parse(yaml)), ["package"])))
        sys.path.insert(0, name)
        try:
            package = importlib.import_module(catalog["package"])
            for code, error in catalog["errors"].items():
                for tag in catalog["languages"]:
                    text = package.ErrorCode(code).localized(tag)
                    assert text.message == error["message"].get(tag, error["message"]["en"])
                    note = error.get("note", {"en": ""})
                    assert text.note == note.get(tag, note["en"])
        finally:
            sys.path.remove(name)
            for module in [module for module in sys.modules if module.partition(".")[0] == catalog["package"]]:
                del sys.modules[module]
