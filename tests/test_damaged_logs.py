"""Damaged and unusual logs: exact counts, or a problem that names the file; never silence about what was not read."""

import bz2
import gzip
import io
import json
import lzma
import os
import random
import socket
import sys
import tarfile
import zlib
from pathlib import Path
from types import SimpleNamespace

import pytest
from marketo_soap_errors import find_faults
from marketo_soap_errors._command import main
from test_faults import body

FAULT = "2026-07-30 12:00:00 ERROR Server raised fault: '20103 - Lead not found'\n"
OTHER = "2026-07-30 12:00:01 ERROR Server raised fault: '20014 - Authentication failed'\n"
LINE = "2026-07-30 12:00:02 INFO nothing happened\n"
LOG = (LINE + FAULT + OTHER + FAULT + LINE).encode()
NOISE = random.Random(1).randbytes(300_000)
BIG = LOG + NOISE.hex().encode() + b"\n" + LOG
"""A log that packs to much more than the buffer of a packer: its end is lost if it is cut off, its beginning is not."""

ALL, TWICE, NONE = {20103: 2, 20014: 1}, {20103: 4, 20014: 2}, {}
PROBLEM = 2


def cut(data: bytes, share: float = 0.5) -> bytes:
    return data[: int(len(data) * share)]


def broken(data: bytes) -> bytes:
    middle = len(data) * 3 // 4
    return data[:middle] + bytes(255 - byte for byte in data[middle : middle + 64]) + data[middle + 64 :]


def tar() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        about = tarfile.TarInfo("app.log")
        about.size = len(LOG)
        archive.addfile(about, io.BytesIO(LOG))
    return packed.getvalue()


