"""Faults, in bodies of responses and in logs. Every payload here is written for these tests."""

import codecs
import io
import random
import tracemalloc
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marketo_soap_errors import ErrorCode, Fault, find_faults, read_fault

LEAD = ErrorCode.LEAD_NOT_FOUND
ENVELOPE = 'xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://www.marketo.com/mktows/"'


def body(faultstring="20103 - Lead not found", code="20103", message="No lead found with EMAIL = a@b.example (20103)"):
    """Return a fault as the server sends it."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope {ENVELOPE}><SOAP-ENV:Body><SOAP-ENV:Fault>'
        f"<faultcode>SOAP-ENV:Client</faultcode><faultstring>{faultstring}</faultstring><detail><m:serviceException>"
        f"<name>mktServiceException</name><message>{message}</message><code>{code}</code><cause/>"
        "</m:serviceException></detail></SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>"
    )


WHOLE = Fault(
    code=LEAD,
    faultcode="SOAP-ENV:Client",
    faultstring="20103 - Lead not found",
    message="No lead found with EMAIL = a@b.example (20103)",
    name="mktServiceException",
    found_in="serviceException/code",
)


@pytest.mark.parametrize(
    "payload",
    [
        body(),
        body().encode(),
        b"\xef\xbb\xbf" + body().encode(),
        body().replace("UTF-8", "UTF-16").encode("utf-16"),
        body().replace("UTF-8", "ISO-8859-1").encode("latin-1"),
        " \r\n\n" + body(),
        "2026-07-30 ERROR response was: " + body() + " (trailing words)",
        body().replace('"', '\\"').replace("\n", "\\n"),
        body().replace("<", "&lt;").replace(">", "&gt;"),
        body().partition("</m:serviceException>")[0],
        body().replace("xmlns:m=", "xmlns:x=").replace("m:service", "x:service"),
    ],
)
def test_a_whole_fault(payload):
    """A fault is read as bytes or text, in any encoding, quoted, escaped or cut off."""
    assert read_fault(payload) == WHOLE


@pytest.mark.parametrize(
    ("payload", "code", "found_in", "disagree"),
    [
        (body(code="20110"), ErrorCode.BAD_PARAMETER, "serviceException/code", True),
        (body(code="29999", faultstring="29999 - New", message="x (29999)"), 29999, "serviceException/code", False),
        (body().replace("m:serviceException", "m:other"), LEAD, "detail/code", False),
        (body(code=""), LEAD, "faultstring", False),
        (body(code="", faultstring="Lead not found"), LEAD, "message", False),
        (body(code="", faultstring="Lead not found", message="No lead"), None, None, False),
        (
            "<Fault><faultcode>Client</faultcode><faultstring>20014 - No</faultstring></Fault>",
            20014,
            "faultstring",
            False,
        ),
        (f"<a:Envelope {ENVELOPE}><a:Fault><faultstring>x</faultstring></a:Fault></a:Envelope>", None, None, False),
    ],
)
def test_where_the_code_is(payload, code, found_in, disagree):
    """The API's own element comes first, then `detail`, `faultstring` and `message`."""
    fault = read_fault(payload)
    assert (fault.code, fault.found_in, fault.disagree) == (code, found_in, disagree)


@pytest.mark.parametrize(
    "text",
    [
        "Server raised fault: '20103 - Lead not found'",
        "zeep.exceptions.Fault: 20103 - Lead not found",
        "SoapFault exception: [SOAP-ENV:Client] 20103 - Lead not found",
        "(SOAP-ENV:Client) 20103 - Lead not found",
        "SOAP-ENV:Client: 20103 - Lead not found",
        "System.ServiceModel.FaultException: 20103 - Lead not found",
        "javax.xml.ws.soap.SOAPFaultException: 20103 - Lead not found",
        '(fault){ faultcode = "SOAP-ENV:Client" faultstring = "20103 - Lead not found" }',
        '{"faultcode": "SOAP-ENV:Client", "faultstring": "20103 - Lead not found"}',
        "[faultstring] => 20103 - Lead not found",
        "20103 - Lead not found",
    ],
)
def test_what_clients_print(text):
    """Clients print a fault on one line, each in its own way."""
    fault = read_fault(text)
    assert (fault.code, fault.message, fault.found_in) == (LEAD, "Lead not found", "text")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "id=120103",
        "x20103@example.com",
        "/v1/20103/lead",
        "lead 20103 - default handling",
        "fault while reading lead 20103 - will retry",
        "20103",
        "<html><body>20103</body></html>",
        "<Envelope><Body><code>20103</code></Body></Envelope>",
        "<Fault>20103</Fault>",
        "<!DOCTYPE x [<!ENTITY a 'b'>]>" + body(),
    ],
)
def test_no_fault(text):
    """A number alone is not a code, a document need not have a fault, and one with a DTD is refused."""
    assert read_fault(text) is None


PARTS = st.sampled_from(
    ["<Fault>", "</Fault>", "<detail>", "<code>", "fault: ", "'20103", " - ", "x", "\n", "<!DOCTYPE", "&lt;", "\0"]
)


