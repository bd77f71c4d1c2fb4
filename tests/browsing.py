"""What the tests in Chromium share: the browser, a server, and what no page may do."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from conftest import program
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

STAY = """
const getItem = Storage.prototype.getItem
Storage.prototype.getItem = function (key) { return key.startsWith("error-catalog") ? "seen" : getItem.call(this, key) }
"""
"""A script after which the root page does not lead on to a language."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A file server that writes no log."""

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run Chromium without a window."""
    path = program("chromium", "chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield running
        running.close()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine, and say at which address, which ends with a slash."""
    handler = functools.partial(Quiet, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def watched(page: Page, site: str) -> list[str]:
    """Return a list of what goes wrong on a page from now on: requests to elsewhere, failed ones, messages, errors."""
    wrong: list[str] = []
    page.on("request", lambda request: None if request.url.startswith((site, "data:")) else wrong.append(request.url))
    page.on("requestfailed", lambda request: None if "ABORTED" in str(request.failure) else wrong.append(request.url))
    page.on("response", lambda reply: wrong.append(f"{reply.status}: {reply.url}") if reply.status >= 400 else None)
    page.on("console", lambda message: wrong.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
    return wrong


def context(browser: Browser, width: int = 1280, height: int = 844, **options: object) -> BrowserContext:
    """Return a window of a size, in which the root page does not lead on to a language."""
    opened = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
    opened.add_init_script(STAY)
    return opened
