"""Escaping: the real parser of each syntax reads back what a filter has written."""

import ast
import html
import json
import keyword
from urllib.parse import quote
from xml.etree.ElementTree import fromstring

import html5lib
import markdown as python_markdown
import pytest
from babel.messages.pofile import unescape
from conftest import ROOT
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from ruamel.yaml import YAML

from error_catalog.outputs import TEMPLATES, escaping
from error_catalog.outputs.docs.markup import attribute, markdown, xml
from error_catalog.outputs.escaping import Escaped, identifier, one_line, segment, to_json
from error_catalog.outputs.gettext.entries import comment, po
from error_catalog.outputs.package.syntax import docstring, literal, python

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
    """As Python's own compiler reads them."""
    assert ast.literal_eval(python(text)) == text
    assert ast.literal_eval(literal({text: [text, 1, 2.5, True, None]})) == {text: [text, 1, 2.5, True, None]}


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_docstrings(text):
    assert ast.literal_eval(f'"""{docstring(text)}"""') == text


@given(ANY)
def test_po_strings(text):
    """As Babel reads them."""
    quoted = po(text)
    assert "\n" not in quoted
    assert unescape(quoted) == text


@given(ANY)
def test_json(text):
    assert json.loads(to_json(text)) == text


@given(LINE)
def test_front_matter(text):
    """A JSON string on one line is a YAML string."""
    assert YAML(typ="safe", pure=True).load(f"title: {to_json(text)}") == {"title": text}


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
    """In a heading, in prose and in a cell: the text of the page, and no element but those of the page."""
    escaped = markdown(text)
    page = f"# {escaped} {{ #id }}\n\n{escaped}\n\n| {escaped} | b |\n| --- | --- |\n| {escaped} | <b>{escaped}</b> |\n"
    document = html5lib.parseFragment(
        python_markdown.markdown(page, extensions=EXTENSIONS), namespaceHTMLElements=False
    )
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
    assert html.unescape(attribute(text)) == text
    assert not set(attribute(text)) & set("\"'<>`={}\n")


@given(ANY)
def test_comments_stay_on_their_line(text):
    assert len(f"# {one_line(text)}".splitlines()) == 1
    assert len(f"# {comment(text)}".splitlines()) == 1
    assert not comment(text).endswith("\\")


@given(LINE | MARKS)
def test_xml(text):
    assert fromstring(f'<a b="{xml(text)}">{xml(text)}</a>').text == (" ".join(text.split()) or None)


@given(ANY | st.sampled_from(keyword.kwlist))
def test_identifiers(text):
    try:
        name = identifier(text)
    except ValueError:
        assert not (text.isascii() and text.isidentifier()) or keyword.iskeyword(text)
    else:
        ast.parse(f"{name} = 1")


@given(ANY)
def test_parts_of_addresses(text):
    """They lead nowhere else, and need no escaping."""
    try:
        part = segment(text)
    except ValueError:
        assert text == "" or not all(c.isascii() and (c.isalnum() or c in "-_") for c in text)
    else:
        assert quote(part, safe="") == part == text


@example("0._0_.0")
@given(ANY | st.from_regex(r"-?[A-Za-z0-9._-]{1,40}", fullmatch=True))
def test_codes(text):
    """A code has nothing that is special in any syntax, and cannot be a part of a path such as `..`."""
    try:
        code = escaping.code(text)
    except ValueError:
        return
    assert code == text == xml(code) == one_line(code)
    assert (
        html.unescape(python_markdown.markdown(f"[{markdown(code)}]({code}.md)"))
        == f'<p><a href="{code}.md">{code}</a></p>'
    )
    assert not code.startswith(".")
    assert not code.endswith(".")


def test_nothing_is_written_without_a_filter():
    """A template that forgets one does not render, and neither does one that names what is missing."""
    template = TEMPLATES._environment.from_string("{{ text }}")
    assert template.render(text=Escaped("x")) == "x"
    with pytest.raises(TypeError):
        template.render(text="x")
    with pytest.raises(UndefinedError):
        template.render()


def test_the_generator_knows_no_catalog_and_no_language():
    """Another team's codes and languages need no edit of the generator; only its own words are in languages."""
    folder = ROOT / "codegen" / "error_catalog"
    files = [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert len(files) > 90
    for path in files:
        if path.parent.name != "words":
            content = path.read_bytes().decode("utf-8", "ignore").lower()
            assert not [word for word in ("marketo", "français", "日本語") if word in content], path
