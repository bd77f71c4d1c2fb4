"""The command of the generated package."""

import gzip
import json
import os
import subprocess
import sys
from datetime import timedelta

import pytest
from catalogs import plain
from conftest import CATALOG, GENERATED, run
from marketo_soap_errors import LANGUAGES, Category, ErrorCode, Limit, Recovery

COMMAND = [sys.executable, "-m", "marketo_soap_errors"]


def command(*arguments, **environment):
    return run(*COMMAND, *arguments, cwd=GENERATED, **{"LANGUAGE": "en", **environment})


WAYS_TO_ASK = [
    "20103",
    "LEAD_NOT_FOUND",
    "lead_not_found",
    "Lead Not Found",
    "リードが見つかりません",
    "prospect introuvable",
    "Leadet hittades inte",
    "Server raised fault: '20103 - Lead not found'",
    "#20103",
    "Error 20103",
    "(20103).",
]
ANSWER = [
    "20103 LEAD_NOT_FOUND",
    "Prospect introuvable",
    "Souvent un résultat normal",
    "Lead Not Found",
]


@pytest.mark.parametrize("what", WAYS_TO_ASK)
@pytest.mark.parametrize("words", [["explain"], []], ids=["explain", "bare"])
def test_explain(what, words):
    """A code is found by number, name, text in any language, or a pasted fault, with `explain` or without."""
    ran = command(*words, what, "--language", "fr")
    assert ran.returncode == 0, ran.stderr
    assert [part for part in ANSWER if part not in ran.stdout] == []


def test_explain_as_json():
    """The entry has everything that the catalog says about a code."""
    (entry,) = json.loads(command("explain", "20023", "--json", LANGUAGE="sv").stdout)
    assert (entry["code"], entry["name"], entry["language"]) == (20023, "RATE_LIMIT_EXCEEDED", "sv")
    assert (entry["note_language"], entry["category"], entry["recovery"]) == ("sv", "limit", "slow_down")
    assert (entry["resend"], entry["attempts"], entry["wait_seconds"]) == ("unchanged", None, 20)
    assert (entry["stated"], entry["rest"], entry["retired"]) == (False, [606], None)
    assert entry["limit"] == {"calls": 100, "seconds": 20}
    assert entry["original"]["message"] == "Rate Limit Exceeded"


def test_several_matches_and_none():
    """All matches are listed; if there are none, the nearest names are."""
    ran = command("explain", "Internal Error")
    assert "10001 INTERNAL_ERROR" in ran.stdout
    assert "20011 API_SERVICE_FAILURE" in ran.stdout
    ran = command("explain", "leed_not_found")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "LEAD_NOT_FOUND" in ran.stderr
    assert command("frobnicate", "--nonsense").returncode == 2


def test_list():
    """Codes are listed by category and by recovery."""
    ran = command("list", "--category", "limit", "--language", "ja")
    assert [line.split()[0] for line in ran.stdout.splitlines()] == ["20015", "20022", "20023", "20024"]
    entries = json.loads(command("list", "--category", "limit", "--json").stdout)
    assert [entry["code"] for entry in entries] == [20015, 20022, 20023, 20024]
    assert command("list", "--recovery", "stop_paging").stdout.startswith("20123")
    assert command("list", "--recovery", "stop_paging", "--category", "limit").returncode == 1


def test_scan(tmp_path):
    """Faults are counted by code, in plain and packed files and on standard input."""
    log = "x\nServer raised fault: '20103 - a'\ny\nServer raised fault: '20103 - b'\nServer raised fault: '20014 - c'\n"
    (tmp_path / "a.log").write_text(log)
    (tmp_path / "b.log.gz").write_bytes(gzip.compress(log.encode()))
    rows = json.loads(command("scan", tmp_path / "a.log", tmp_path / "b.log.gz", "--json").stdout)
    assert [(row["code"], row["count"]) for row in rows] == [(20103, 4), (20014, 2)]
    assert (rows[0]["first"], rows[0]["last"]) == (f"{tmp_path}/a.log:2", f"{tmp_path}/b.log.gz:4")
    piped = subprocess.run([*COMMAND, "scan"], cwd=GENERATED, input=log, capture_output=True, text=True, check=True)
    assert piped.stdout.split()[:2] == ["2", "20103"]
    (tmp_path / "empty.log").touch()
    assert command("scan", tmp_path / "empty.log").returncode == 1
    missing = command("scan", tmp_path / "missing.log")
    assert (missing.returncode, "no such file" in missing.stderr.lower()) == (2, True)


@pytest.mark.parametrize("what", ["606", " 606 "])
def test_explain_finds_codes_by_a_field_with_lookup(what):
    """606 is not a code of this catalog, but the nearest code of another API."""
    assert command("explain", what).stdout.startswith("20023 RATE_LIMIT_EXCEEDED")
    assert len(json.loads(command("explain", "611", "--json").stdout)) == 2
    assert command("explain", "60").returncode == 1


