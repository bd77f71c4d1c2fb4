"""The search of the site bears whatever is typed or pasted: nothing makes it throw or wait."""

import random
import statistics
from itertools import pairwise

import pytest
from asking import Answer, ask

SEED = 20014
LETTERS = [
    "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789", " \t\n\u00a0\u3000", "éèàçœßøåäöİıſ",
    "#\"?<>-%[](){}*+.,:;/\\|^$&'`~@!_=", "\u0300\u0301\u0308\u0327\u20dd\u0e31\u0bcd\u200d\ufe0f",
    "リードキーが見つかりません漢字", "ﾘｰﾄﾞｷｰ", "인증실패요청이만료됨", "각", "תשגיאה", "الخطأ", "ไม่พบ", "ﷺ㌖½Ⅷ",
    "２０１０３", "😀👩\u200d💻🏳\ufe0f", "\ud800\udc00\udfff\udbff", "\x00\x07\x1b\x7f\u2028\u2029\ufeff\ufffd",
]  # fmt: skip
PIECES = [
    "20103", "2010", "LEAD_NOT_FOUND", "error ", "fault:", "#", "(?:", "(a+)+$", "[^]", "\\p{L}", "\\", "$&", "$1",
    "2026-03-14 ", "20:10:13,204 ", "jan ", "14 Mar 2026 ", "<script>", "&amp;", "thread-", "-1", "1e999", "lead ",
    "constructor", "__proto__", "toString", "hasOwnProperty", "a-", "1.", "_",
]  # fmt: skip
LONG = 100_000
LONGEST_OF_MEDIAN = 20


def inputs() -> list[str]:
    """Return a thousand inputs: what people could type, and what nobody would."""
    chance = random.Random(SEED)
    runs = [letter * length for letters in LETTERS for letter in letters[:3] for length in (1, 40, 3000)]
    repeated = [piece * (LONG // len(piece)) for piece in PIECES]
    alone = [*PIECES, *map("".join, pairwise(PIECES))]
    endless = ["".join(chance.choices(letters, k=LONG)) for letters in LETTERS]
    found = ["", *runs, *repeated, *alone, *endless]
    while len(found) < 1000:
        parts = chance.choices([*LETTERS, *PIECES], k=chance.randint(1, 8))
        found.append("".join("".join(chance.choices(part, k=chance.randint(1, 12))) for part in parts))
    return found


@pytest.fixture(scope="module", params=["en", "ja"])
def answers(request: pytest.FixtureRequest) -> list[tuple[str, Answer]]:
    given = inputs()
    return list(zip(given, ask(((request.param, text) for text in given), is_timed=True), strict=True))


def test_a_thousand_inputs_are_answered(answers: list[tuple[str, Answer]]):
    """One that throws ends the process, which is an error here."""
    assert len(answers) == 1000
    assert all(
        "".join(text for text, _ in answer.marked).startswith(answer.codes[0]) for _, answer in answers if answer.codes
    )


def test_no_input_costs_much_more_than_any_other(answers: list[tuple[str, Answer]]):
    median = statistics.median(answer.milliseconds for _, answer in answers)
    slow = [
        (text[:40], len(text), answer.milliseconds)
        for text, answer in answers
        if answer.milliseconds > LONGEST_OF_MEDIAN * median
    ]
    assert (slow, median) == ([], median)
