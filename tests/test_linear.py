"""No reader and no rule takes more time than the input is long: each is tried with every pattern of `adversarial`."""

import io
import json
from contextlib import suppress
from itertools import islice, product
from pathlib import Path

import pytest
from adversarial import PATTERNS, SMALL, TIMES, repeated, slowness
from asking import ask
from catalogs import findings
from marketo_soap_errors import find_faults, negotiate, read_fault

from error_catalog import CatalogError, console, translate
from error_catalog.model import source
from error_catalog.translate import READERS

HEAD = """
package: a_b
source_language: en
languages:
  en: {}
  de:
    style: {quotes: ["„", "“"], apostrophe: "’", no_break_before: "!?", final_stop: {message: several}}
  ja: {}
glossary: {word: {de: {use: wo, not: [rd]}}}
protected: [a.b]
"""


def checked(text: str) -> None:
    """Check texts of a pattern, with two ends, beside each other and beside texts that are short."""
    texts = [("The word is bad", text), (text, "Das ist schlecht"), (text, text), (f"{text} x.", f"{text}y")]
    errors = {
        number: {"name": f"E_{number}", "message": {"en": en, "de": de, "ja": de}}
        for number, (en, de) in enumerate(texts)
    }
    assert findings(f"{HEAD}errors: {json.dumps(errors)}\n") is not None


def parsed(text: str) -> None:
    """Read a text as a YAML file, and as values in one."""
    for yaml in (text, f"package: {text}", f'package: "{text}"', f"package: |\n  {text}"):
        with suppress(CatalogError):
            source.parse(yaml)


GERMAN = """\
package: shop_errors
source_language: en
languages: {en: {}, de: {}}
errors: {1: {name: A, message: {en: "Out of stock", de: "Nicht auf Lager"}}}
"""
IN_FILES = {
    ".po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n#: a\nmsgctxt "1.message"\n'
    'msgid "Out of stock"\nmsgstr "{}"\n',
    ".xlf": '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file><body><trans-unit id="1.message">'
    "<source>Out of stock</source><target><![CDATA[{}]]></target></trans-unit></body></file></xliff>",
    ".xliff": '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="1.message">'
    "<segment><source>Out of stock</source><target>{}</target></segment></unit></file></xliff>",
    ".md": "---\ntitle: a\n---\n\n| Code | Message |\n| --- | --- |\n| 1 | {} |\n",
}
"""A file of each format with a place for a text."""


def faults(text: str) -> None:
    assert list(find_faults(text)) is not None
    assert list(find_faults(io.BytesIO(text.encode("utf-16")))) is not None
    read_fault(text)
    read_fault(f"<Fault><faultcode>a</faultcode><faultstring>{text}</faultstring></Fault>")


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_rules(part: int):
    assert slowness(checked, PATTERNS[part::4]) == []


@pytest.mark.slow
@pytest.mark.parametrize("suffix", READERS)
def test_importers(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Whether the pattern is a text of the file or all of it."""
    monkeypatch.chdir(tmp_path)
    Path("errors.yaml").write_text(GERMAN, "utf-8")

    def taken(text: str) -> None:
        for content in (text, IN_FILES.get(suffix, "{}").replace("{}", text)):
            Path("errors.yaml").write_text(GERMAN, "utf-8")
            Path(f"de{suffix}").write_text(content, "utf-8", newline="")
            with suppress(CatalogError):
                translate.take("errors.yaml", "de", f"de{suffix}", force=True)

    assert slowness(taken, PATTERNS) == []


@pytest.mark.parametrize("work", [parsed, faults, negotiate, console.shown], ids=lambda work: work.__name__)
@pytest.mark.slow
def test_readers(work):
    assert slowness(work, PATTERNS) == []


@pytest.mark.slow
def test_the_search_of_the_site():
    """Milliseconds as node measures them, the fastest of several runs."""
    sizes = (SMALL * TIMES, SMALL * TIMES * TIMES)
    asked = [("en", repeated(pattern, size)) for pattern in PATTERNS for size in sizes]
    answers = [answer.milliseconds for answer in ask(asked, is_timed=True)]
    pairs = zip(PATTERNS, answers[::2], answers[1::2], strict=True)
    assert [(pattern, small, large) for pattern, small, large in pairs if large > 50 and large > small * 10] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("en", "de"),
    [
        ("Internal error", "Interner Fehler"),
        ("Internal error", "Interner Fehler {}"),
        ("Internal error {}", "Interner Fehler"),
        ("The internal error of the very big old shop is {}", "Interner Fehler"),
        ("The {} {} is bad", "Das {}{} und {} {} ist schlecht"),
    ],
)
def test_rules_that_compare_texts_with_each_other(en: str, de: str):
    """Catalogs of many errors whose texts are equal, or nearly so."""
    words = ["".join(letters) for letters in islice(product("abcdefgh", repeat=5), SMALL * TIMES)]

    def compared(text: str) -> None:
        errors = {
            number: {"name": f"E_{number}", "message": {"en": en.format(*[word] * 2), "de": de.format(*[word] * 4)}}
            for number, word in enumerate(words[: len(text)])
        }
        assert findings(f"{HEAD}errors: {json.dumps(errors)}\n") is not None

    assert slowness(compared, [("", "x")]) == []
