"""The YAML is read as every YAML reader reads it, and every part knows its place."""

import pytest
from catalogs import SMALL, findings, found
from conftest import cli
from hypothesis import example, given
from hypothesis import strategies as st

from error_catalog import CatalogError
from error_catalog.model import source

BOTH_PARSERS = pytest.mark.parametrize("pure", [False, True], ids=["c", "pure"])


@BOTH_PARSERS
def test_norwegian_stays_norwegian(pure: bool):
    """`no`, `on` and dates are text; only true and false are booleans."""
    root = source.parse("no: {on: yes, since: 2026-07-31, off: true, n: ~}", pure=pure).root
    assert root == {"no": {"on": "yes", "since": "2026-07-31", "off": True, "n": None}}


@BOTH_PARSERS
def test_numbers(pure: bool):
    """A plain decimal number is a number, a quoted one is text, a key is always text."""
    root = source.parse('20103: [0, -7, 2.5, "12", "007"]', pure=pure).root
    assert root == {"20103": [0, -7, 2.5, "12", "007"]}


@BOTH_PARSERS
def test_every_part_knows_its_place(pure: bool):
    """Lines and columns count from 1, in characters; the place of what is missing is that of its parent."""
    document = source.parse('a:\n  日本: "x"\n  list: [1, "日本", 3]\n', pure=pure)
    assert document.place(("a", "日本")) == (2, 7)
    assert document.key_place(("a", "日本")) == (2, 3)
    assert document.place(("a", "list", 2)) == (3, 19)
    assert document.place(("a", "missing")) == document.place(("a",)) == (2, 3)


REFUSED = [
    ("", "1:1"),
    ("# only a comment\n", "1:1"),
    ("- a\n", "1:1"),
    ("just words\n", "1:1"),
    ("a:\n\tb: 1\n", "2:1"),
    ("a: b: c\n", "1:5"),
    ('a: "never closed\n', "2:1"),
    ("a: 1\nb: 2\na: 3\n", "3:1"),
    ('20103: 1\n"20103": 2\n', "2:1"),
    ("a: &x 1\n", "1:4"),
    ("a: *x\n", "1:4"),
    ("a: !!str 1\n", "1:4"),
    ("a: !mine 1\n", "1:4"),
    ("a: 1\n---\nb: 2\n", "2:1"),
    ("0x10: a\n", "1:1"),
    ("007: a\n", "1:1"),
    ("1_000: a\n", "1:1"),
    ("a: 0o17\n", "1:4"),
    ("a: 1e3\n", "1:4"),
    ("a: +1\n", "1:4"),
    ("a: 12:30\n", "1:4"),
    ("a: .nan\n", "1:4"),
    (f"a: {'9' * 5000}\n", "1:4"),
    ("? [a]\n: b\n", "1:3"),
    ("? {a: b}\n: b\n", "1:3"),
    ("true: a\n", "1:1"),
    ("~: a\n", "1:1"),
    ("a: \x01\n", "1:4"),
    ("a: b\tc\n", "1:5"),
    ("a:\tb\n", "1:3"),
    ("a: 'b\tc'\n", "1:6"),
    ("a: b\n# a\tcomment\n", "2:4"),
    ("a: b\n\x07: c\n", "2:1"),
    ("a: " + "[" * 100_000, "1:35"),
]


@BOTH_PARSERS
@pytest.mark.parametrize(("text", "place"), [pytest.param(*case, id=case[0][:20]) for case in REFUSED])
def test_refused(text: str, place: str, pure: bool):
    """What is not YAML, or what YAML readers understand differently, is a finding at its place."""
    assert found(text, pure=pure) == [f"{place} Y01 catalog"]


@BOTH_PARSERS
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a: 1\nb: 2\na: 3\n", "line 1"),
        ("a: &x 1\n", "&x"),
        ("a: *x\n", "*x"),
        ("a: !mine 1\n", "!mine"),
        ("a: 0o17\n", "0o17"),
        ("a: \x01\n", "U+0001"),
        ("a: b\u2028c: d\n", "U+2028"),
        ("日本:\n  日本:\n\tb: 1\n", "tab"),
    ],
)
def test_the_message_names_what_is_refused(text: str, word: str, pure: bool):
    (finding,) = findings(text, pure=pure)
    assert word in finding.message


