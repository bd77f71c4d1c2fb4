"""The command that the package brings."""

import gzip
import json
import subprocess
import sys

import pytest
from conftest import GENERATED, run
from marketo_soap_errors import Category, ErrorCode, Limit, Recovery

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
]
ANSWER = [
    "20103 LEAD_NOT_FOUND",
    "Prospect introuvable",
    "Souvent un résultat normal",
    "Lead Not Found",
    "codes/20103.html",
]


@pytest.mark.parametrize("what", WAYS_TO_ASK)
@pytest.mark.parametrize("words", [["explain"], []], ids=["explain", "bare"])
def test_explain(what, words):
    """By number, name, text in any language, or a pasted fault, with `explain` or without."""
    ran = command(*words, what, "--language", "fr")
    assert ran.returncode == 0, ran.stderr
    assert [part for part in ANSWER if part not in ran.stdout] == []


def test_explain_as_json():
    """Everything the catalog says of a code."""
    (entry,) = json.loads(command("explain", "20023", "--json", LANGUAGE="sv").stdout)
    assert (entry["code"], entry["name"], entry["language"]) == (20023, "RATE_LIMIT_EXCEEDED", "sv")
    assert (entry["retry"], entry["stated"], entry["rest"]) == (True, False, [606])
    assert entry["limit"] == {"calls": 100, "seconds": 20}
    assert entry["original"]["message"] == "Rate Limit Exceeded"


def test_several_matches_and_none():
    """All of them are listed; where there is none, the nearest names are."""
    ran = command("explain", "Internal Error")
    assert "10001 INTERNAL_ERROR" in ran.stdout
    assert "20011 API_SERVICE_FAILURE" in ran.stdout
    ran = command("explain", "leed_not_found")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "LEAD_NOT_FOUND" in ran.stderr
    assert command("frobnicate", "--nonsense").returncode == 2


def test_list():
    """By category and by recovery."""
    ran = command("list", "--category", "limit", "--language", "ja")
    assert [line.split()[0] for line in ran.stdout.splitlines()] == ["20015", "20022", "20023", "20024"]
    entries = json.loads(command("list", "--category", "limit", "--json").stdout)
    assert [entry["code"] for entry in entries] == [20015, 20022, 20023, 20024]
    assert command("list", "--recovery", "stop_paging").stdout.startswith("20123")
    assert command("list", "--category", "none").returncode == 1


def test_scan(tmp_path):
    """Counts by code, in plain and packed files and on standard input."""
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


def test_facts():
    """Category, recovery, limit and REST codes, as the catalog has them."""
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
    assert (Recovery.SIGN_AGAIN.retry, Recovery.SIGN_AGAIN.stated) == (True, True)
    assert Recovery.SIGN_AGAIN.localized("ja").startswith("新しいタイムスタンプ")
    assert ErrorCode.REQUEST_EXPIRED.rest == (602,)
    assert all(code.category and code.recovery for code in ErrorCode)
