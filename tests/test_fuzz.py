"""Whatever the input is, the result is an answer or the documented exception. `make fuzz` tries for long, CI briefly.

The inputs are damaged ones of the corpus and damaged good ones. What was found is in the corpus or an `@example`.
"""

from pathlib import Path

import pytest
from conftest import CATALOG, GENERATED
from fuzzing import BASE, CORPUS, TARGETS, seeds
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from marketo_soap_errors import ErrorCode, negotiate

from error_catalog.translate import READERS

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


@pytest.mark.parametrize("name", TARGETS)
def test_inputs_that_are_known(name: str):
    """Those of the corpus, and those that `make fuzz` has found."""
    for seed in seeds(name):
        TARGETS[name](seed)


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@quick
@given(catalogs)
@example('package: "\u2028"\n')
@example("a: 1\r\tb: c\r")
@example("a: b\tc\n")
@example(BASE.replace("errors:", "fields: {a: {type: [string], values: {}, label: a}, b: a}\nerrors:"))
@example(BASE.replace("orderKey", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20"))
@example(BASE.replace("orderKey", "&#" + "9" * 5000 + ";"))
def test_a_catalog_is_read_or_refused(text: str):
    TARGETS["catalog"](encoded(text))


@quick
@given(catalogs)
@example(BASE.replace("{table}", "{tabel}"))
@example(BASE.replace('"Kein orderKey in {table}"', '""'))
def test_a_catalog_without_rules_about_texts_can_be_generated(text: str):
    TARGETS["lenient"](encoded(text))


@quick
@given(st.sampled_from([name for name in TARGETS if f".{name}" in READERS]), st.data())
def test_a_translators_file_is_taken_or_refused(name: str, data: st.DataObject):
    good = [(GENERATED / "gettext/sv.po").read_text("utf-8").replace("Language: sv", "Language: de")[:3000]]
    known = [seed.decode("utf-8", "replace") for seed in seeds(name)]
    TARGETS[name](encoded(data.draw(damaged(*known, *good) | st.text())))


@quick
@given(damaged(*text_of("faults")).map(encoded) | st.text().map(encoded) | st.binary())
@example(b"<Fault>" * 5000)
@example(b"20103 - " * 5000)
def test_a_fault_is_read_or_there_is_none(payload: bytes):
    TARGETS["fault"](payload)
    TARGETS["log"](payload)


@quick
@given(st.text() | st.lists(st.text()) | damaged("fr-CA, sv;q=0.8, *;q=0.1", "zh-Hant-TW", "ja_JP.UTF-8@x"))
def test_a_language_is_always_found(wanted: str | list[str]):
    assert negotiate(wanted) in {"en", "fr", "ja", "ko", "sv"}
    assert ErrorCode(20014).localized(wanted).message


@quick
@given(damaged(CATALOG.read_text("utf-8")[:6000]))
def test_a_damaged_catalog_is_checked_or_refused(text: str):
    TARGETS["catalog"](encoded(text))


BASELINE = '{"format": 1, "package": "a", "findings": [{"rule": "C17", "where": "1.message.de", "text": "a"}]}'


@quick
@given(damaged(BASELINE) | st.text())
def test_a_baseline_is_read_or_refused(text: str):
    TARGETS["baseline"](encoded(text))
