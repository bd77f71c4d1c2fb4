"""What people read has the punctuation of its language: the answers of the command, and the pages of the catalog."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import run
from marketo_soap_errors import ErrorCode
from test_command import command
from test_site import tree

pytestmark = pytest.mark.slow

FAULT = "Server raised fault: '20103 - No such lead'"
COLON = {"en": ": ", "fr": "\u00a0: ", "ja": "：", "ko": ": ", "sv": ": "}
SERVER = {"en": "Server", "fr": "Serveur", "ja": "サーバー", "ko": "서버", "sv": "Server"}
BRACKETS = {"ja": ("（", "）")}
MIDNIGHT = {"en": "12:00 AM", "fr": "00:00", "ja": "午前 0:00", "ko": "오전 12:00", "sv": "kl. 00:00"}


@pytest.mark.parametrize("language", COLON)
def test_an_explanation(language: str):
    """Labels with the colon of the language, also that of the server; remarks in its brackets; midnight in its way."""
    explained = command("explain", FAULT, "--language", language).stdout
    assert f"  {SERVER[language]}{COLON[language]}No such lead\n" in explained
    opening, closing = BRACKETS.get(language, ("(", ")"))
    whose = {"en": "Advice from", "fr": "Conseil de", "ja": "このカタログ", "ko": "이 카탈로그", "sv": "Råd från"}[
        language
    ]
    assert re.search(rf"{re.escape(opening)}{whose}[^()（）]*{re.escape(closing)}\n", explained)
    quota = command("explain", "20015", "--language", language).stdout
    assert MIDNIGHT[language] in quota
    assert language in ("en",) or "12:00 AM" not in quota


RATE = {"en": "10000 in ", "fr": "10000 en ", "ja": "あたり 10000", "ko": "당 10000", "sv": "10000 på "}


@pytest.mark.parametrize("language", COLON)
def test_a_limit_says_how_many_in_which_time(language: str):
    assert RATE[language] in command("explain", "20015", "--language", language).stdout


def test_20016_says_only_what_adobe_states():
    """It needs a new signature: nowhere does it say that the same call may succeed later."""
    assert (ErrorCode(20016).recovery.resend, ErrorCode(20016).recovery.retry) == ("changed", False)
    explained = command("explain", "20016", "--language", "en").stdout
    assert "Send again after a change" in explained


def texts(element: ElementTree.Element, language: str) -> Iterator[str]:
    """Yield the texts below an element that are in the language of the page; no code, no names."""
    name = element.tag.rpartition("}")[2]
    if name in ("pre", "code", "script", "style") or element.get("lang", language) != language:
        return
    yield element.text or ""
    for child in element:
        yield from texts(child, language)
        yield child.tail or ""


@pytest.mark.parametrize(
    ("language", "wrong"), [("fr", r"[^\s\u00a0\u202f\d]: "), ("ja", r"[ぁ-んァ-ヶ一-龠](: |, | \()")]
)
def test_the_pages(built_site: Path, language: str, wrong: str):
    """No label has the colon, the comma or the bracket of English."""
    found = []
    for file in sorted((built_site / language).rglob("*.html")):
        for main in (one for one in tree(file).iter() if "catalog" in (one.get("class") or "").split()):
            found += [(file.name, text) for text in texts(main, language) if re.search(wrong, text)]
    assert found == []


def test_the_description_of_the_package():
    """Help and docstring name the product."""
    assert "Marketo SOAP API" in command("--help").stdout
    printed = run(sys.executable, "-c", "import marketo_soap_errors; print(marketo_soap_errors.__doc__)")
    assert "Marketo SOAP API" in printed.stdout
