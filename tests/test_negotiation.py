"""Which language is chosen for a reader: by headers, lists, contexts and environments."""

import asyncio
import sys

import pytest
from conftest import GENERATED, run
from hypothesis import given
from hypothesis import strategies as st
from marketo_soap_errors import LANGUAGES, ErrorCode, negotiate, use_language
from marketo_soap_errors._lookup import LONGEST_TAG

CODE = ErrorCode.LEAD_NOT_FOUND


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("fr-CA, sv;q=0.8, *;q=0.1", "fr"),
        ("sv;q=0.5, ja;q=0.9", "ja"),
        ("nl, sv;q=0.1", "sv"),
        ("nl", "en"),
        ("", "en"),
        ("*", "en"),
        ("*;q=0.5, en;q=0", "fr"),
        ("en;q=0", "fr"),
        ("en;q=0, nl", "fr"),
        ("fr;q=0, fr-CA", "en"),
        ("fr-CA;q=0, fr", "fr"),
        ("*;q=0, ko", "ko"),
        ("*;q=0", "en"),
        ("SV-se ; Q=1.0", "sv"),
        ("sv;q=1.000, ja;q=1", "sv"),
        ("sv;q=nonsense, ja;q=0.1", "ja"),
        ("sv;q=2, ja;q=0.1", "ja"),
        ("sv;q=-1, ja;q=0.1", "ja"),
        (";;q=,,,=;fr", "en"),
        ("zh-Hant-TW, ko-Kore-KR;q=0.3", "ko"),
        (["nl", "fr-CA"], "fr"),
        (("ja",), "ja"),
        ([], "en"),
        ([None, 3, "sv"], "sv"),
    ],
)
def test_negotiation(wanted, language):
    """As RFC 9110 says, the highest q is the first, `q=0` never, `*` any other; malformed parts are passed over."""
    assert negotiate(wanted) == language


@given(st.text() | st.text(alphabet="frsv-_*;q=01. ,") | st.lists(st.text() | st.none()))
def test_any_header_is_negotiated(wanted):
    """Headers come from anybody, so that nothing in them raises."""
    assert negotiate(wanted) in LANGUAGES
    assert negotiate(wanted, default=None) in (None, *LANGUAGES)


@pytest.mark.parametrize(("length", "language"), [(LONGEST_TAG, "fr"), (LONGEST_TAG + 1, "en")])
def test_what_is_too_long_is_not_a_tag(length: int, language: str):
    tag = "fr-".ljust(length, "x")
    assert (negotiate(tag), CODE.localized(tag).language, CODE.localized([tag, "sv"]).language) == (
        language,
        language,
        language if language == "fr" else "sv",
    )


def test_a_request_without_the_header():
    assert (negotiate(None), negotiate(None, default="ja"), negotiate(None, default=None)) == ("en", "ja", None)


@pytest.mark.parametrize("wanted", ["nl", "nl, *;q=0", "", [], ";;"])
def test_nothing_acceptable(wanted):
    assert negotiate(wanted, default=None) is None
    assert negotiate("nl, *", default=None) == "en"


@pytest.mark.parametrize("wanted", ["nl", "nl, en;q=0, *;q=0", "", [], ";;", "ja;q=0"])
def test_the_default_is_what_is_returned_then(wanted):
    assert negotiate(wanted, default="fr") == "fr"


def test_a_default_that_is_refused():
    """It is returned only if every language is refused."""
    assert negotiate("ja;q=0", default="ja") == "en"
    assert negotiate("en;q=0, ja;q=0", default="ja") == "fr"
    assert negotiate("*;q=0", default="ja") == "ja"


def test_a_language_in_use():
    """It is used in its block alone; blocks nest, and an explicit language takes precedence."""
    with use_language("ko"):
        assert CODE.localized().language == "ko"
        with use_language(["nl", "sv"]):
            assert CODE.localized().language == "sv"
            assert CODE.localized("ja").language == "ja"
            assert CODE.recovery.localized() == CODE.recovery.localized("sv")
        assert CODE.localized().language == "ko"


def test_one_block_can_be_entered_again_within_itself():
    block = use_language("ko")
    with block, use_language("ja"), block:
        assert CODE.localized().language == "ko"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "sv_SE.UTF-8", "LC_MESSAGES": "ja_JP"}, "ja"),
        ({"LC_MESSAGES": "ja_JP", "LC_ALL": "fr_CA.UTF-8@euro"}, "fr"),
        ({"LC_ALL": "fr_FR", "LANGUAGE": "nl:ko:sv"}, "ko"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANGUAGE": "", "LANG": "sv"}, "sv"),
    ],
)
def test_the_environment(monkeypatch, environment, language):
    """LANGUAGE, LC_ALL, LC_MESSAGES and LANG are read as gettext reads them: the first that is set decides."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert CODE.localized().language == language


def test_tasks_have_their_own_language():
    """A thousand tasks run at a time."""

    async def task(number: int) -> bool:
        language = LANGUAGES[number % len(LANGUAGES)]
        with use_language(language):
            await asyncio.sleep(0)
            return CODE.localized().language == language

    async def tasks() -> list[bool]:
        return await asyncio.gather(*(task(number) for number in range(1000)))

    assert all(asyncio.run(tasks()))


def test_threads_have_their_own_language_from_a_cold_start():
    """Eight threads start at once in a new interpreter."""
    program = """
import threading
from marketo_soap_errors import LANGUAGES, ErrorCode, use_language
barrier, wrong = threading.Barrier(8), []
def work(number):
    language = LANGUAGES[number % 5]
    barrier.wait()
    with use_language(language):
        for _ in range(200):
            for code in ErrorCode:
                if code.localized().language != language or code.localized("ja").language != "ja":
                    wrong.append(code)
threads = [threading.Thread(target=work, args=[number]) for number in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
assert not wrong, wrong
"""
    ran = run(sys.executable, "-c", program, cwd=GENERATED)
    assert ran.returncode == 0, ran.stderr
