"""No text, whatever it contains, is more than a text: each output's own parser reads it back as it was."""

import ast
import importlib
import json
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from babel.messages.pofile import read_po
from catalogs import as_yaml, made
from conftest import program
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse

NASTY = [
    *(
        '"""',
        "'''",
        '"); import os; os.system("true") #',
        "\\",
        "\\\\n",
        "\\N{BULLET}",
        "{{ x }}",
        "{% raw %}",
        "${x}",
        "%s",
    ),
    *(
        '"\nmsgid "other"\nmsgstr "x',
        "#, fuzzy",
        "| a | b |",
        "|---|",
        "<script>alert(1)</script>",
        "](javascript:alert(1))",
    ),
    *("`x`", "&amp;", "<!--", "-->", "]]>", "</td>", "{ .x onclick=y }", "1. x", "# x", "- x", "> x", "![x](y)"),
    *("\x85", "\u2028", "\u2029", "\u202e", "\ufeff", "\u200b"),
]
part = st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=6)
texts = st.lists(part, min_size=1, max_size=5).map("".join)


def catalog(message: str, translation: str) -> dict:
    """Return a catalog that has these texts wherever a catalog can have texts."""
    said = {"en": message, "de": translation}
    fields = {
        "level": {"type": "string", "values": [message, translation], "label": said},
        "hints": {"type": "string", "many": True, "lookup": True, "label": said},
        "cause": {"type": "text", "label": said},
    }
    seven = {
        "name": "SEVEN",
        "message": said,
        "note": said,
        "cause": said,
        "level": message,
        "hints": [message, translation],
        "placeholders": {"x": message},
        "category": "one",
        "recovery": "one",
        "retired": {"since": message, "reason": said},
    }
    return {
        "package": "nasty_errors",
        "source_language": "en",
        "outputs": ["package", "gettext", "json", "docs"],
        "languages": {"en": {}, "de": {}},
        "fields": fields,
        "texts": {"title": said, "what_to_do": said},
        "categories": {"one": said},
        "reasons": {"one": said},
        "recoveries": {"one": {"resend": "never", "title": said, "advice": said}},
        "faults": {"namespace": message, "element": translation, "unlisted": {"9": said}},
        "errors": {"7": seven, "8": {"name": "EIGHT", "message": said}},
    }


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(texts, texts)
@example("".join(NASTY), "".join(reversed(NASTY)))
@example("ends with \\", "ends with \\")
def test_every_output_says_the_text_and_nothing_else(message: str, translation: str):
    """The rules, which refuse most of these texts, are not asked."""
    message, translation = f"M{message}", f"T{translation}"
    with tempfile.TemporaryDirectory() as name:
        folder = made(catalog_of(parse(as_yaml(catalog(message, translation)), "errors.yaml")), Path(name))
        _syntax(folder, message)
        _package(folder, message, translation)
        _gettext(folder, message, translation)
        _json(folder, message, translation)
        _markdown((folder / "docs/de/index.md").read_text("utf-8"), translation)


def _syntax(folder: Path, message: str) -> None:
    """The compiler finds one class with two assignments in it, and calls nothing but what marks a retired code."""
    module = ast.parse((folder / "nasty_errors/_catalog.py").read_bytes())
    (enum,) = [node for node in module.body if isinstance(node, ast.ClassDef)]
    values = [ast.literal_eval(node.value) for node in enum.body if isinstance(node, ast.Assign)]
    assert values == [7, 8]
    (texts,) = [node.value for node in module.body if _is_table(node)]
    assert ast.literal_eval(texts) == {7: (message, message), 8: (message, "")}
    calls = [ast.unparse(node) for node in ast.walk(module) if isinstance(node, ast.Call)]
    assert calls == ["deprecate(ErrorCode.SEVEN)"]


def _is_table(node: ast.stmt) -> bool:
    """Return True for the assignment of the texts by code: a mapping of tuples."""
    value = getattr(node, "value", None)
    return isinstance(value, ast.Dict) and all(isinstance(each, ast.Tuple) for each in value.values)