FILES = {
    "empty": (b"", 1, NONE),
    "a newline": (b"\n", 1, NONE),
    "no fault": (LINE.encode() * 9, 1, NONE),
    "plain": (LOG, 0, ALL),
    "no newline at its end": (LOG + FAULT.strip().encode(), 0, {20103: 3, 20014: 1}),
    "CRLF": (LOG.replace(b"\n", b"\r\n"), 0, ALL),
    "CR alone": (LOG.replace(b"\n", b"\r"), 0, ALL),
    "mixed ends of lines": (LOG + LOG.replace(b"\n", b"\r\n"), 0, TWICE),
    "UTF-8 with a mark": (b"\xef\xbb\xbf" + LOG, 0, ALL),
    "UTF-16 with a mark": (LOG.decode().encode("utf-16"), 0, ALL),
    "UTF-16 LE": (LOG.decode().encode("utf-16-le"), 0, ALL),
    "UTF-16 BE": (LOG.decode().encode("utf-16-be"), 0, ALL),
    "UTF-16 that is cut off in a character": (LOG.decode().encode("utf-16")[:-1], 0, ALL),
    "UTF-32": (LOG.decode().encode("utf-32"), 0, ALL),
    "UTF-16, packed": (gzip.compress(LOG.decode().encode("utf-16")), 0, ALL),
    "Latin-1": (LOG + "caf\u00e9\n".encode("latin-1") + LOG, 0, TWICE),
    "Shift JIS": ("\u30a8\u30e9\u30fc\n".encode("shift_jis") + LOG, 0, ALL),
    "a run of NUL": (LOG + b"\0" * 1_000_000 + b"\n" + LOG, 0, TWICE),
    "NUL at its beginning": (b"\0" * 4096 + LOG, 0, ALL),
    "NUL after each line": (LOG.replace(b"\n", b"\n\0"), 0, ALL),
    "binary data between": (LOG + NOISE.replace(b"\n", b"") + b"\n" + LOG, 0, TWICE),
    "control characters": (LOG.replace(b"ERROR", b"\x1b[31mERROR\x1b[0m"), 0, ALL),
    "one long line": (b"y" * 3_000_000 + FAULT.encode().strip() + b"y" * 3_000_000, 0, {20103: 1}),
    "one long line of faults": (FAULT.encode().strip() * 3000, 0, {20103: 3000}),
    "XML cut off by the next record": ((body()[:420] + "\n" + FAULT).encode(), 0, {20103: 2}),
    "XML cut off by the end": (LOG + body()[:420].encode(), 0, {20103: 3, 20014: 1}),
    "gzip": (gzip.compress(LOG), 0, ALL),
    "gzip with an empty file": (gzip.compress(b""), 1, NONE),
    "gzip with several parts": (gzip.compress(LOG) * 2, 0, TWICE),
    "gzip with zeros at its end": (gzip.compress(LOG) + b"\0" * 512, 0, ALL),
    "gzip with garbage at its end": (gzip.compress(LOG) + b"garbage", PROBLEM, ALL),
    "gzip, two bytes": (gzip.compress(LOG)[:2], PROBLEM, NONE),
    "gzip, nothing but its head": (gzip.compress(LOG)[:10], PROBLEM, NONE),
    "gzip, cut off": (cut(gzip.compress(BIG)), PROBLEM, ALL),
    "gzip, cut off in its checksum": (gzip.compress(LOG)[:-4], PROBLEM, ALL),
    "gzip, another checksum": (gzip.compress(LOG)[:-8] + b"\0" * 8, PROBLEM, ALL),
    "gzip, changed": (broken(gzip.compress(LOG)), PROBLEM, NONE),
    "gzip, second part cut off": (gzip.compress(LOG) + cut(gzip.compress(BIG)), PROBLEM, TWICE),
    "gzip in gzip": (gzip.compress(gzip.compress(LOG)), 0, ALL),
    "tar in gzip": (tar(), 0, ALL),
    "bzip2": (bz2.compress(LOG), 0, ALL),
    "bzip2 with several parts": (bz2.compress(LOG) * 2, 0, TWICE),
    "bzip2, cut off": (cut(bz2.compress(LOG)), PROBLEM, NONE),
    "bzip2, second part cut off": (bz2.compress(LOG) + cut(bz2.compress(LOG)), PROBLEM, ALL),
    "bzip2, changed": (broken(bz2.compress(LOG)), PROBLEM, NONE),
    "xz": (lzma.compress(LOG), 0, ALL),
    "xz, cut off": (cut(lzma.compress(BIG)), PROBLEM, ALL),
    "xz, changed": (broken(lzma.compress(BIG)), PROBLEM, ALL),
    "lzma": (lzma.compress(LOG, lzma.FORMAT_ALONE), 0, ALL),
    "zlib": (zlib.compress(LOG), PROBLEM, NONE),
    "ZIP": (b"PK\x03\x04" + LOG, PROBLEM, NONE),
    "Zstandard": (b"\x28\xb5\x2f\xfd" + NOISE, PROBLEM, NONE),
    "LZ4": (b"\x04\x22\x4d\x18" + NOISE, PROBLEM, NONE),
    "7-Zip": (b"7z\xbc\xaf\x27\x1c" + NOISE, PROBLEM, NONE),
    "compress": (b"\x1f\x9d\x90" + NOISE, PROBLEM, NONE),
    "RAR": (b"Rar!\x1a\x07\x01\0" + NOISE, PROBLEM, NONE),
    "journal of systemd": (b"LPKSHHRH" + NOISE, PROBLEM, NONE),
}


def scanned(capsys: pytest.CaptureFixture[str], *names: object) -> tuple[int, dict[int, int], str]:
    """Return what `scan` says of files: the status, the counts, and the problems."""
    status = main(["scan", "--json", *map(str, names)])
    shown = capsys.readouterr()
    return status, {row["code"]: row["count"] for row in json.loads(shown.out)}, shown.err


def test_the_number_of_kinds():
    assert len(FILES) >= 40


