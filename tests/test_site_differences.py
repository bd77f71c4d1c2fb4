"""What was published is compared with what the catalog says: what ours does not have is struck out."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from error_catalog.mkdocs.differences import struck

PUBLISHED = st.text(max_size=60)
DELETED = re.compile(r"<del>([^<]*)</del>")


@pytest.mark.parametrize(
    ("published", "ours", "deleted"),
    [
        ("The call quota was used up", "The call quota is used up", ["was"]),
        ("Limite de requête dépassée", "Limite de requêtes dépassée", ["requête"]),
        ("アクセス拒否", "アクセスが拒否されました", []),
        ("구독의 통화 수", "구독의 호출 수", ["통화"]),
        ("a < b & c", "a > b & c", ["&lt;"]),
        ("Quite another text", "Nothing that is like it", []),
        ("", "Something", []),
    ],
)
def test_what_is_struck_out(published: str, ours: str, deleted: list[str]):
    assert DELETED.findall(struck(published, ours)) == deleted


@given(PUBLISHED, PUBLISHED)
def test_the_text_is_what_was_published(published: str, ours: str):
    assert html.unescape(re.sub(r"</?del>", "", struck(published, ours))) == published


@given(PUBLISHED)
def test_nothing_is_struck_out_of_the_same_text(text: str):
    assert struck(text, text) == html.escape(text)


def test_long_texts_are_not_compared():
    long = "word " * 10_000
    assert struck(long, f"other {long}") == long
