"""What fuzzing tries: a function per reader, which gets any bytes and fails if the answer is not one that is promised.

`make fuzz` feeds them with inputs that reach new code; `test_fuzz` with those of the corpus, and with damaged ones.
"""

import io
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from catalogs import plain
from marketo_soap_errors import LANGUAGES, ErrorCode, find_faults, negotiate, read_fault
from marketo_soap_errors._records import STAMP
from streams import Slow

import error_catalog
from error_catalog import CatalogError, rules, translate
from error_catalog.model import baseline, source
from error_catalog.model.findings import has_errors
from error_catalog.model.reading import catalog_of
from error_catalog.translate import READERS
from error_catalog.translate.front_matter import published

CORPUS = plain(Path(__file__).parent / "bad" / "corpus.yaml")
BASE: str = CORPUS["base"]
SHAPES: list[dict[str, str]] = plain(Path(__file__).with_name("shapes.yaml"))
FOUND = Path(__file__).parent / "fuzz"
"""Inputs that reach code that no other input reaches, in a folder per target."""

RECORD = re.compile(rb"\n" + STAMP.pattern)
"""A line of a log that can begin a record."""

LENIENT = "rules: {" + ", ".join(f"{rule.id}: off" for rule in rules.every_rule() if not rule.is_fixed) + "}\n"
"""Settings with which only what is not a catalog is refused."""


def a_catalog(data: bytes) -> None:
    """If both parsers read it, they read the same. What no rule refuses can be generated and compared."""
    text = data.decode("utf-8", "ignore")
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
    assert all(str(finding).isprintable() for finding in findings)
    if not has_errors(findings):
        assert error_catalog.generate(catalog)
    if not rules.check_structure(catalog):
        assert error_catalog.compare(catalog, catalog).step == "none"


def a_lenient_catalog(data: bytes) -> None:
    """With every rule off that can be off, what is left can be generated."""
    text = data.decode("utf-8", "ignore").removesuffix("\n") + "\n" + LENIENT
    with suppress(CatalogError):
        catalog = catalog_of(source.parse(text))
        if not has_errors(error_catalog.check(catalog)):
            assert error_catalog.generate(catalog)


def a_translators_file(suffix: str) -> Callable[[bytes], None]:
    """Return the target for files with a suffix: the YAML is as it was, or nothing but the language has changed."""

    def target(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            catalog, file = Path(folder, "errors.yaml"), Path(folder, f"de{suffix}")
            catalog.write_text(BASE, "utf-8")
            file.write_bytes(data)
            try:
                translate.take(str(catalog), "de", str(file), force=len(data) % 2 == 0)
            except CatalogError as error:
                assert error.findings
                assert catalog.read_text("utf-8") == BASE
            else:
                assert _without(source.parse(BASE).root, "de") == _without(source.read(catalog).root, "de")

    return target


def a_head(data: bytes) -> None:
    assert set(published(data.decode("utf-8", "replace"))) <= {"source_commit", "human_translated"}


def a_baseline(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "baseline.json")
        path.write_bytes(data)
        found = baseline.read(path)
    assert bool(found.findings) != bool(found.package)
    assert baseline.text_of(found.package, list(found.known)).endswith("}\n")


def a_fault(data: bytes) -> None:
    for payload in (data, data.decode("utf-8", "replace")):
        fault = read_fault(payload)
        assert fault is None or str(fault)


def found(source: object) -> list[tuple[str, int | None]]:
    return [(str(fault), fault.line) for fault in find_faults(source)]


def a_log(data: bytes) -> None:
    """It is found whole or in pieces of any size, and from a text or its lines as from bytes."""
    whole = found(data)
    with suppress(OSError):  # a packed log that is damaged
        assert found(Slow(data, 1 + len(data) % 61)) == whole
        assert found(Slow(data, 1 + len(data) % 997)) == whole
    if data.isascii() and b"\0" not in data and b"\r" not in data:
        assert found(data.decode()) == whole
        assert found(io.StringIO(data.decode())) == whole
        assert found(data.decode().split("\n")) == whole
        assert found(iter(data.splitlines(keepends=True))) == whole


def both(data: bytes) -> None:
    """If `read_fault` reads a fault, `find_faults` finds one: it knows more only about where another record begins."""
    if RECORD.search(data):
        return
    for payload in (data, data.decode("utf-8", "replace")):
        fault = read_fault(payload)
        if fault is not None and fault.code is not None:
            assert list(find_faults(payload))


def a_language(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    assert negotiate(text) in LANGUAGES
    assert negotiate(text.split(",")) in LANGUAGES
    assert ErrorCode(20014).localized(text).message


TARGETS: dict[str, Callable[[bytes], None]] = {
    "catalog": a_catalog,
    "lenient": a_lenient_catalog,
    **{suffix.removeprefix("."): a_translators_file(suffix) for suffix in READERS},
    "head": a_head,
    "baseline": a_baseline,
    "fault": a_fault,
    "log": a_log,
    "both": both,
    "language": a_language,
}


def seeds(name: str) -> Iterator[bytes]:
    """Yield the inputs that are known for a target: those of the corpus of bad inputs, and those that were found."""
    kinds = {
        "catalog": "catalogs",
        "lenient": "catalogs",
        "md": "pages",
        "head": "pages",
        "xlf": "xliff",
        "fault": "faults",
        "log": "faults",
        "both": "faults",
    }
    for case in CORPUS.get(kinds.get(name, name), {}).values():
        if "text" in case:
            yield case["text"].encode("utf-8", "surrogatepass")
        else:
            text = BASE
            for before, after in case.get("replace", {}).items():
                text = text.replace(before, after)
            yield text.encode("utf-8", "surrogatepass")
    if name in ("fault", "log", "both"):
        yield from (shape["text"].encode() for shape in SHAPES)
    for path in sorted((FOUND / name).glob("*")):
        yield path.read_bytes()


def _without(node: object, tag: str) -> object:
    if isinstance(node, dict):
        return {key: _without(value, tag) for key, value in node.items() if key != tag}
    return node
