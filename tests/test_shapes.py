"""One fault in every shape that clients, loggers and people give it: what is read alone is found in any log."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marketo_soap_errors import find_faults, read_fault
from ruamel.yaml import YAML
from streams import Slow

SHAPES = YAML(typ="safe").load(Path(__file__).with_name("shapes.yaml"))
BEFORE = "2026-03-01 09:59:58,100 worker INFO handled GET /v1/lead?id=20103 in 12 ms\n"
AFTER = "\n2026-03-01 10:00:01,200 worker INFO handled GET /v1/list?id=20111 in 9 ms\n"

TOGETHER = [shape for shape in SHAPES if not shape.get("alone")]
"""The shapes that can stand beside something else."""


def each(shapes):
    return pytest.mark.parametrize("shape", shapes, ids=lambda shape: shape["name"])


def found(source):
    return [(fault.code, fault.message, fault.line) for fault in find_faults(source)]


def log(shape):
    """Return a log with the shape in it; just the shape if nothing else may stand beside it."""
    return shape["text"] if shape.get("alone") else BEFORE + shape["text"] + AFTER


def test_the_size_of_the_corpus():
    assert len({shape["text"] for shape in SHAPES}) >= 60


@each(SHAPES)
def test_a_shape_is_read(shape):
    for payload in (shape["text"], shape["text"].encode(), shape["text"].encode("utf-16")):
        fault = read_fault(payload)
        assert (fault.code, fault.message) == (shape["code"], shape["message"])


@each(SHAPES)
def test_a_shape_is_found_in_every_kind_of_source(shape):
    """Once, with the same line, however the log is given."""
    text = log(shape)
    ((code, message, line),) = expected = found(text)
    assert (code, message) == (shape["code"], shape["message"])
    first = text[: text.index(shape["text"])].count("\n") + 1
    assert first <= line <= first + shape["text"].count("\n")
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        assert found(text.encode(encoding)) == expected, encoding
    assert found(io.StringIO(text)) == found(io.BytesIO(text.encode())) == expected


@each(SHAPES)
@pytest.mark.parametrize("size", [1, 7, 61, 512])
def test_a_shape_is_found_whatever_is_read_at_once(shape, size):
    assert found(Slow(log(shape).encode(), size)) == found(log(shape))


@each([shape for shape in SHAPES if "\n" not in shape["text"]])
def test_a_shape_of_one_line_is_found_among_lines(shape):
    text = log(shape)
    for lines in (text.splitlines(keepends=True), text.splitlines(), text.encode().splitlines()):
        assert found(lines) == found(iter(lines)) == found(text)


@each(SHAPES)
def test_a_shape_of_several_lines_is_found_among_lines(shape):
    lines = log(shape).split("\n")
    assert found(lines) == found(line + "\n" for line in lines) == found(log(shape))


@each(TOGETHER)
@pytest.mark.parametrize(
    "line", ['<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">', "<!doctype html>"]
)
def test_a_document_type_before_a_shape_changes_nothing(shape, line):
    fault = read_fault(f"{line}\n{shape['text']}")
    assert (fault.code, fault.message) == (shape["code"], shape["message"])
    assert [item[:2] for item in found(f"{line}\n{shape['text']}")] == [(shape["code"], shape["message"])]


@each(TOGETHER)
def test_declared_entities_before_a_shape_are_the_same_for_both(shape):
    """Documents that declare entities are not read; what a client has printed is."""
    text = f"<!DOCTYPE x [<!ENTITY a 'b'>]>\n{shape['text']}"
    whole = found(text)
    assert (read_fault(text) is None) == (not whole)
    assert found(Slow(text.encode(), 5)) == found(text.split("\n")) == whole


def test_all_shapes_in_one_log():
    text = "".join(f"{BEFORE}{shape['text']}{AFTER}" for shape in TOGETHER)
    expected = [(shape["code"], shape["message"]) for shape in TOGETHER]
    assert [item[:2] for item in found(text)] == expected
    assert found(Slow(text.encode(), 1000)) == found(text.split("\n")) == found(text)


TEXTS = st.sampled_from([shape["text"] for shape in TOGETHER])
CUTS = st.builds(lambda text, start, end: text[start:end], TEXTS, st.integers(0, 400), st.integers(0, 900))
PARTS = (
    TEXTS
    | CUTS
    | st.sampled_from(["\n", " ", "=>", "\0", "<!DOCTYPE x>", "<!ENTITY a 'b'>", BEFORE, AFTER, "</Fault>"])
)


@pytest.mark.slow
@given(st.lists(PARTS, max_size=5).map("".join), st.integers(1, 300))
def test_any_mixture(text, size):
    """What is found does not depend on how much is read at once, and something is found if something is read."""
    whole = found(text)
    assert found(Slow(text.encode(), size)) == whole
    fault = read_fault(text)
    assert whole or fault is None or fault.code is None  # an element without a code can be cut off by the next record
