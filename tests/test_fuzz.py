"""Whatever the input is, the result is an answer or the documented exception. `make fuzz` tries for long, CI briefly.

The inputs are damaged ones of the corpus and damaged good ones. What was found is in the corpus or an `@example`.
"""

import tempfile
from contextlib import suppress
from pathlib import Path

from catalogs import plain
from conftest import CATALOG, GENERATED
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from marketo_soap_errors import ErrorCode, find_faults, negotiate, read_fault

import error_catalog
from error_catalog import CatalogError, rules, translate
from error_catalog.model import source
from error_catalog.model.findings import has_errors
from error_catalog.model.reading import catalog_of

CORPUS = plain(Path(__file__).parent / "bad" / "corpus.yaml")
BASE = CORPUS["base"]
TOKENS = [*"{}[]\"'\\|>~%#", ": ", "- ", "\n", "\r", "\t", "&a ", "*a", "!!x ", "<<: ", "0x1"]
TOKENS += [
    "é",
    "\u202e",
    "\u2028",
    "\x85",
    "\ufeff",
    "\0",
    "\U0001f600",
    "9" * 30,
    "1,2,3,4,5,6,7,8,9,10",
    "1.3.6.1.4.1",
]
TOKENS += ["msgid ", "msgstr ", "#, fuzzy\n", "#~ ", "|---|", "&lt;", "<code>", "</Fault>", "20103 - "]
TOKENS += ["en: ", "de: ", "text: ", "stale: true", "retired: ", "placeholders: {a: b}", "fields: {a: {type: text}}\n"]
TOKENS += [
    "resend: never",
    "wait: {seconds: 1}",
    "reason: x",
    "replaced_by: 7",
    "type: integer",
    "many: true",
    "label: {}",
]

quick = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def damaged(*seeds: str) -> st.SearchStrategy[str]:
    """Return a strategy for seeds with parts cut out, doubled and moved, and with tokens put in."""

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


def edited(kind: str) -> list[str]:
    """Return the catalogs of the corpus that are the base with a change."""
    texts = []
    for case in CORPUS[kind].values():
        text = BASE
        for before, after in case.get("replace", {}).items():
            text = text.replace(before, after)
        texts.append(text)
    return texts


SECOND = (Path(__file__).parent / "second/errors.yaml").read_text("utf-8")
catalogs = damaged(BASE, SECOND, *text_of("catalogs"), *edited("catalogs")) | st.text()


@quick
@given(catalogs)
@example('package: "\u2028"\n')
@example("a: 1\r\tb: c\r")
@example("a: b\tc\n")
@example(BASE.replace("errors:", "fields: {a: {type: [string], values: {}, label: a}, b: a}\nerrors:"))
@example(BASE.replace("orderKey", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20"))
@example(BASE.replace("orderKey", "&#" + "9" * 5000 + ";"))
def test_a_catalog_is_read_or_refused(text: str):
    """If both parsers read it, they read the same. What no rule refuses can be generated and compared."""
    try:
        document = source.parse(text)
    except CatalogError as error:
        assert error.findings
        return
    with suppress(CatalogError):  # the parser in Python refuses a comment directly after `|` or `>`
        assert source.parse(text, pure=True).root == document.root
    catalog = catalog_of(document)
    findings = error_catalog.check(catalog)
    assert [finding.place for finding in findings] == sorted(finding.place for finding in findings)
    if not has_errors(findings):
        assert error_catalog.generate(catalog)
    if not rules.check_structure(catalog):
        assert error_catalog.compare(catalog, catalog).step == "none"


@quick
@given(st.sampled_from(["de.po", "de.md"]), st.data())
def test_a_translators_file_is_taken_or_refused(name: str, data: st.DataObject):
    """The YAML is as it was, or it is still a catalog in which nothing but the language has changed."""
    good = [(GENERATED / "gettext/sv.po").read_text("utf-8").replace("Language: sv", "Language: de")[:3000]]
    seeds = [*text_of("po"), *good] if name == "de.po" else text_of("pages")
    text = data.draw(damaged(*seeds) | st.text())
    with tempfile.TemporaryDirectory() as folder:
        catalog, file = Path(folder, "errors.yaml"), Path(folder, name)
        catalog.write_text(BASE, "utf-8")
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            translate.take(str(catalog), "de", str(file), force=data.draw(st.booleans()))
        except CatalogError as error:
            assert error.findings
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
def test_a_damaged_catalog_is_checked_or_refused(text: str):
    try:
        error_catalog.check(catalog_of(source.parse(text)))
    except CatalogError as error:
        assert error.findings