@given(
    st.binary() | st.text() | st.lists(PARTS).map("".join) | st.lists(PARTS).map(lambda parts: "".join(parts).encode())
)
def test_any_input(payload):
    """Nothing raises, and a code is only what the server wrote."""
    fault = read_fault(payload)
    assert fault is None or fault.code in (None, LEAD)
    list(find_faults(payload))


@pytest.mark.parametrize(
    "payload",
    [
        "<a>" * 1_000_000,
        "<Fault>" * 30_000,
        pytest.param("<Fault>" * 120_000, marks=pytest.mark.slow),
        body(message="x" * 20_000_000),
        "fault:" * 1_000_000,
    ],
    ids=["elements", "faults", "more faults", "one message", "words"],
)
def test_huge_input(payload):
    """Huge inputs are read to the end or given up, and neither takes long."""
    fault = read_fault(payload)
    assert fault is None or fault.faultcode == "SOAP-ENV:Client"
    assert sum(1 for _ in find_faults(payload)) <= 1


def test_what_the_server_said_is_kept():
    """Backslashes, entities, CDATA and comments are read as XML defines them."""
    fault = read_fault(body(message=r"bad path C:\new\x &lt;b&gt; <![CDATA[<i>]]><!-- no --> (20103)"))
    assert fault.message == r"bad path C:\new\x <b> <i> (20103)"


def test_soap_1_2():
    """SOAP 1.2 has other names for the same parts."""
    fault = read_fault(
        '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value>'
        "</s:Code><s:Reason><s:Text>20014 - No</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>"
    )
    assert (fault.code, fault.faultcode, fault.faultstring) == (20014, "s:Sender", "20014 - No")


def test_a_fault_prints_itself():
    """It shows code, name, meaning, and what the server said."""
    expected = "20103 LEAD_NOT_FOUND: Lead Not Found (server: No lead found with EMAIL = a@b.example (20103))"
    assert str(read_fault(body())) == expected
    assert str(Fault(29999, faultstring="New")) == "29999 (not in the catalog): New"
    assert str(Fault(None)) == "fault without a code"


ORDINARY = "2026-07-30 12:00:00,001 - worker - INFO - default GET /v1/20103/lead?id=20110 took 12 ms\n"
SPREAD = body().replace("><", ">\n<") + "\n"
RENDERED = "2026-07-30 ERROR Server raised fault: '20014 - Authentication failed'\n"
LOG = ORDINARY * 3 + SPREAD + ORDINARY + RENDERED + body() + "\n" + ORDINARY


@pytest.mark.parametrize(
    "source",
    [LOG, LOG.encode(), io.StringIO(LOG), io.BytesIO(LOG.encode()), LOG.splitlines(keepends=True)],
    ids=["text", "bytes", "text file", "binary file", "lines"],
)
def test_every_fault_of_a_log(source):
    """Faults are found in their order, each with its line, also if they spread over several lines."""
    found = list(find_faults(source))
    last = LOG[: LOG.rindex("<SOAP-ENV:Envelope")].count("\n") + 1
    assert [(fault.code, fault.line) for fault in found] == [(20103, 5), (20014, 5 + SPREAD.count("\n")), (20103, last)]
    assert replace(found[0], line=None) == replace(found[2], line=None) == WHOLE


def test_faults_at_the_edges_of_chunks():
    """No fault is lost or doubled, wherever the log is cut while it is read."""
    chance = random.Random(1)

    class Dribble(io.BytesIO):
        def read1(self, size=-1):
            return super().read1(chance.randint(1, 400))

    for _ in range(20):
        assert [fault.code for fault in find_faults(Dribble(LOG.encode()))] == [20103, 20014, 20103]


def test_memory_does_not_grow_with_the_log():
    """Thirty times the log takes the same memory."""

    def peak(times: int) -> int:
        lines = ((ORDINARY * 200 + SPREAD).encode() for _ in range(times))
        tracemalloc.start()
        assert sum(1 for _ in find_faults(lines)) == times
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    assert peak(300) < 2 * peak(10) + 1_000_000


def test_a_long_fault_is_read_to_its_end():
    """The code comes after a message of 40,000 characters, and a fault may have 64 KB."""
    body = "<Fault><faultcode>x</faultcode><detail><message>{}</message><code>20103</code></detail></Fault>"
    long = read_fault(body.format("word " * 8_000))
    assert long is not None
    assert (long.code, long.found_in) == (20103, "detail/code")
    (found,) = find_faults(f"first\n{body.format('word ' * 8_000)}\nlast\n")
    assert (found.code, found.line) == (20103, 2)


def test_the_envelope_nearest_to_a_fault_counts():
    """The prefixes of a fault are those of its own envelope, not of another one in the same text."""
    own = '<s:Envelope xmlns:s="urn:x" xmlns:m="http://www.marketo.com/mktows/"><s:Body><s:Fault><detail>'
    end = "<m:serviceException><code>20014</code></m:serviceException></detail></s:Fault></s:Body></s:Envelope>"
    other = '<s:Envelope xmlns:s="urn:y" xmlns:m="urn:other"><s:Body/></s:Envelope>'
    fault = read_fault(other + own + end)
    assert fault is not None
    assert (fault.code, fault.found_in) == (20014, "serviceException/code")


