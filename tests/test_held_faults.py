"""What clients hold of a fault: elements, responses, exceptions, files. No client is needed for these tests."""

import io
import urllib.error
from types import SimpleNamespace
from xml.dom import minidom
from xml.etree import ElementTree

import pytest
from marketo_soap_errors import ErrorCode, read_fault
from test_faults import WHOLE, body

ROOT = ElementTree.fromstring(body())
FAULT = ROOT.find(".//{http://schemas.xmlsoap.org/soap/envelope/}Fault")
DETAIL = ROOT.find(".//detail")
OWN = ROOT.find(".//{http://www.marketo.com/mktows/}serviceException")


class Response:
    """A response that is false, as those of requests are if the status is 500."""

    def __init__(self, content):
        self.content = content

    def __bool__(self):
        return False


class HTTPError(Exception):
    def __init__(self, response):
        super().__init__("500 Server Error: Internal Server Error for url: http://localhost/")
        self.response = response


class ZeepFault(Exception):
    def __init__(self, message, code=None, actor=None, detail=None, subcodes=None):
        super().__init__(message)
        self.message, self.code, self.actor, self.detail, self.subcodes = message, code, actor, detail, subcodes


class TransportError(Exception):
    def __init__(self, message, status_code, content):
        super().__init__(message)
        self.message, self.status_code, self.content = message, status_code, content


class WebFault(Exception):
    def __init__(self, fault, document):
        super().__init__(f"Server raised fault: '{fault.faultstring}'")
        self.fault, self.document = fault, document


def suds_fault():
    own = SimpleNamespace(name=WHOLE.name, message=WHOLE.message, code="20103")
    detail = SimpleNamespace(serviceException=own)
    return SimpleNamespace(faultcode=WHOLE.faultcode, faultstring=WHOLE.faultstring, detail=detail)


@pytest.mark.parametrize(
    "payload",
    [
        ROOT,
        FAULT,
        ElementTree.ElementTree(ROOT),
        minidom.parseString(body()),
        bytearray(body().encode()),
        memoryview(body().encode()),
        io.StringIO(body()),
        io.BytesIO(body().encode()),
        Response(body().encode()),
        SimpleNamespace(data=body().encode()),
        SimpleNamespace(body=body()),
        HTTPError(Response(body().encode())),
        TransportError("x", 500, body().encode()),
        ZeepFault(WHOLE.faultstring, WHOLE.faultcode, detail=DETAIL),
        suds_fault(),
        WebFault(suds_fault(), SimpleNamespace(plain=body)),
        WebFault(suds_fault(), None),
        urllib.error.HTTPError("http://localhost/", 500, "x", {}, io.BytesIO(body().encode())),
        ValueError("the call failed", body()),
        RuntimeError(HTTPError(Response(body().encode()))),
    ],
    ids=lambda payload: type(payload).__name__,
)
def test_a_whole_fault_in_what_clients_hold(payload):
    assert read_fault(payload) == WHOLE


def test_an_exception_with_a_cause():
    with pytest.raises(ValueError, match="x") as raised:
        raise ValueError("x") from HTTPError(Response(body()))
    assert read_fault(raised.value) == WHOLE


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        (DETAIL, (20103, None, WHOLE.message, "serviceException/code")),
        (OWN, (20103, None, WHOLE.message, "serviceException/code")),
        (ElementTree.tostring(OWN), (20103, None, WHOLE.message, "serviceException/code")),
        (ElementTree.tostring(DETAIL), (20103, None, WHOLE.message, "serviceException/code")),
        (ZeepFault("20103 - Lead not found", WHOLE.faultcode), (20103, WHOLE.faultstring, None, "faultstring")),
        (ZeepFault("Internal error", "SOAP-ENV:Server"), (None, "Internal error", None, None)),
        (RuntimeError("fault: '20103 - Lead not found'"), (20103, WHOLE.faultstring, "Lead not found", "text")),
    ],
)  # fmt: skip
def test_a_part_of_a_fault(payload, expected):
    fault = read_fault(payload)
    assert (fault.code, fault.faultstring, fault.message, fault.found_in) == expected


@pytest.mark.parametrize(
    "payload",
    [
        ElementTree.fromstring("<a><code>20103</code></a>"),
        ElementTree.fromstring("<Envelope><Body><code>20103</code></Body></Envelope>"),
        Response(b""),
        Response(None),
        HTTPError(None),
        KeyError(20103),
        ConnectionError(HTTPError(None), None, 20103),
        SystemExit(20103),
        OSError(5, "x"),
        io.BytesIO(b"\0\xff"),
    ],
    ids=lambda payload: type(payload).__name__,
)
def test_what_carries_no_fault(payload):
    assert read_fault(payload) is None


@pytest.mark.parametrize(
    "payload",
    [None, 20103, 1.5, {}, [], object(), body, Response, Response(io.StringIO(""))],
    ids=lambda held: type(held).__name__,
)
def test_any_other_type_is_an_error(payload):
    with pytest.raises(TypeError, match=type(payload).__name__):
        read_fault(payload)


def test_exceptions_that_hold_each_other():
    first, second = ValueError("x"), ValueError("y")
    first.__cause__, second.__cause__ = second, first
    assert read_fault(first) is None


def test_an_exception_whose_own_code_fails():
    class Broken(Exception):
        @property
        def detail(self):
            raise ZeroDivisionError

        def __str__(self):
            raise ZeroDivisionError

    assert read_fault(Broken("fault: '20103 - x'")).code is ErrorCode.LEAD_NOT_FOUND


def test_a_deep_element():
    root = element = ElementTree.Element("Fault")
    for _ in range(100_000):
        element = ElementTree.SubElement(element, "a")
    assert read_fault(root) is None
    assert ElementTree.SubElement(root, "faultstring").text is None
    assert read_fault(root).code is None