@pytest.mark.parametrize("kind", FILES)
def test_a_file(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """The counts are exact; a problem names the file, and what precedes it is counted."""
    content, status, counts = FILES[kind]
    path = tmp_path / "app.log"
    path.write_bytes(content)
    *found, problems = scanned(capsys, path)
    assert found == [status, counts]
    assert problems.count(str(path)) == problems.count("\n") == (status == PROBLEM)


@pytest.mark.parametrize("kind", FILES)
def test_a_file_beside_a_good_one(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    content, status, counts = FILES[kind]
    (tmp_path / "a.log").write_bytes(content)
    (tmp_path / "b.log").write_bytes(LOG)
    found = scanned(capsys, tmp_path / "a.log", tmp_path / "b.log")[:2]
    assert found == (2 if status == PROBLEM else 0, {code: counts.get(code, 0) + ALL.get(code, 0) for code in ALL})


def _directory(path: Path) -> None:
    path.mkdir()


def _dangling(path: Path) -> None:
    path.symlink_to("missing")


def _circular(path: Path) -> None:
    path.symlink_to(path.name)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


def _unreadable(path: Path) -> None:
    path.symlink_to("/proc/self/mem")


@pytest.mark.parametrize("make", [_directory, _dangling, _circular, _socket, _unreadable, lambda path: None])
def test_what_cannot_be_opened_or_read(make, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "app.log"
    make(path)
    good = tmp_path / "good.log"
    good.write_bytes(LOG)
    status, counts, problems = scanned(capsys, path, good)
    assert (status, counts) == (2, ALL)
    assert (problems.startswith(f"{path}: "), problems.count("\n")) == (True, 1)


def test_a_file_that_is_given_twice_is_counted_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "app.log"
    path.write_bytes(LOG)
    assert scanned(capsys, path, path)[:2] == (0, TWICE)


def test_a_pipe_with_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    child = os.fork()
    if not child:
        path.write_bytes(gzip.compress(LOG))
        os._exit(0)
    found = scanned(capsys, path)[:2]
    os.waitpid(child, 0)
    assert found == (0, ALL)


@pytest.mark.parametrize("name", ["a\nb: fine", "a\x1b[31mb", "a\u202eb", "caf\u00e9 a\u00a0b"])
def test_names_are_shown_on_one_line(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A name cannot forge a message, nor control a terminal."""
    (tmp_path / name).write_bytes(LOG)
    assert main(["scan", str(tmp_path / name), str(tmp_path / f"{name}.missing")]) == 2
    shown = capsys.readouterr()
    for text in (shown.out, shown.err):
        assert not {"\x1b", "\u202e"} & set(text)
    assert shown.err.count("\n") == 1
    assert ("caf\u00e9 a\u00a0b" in shown.err) == name.startswith("caf")


@pytest.mark.parametrize("message", ["a\x07b", "a\u202eb", "a\x9bb", "a&#27;[31mb"])
@pytest.mark.parametrize("command", [("scan", "--all"), ("scan", "--json"), ("explain",), ("explain", "--json")])
def test_what_a_server_said_is_shown_harmlessly(command, message: str, monkeypatch, capsys):
    text = f"<Fault><detail><message>{message}</message><code>20103</code></detail></Fault>"
    reader, writer = os.pipe()
    os.write(writer, text.encode())
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdin", file)
        assert main(list(command)) == 0
    shown = capsys.readouterr().out
    assert all(one.isprintable() or one in "\n\u00a0" for one in shown)
    (fault,) = find_faults(text)
    assert str(fault).isprintable()


@pytest.mark.parametrize("command", ["scan", "explain"])
def test_closed_streams(command: str, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", None)
    assert main([command]) == 2
    assert "closed" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["list"]) == 2


LINES = [LINE, FAULT, OTHER, FAULT]


@pytest.mark.parametrize(
    "source",
    [
        lambda: iter(LINES),
        lambda: (line.strip() for line in LINES),
        lambda: (line.encode() for line in LINES),
        lambda: (line.encode().strip() for line in LINES),
        lambda: (bytearray(line.encode()) for line in LINES),
        lambda: iter([LINES[0], *(line.encode() for line in LINES[1:])]),
        lambda: tuple(LINES),
        lambda: "".join(LINES),
        lambda: bytearray("".join(LINES).encode()),
        lambda: memoryview(gzip.compress("".join(LINES).encode())),
        lambda: io.StringIO("".join(LINES)),
        lambda: io.TextIOWrapper(io.BytesIO("".join(LINES).encode())),
        lambda: io.BufferedReader(io.BytesIO(lzma.compress("".join(LINES).encode()))),
        lambda: SimpleNamespace(read=io.BytesIO("".join(LINES).encode()).read),
    ],
)
def test_sources(source):
    assert [(fault.code, fault.line) for fault in find_faults(source())] == [(20103, 2), (20014, 3), (20103, 4)]
