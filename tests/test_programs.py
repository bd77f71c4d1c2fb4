"""Programs as people write them: they run, and are clean for mypy and pyright in their strictest modes."""

import asyncio
import doctest
import gzip
import json
import logging
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import GENERATED, ROOT, run
from marketo_soap_errors import CodedError, ErrorCode, Fault
from programs import clients, migration, records, retry, triage, web
from test_clients import url
from test_faults import LOG, WHOLE

__all__ = ["url"]

PROGRAMS = Path(__file__).parent / "programs"


def code_of(page: Path) -> str:
    """Return the code of the sessions of a page, as one program."""
    return "".join(example.source for example in doctest.DocTestParser().get_examples(page.read_text("utf-8")))


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the programs and the code of the README, beside the package."""
    folder = tmp_path_factory.mktemp("checked")
    shutil.copytree(GENERATED / "marketo_soap_errors", folder / "marketo_soap_errors")
    shutil.copytree(PROGRAMS, folder / "programs")
    pages = {"readme": ROOT / "README.md", "guide": ROOT / "site" / "docs" / "guide" / "python.md"}
    for name, page in pages.items():
        if page.exists():
            (folder / "programs" / f"{name}.py").write_text(code_of(page), "utf-8")
    return folder


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_mypy(checked: Path):
    ran = run(sys.executable, "-m", "mypy", "--strict", "--cache-dir", checked / "cache", "programs", cwd=checked)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.slow
def test_pyright(checked: Path):
    settings = {"typeCheckingMode": "strict", "reportUnusedExpression": False, "include": ["programs"]}
    (checked / "pyrightconfig.json").write_text(json.dumps(settings))
    ran = run(sys.executable, "-m", "pyright", "--pythonpath", sys.executable, cwd=checked)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.slow
def test_pyright_knows_every_type_of_the_package(checked: Path):
    ran = run(
        *(sys.executable, "-m", "pyright", "--ignoreexternal", "--outputjson", "--verifytypes", "marketo_soap_errors"),
        cwd=checked,
        PYTHONPATH=str(checked),
    )
    report = json.loads(ran.stdout)["typeCompleteness"]
    assert (ran.returncode, report["completenessScore"]) == (0, 1)
    assert report["exportedSymbolCounts"]["withKnownType"] == 15


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_clients(url: str):
    found = [clients.by_httpx(url), clients.by_requests(url)]
    found += [clients.by_soap(client, f"{url}?wsdl") for client in ("zeep", "suds.client")]
    assert found == [WHOLE] * 4
    assert clients.report(WHOLE, "fr") == "no such lead"
    assert clients.report(Fault(ErrorCode(20014), message="x"), "fr").startswith("Échec de l’authentification: ")
    assert clients.report(Fault(29999, faultstring="x", message="y"), "fr") == "x:  (y)"


def test_triage(tmp_path: Path):
    (tmp_path / "app.log").write_text(LOG)
    (tmp_path / "app.log.1.gz").write_bytes(gzip.compress(LOG.encode()))
    (tmp_path / "app.log.2.gz").write_bytes(gzip.compress(LOG.encode() * 99)[:-20])
    counts, damaged = triage.count(tmp_path)
    assert counts["LEAD_NOT_FOUND"] >= 4
    assert [line.split(":")[0] for line in damaged] == ["app.log.2.gz"]
    assert [line.split(":")[0] for line in triage.advice(counts)] == ["AUTHENTICATION_FAILED"]


def test_fastapi():
    import httpx

    async def answers() -> list[httpx.Response]:
        transport = httpx.ASGITransport(web.fastapi_app())
        async with httpx.AsyncClient(transport=transport, base_url="http://leads") as client:
            asked = [("/leads/1", "sv"), ("/leads/2", "sv"), ("/leads/2", "")]
            return [await client.get(path, headers={"Accept-Language": language}) for path, language in asked]

    found, swedish, other = asyncio.run(answers())
    assert found.json() == "found"
    assert (swedish.status_code, swedish.headers["content-type"]) == (404, web.PROBLEM)
    assert swedish.json()["title"] == ErrorCode.LEAD_NOT_FOUND.localized("sv").message
    assert other.json()["language"] == "en"


def test_flask():
    client = web.flask_app().test_client()
    assert client.get("/leads/1").text == "found"
    answer = client.get("/leads/2", headers={"Accept-Language": "ja, en;q=0.5"})
    assert (answer.status_code, answer.headers["content-type"]) == (404, web.PROBLEM)
    assert json.loads(answer.text)["language"] == "ja"


def test_django():
    from django.conf import settings
    from django.test import RequestFactory

    if not settings.configured:
        settings.configure()
    middleware = web.django_middleware(lambda request: web.look_up(2))
    answer = middleware(RequestFactory().get("/", headers={"Accept-Language": "ko"}))
    assert (answer.status_code, json.loads(answer.content)["language"]) == (404, "ko")


def test_log_records(caplog: pytest.LogCaptureFixture):
    try:
        raise CodedError(ErrorCode(20023), Fault(20023, message="101 calls"))
    except CodedError:
        logging.getLogger("x").exception("call failed")
    record = json.loads(records.Formatter().format(caplog.records[-1]))
    assert record == {
        "event": "call failed",
        "level": "error",
        "code": 20023,
        "name": "RATE_LIMIT_EXCEEDED",
        "category": "limit",
        "rest": [606],
        "server": "101 calls",
        "limit": {"calls": 100, "seconds": 20},
    }


@pytest.mark.parametrize(
    ("code", "calls", "pauses"),
    [(20106, 2, [1.0]), (20016, 1, []), (20023, 6, [20.0] * 5), (20103, 1, []), (29999, 1, []), (None, 1, [])],
)
def test_retry(code: int | None, calls: int, pauses: list[float]):
    """20106 is sent again once, 20016 never unchanged, 20023 after its 20 seconds."""
    seen = SimpleNamespace(calls=0, pauses=[])

    def work() -> None:
        seen.calls += 1
        raise RuntimeError(f"Server raised fault: '{code} - x'")

    with pytest.raises(RuntimeError):
        retry.call(work, seen.pauses.append)
    assert (seen.calls, seen.pauses) == (calls, pauses)


def test_migration():
    assert migration.rest_handlers({ErrorCode(20023): "slow", ErrorCode(10001): "wait", ErrorCode(20011): "stop"}) == {
        606: {"slow"},
        611: {"wait", "stop"},
    }
    assert sum(map(len, migration.by_category().values())) == len(ErrorCode)
    assert {"RATE_LIMIT_EXCEEDED"}.isdisjoint(migration.without_equivalent())
