"""The YAML is read as every YAML reader reads it, and every part knows its place."""

import pytest
from catalogs import SMALL, complaints
from conftest import codegen
from hypothesis import given
from hypothesis import strategies as st

from codegen import source
from codegen.mistakes import CatalogError

BOTH_PARSERS = pytest.mark.parametrize("pure", [False, True], ids=["c", "pure"])


@BOTH_PARSERS
def test_norwegian_stays_norwegian(pure):
    """`no`, `on` and dates are text; only true and false are booleans."""
    root = source.parse("no: {on: yes, since: 2026-07-31, off: true, n: ~}", pure=pure).root
    assert root == {"no": {"on": "yes", "since": "2026-07-31", "off": True, "n": None}}


@BOTH_PARSERS
def test_numbers(pure):
    """A plain decimal number is a number, a quoted one is text, a key is always text."""
    root = source.parse('20103: [0, -7, 2.5, "12", "007"]', pure=pure).root
    assert root == {"20103": [0, -7, 2.5, "12", "007"]}


@BOTH_PARSERS
def test_every_part_knows_its_place(pure):
    """Lines and columns count from 1, in characters; what is missing has the place of its siblings."""
    document = source.parse('a:\n  日本: "x"\n  list: [1, "日本", 3]\n', pure=pure)
    assert document.place("a", "日本") == (2, 7)
    assert document.key_place("a", "日本") == (2, 3)
    assert document.place("a", "list", 2) == (3, 19)
    assert document.place("a", "missing") == document.place("a") == (2, 3)


@BOTH_PARSERS
@pytest.mark.parametrize(
    ("text", "place", "part"),
    [
        ("", "1:1", "is empty"),
        ("# only a comment\n", "1:1", "is empty"),
        ("- a\n", "1:1", "is not a mapping"),
        ("just words\n", "1:1", "is not a mapping"),
        ("a:\n\tb: 1\n", "2:1", "a tab cannot indent"),
        ("a: b: c\n", "1:5", "is not YAML"),
        ('a: "never closed\n', "2:1", "is not YAML"),
        ("a: 1\nb: 2\na: 3\n", "3:1", "the key a twice in one mapping; the first is on line 1"),
        ('20103: 1\n"20103": 2\n', "2:1", "the key 20103 twice"),
        ("a: &x 1\n", "1:4", "the anchor &x"),
        ("a: *x\n", "1:4", "the alias *x"),
        ("a: !!str 1\n", "1:4", "the tag"),
        ("a: !mine 1\n", "1:4", "the tag !mine"),
        ("a: 1\n---\nb: 2\n", "2:1", "a second document"),
        ("0x10: a\n", "1:1", "0x10"),
        ("007: a\n", "1:1", "007"),
        ("1_000: a\n", "1:1", "1_000"),
        ("a: 0o17\n", "1:4", "0o17"),
        ("a: 1e3\n", "1:4", "1e3"),
        ("a: +1\n", "1:4", "+1"),
        ("a: 12:30\n", "1:4", "12:30"),
        ("a: .nan\n", "1:4", ".nan"),
        (f"a: {'9' * 5000}\n", "1:4", "999"),
        ("? [a]\n: b\n", "1:3", "a key that is not a plain word"),
        ("? {a: b}\n: b\n", "1:3", "a key that is not a plain word"),
        ("true: a\n", "1:1", "true as a key"),
        ("~: a\n", "1:1", "~ as a key"),
        ("a: \x01\n", "1:4", "control character U+0001"),
        ("a: b\n\x07: c\n", "2:1", "control character U+0007"),
        ("a: " + "[" * 100_000, "1:35", "nested deeper than 32"),
    ],
)
def test_refused(text, place, part, pure):
    """What is no YAML, or what YAML readers disagree about, is refused at its place."""
    (complaint,) = complaints(text, pure=pure)
    assert complaint.startswith(f"{place}: Y01 catalog: ")
    assert part in complaint


@BOTH_PARSERS
def test_a_lone_surrogate_is_refused(pure):
    r"""`\ud800` is half a character: no file can hold it."""
    (complaint,) = complaints('a: "\\ud800"\n', pure=pure)
    assert complaint.startswith("1:")


@BOTH_PARSERS
def test_all_at_once(pure):
    """Every mistake that can be seen is said, not only the first."""
    assert len(complaints("a: &x 1\nb: 007\nb: !t 2\n", pure=pure)) == 4


@pytest.mark.parametrize(
    ("content", "place", "part"),
    [
        (None, "1:1", "cannot be read (no such file or directory)"),
        (b"a: b\nc: \xe9t\xe9\n", "2:4", "is not UTF-8"),
        ("a: b".encode("utf-16"), "1:1", "is not UTF-8"),
    ],
)
def test_unreadable_files(tmp_path, content, place, part):
    """A file that is not there, or not UTF-8, is said so at the place of the first bad byte."""
    path = tmp_path / "errors.yaml"
    if content is not None:
        path.write_bytes(content)
    ran = codegen("--catalog", path, "--output", tmp_path / "out")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith(f"{path}:{place}: Y01 catalog: {part}")
    assert not (tmp_path / "out").exists()


def test_a_folder_is_no_catalog(tmp_path):
    """The reason is the system's own."""
    ran = codegen("--catalog", tmp_path)
    assert ran.returncode == 1
    assert "is a directory" in ran.stderr


def test_a_byte_order_mark_is_passed_over(tmp_path):
    """Some editors write one."""
    path = tmp_path / "errors.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.encode())
    assert source.read(path).root["package"] == "shop_errors"


@given(st.text() | st.text(alphabet="ab:- \n[]{}&*!#\"'\\|>%@~0123456789\t,?"), st.booleans())
def test_any_text_is_read_or_refused(text, pure):
    """Whatever the text: a document, or mistakes with places; never another exception."""
    try:
        mistakes = [] if source.parse(text, pure=pure).root is not None else None
    except CatalogError as error:
        mistakes = error.mistakes
        assert mistakes
    assert all(mistake.place >= (1, 1) for mistake in mistakes)
