"""Logs of every kind: lines, paths, packed files, pipes, encodings, and records that are cut off."""

import bz2
import gzip
import io
import json
import lzma
import os
import subprocess
import sys
import threading

import pytest
from conftest import GENERATED
from marketo_soap_errors import find_faults
from marketo_soap_errors._rendered import MARKS
from test_faults import LOG, ORDINARY, SPREAD, body, test_what_clients_print

RENDERINGS = test_what_clients_print.pytestmark[0].args[1]
PLACES = [(fault.code, fault.line) for fault in find_faults(LOG)]
PACKERS = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}


def places(source):
    return [(fault.code, fault.line) for fault in find_faults(source)]


def command(*arguments, **options):
    words = [sys.executable, "-m", "marketo_soap_errors", *map(str, arguments)]
    return subprocess.run(words, cwd=GENERATED, capture_output=True, env=os.environ | {"LANGUAGE": "en"}, **options)


@pytest.mark.parametrize("text", RENDERINGS)
def test_what_read_fault_reads_is_found_in_a_log(text):
    assert places(f"x\n{text}\ny\n") == places(["x", text]) == places(iter([b"x", text.encode()])) == [(20103, 2)]


@pytest.mark.parametrize("mark", MARKS)
def test_every_mark_is_found_in_any_case(mark):
    for written in (mark, mark.upper(), mark.title()):
        assert places(["x", f"SOAP-ENV{written}: '20103 - Lead not found'"]) == [(20103, 2)]


@pytest.mark.parametrize(
    "lines",
    [LOG.splitlines(), LOG.splitlines(keepends=True), LOG.encode().splitlines(), iter(LOG.splitlines())],
    ids=["texts", "with newlines", "bytes", "iterator"],
)
def test_an_item_is_a_line(lines):
    assert places(lines) == PLACES


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["fault: '20103", " - Lead'"], []),
        (["Server raised fault:", "20014 - No such thing - really"], []),
        (["a\nfault: '20103 - x'", "fault: '20014 - y'"], [(20103, 1), (20014, 2)]),
        (["20103 - INFO - started", "12345 - x"], []),
        (["default: 20103 - x"], []),
        (["2026-01-01 <Fault><faultstring>x", "2026-01-01 <detail><code>20103</code></detail></Fault>"], [(None, 1)]),
        (["<Fault><faultcode>a</faultcode>", "<Envelope><detail><code>20103</code></detail></Fault>"], [(None, 1)]),
        (["<Envelope><Body/></Envelope>", "<Fault><faultstring>20103 - x</faultstring></Fault>"], [(20103, 2)]),
        (["<Fault><faultstring>20103 - x</faultstring>", "ok", "fault: '20014 - y'"], [(20103, 1), (20014, 3)]),
        (["a <Fault><faultstring>20103 - x</faultstring></Fault> <Fault><faultstring>20014 - x</faultstring></Fault>"],
         [(20103, 1), (20014, 1)]),
    ],
)  # fmt: skip
def test_no_fault_is_made_of_two_records(lines, expected):
    """The first cases are not faults; the others are cut off, or beside other documents."""
    fault_lines = [(code, line) for code, line in places(lines)]
    assert [(None if code is None else int(code), line) for code, line in fault_lines] == expected


def test_every_line_of_a_container_begins_with_a_time():
    lines = [f"2026-07-30T12:00:{number:02}Z stdout F {line}" for number, line in enumerate(SPREAD.splitlines())]
    assert places([*lines, ORDINARY]) == [(20103, 2)]


@pytest.mark.parametrize("name", PACKERS)
def test_packed_files(tmp_path, name):
    path = tmp_path / f"app.log.{name}"
    path.write_bytes(PACKERS[name](LOG.encode()))
    assert places(path) == places(path.read_bytes()) == PLACES
    with path.open("rb") as file:
        assert places(file) == PLACES


