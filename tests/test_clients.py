"""Real SOAP and HTTP clients, against a server that answers HTTP 500 with a fault."""

import importlib
import os
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from marketo_soap_errors import read_fault
from test_faults import WHOLE, body

WSDL = """<definitions name="M" targetNamespace="http://www.marketo.com/mktows/"
  xmlns:t="http://www.marketo.com/mktows/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
  xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="http://schemas.xmlsoap.org/wsdl/">
<types><xsd:schema targetNamespace="http://www.marketo.com/mktows/">
<xsd:element name="paramsGetLead"><xsd:complexType><xsd:sequence><xsd:element name="key" type="xsd:string"/>
</xsd:sequence></xsd:complexType></xsd:element>
<xsd:element name="successGetLead" type="xsd:string"/></xsd:schema></types>
<message name="in"><part name="p" element="t:paramsGetLead"/></message>
<message name="out"><part name="p" element="t:successGetLead"/></message>
<portType name="P"><operation name="getLead"><input message="t:in"/><output message="t:out"/></operation></portType>
<binding name="B" type="t:P"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
<operation name="getLead"><soap:operation soapAction=""/><input><soap:body use="literal"/></input>
<output><soap:body use="literal"/></output></operation></binding>
<service name="S"><port name="P" binding="t:B"><soap:address location="URL"/></port></service></definitions>"""


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        url = f"http://{self.headers['Host']}/"
        self.answer(200, WSDL.replace("URL", url).encode())

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.answer(500, body().encode())

    def answer(self, status: int, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/xml; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def client(name: str, distribution: str) -> Any:
    """Return a client. If it is missing, the test is skipped; if CI is set, it fails."""
    with suppress(ImportError):
        return importlib.import_module(name)
    message = f"{name} is missing: pip install {distribution}"
    if os.environ.get("CI"):
        pytest.fail(message)
    return pytest.skip(message)


def raised(call: Callable[[], object]) -> Exception:
    """Return what an `except` block gets."""
    try:
        call()
    except Exception as error:
        return error
    raise AssertionError("nothing was raised")


@pytest.mark.filterwarnings("ignore")
def test_zeep(url: str):
    zeep = client("zeep", "zeep")
    service = zeep.Client(f"{url}?wsdl").service
    error = raised(lambda: service.getLead("x"))
    assert read_fault(error) == WHOLE
    assert read_fault(error.detail).message == WHOLE.message
    raw = zeep.Client(f"{url}?wsdl")
    raw.settings.raw_response = True
    assert read_fault(raw.service.getLead("x")) == WHOLE


@pytest.mark.filterwarnings("ignore")
def test_suds(url: str):
    suds = client("suds.client", "suds-community")
    error = raised(lambda: suds.Client(f"{url}?wsdl", cache=None).service.getLead("x"))
    assert read_fault(error) == read_fault(error.fault) == read_fault(error.document) == WHOLE


@pytest.mark.filterwarnings("ignore")
def test_requests(url: str):
    requests = client("requests", "requests")
    response = requests.post(url, data=b"x", timeout=30)
    assert read_fault(response) == read_fault(raised(response.raise_for_status)) == WHOLE
    assert read_fault(requests.post(url, data=b"x", timeout=30, stream=True)) == WHOLE
    assert read_fault(raised(lambda: requests.post("http://127.0.0.1:1/", timeout=30))) is None


@pytest.mark.filterwarnings("ignore")
def test_httpx(url: str):
    httpx = client("httpx", "httpx")
    response = httpx.post(url, content=b"x")
    assert read_fault(response) == read_fault(raised(response.raise_for_status)) == WHOLE
    with httpx.stream("POST", url, content=b"x") as streaming:
        assert read_fault(streaming) == WHOLE
    assert read_fault(raised(lambda: httpx.post("http://127.0.0.1:1/"))) is None


@pytest.mark.filterwarnings("ignore")
def test_urllib(url: str):
    assert read_fault(raised(lambda: urllib.request.urlopen(url, data=b"x"))) == WHOLE


@pytest.mark.filterwarnings("ignore")
def test_lxml():
    etree = client("lxml.etree", "lxml")
    root = etree.fromstring(body().encode())
    assert read_fault(root) == read_fault(root.getroottree()) == WHOLE
