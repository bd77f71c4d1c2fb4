"""What the search of the site takes for a code, and what it does not."""

import pytest
from asking import by_query

SHORT = """
package: web_errors
source_language: en
languages: {en: {}, sv: {}, ja: {}, ko: {}, fr: {}}
errors:
  5:
    name: DENIED
    message: {en: "Access denied", sv: "Åtkomst nekad", ja: "アクセス拒否", ko: "액세스 거부됨", fr: "Accès refusé"}
  17:
    name: TIMEOUT
    message: {en: "No answer", sv: "Inget svar", ja: "応答なし", ko: "응답 없음", fr: "Aucune réponse"}
  404:
    name: NOT_THERE
    message: {en: "Nothing there", sv: "Inget här", ja: "存在しません", ko: "존재하지 않음", fr: "Rien ici"}
"""
YEARS = """
package: years
source_language: en
languages: {en: {}}
errors:
  1010: {name: ITEM_GONE, message: {en: "Out of stock"}}
  1214: {name: NO_ROUTE, message: {en: "Cannot be delivered"}}
  2010: {name: SOLD_OUT, message: {en: "Sold out"}}
  2026: {name: NO_PRICE, message: {en: "No price"}}
"""

SAID = {
    "en": [
        "5", " 5 ", "(5)", "#5", "error 5", "Error: 5", "ERROR (5)", "fault 5", "SoapFault: 5", "errorCode=5",
        "errno 5", "error_code: 5", '{"code": 5, "retries": 2}', "code 5 after 17 tries", "got #5 today",
        "<code>5</code>", "５", "server threw exception 5", "faultcode=5", "err 5", "error5", "Error code 5 on line 17",
        "fault #5 of 404",
    ],
    "sv": ["fel 5", "Felkod: 5", "kod 5 kom 17 gånger"],
    "ja": ["エラー5", "エラーコード：５", "コード 5 が出た"],
    "ko": ["오류 5", "오류 코드 5", "코드: 5가 나옴"],
    "fr": ["erreur 5", "code d’erreur : 5", "l’erreur n’est pas 17 mais l’erreur 5"],
}  # fmt: skip
NOT_SAID = [
    "took 5 seconds", "17 items", "page 404", "5:17", "2026-05-17", "version 5.17", "default 5", "x5", "5%", "404.5",
    "HTTP/1.1 404 Not Found", "port 404", "10.17.5.404", "[thread 5] ready", "17 5 404", "5px wide", "thread #5",
    "an error; 5 tries", "decode 17", "no errors.\n17 rows", "the fault line 17", "job #17",
]  # fmt: skip
NOT_CODES = [
    "2010-12-14", "14.12.2010 12:14", "12/14/2026", "2026-12-14T12:14:10.2010Z", "12:14:10,2010", "14 Dec 2010 sold",
    "Dec 14, 2026", "Dec  4 12:14:10 2026", "Mon Dec 14 12:14:10 2026", "Mon Dec 14 12:14:10 CET 2026",
    "[14/Dec/2026:12:14:10 +1010] GET", "le 14 décembre 2026", "den 14 maj 2010", "14. März 2026", "2026年12月14日",
    "2026년 12월 14일", "20101214T121410", "12.2010", "2010,5", "1518401.2010", "0x2010", "3f2010", "2010ms",
    "[thread-2010] ok", "Thread 2010", "thread #2010", "pool-2010-thread-1214", "http-exec-1214 up", "goroutine 2010",
    "tid=1010, pid: 2010", "worker[1214] starts", "TID 2010", "id=2026", "line 1214", "task/2010", "uid(1010)",
]  # fmt: skip
CODES = [
    "2010", "2010-12-14 error 2010", "14 Dec 2026 12:14:10 [thread-1214] 2010", "on 2026-12-14: 2010 - Sold out",
    "pid=1010 code=2010", "12:14:10 2010 sold", "decode 2010", "Marketo 2010", "2010 12:14 stock", "retry 3 code 2010",
    "sync[1010]: Sold out (2010)", "Shop.java:1214: ERR-2010", "nginx 1010#1010: *1214 shop failed with 2010",
]  # fmt: skip


@pytest.mark.parametrize("tag", SAID)
def test_a_short_code_counts_alone_and_after_a_sign_or_word_for_it(tag: str):
    found = by_query(SAID[tag], SHORT, tag)
    assert {query: answer.named for query, answer in found.items()} == {query: ["5"] for query in SAID[tag]}


def test_a_short_number_is_otherwise_not_a_code():
    found = by_query(NOT_SAID, SHORT)
    assert {query: answer.named for query, answer in found.items() if answer.named} == {}


def test_dates_times_and_identifiers_of_threads_are_not_codes():
    found = by_query(NOT_CODES, YEARS)
    assert {query: answer.named for query, answer in found.items() if answer.named} == {}


def test_a_code_that_looks_like_a_year_is_found_beside_dates_and_identifiers():
    found = by_query(CODES, YEARS)
    assert {query: answer.named for query, answer in found.items() if answer.named[:1] != ["2010"]} == {}


def test_several_codes_come_in_the_order_of_the_text():
    """Those come first that the text calls codes."""
    found = by_query(["2010, 1214 and 1010", "2010/1214", "1010 2010 error 2026"], YEARS)
    expected = [["2010", "1214", "1010"], ["2010", "1214"], ["2026", "1010", "2010"]]
    assert [answer.named for answer in found.values()] == expected


def test_names_come_after_what_the_text_calls_a_code_and_before_other_numbers():
    found = by_query(["batch 2010 ITEM_GONE", "ITEM_GONE batch 1214 error 2010"], YEARS)
    assert [answer.named for answer in found.values()] == [["1010", "2010"], ["2010", "1010", "1214"]]


def test_a_code_that_does_not_exist_is_said_to_be_none():
    queries = ["2011", "error 2011", "#2011", "error code: 2011", "ERR2011"]
    assert [answer.named for answer in by_query(queries, YEARS).values() if "2011" in answer.unknown] == [[]] * 5


def test_nothing_is_said_to_be_no_code_otherwise():
    queries = ["2010", "201", "20101", "stock", "error 2010", "we sold 2011 of them", "", "#", "page 1 of 3"]
    assert {query: answer.unknown for query, answer in by_query(queries, YEARS).items() if answer.unknown} == {}


def test_what_was_asked_for_is_marked():
    marked = {query: answer.marked for query, answer in by_query(["ERR2010", "sold", "delivred"], YEARS).items()}
    assert marked == {
        "ERR2010": [["2010", True], [" Sold out", False]],
        "sold": [["2010 ", False], ["Sold", True], [" out", False]],
        "delivred": [["1214 Cannot be ", False], ["delivered", True]],
    }