@BOTH_PARSERS
def test_a_lone_surrogate_is_refused(pure: bool):
    r"""`\ud800` is half a character: no file can hold it."""
    (finding,) = findings('a: "\\ud800"\n', pure=pure)
    assert finding.place.line == 1


@BOTH_PARSERS
def test_everything_is_found_at_once(pure: bool):
    assert found("a: &x 1\nb: 007\nb: !t 2\n", pure=pure) == [
        "1:4 Y01 catalog",
        "2:4 Y01 catalog",
        "3:1 Y01 catalog",
        "3:4 Y01 catalog",
    ]


LINES = [
    ("a: 1\nb: c: d\n", "2:5"),
    ("a: 1\nb: c: d", "2:5"),
    ("a: 1\n\tb: 1\n", "2:1"),
    ("a: 1\n\n\tb: 1\n", "3:1"),
    ("# a comment\na: *x\n", "2:4"),
    ("a: 'b\nc'\nd: &x 1\n", "3:4"),
    ("a: 1\nb: \x07\n", "2:4"),
    ("a: 1\na: 2\n", "2:1"),
    ("\n\n- a\n", "3:1"),
    ("\n\na: [1\nb: 2", "4:2"),
    ('a: "x\ny', "2:2"),
]


@BOTH_PARSERS
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize(("text", "place"), LINES)
def test_every_line_end_counts_as_one(text: str, place: str, end: str, pure: bool):
    assert found(text.replace("\n", end), pure=pure) == [f"{place} Y01 catalog"]


@BOTH_PARSERS
@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"], ids=["U+0085", "U+2028", "U+2029"])
@pytest.mark.parametrize(("text", "place"), [*LINES, ("a: 'b\nc'\n", ""), ("# a comment\n", "")])
def test_what_ends_a_line_for_some_readers_only_is_refused(text: str, place: str, end: str, pure: bool):
    """YAML 1.1 ends lines at these characters, YAML 1.2 does not."""
    column = text.index("\n") + 1
    assert found(text.replace("\n", end), pure=pure) == [f"1:{column} Y01 catalog"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_bytes_that_are_not_utf8_are_found_at_their_line(tmp_path, end: str):
    path = tmp_path / "errors.yaml"
    path.write_bytes(f"a: b{end}日本: ".encode() + b"\xe9t\xe9\n")
    with pytest.raises(CatalogError) as refusal:
        source.read(path)
    (finding,) = refusal.value.findings
    assert (finding.place, finding.rule, finding.path) == ((2, 5), "Y01", str(path))


@pytest.mark.parametrize(
    ("content", "place"),
    [(None, "1:1"), (b"a: b\nc: \xe9t\xe9\n", "2:4"), ("a: b".encode("utf-16"), "1:1"), (b"\xef\xbb\xbf\xff", "1:1")],
)
def test_unreadable_files(tmp_path, content: bytes | None, place: str):
    """A file that is missing or not UTF-8 is a finding at the place of the first bad byte; nothing is written."""
    path = tmp_path / "errors.yaml"
    if content is not None:
        path.write_bytes(content)
    ran = cli("--catalog", path, "--output", tmp_path / "out")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith(f"{path}:{place}: Y01 catalog: ")
    assert not (tmp_path / "out").exists()


def test_a_byte_order_mark_is_skipped(tmp_path):
    """Some editors write one."""
    path = tmp_path / "errors.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.encode())
    assert source.read(path).root["package"] == "shop_errors"


@given(st.text() | st.text(alphabet="ab:- \n\r[]{}&*!#\"'\\|>%@~0123456789\t,?"), st.booleans())
@example("a: 1\r\tb: [\r", False)
@example("a: \u2028\tb: [", True)
@example("\x85\t", False)
def test_any_text_is_read_or_refused(text: str, pure: bool):
    """Whatever the text is, the result is a document or findings with places, and never another exception."""
    try:
        assert source.parse(text, pure=pure).root is not None
    except CatalogError as error:
        assert error.findings
        assert all(finding.place >= (1, 1) for finding in error.findings)
