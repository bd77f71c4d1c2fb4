"""Errors to raise, and errors as problem details of HTTP."""

import copy
import json
import pickle
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import cli, run
from marketo_soap_errors import CodedError, ErrorCode, Fault, Recovery, read_fault

SHOP = """\
package: shop
source_language: en
site_url: https://errors.example/
languages: {en: {}, fr: {complete: false}}
fields:
  http_status: {type: integer, label: {en: "HTTP status", fr: "Statut HTTP"}}
errors:
  1:
    name: GONE
    http_status: 410
    placeholders: {language: "x", code: "x"}
    message: {en: "The {language} of {code} is gone", fr: "{code} : {language} a disparu"}
    note: {en: "Look at {code}"}
  2:
    name: ODD
    http_status: 4
    message: {en: "Odd", fr: "Bizarre"}
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shop")
    (folder / "errors.yaml").write_text(SHOP, "utf-8")
    made = cli("--catalog", "errors.yaml", "--output", "made", "--only", "package", cwd=folder)
    assert made.returncode == 0, made.stderr
    return folder


def shown(folder: Path, expression: str) -> object:
    program = f"import json; from shop import *; print(json.dumps({expression}))"
    ran = run(sys.executable, "-c", program, cwd=folder, PYTHONPATH=str(folder / "made"))
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_an_error_is_localized_where_it_is_shown():
    with pytest.raises(CodedError, match=r"^Lead Not Found$") as raised:
        raise CodedError(ErrorCode.LEAD_NOT_FOUND, table="leads")
    assert raised.value.code is ErrorCode.LEAD_NOT_FOUND
    assert (raised.value.values, raised.value.fault) == ({"table": "leads"}, None)
    assert raised.value.localized("sv") == ErrorCode.LEAD_NOT_FOUND.localized("sv")


def test_an_error_from_a_server_keeps_the_fault():
    fault = read_fault("fault: '20103 - No such lead'")
    error = CodedError(ErrorCode.LEAD_NOT_FOUND, fault)
    assert error.fault.message == "No such lead"


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_an_error_pickles(protocol):
    error = CodedError(ErrorCode.LEAD_NOT_FOUND, Fault(7), code=1, fault=2, self=3)
    error.add_note("noted")
    for other in (pickle.loads(pickle.dumps(error, protocol)), copy.copy(error), copy.deepcopy(error)):
        assert (type(other), vars(other), str(other)) == (CodedError, vars(error), str(error))


def test_what_a_fault_says():
    known, unknown = read_fault("fault: '20103 - x'"), Fault(29999)
    assert (known.is_known, known.recovery) == (True, ErrorCode.LEAD_NOT_FOUND.recovery)
    assert known.localized("ja") == ErrorCode.LEAD_NOT_FOUND.localized("ja")
    assert (unknown.is_known, unknown.recovery, unknown.localized("ja")) == (False, None, None)


def test_problem_details():
    code = ErrorCode.LEAD_NOT_FOUND
    text = code.localized("fr")
    expected = {"title": text.message, "detail": text.note, "code": 20103, "language": "fr"}
    assert json.loads(json.dumps(code.problem("fr"))) == expected


def test_problem_details_with_a_site_and_a_status(shop: Path):
    assert shown(shop, "ErrorCode(1).problem('fr', code=7, language='x')") == {
        "type": "https://errors.example/codes/1.html",
        "title": "7 : x a disparu",
        "status": 410,
        "detail": "Look at 7",
        "code": 1,
        "language": "fr",
        "detail_language": "en",
    }
    assert shown(shop, "ErrorCode(2).problem()") == {
        "type": "https://errors.example/codes/2.html",
        "title": "Odd",
        "code": 2,
        "language": "en",
    }
    with pytest.raises(AssertionError, match="KeyError"):
        shown(shop, "ErrorCode(1).problem()")


def test_placeholders_can_have_any_name(shop: Path):
    assert shown(shop, "str(CodedError(ErrorCode(1), code=7, language=8))") == "The 8 of 7 is gone"
    assert shown(shop, "str(CodedError(ErrorCode(1), code=7))") == "The {language} of 7 is gone"
    assert shown(shop, "CodedError(ErrorCode(1), code=7).localized('fr').message") == "7 : {language} a disparu"


def attempts_and_waits(code):
    """Follow the obvious policy: how often the same call is sent again, and after which time."""
    recovery = code.recovery
    if not recovery.retry:
        return 0, None
    return recovery.attempts, recovery.wait


def test_the_obvious_policy_behaves():
    assert attempts_and_waits(ErrorCode(20106)) == (1, None)
    assert attempts_and_waits(ErrorCode(20016)) == (0, None)
    assert attempts_and_waits(ErrorCode(20023)) == (None, timedelta(seconds=20))
    assert not Recovery.SIGN_AGAIN.retry