def _package(folder: Path, message: str, translation: str) -> None:
    """The imported package has every text as it was, in both languages."""
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        package = importlib.import_module("nasty_errors")
        seven = package.ErrorCode(7)
        for language, said in (("en", message), ("de", translation)):
            text = seven.localized(language)
            assert (text.message, text.note, text.cause) == (said, said, said)
            assert (text.language, text.note_language, text.cause_language) == (language, language, language)
            assert seven.category.localized(language) == seven.recovery.localized(language) == said
            assert seven.recovery.summary(language) == seven.retired.localized(language) == said
        assert (seven.level, seven.hints, seven.placeholders) == (message, (message, translation), {"x": message})
        assert (seven.retired.since, seven.cause) == (message, message)
        assert package.read_fault("<Fault><faultstring>8 - x</faultstring></Fault>").code is package.ErrorCode.EIGHT
        nine = package.read_fault("<Fault><faultstring>9 - x</faultstring></Fault>")
        assert (nine.localized("de").message, str(nine)) == (
            translation,
            f"9 (not in the catalog): {message} (server: 9 - x)",
        )
        words = sys.modules.get("nasty_errors._words") or importlib.import_module("nasty_errors._words")
        assert (words.LABELS["cause"], words.WORDS["what_to_do"]) == (("fields.cause", message), message)
    finally:
        sys.path.remove(str(folder))
        for name in [name for name in sys.modules if name.partition(".")[0] == "nasty_errors"]:
            del sys.modules[name]


CONTEXTS = {
    *(f"7.{name}" for name in ("message", "note", "cause", "retired.reason")),
    *("8.message", "categories.one", "reasons.one", "recoveries.one.title", "recoveries.one.advice"),
    *("fields.level", "fields.hints", "fields.cause", "texts.title", "texts.what_to_do", "faults.unlisted.9"),
}


def _gettext(folder: Path, message: str, translation: str) -> None:
    """Babel and msgfmt find an entry for each text, and no others but the words of the generator."""
    po = folder / "gettext/de.po"
    entries = {entry.context: entry for entry in read_po(BytesIO(po.read_bytes())) if entry.id}
    ours = {context: entry for context, entry in entries.items() if context in CONTEXTS}
    assert {(entry.id, entry.string) for entry in ours.values()} == {(message, translation)}
    assert set(ours) == CONTEXTS
    assert all(context.startswith("texts.") for context in set(entries) - CONTEXTS)
    ran = subprocess.run(
        [program("msgfmt", "gettext"), "--statistics", "-o", folder / "de.mo", po],
        capture_output=True,
        text=True,
        env={"LC_ALL": "C"},
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, f"{len(entries)} translated messages.\n")


def _json(folder: Path, message: str, translation: str) -> None:
    said = {"en": message, "de": translation}
    whole = json.loads((folder / "catalog.json").read_bytes())
    assert whole["errors"][0]["message"] == whole["errors"][0]["cause"] == whole["categories"]["one"] == said
    assert json.loads((folder / "docs/api/v1/codes/7.json").read_bytes())["message"] == said
    schema = json.loads((folder / "errors.schema.json").read_bytes())
    assert schema["$defs"]["error"]["properties"]["level"]["enum"] == [message, translation]


def _markdown(page: str, translation: str) -> None:
    """The page has one table with two rows, and the text in the second cell of each; the retired code has a remark."""
    table = page.split("</form>")[1].split("\n\n", 1)[1] if "</form>" in page else page
    rendered = Markdown(extensions=["tables", "attr_list", "def_list", "fenced_code"]).convert(table)
    start, end = rendered.index("<tbody>"), rendered.index("</tbody>") + 8
    rows = ElementTree.fromstring(rendered[start:end])
    assert [[child.tag for child in row[1].iter()] for row in rows] == [["td", "small"], ["td"]]
    for row in rows:
        assert " ".join((row[1].text or "").split()) == " ".join(translation.split())