TIMES = {"en": "20 seconds", "fr": "20\u00a0secondes", "ja": "20 秒", "ko": "20초", "sv": "20 sekunder"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_times_are_in_the_language_of_the_reader(language):
    """The limit of 20023 and the wait of its recovery are both 20 seconds."""
    shown = command("explain", "20023", "--language", language).stdout
    assert sum(TIMES[language] in line for line in shown.splitlines()[3:]) == 2
    assert "seconds" not in shown.replace(TIMES["en"], "") or language == "en"


def test_a_whole_explanation_is_in_one_language():
    """Every line but the last one has Japanese letters or nothing to translate."""
    first, *lines, original = command("explain", "20023", "--language", "ja").stdout.splitlines()
    assert first == "20023 RATE_LIMIT_EXCEEDED – Marketo SOAP API"
    assert [line for line in lines if not any(ord(letter) > 0x3000 for letter in line)] == []
    assert "Rate Limit Exceeded" in original


def test_facts():
    """Category, recovery, limit and REST codes are those of the catalog."""
    code = ErrorCode.RATE_LIMIT_EXCEEDED
    assert code.category is Category.LIMIT
    assert code.category.localized("sv") == "Gränser"
    assert code.limit == Limit(calls=100, seconds=20)
    assert (code.limit.calls, code.limit["seconds"], code.limit.period.total_seconds()) == (100, 20, 20)
    assert ErrorCode.REQUEST_LIMIT_EXCEEDED.limit.period.days == 1
    assert ErrorCode.CONCURRENCY_LIMIT_EXCEEDED.limit.period is None
    with pytest.raises(AttributeError, match="no pages; it has calls, seconds"):
        code.limit.pages  # noqa: B018 (the look-up is what fails)
    assert ErrorCode.REQUEST_EXPIRED.recovery is Recovery.SIGN_AGAIN
    assert (Recovery.SIGN_AGAIN.resend, Recovery.SIGN_AGAIN.retry, Recovery.SIGN_AGAIN.stated) == (
        "changed",
        False,
        True,
    )
    assert (Recovery.RETRY_ONCE.resend, Recovery.RETRY_ONCE.retry, Recovery.RETRY_ONCE.attempts) == (
        "unchanged",
        True,
        1,
    )
    assert Recovery.SLOW_DOWN.wait == timedelta(seconds=20)
    assert (Recovery.SIGN_AGAIN.attempts, Recovery.SIGN_AGAIN.wait) == (None, None)
    assert Recovery.SIGN_AGAIN.localized("ja").startswith("新しいタイムスタンプ")
    assert ErrorCode.REQUEST_EXPIRED.rest == (602,)
    assert all(code.category and code.recovery for code in ErrorCode)


def test_wrong_usage_names_what_is_known():
    for option in ("--category", "--recovery"):
        ran = command("list", option, "limits")
        assert (ran.returncode, "limits" in ran.stderr) == (2, True)
        assert [one for one in (Category if option == "--category" else Recovery) if one not in ran.stderr] == []
    assert all(one in command("list", "--help").stdout for one in Category)
    ran = command("explain", "20103", "--language", "nl")
    assert (ran.returncode, ran.stdout.splitlines()[0]) == (0, "20103 LEAD_NOT_FOUND – Marketo SOAP API")
    assert [word for word in ("nl", *LANGUAGES) if word not in ran.stderr] == []
    assert command("explain", "20103", "--language", "fr-CA").stderr == ""


def test_version():
    (name, version) = command("--version").stdout.split()
    assert (name, version) == ("marketo-soap-errors", plain(CATALOG)["gettext"]["version"])


def test_explain_all():
    assert len(json.loads(command("explain", "--all", "--json").stdout)) == len(ErrorCode)
    assert command("--all").stdout.count("\n\n") == len(ErrorCode) - 1


def test_a_link_is_whole_or_there_is_none():
    (entry,) = json.loads(command("explain", "20103", "--json").stdout)
    assert entry["link"] is None
    assert "codes/" not in command("explain", "20103").stdout


def test_a_fault_with_a_code_that_is_not_in_the_catalog():
    ran = command("explain", "Server raised fault: '29999 - Something new'")
    assert (ran.returncode, "29999" in ran.stderr, "Something new" in ran.stderr) == (1, True, True)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "utf-8", "utf-16"])
def test_any_encoding_of_the_console(encoding):
    for words in (["20103", "--language", "ja"], ["list", "--language", "ko"], ["20023", "--json", "--language", "fr"]):
        ran = subprocess.run(
            [*COMMAND, *words],
            cwd=GENERATED,
            env=os.environ | {"PYTHONIOENCODING": encoding},
            capture_output=True,
            check=False,
        )
        assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no /dev/full")
def test_a_full_disk():
    with open("/dev/full", "w") as full:
        ran = subprocess.run([*COMMAND, "20103"], cwd=GENERATED, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.returncode == 2
    assert ran.stderr.count(b"\n") == 1


def test_every_number_that_is_asked_for_is_answered():
    """Codes of the catalog, one that only servers send, and one that nobody knows, which is named."""
    ran = command("explain", "20015", "20018", "--language", "en")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert [block.split(maxsplit=1)[0] for block in ran.stdout.split("\n\n")] == ["20015", "20018"]
    ran = command("explain", "20015", "99999", "--language", "en")
    assert (ran.returncode, ran.stdout.split(maxsplit=1)[0]) == (1, "20015")
    assert "99999" in ran.stderr
