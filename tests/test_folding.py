"""The search folds texts as it promises, and bears what is made from queries to reach all of its code."""

import pytest
from folding import differences
from fuzzing_search import searched
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.slow

KNOWN = [
    "",
    " ",
    "Straße ŒUVRE",
    "ÅÄÖ åäö",
    "Ｆｕｌｌ ２０１０３",
    "ﾊﾞｰｼﾞｮﾝ",
    "は\u3099 が",
    "만료된 만료됨",
    "ﬁ ½ Ⅷ ㍿",
    "e\u0301" * 20,
]
KNOWN += [
    "\u0301\u0301a",
    "👩\u200d💻 🏳\ufe0f",
    "Σίσυφος",
    "İstanbul ısı",
    "a" + "\u0300" * 9 + "b",
    "\uff9eｶ\uff9e",
    "ไม่พบ",
    "தமிழ்",
]
KEPT = st.characters(exclude_categories=("Cn", "Co", "Cs"))


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(st.text(KEPT, max_size=14), min_size=40, max_size=80))
def test_any_text_is_folded_as_python_folds_it(texts: list[str]):
    """Letters are what is left of a text without case, accents, width and whatever is between them."""
    assert differences(texts + KNOWN) == []


def test_queries_that_reach_all_of_the_search_are_answered():
    tried, finding = searched(60, most=700)
    assert (finding, tried > 300) == ("", True)