def test_an_exception_of_another_namespace_is_not_the_api_s_own():
    for namespace in ("urn:other", "http://www.marketo.com/mktows/2/", "zzz"):
        exception = f'<m:serviceException xmlns:m="{namespace}"><code>20014</code></m:serviceException>'
        fault = read_fault(f"<Fault><detail>{exception}</detail></Fault>")
        assert fault is not None
        assert (fault.code, fault.found_in) == (20014, "detail/code")


def test_every_fault_of_a_line_has_the_line_it_is_on():
    lines = (
        ["ok"] * 3
        + ["Server raised fault: '20014 - No' and fault: '20103 - Lead'"]
        + ["ok"] * 2
        + ["a fault: '20104 - x'"]
    )
    assert [(fault.code, fault.line) for fault in find_faults("\n".join(lines))] == [(20014, 4), (20103, 4), (20104, 7)]


PLAIN = "<Fault><faultstring>20014 - x</faultstring></Fault>"
OWN = '<Fault><detail><m:serviceException xmlns:m="http://www.marketo.com/mktows/">{}</m:serviceException>{}</detail></Fault>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (OWN.format("<code>20014</code>", "<code>20104</code>"), (20014, "serviceException/code", True)),
        (OWN.format("<cause><code>20104</code></cause><code>20014</code>", ""), (20014, "serviceException/code", True)),
        (OWN.format("<name>n</name>", "<code>20104</code>"), (20104, "detail/code", False)),
        (OWN.format("<code>20014</code><code>20104</code>", ""), (20014, "serviceException/code", False)),
        (OWN.format("<code> 20014 </code>", ""), (20014, "serviceException/code", False)),
        (OWN.format("<code></code>", "<code>20104</code>"), (20104, "detail/code", False)),
        (OWN.format("<message>x (20014).</message>", ""), (20014, "message", False)),
        (OWN.format("<message>(20014) x</message>", ""), (None, None, False)),
        ("<Fault><code>20014</code></Fault>", None),
        ("<Fault><x>20014</x><faultcode>c</faultcode></Fault>", (None, None, False)),
        ("<Fault><faultstring>20014 \u2013 x</faultstring></Fault>", (20014, "faultstring", False)),
        ("<Fault><faultstring>20014: x</faultstring></Fault>", (20014, "faultstring", False)),
        ("<Fault><faultstring>20014-x</faultstring></Fault>", (None, None, False)),
        ("<Fault><faultstring>x (20014)</faultstring></Fault>", (20014, "message", False)),
        ("<Fault><faultstring>20014 - x (20014)</faultstring></Fault>", (20014, "faultstring", False)),
        ("<Fault><faultstring>20014 - x (20104)</faultstring></Fault>", (20014, "faultstring", True)),
        ("<Fault><Reason><Text>20014 - x</Text></Reason></Fault>", (20014, "faultstring", False)),
        ("<Fault " * 15 + "<Fault><faultstring>20014 - x</faultstring></Fault>", (20014, "faultstring", False)),
        (PLAIN.replace("<", "\\u003c").replace(">", "\\u003e"), (20014, "faultstring", False)),
        (PLAIN.replace("<", "&lt;").replace(">", "&gt;"), (20014, "faultstring", False)),
        ('"<Fault a=\\"b\\">\\n<faultstring>20014 - x</faultstring></Fault>"', (20014, "faultstring", False)),
    ],
)  # fmt: skip
def test_which_code_of_a_fault_counts(body: str, expected: tuple | None):
    fault = read_fault(body)
    assert (fault and (fault.code, fault.found_in, fault.disagree)) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "latin-1", "cp1252"])
def test_bodies_in_any_encoding(encoding: str):
    text = f'<?xml version="1.0" encoding="{encoding}"?><Fault><faultstring>20014 - clé</faultstring></Fault>'
    payload = codecs.BOM_UTF16_LE + text.encode("utf-16-le") if encoding == "utf-16-le-bom" else text.encode(encoding)
    fault = read_fault(payload)
    assert fault is not None
    assert (fault.code, fault.faultstring) == (20014, "20014 - clé")


@pytest.mark.parametrize("offset", [-200, -60, -30, -1, 0, 1, 30])
def test_a_fault_on_the_edge_of_what_is_read_at_once(offset: int):
    """The log is read in pieces of 1 MiB."""
    fault = "Server raised fault: '20014 - No'\n<Fault><faultstring>20103 - x</faultstring>\n</Fault>\n"
    before = "x" * 99 + "\n"
    lines, rest = divmod((1 << 20) + offset, len(before))
    log = before * lines + "y" * max(rest - 1, 0) + "\n" + fault
    for source in (log, io.BytesIO(log.encode())):
        assert [(found.code, found.line) for found in find_faults(source)] == [(20014, lines + 2), (20103, lines + 3)]
