"""No text, whatever is in it, is more than a text: read back from every output by that output's own parser."""

import ast
import json
import re
import subprocess
import tempfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from babel.messages.pofile import read_po
from conftest import program
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from codegen import source
from codegen.catalog import build
from codegen.outputs import outputs

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


def ascii_yaml(catalog: dict) -> str:
    """JSON is YAML, but for the way it writes characters beyond U+FFFF, and YAML folds lines at some others."""
    return re.sub(r"[^\n\x20-\x7e]", lambda found: f"\\U{ord(found[0]):08x}", json.dumps(catalog, ensure_ascii=False))


def files(message: str, translation: str) -> dict[str, bytes]:
    """Everything generated of these texts; the rules, which refuse most of them, are not asked."""
    catalog = {
        "package": "nasty_errors",
        "source_language": "en",
        "languages": {"en": {}, "de": {}},
        "errors": {"7": {"name": "SEVEN", "message": {"en": f"M{message}", "de": f"T{translation}"}}},
    }
    return dict(outputs(build(source.parse(ascii_yaml(catalog)))))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(texts, texts)
@example("".join(NASTY), "".join(reversed(NASTY)))
def test_every_output_says_the_text_and_nothing_else(message: str, translation: str):
    made = files(message, translation)
    message, translation = f"M{message}", f"T{translation}"
    _python(made, message)
    _gettext(made, message, translation)
    _json(made, message, translation)
    _markdown(made["docs/de/index.md"].decode(), translation)


def _python(made: dict[str, bytes], message: str) -> None:
    """The compiler finds one class with one assignment, and the text in it."""
    module = ast.parse(made["nasty_errors/_catalog.py"])
    (enum,) = [node for node in module.body if isinstance(node, ast.ClassDef)]
    (assignment,) = [node for node in enum.body if isinstance(node, ast.Assign)]
    assert ast.literal_eval(assignment.value) == (7, message, "")
    assert not [node for node in ast.walk(module) if isinstance(node, ast.Call)]


def _gettext(made: dict[str, bytes], message: str, translation: str) -> None:
    """Babel and msgfmt find one entry beside the header."""
    po = made["gettext/de.po"]
    (entry,) = [entry for entry in read_po(BytesIO(po)) if entry.id]
    assert (entry.context, entry.id, entry.string) == ("7.message", message, translation)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "de.po").write_bytes(po)
        ran = subprocess.run(
            [program("msgfmt", "gettext"), "--statistics", "-o", f"{folder}/de.mo", f"{folder}/de.po"],
            capture_output=True,
            text=True,
            env={"LC_ALL": "C"},
            check=False,
        )
        assert (ran.returncode, ran.stderr) == (0, "1 translated message.\n")


def _json(made: dict[str, bytes], message: str, translation: str) -> None:
    said = {"en": message, "de": translation}
    assert json.loads(made["catalog.json"])["errors"][0]["message"] == said
    assert json.loads(made["docs/api/v1/codes/7.json"])["message"] == said
    search = made["docs/de/search.js"].decode()
    assert json.loads(search.removeprefix("catalogSearch.load(").removesuffix(");\n"))[0]["message"] == translation


def _markdown(page: str, translation: str) -> None:
    """One table with one row, and the text in its second cell."""
    table = page.split("</form>")[1].split("\n\n", 1)[1] if "</form>" in page else page
    rendered = Markdown(extensions=["tables", "attr_list", "def_list", "fenced_code"]).convert(table)
    start, end = rendered.index("<tbody>"), rendered.index("</tbody>") + 8
    (row,) = ElementTree.fromstring(rendered[start:end])
    cell = row[1]
    assert len(cell) == 0
    assert " ".join((cell.text or "").split()) == " ".join(translation.split())