@pytest.mark.parametrize("name", PACKERS)
@pytest.mark.parametrize("damage", ["cut off", "changed"])
def test_damaged_archives(tmp_path, name, damage):
    """What precedes the damage is counted, and the file is named."""
    packed = PACKERS[name]((LOG + "".join(f"{number * 7919}\n" for number in range(200_000))).encode())
    middle = len(packed) // 2
    path = tmp_path / f"app.log.{name}"
    path.write_bytes(packed[:middle] if damage == "cut off" else packed[:middle] + b"\xff" * 64 + packed[middle + 64 :])
    with pytest.raises(OSError, match=r"damaged|cut off") as raised:
        places(path)
    assert raised.value.filename == str(path)
    (tmp_path / "good.log").write_text(LOG)
    ran = command("scan", "--json", path, tmp_path, tmp_path / "missing.log", tmp_path / "good.log")
    counted = {row["code"]: row["count"] for row in json.loads(ran.stdout)}
    assert ran.returncode == 2
    assert counted[20103] in ((2, 4) if name == "bz2" else (4,))
    assert [line.partition(b":")[0].decode() for line in ran.stderr.splitlines()] == [
        str(path),
        str(tmp_path),
        str(tmp_path / "missing.log"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings(tmp_path, encoding):
    path = tmp_path / "app.log"
    path.write_bytes(LOG.encode(encoding))
    assert places(path) == places(path.read_bytes()) == PLACES


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        (b"", []),
        (b"\0" * 1000 + b"\nfault: '20103 - x'", [(20103, 2)]),
        (b"\xff\xfe", []),
        (b"caf\xe9\nfault: '20103 - caf\xe9'\n", [(20103, 2)]),
        (b"x\r\nfault: '20103 - x'\r\n", [(20103, 2)]),
        (b"fault: '20103 - x'", [(20103, 1)]),
        (b"20103 - Lead not found", [(20103, 1)]),
        (b"\n\n20103 - Lead not found\n", [(20103, 3)]),
    ],
)
def test_unusual_bytes(tmp_path, log, expected):
    path = tmp_path / "app.log"
    path.write_bytes(log)
    assert places(path) == places(log) == places(io.BytesIO(log)) == expected
    with path.open(encoding="utf-8") as file:
        assert places(file) == expected


def test_a_line_that_is_longer_than_what_is_read_at_once():
    fault = b" fault: '20103 - x' "
    log = (b"y" * 300_000 + fault) * 10 + body().encode() + b"y" * 3_000_000 + fault + b"\nfault: '20014 - x'"
    assert places(io.BytesIO(log)) == places(log) == [(20103, 1)] * 10 + [(20103, 2)] * 2 + [(20014, 3)]


@pytest.mark.parametrize("form", ["bytes", "text"])
def test_a_live_pipe_yields_as_lines_come(form):
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb" if form == "bytes" else "r") as file, os.fdopen(writer, "wb", 0) as pipe:
        found = find_faults(file)
        for number in range(1, 4):
            pipe.write(b"fault: '20103 - x'\n")
            got = []
            thread = threading.Thread(target=lambda got=got: got.append(next(found)))
            thread.start()
            thread.join(10)
            assert got[0].line == number


@pytest.mark.parametrize(
    "source", [None, 7, 1.5, {}, object(), [None], [7], iter([[]])], ids=lambda value: type(value).__name__
)
def test_what_is_not_a_log(source):
    with pytest.raises(TypeError):
        list(find_faults(source))


def test_a_path_that_cannot_be_read(tmp_path):
    for path in (tmp_path, tmp_path / "missing.log"):
        with pytest.raises(OSError, match=str(path)):
            list(find_faults(path))


def test_scan_shows_what_the_server_said_and_when(tmp_path):
    log = "2026-07-30 12:00:00 fault: '20103 - a'\nx fault: '20103 - b'\n2026-07-31T01:02:03Z fault: '20103 - b'\n"
    path = tmp_path / "app.log"
    path.write_text(log + "fault: '29999 - new'\n")
    known, unknown = json.loads(command("scan", "--json", path).stdout)
    assert (known["count"], known["name"], known["is_known"]) == (3, "LEAD_NOT_FOUND", True)
    assert known["server"] == [{"message": "b", "count": 2}, {"message": "a", "count": 1}]
    assert (known["first_time"], known["last_time"]) == ("2026-07-30 12:00:00", "2026-07-31T01:02:03Z")
    assert (unknown["code"], unknown["is_known"], unknown["server"]) == (29999, False, [{"message": "new", "count": 1}])
    shown = command("scan", path).stdout.decode()
    assert [word for word in ("LEAD_NOT_FOUND", "29999", f"{path}:3 2026-07-31T01:02:03Z") if word not in shown] == []


def test_scan_reads_standard_input_packed_or_not():
    for data in (LOG.encode(), gzip.compress(LOG.encode())):
        ran = command("scan", "--json", input=data)
        assert [row["count"] for row in json.loads(ran.stdout)] == [2, 1], ran.stderr
