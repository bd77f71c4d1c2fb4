"""The search of the site finds errors by codes and names of any kind, and by everything that a catalog says of them."""

import pytest
from asking import ask, by_query

RICH = """
package: rich_errors
source_language: en
languages: {en: {}, ja: {}}
fields:
  owner: {type: string, lookup: true, label: {en: "Owner", ja: "担当"}}
  rest: {type: integer, many: true, lookup: true, label: {en: "REST codes", ja: "REST コード"}}
  cause: {type: text, label: {en: "Cause", ja: "原因"}}
  severity: {type: string, label: {en: "Severity", ja: "重大度"}}
recoveries:
  wait: {resend: unchanged, title: {en: "Have patience", ja: "待機"}, advice: {en: "Pause a moment", ja: "少し待つ"}}
errors:
  E0100:
    name: missing_table
    owner: team-blue
    recovery: wait
    cause: {en: "Somebody dropped it", ja: "誰かが削除しました"}
    keywords: {en: [unauthorized, vanished relation], ja: [クォータ]}
    message: {en: "Table is gone", ja: "テーブルがありません"}
  E0200:
    name: REQUIRED
    rest: [1006, 1007]
    severity: fatal
    message: {en: "No column", ja: "列がありません"}
  E0300:
    name: bad_index
    rest: [1007, 610]
    message: {en: {text: "Index is damaged", published: "Key tree broken"}, ja: "索引が壊れています"}
  08P01:
    name: protocol
    message: {en: "The column is required", ja: "列は必須です"}
"""


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("E0100", "E0100"), ("e0100", "E0100"), ("error[E0100]: gone", "E0100"), ("ＥＲＲＯＲ：Ｅ０１００", "E0100"),
        ("sqlstate-08P01", "08P01"), ("SQLSTATE[08p01] Table is gone", "08P01"), ("rustc --explain E0300.", "E0300"),
        ("E0300/E0100", "E0300"), ("missing_table", "E0100"), ("errors.missing_table: index is damaged", "E0100"),
        ("Errors.BAD_INDEX", "E0300"), ("bad_index:12", "E0300"), ("REQUIRED", "E0200"),
    ],
)  # fmt: skip
def test_codes_and_names_of_any_kind(query: str, code: str):
    assert ask([("en", query)], RICH)[0].named[:1] == [code]


def test_a_name_that_is_a_word_of_the_language_is_not_meant_by_the_word():
    found = by_query(["the column is required", "REQUIRED: the column is required"], RICH)
    assert [answer.codes[0] for answer in found.values()] == ["08P01", "E0200"]


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("1006", ["E0200"]), ("REST 1007 failed", ["E0200", "E0300"]), ("#610", ["E0300"]), ("team-blue", ["E0100"]),
        ("ask Team-Blue", ["E0100"]), ("code 1007 is E0300", ["E0300", "E0200"]),
    ],
)  # fmt: skip
def test_values_of_fields_for_looking_up(query: str, codes: list[str]):
    assert ask([("en", query)], RICH)[0].named == codes


def test_a_part_of_a_value_for_looking_up_finds_nothing():
    assert ask([("en", "61")], RICH)[0].codes == []


@pytest.mark.parametrize(
    ("tag", "query", "code"),
    [
        ("en", "unauthorized", "E0100"), ("en", "unauthorised", "E0100"), ("en", "vanished relation", "E0100"),
        ("ja", "クォータ", "E0100"), ("ja", "ｸｫｰﾀ", "E0100"), ("en", "fatal", "E0200"), ("ja", "索引", "E0300"),
        ("en", "somebody dropped", "E0100"), ("ja", "誰かが削除", "E0100"), ("en", "key tree", "E0300"),
        ("en", "patience", "E0100"), ("en", "pause", "E0100"), ("ja", "少し待つ", "E0100"),
    ],
)  # fmt: skip
def test_keywords_own_fields_published_wordings_titles_and_advice(tag: str, query: str, code: str):
    assert ask([(tag, query)], RICH)[0].codes[:1] == [code]


@pytest.mark.parametrize("query", ["E0999", "code 08P02", "error E0101"])
def test_a_code_that_does_not_exist_is_said_to_be_none(query: str):
    answer = ask([("en", query)], RICH)[0]
    assert query.split()[-1] in answer.unknown
    assert answer.named == []
