"""`mkdocs serve` follows the YAML: a real process, real HTTP."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from adopter import CATALOG, OTHER_CATALOG, written
from conftest import ALONE

pytestmark = pytest.mark.slow

PATIENCE = 60
PRESS = {"error-catalog": {"catalog": "catalog/press.yaml", "path": "press"}}


def until(is_true: Callable[[], object], what: str) -> object:
    """Return the first answer that is true, or fail."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := is_true():
            return answer
        time.sleep(0.1)
    pytest.fail(f"{what}: not within {PATIENCE} seconds")


class Server:
    """A running `mkdocs serve`, with what it says in a file."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.catalog = folder / "catalog/errors.yaml"
        self._log = folder / "log"
        command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{self.port}"]
        with self._log.open("w") as log:
            self._process = subprocess.Popen(
                command, cwd=folder, env=os.environ | ALONE, stdout=subprocess.DEVNULL, stderr=log
            )

    @property
    def log(self) -> str:
        return self._log.read_text("utf-8")

    def get(self, path: str) -> str:
        """Return a page, or nothing while there is none."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/docs/{path}", timeout=PATIENCE) as response:
                return str(response.read().decode())
        except OSError:
            return ""

    def stop(self) -> int:
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(PATIENCE)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    catalogs = [{"error-catalog": {"catalog": "catalog/errors.yaml"}}, PRESS]
    running = Server(written(tmp_path, {"plugins": ["search", *catalogs]}))
    try:
        until(lambda: "Serving on" in running.log, "the first build")
        yield running
        assert "Traceback" not in running.log
    finally:
        running.stop()


def test_pages_follow_the_yaml(server: Server) -> None:
    """Texts, new codes and removed ones, more than once; the other catalog and the other pages stay."""
    assert "Rupture de stock" in server.get("errors/fr/codes/101/")
    for message in ("Stock épuisé", "Plus de stock", "Épuisé"):
        server.catalog.write_text(CATALOG.replace("Rupture de stock", message), "utf-8")
        until(lambda said=message: said in server.get("errors/fr/codes/101/"), message)
    more = '  301:\n    name: LATE\n    message: {en: "Late", fr: "En retard", he: "מאחר"}\n'
    server.catalog.write_text(CATALOG + more, "utf-8")
    until(lambda: "En retard" in server.get("errors/fr/codes/301/"), "a new code")
    assert "En retard" in server.get("errors/fr/search.js")
    server.catalog.write_text(CATALOG, "utf-8")
    until(lambda: not server.get("errors/fr/codes/301/"), "a code that is gone")
    assert "Papierstau" in server.get("press/de/codes/E7/")
    assert "What the shop is" in server.get("")


def test_findings_are_shown_and_gone_when_they_are_mended(server: Server) -> None:
    damaged = CATALOG.replace("category: payment", "category: payments")
    server.catalog.write_text(damaged, "utf-8")
    until(lambda: re.search(r"^ERROR +-  catalog/errors\.yaml:29:15: S04 ", server.log, re.MULTILINE), "the finding")
    server.catalog.write_text(CATALOG.replace("Rupture de stock", "Épuisé"), "utf-8")
    until(lambda: "Épuisé" in server.get("errors/fr/codes/101/"), "the mended catalog")
    server.catalog.write_text("errors: [", "utf-8")
    until(
        lambda: re.search(r"^ERROR +-  catalog/errors\.yaml:\d+:\d+: Y\d\d ", server.log, re.MULTILINE), "the finding"
    )
    server.catalog.write_text(CATALOG, "utf-8")
    until(lambda: "Rupture de stock" in server.get("errors/fr/codes/101/"), "the catalog as it was")


def test_an_ordinary_page_and_the_other_catalog_are_followed_too(server: Server) -> None:
    (server.catalog.parents[1] / "docs/index.md").write_text("# Welcome\n\nNew here.\n", "utf-8")
    until(lambda: "New here" in server.get(""), "the ordinary page")
    (server.catalog.parent / "press.yaml").write_text(OTHER_CATALOG.replace("Papierstau", "Stau"), "utf-8")
    until(lambda: re.search(r"\bStau\b", server.get("press/de/codes/E7/")), "the other catalog")
    assert "Rupture de stock" in server.get("errors/fr/codes/101/")


def test_a_catalog_that_is_saved_by_replacing_the_file(server: Server) -> None:
    """As many editors and generators do."""
    beside = server.catalog.with_suffix(".new")
    for message in ("Stock épuisé", "Plus de stock"):
        beside.write_text(CATALOG.replace("Rupture de stock", message), "utf-8")
        beside.replace(server.catalog)
        until(lambda said=message: said in server.get("errors/fr/codes/101/"), message)


def test_findings_in_the_first_build_end_it(tmp_path: Path) -> None:
    folder = written(tmp_path, {}, {"catalog/errors.yaml": CATALOG.replace("category: payment", "category: payments")})
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "serve", "-a", "127.0.0.1:0"],
        cwd=folder,
        env=os.environ | ALONE,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert ran.returncode == 1
    assert "catalog/errors.yaml:29:15: S04 " in ran.stderr
    assert "Traceback" not in ran.stderr
