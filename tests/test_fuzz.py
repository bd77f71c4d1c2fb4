"""Whatever comes in, nothing but the announced error comes out: `make fuzz` tries for long, CI for a moment.

Inputs are those of the corpus of bad ones and good ones, damaged; what was found is in the corpus or an `@example`.
"""

import tempfile
from pathlib import Path

from catalogs import plain
from conftest import CATALOG, GENERATED
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from marketo_soap_errors import ErrorCode, find_faults, negotiate, read_fault

from codegen import comparison, imports, rules, source
from codegen.catalog import build
from codegen.mistakes import CatalogError
from codegen.outputs import outputs

CORPUS = plain(Path(__file__).parent / "bad" / "corpus.yaml")
BASE = CORPUS["base"]
TOKENS = [
    *(
        "{",
        "}",
        "[",
        "]",
        '"',
        "'",
        "\\",
        ": ",
        "- ",
        "\n",
        "\t",
        "#",
        "&a ",
        "*a",
        "!!x ",
        "<<: ",
        "|",
        ">",
        "~",
        "%",
        "0x1",
    ),
    *("é", "\u202e", "\u2028", "\x85", "\ufeff", "\0", "\U0001f600", "9" * 30),
    *("msgid ", "msgstr ", "#, fuzzy\n", "#~ ", "|---|", "&lt;", "<code>", "</Fault>", "20103 - "),
    *("en: ", "de: ", "text: ", "stale: true", "retired: ", "placeholders: {a: b}"),
]

quick = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def damaged(*seeds: str) -> st.SearchStrategy[str]:
    """A seed with parts cut out, doubled, moved, and tokens put in."""

    def apply(seed: str, edits: list[tuple[str, float, int, str]]) -> str:
        for kind, where, length, token in edits:
            at = int(where * len(seed))
            part = seed[at : at + length]
            if kind == "cut":
                seed = seed[:at] + seed[at + length :]
            elif kind == "double":
                seed = seed[:at] + part + seed[at:]
            elif kind == "move":
                seed = part + seed[:at] + seed[at + length :]
            else:
                seed = seed[:at] + token + seed[at:]
        return seed

    edit = st.tuples(
        st.sampled_from(["cut", "double", "move", "put"]),
        st.floats(0, 1),
        st.integers(0, 60),
        st.sampled_from(TOKENS) | st.text(max_size=3),
    )
    return st.builds(apply, st.sampled_from(seeds), st.lists(edit, min_size=1, max_size=6))


def text_of(kind: str) -> list[str]:
    return [case["text"] for case in CORPUS[kind].values() if "text" in case]


catalogs = (
    damaged(BASE, (Path(__file__).parent / "second/errors.yaml").read_text("utf-8"), *text_of("catalogs")) | st.text()
)


@quick
@given(catalogs)
def test_a_catalog_is_read_or_refused(text: str):
    """Also by the rules, and with both parsers; what no rule refuses can be generated and compared."""
    document = None
    try:
        document = source.parse(text)
        assert source.parse(text, pure=True).root == document.root
    except CatalogError as error:
        assert error.mistakes
    if document is not None:
        mistakes = rules.find(document)
        if all(mistake.advisory for mistake in mistakes):
            assert dict(outputs(build(document)))
        if all(rules.is_about_texts(mistake) or mistake.advisory for mistake in mistakes):
            assert comparison.compare(document, document).step == "none"


@quick
@given(st.sampled_from(["de.po", "de.md"]), st.data())
def test_a_translators_file_is_taken_or_refused(name: str, data: st.DataObject):
    """The YAML is as it was, or a catalog still, in which nothing but the language has changed."""
    good = [(GENERATED / "gettext/sv.po").read_text("utf-8").replace("Language: sv", "Language: de")[:3000]]
    seeds = [*text_of("po"), *good] if name == "de.po" else text_of("pages")
    text = data.draw(damaged(*seeds) | st.text())
    with tempfile.TemporaryDirectory() as folder:
        catalog, file = Path(folder, "errors.yaml"), Path(folder, name)
        catalog.write_text(BASE, "utf-8")
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            imports.take(str(catalog), "de", str(file), force=data.draw(st.booleans()))
        except CatalogError as error:
            assert error.mistakes
            assert catalog.read_text("utf-8") == BASE
        else:
            before, after = source.parse(BASE).root, source.read(catalog).root
            assert _without(before, "de") == _without(after, "de")


def _without(node: object, tag: str) -> object:
    if isinstance(node, dict):
        return {key: _without(value, tag) for key, value in node.items() if key != tag}
    return node


@quick
@given(damaged(*text_of("faults")) | st.text() | st.binary())
@example("<Fault>" * 5000)
@example("20103 - " * 5000)
def test_a_fault_is_read_or_there_is_none(payload: str | bytes):
    fault = read_fault(payload)
    assert fault is None or str(fault)
    assert all(found.line and str(found) for found in find_faults(payload))


@quick
@given(st.text() | st.lists(st.text()) | damaged("fr-CA, sv;q=0.8, *;q=0.1", "zh-Hant-TW", "ja_JP.UTF-8@x"))
def test_a_language_is_always_found(wanted: str | list[str]):
    assert negotiate(wanted) in {"en", "fr", "ja", "ko", "sv"}
    assert ErrorCode(20014).localized(wanted).message


@quick
@given(damaged(CATALOG.read_text("utf-8")[:6000]))
def test_a_damaged_catalog_never_ends_in_a_traceback(text: str):
    try:
        rules.find(source.parse(text))
    except CatalogError as error:
        assert error.mistakes
