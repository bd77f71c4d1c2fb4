"""The search of the site finds what readers type and paste, in the five languages of this catalog."""

import html
import re

import pytest
from asking import ask
from catalogs import plain
from conftest import CATALOG, ROOT

import error_catalog
from error_catalog.mkdocs.one_code import Shared

CATALOG_OF_27 = error_catalog.read(CATALOG)
CODES = {str(error.code): error for error in CATALOG_OF_27.errors}
LANGUAGES = list(CATALOG_OF_27.languages)


def queries(file: str) -> list[tuple[str, str, list[str]]]:
    """Return every language, query and codes of a file of queries."""
    return [
        (tag, str(query), list(map(str, codes)))
        for tag, queries in plain(ROOT / "tests" / file).items()
        for query, codes in queries.items()
    ]


LOGS = [
    "2026-03-14 20:10:13,204 [pool-20105-thread-7] ERROR c.e.Marketo - SOAP fault {code}: {message}",
    "2026-03-14T20:10:22.20101Z ERROR [http-nio-8080-exec-20104] call failed, code={code}",
    "Mar 14 20:10:24 host sync[20106]: {message} ({code})",
    "E0314 20:10:16.204567 20107 sync.cc:20108] fault {code} {name}",
    '[14/Mar/2026:20:11:01 +0000] pid=20109 tid:20110 "{name}" {code} - {message}',
    "20:10:13.201 20111-20113/com.example E/Sync: {code} - {message}",
    '{{"ts": 1773518401.20114, "thread": 20122, "level": "error", "code": "{code}", "message": "{message} ({code})"}}',
]
TRACES = [
    "com.example.MarketoException: {code} - {message}\n"
    "\tat com.example.Marketo.getLead(Marketo.java:20101)\n\tat java.base/java.lang.Thread.run(Thread.java:1583)",
    'Traceback (most recent call last):\n  File "/srv/sync.py", line 20102, in get_lead\n    return client.get(key)\n'
    "zeep.exceptions.Fault: {code} - {message}",
    "System.ServiceModel.FaultException: {code} - {message}\n   at Sync.Run() in C:\\src\\Sync.cs:line 20104",
    "SoapFault exception: [SOAP-ENV:Client] {code} - {message} in /srv/sync.php:20105\n#0 /srv/sync.php(20106): call()",
    "Error: {message} ({code})\n    at Marketo.call (/srv/marketo.js:20107:17)\n    at async /srv/sync.js:20108:5",
    "java.lang.IllegalStateException: ErrorCode.{name}\n\tat com.example.Marketo.call(Marketo.java:20109)",
]
GLUED = [
    "error{code}", "MKT{code}", "E{code}", "ERR-{code}", "ERR_{code}", "エラー{code}", "오류{code}가", "SOAP{code}:",
    "{code}_{name}", "<code>{code}</code>", "code={code};", "(#{code})",
]  # fmt: skip


def told(kind: str, code: str, tag: str) -> list[str]:
    """Return what a reader pastes about a code."""
    error = CODES[code]
    if kind == "fault":
        return [html.unescape(re.sub(r"<[^>]+>", "", Shared(CATALOG_OF_27).fault(error) or ""))]
    forms = {"log": LOGS, "trace": TRACES, "glued": GLUED}[kind]
    return [form.format(code=code, name=error.name, message=error.message[tag]) for form in forms]


def test_every_query_is_answered():
    """Every expected code is listed, and one of them is the first."""
    asked = queries("queries.yaml")
    pairs = zip(asked, ask((tag, query) for tag, query, _ in asked), strict=True)
    wrong = [
        (tag, query, answer.codes)
        for (tag, query, expected), answer in pairs
        if not set(expected) <= set(answer.codes) or answer.codes[0] not in expected
    ]
    assert wrong == []


def test_queries_that_nobody_had_in_mind_are_answered_first():
    asked = queries("first_answers.yaml")
    pairs = zip(asked, ask((tag, query) for tag, query, _ in asked), strict=True)
    assert [(one, answer.codes) for one, answer in pairs if answer.codes[:1] not in [[code] for code in one[2]]] == []


@pytest.mark.parametrize("kind", ["fault", "log", "trace", "glued"])
def test_the_code_in_what_is_pasted_comes_first(kind: str):
    """Identifiers, lines of files, dates and times around it look like other codes of this catalog."""
    asked = [(tag, text, code) for tag in LANGUAGES for code in CODES for text in told(kind, code, tag)]
    answers = ask((tag, text) for tag, text, _ in asked)
    pairs = zip(asked, answers, strict=True)
    assert [(*one, answer.codes[:3]) for one, answer in pairs if answer.codes[:1] != [one[2]]] == []


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "guide install configuration tutorial benchmarks license docker navigation release database terraform"),
        (
            "fr",
            "guide installation configuration tutoriel licence greffon traduction architecture contribuer sauvegarde",
        ),
        ("ja", "ガイド インストール 設定 概要 変更履歴 プラグイン 翻訳 貢献 用語集 アーキテクチャ"),
        ("ko", "가이드 설치 개요 자습서 플러그인 번역 기여 이미지 아키텍처 보안"),
        ("sv", "guide installation konfiguration handledning licens navigering översättning arkitektur knapp bild"),
    ],
)
def test_words_of_other_pages_find_no_code(tag: str, words: str):
    """In the search box, what the catalog finds stands before the ordinary pages of the site."""
    pairs = zip(words.split(), ask((tag, word) for word in words.split()), strict=True)
    assert {word: answer.codes for word, answer in pairs if answer.codes} == {}


def messages(tag: str) -> list[str]:
    return sorted({error.message[tag] for error in CODES.values()})


@pytest.mark.parametrize("tag", ["en", "fr", "sv"])
def test_a_message_with_a_typing_error_finds_its_error_first(tag: str):
    """Also in the first letters: one that is other, missing, too many, or two that changed places."""
    words = [(message, word) for message in messages(tag) for word in re.findall(r"\w{6,}", message)]
    asked = []
    for place, (message, word) in enumerate(words):
        wrong = [f"x{word[1:]}", word[1:], f"x{word}", f"{word[1]}{word[0]}{word[2:]}", f"{word[0]}x{word[2:]}"]
        asked += [(message.replace(word, wrong[(place + step) % len(wrong)]), message) for step in (0, 2)]
    answers = ask((tag, text) for text, _ in asked)
    found = [CODES[answer.codes[0]].message[tag] if answer.codes else "" for answer in answers]
    pairs = zip(asked, found, strict=True)
    assert [(text, message) for (text, expected), message in pairs if message != expected] == []
