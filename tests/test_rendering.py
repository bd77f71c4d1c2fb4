"""Escaping: what a filter wrote, the real parser of that syntax reads back as it was."""

import ast
import html
import json
import keyword

import html5lib
import markdown
import pytest
from babel.messages.pofile import unescape
from conftest import ROOT
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from ruamel.yaml import YAML

from codegen import rendering

ANY = st.text(st.characters(exclude_categories=["Cs"]))
LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp", "Zs"], include_characters=" \u00a0"))
MARKS = st.text(alphabet="\\`*_{}[]()#+-.!|<>&;:\"'~^=/@$%0123456789 aé日", max_size=40)
PROSE = (
    (LINE | MARKS)
    .map(lambda text: " ".join(text.split(" ")).strip(" "))
    .filter(lambda text: text.strip() and "  " not in text)
)
EXTENSIONS = ["attr_list", "tables", "toc"]


@given(ANY)
def test_python_literals(text):
    """Python's own compiler."""
    assert ast.literal_eval(rendering.python(text)) == text


@given(ANY)
def test_po_strings(text):
    """Babel's reader."""
    quoted = rendering.po(text)
    assert "\n" not in quoted
    assert unescape(quoted) == text


@given(ANY)
def test_json(text):
    """Any JSON reader, and a YAML reader where front matter has it."""
    assert json.loads(rendering.to_json(text)) == text


@given(LINE)
def test_front_matter(text):
    """A JSON string on one line is a YAML string."""
    assert YAML(typ="safe", pure=True).load(f"title: {rendering.to_json(text)}") == {"title": text}


@given(PROSE)
@example("10. begins like a list")
@example("- begins like a list")
@example("ends with a sign #")
@example("{ .attribute }")
@example("a | b | c")
@example("<script>alert(1)</script> &lt; &amp;")
@example("[link](javascript:alert(1)) ![x](y)")
@example("`code` ``x`` \\` \\\\")
@example("{{ page }} {% raw %}")
@example("[TOC]")
@example("*[HTML]: x")
def test_markdown(text):
    """The text of the page, in a heading, in prose and in a cell, and no element but those of the page."""
    escaped = rendering.markdown(text)
    page = f"# {escaped} {{ #id }}\n\n{escaped}\n\n| {escaped} | b |\n| --- | --- |\n| {escaped} | <b>{escaped}</b> |\n"
    document = html5lib.parseFragment(markdown.markdown(page, extensions=EXTENSIONS), namespaceHTMLElements=False)
    expected = " ".join(text.split())
    found = [normal(document.find(path)) for path in (".//h1", ".//th")]
    found += [normal(cell) for cell in document.findall(".//td")]
    assert found == [expected] * 4
    assert normal(document.find("./p")) == expected
    assert {element.tag for element in document.iter()} <= {
        "DOCUMENT_FRAGMENT", "h1", "p", "table", "thead", "tbody", "tr", "th", "td", "b"
    }  # fmt: skip


def normal(element) -> str:
    return " ".join("".join(element.itertext()).split())


@given(LINE | MARKS)
def test_attributes(text):
    """HTML's rules for references read the value back."""
    assert html.unescape(rendering.attribute(text)) == text
    assert not set(rendering.attribute(text)) & set("\"'<>`={}\n")


@given(ANY)
def test_comments_stay_on_their_line(text):
    """A comment ends with its line."""
    assert len(f"# {rendering.one_line(text)}".splitlines()) == 1


@given(ANY | st.sampled_from(keyword.kwlist))
def test_identifiers(text):
    """A name that Python accepts, or a refusal."""
    try:
        name = rendering.identifier(text)
    except ValueError:
        assert not (text.isascii() and text.isidentifier()) or keyword.iskeyword(text)
    else:
        ast.parse(f"{name} = 1")


def test_nothing_is_written_without_a_filter():
    """A template that forgets one does not render."""
    template = rendering.ENVIRONMENT.from_string("{{ text }}")
    with pytest.raises(TypeError, match="without an escaping filter"):
        template.render(text="x")
    with pytest.raises(UndefinedError):
        template.render()


def test_the_generator_knows_no_catalog_and_no_language():
    """Another team's codes and languages need no edit of codegen/."""
    for path in (ROOT / "codegen").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            content = path.read_text("utf-8").lower()
            assert not [word for word in ("marketo", "français", "日本語") if word in content], path
