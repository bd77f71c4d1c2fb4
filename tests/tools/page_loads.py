"""How a page loads on a slow phone: a processor four times slower, and DevTools' "Slow 4G".

The sites are served with gzip, as hosts serve them. Each load is the first one, of a browser without a cache.
"""

import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from browsing import chromium
from playwright.sync_api import Browser, Request, Response

WIDTH, HEIGHT = 390, 844
SLOWER = 4
SLOW_4G = {"offline": False, "latency": 562.5, "downloadThroughput": 180_000, "uploadThroughput": 84_375}
SETTLED = 1500  # milliseconds after everything is loaded
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}
LONG_TASK = 50  # milliseconds; what is longer blocks

OBSERVE = """
globalThis.seen = { blocking: 0, shift: 0 }
new PerformanceObserver(list => {
  for (const { duration } of list.getEntries()) seen.blocking += Math.max(0, duration - LONG_TASK)
}).observe({ type: "longtask", buffered: true })
new PerformanceObserver(list => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) seen.shift += value
}).observe({ type: "layout-shift", buffered: true })
""".replace("LONG_TASK", str(LONG_TASK))


class Load(NamedTuple):
    """What the first load of a page costs.

    Attributes:
        kilobytes: What was transferred, with heads.
        blocking: For how many milliseconds the page could not answer.
        shift: The cumulative layout shift.
        requests: How many requests there were.
        wrong: Addresses that do not exist or are of another host.
    """

    kilobytes: float
    blocking: float
    shift: float
    requests: int
    wrong: list[str]


class Packed(http.server.SimpleHTTPRequestHandler):
    """A file server that compresses, and writes no log."""

    def log_message(self, *arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in COMPRESSED:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine, compressed, and say at which address."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Packed, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def load(browser: Browser, site: str, name: str) -> Load:
    """Load a page of a site for the first time, and return what it cost."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=2)
    page = context.new_page()
    page.add_init_script(OBSERVE)
    connection = context.new_cdp_session(page)
    connection.send("Network.enable")
    connection.send("Network.emulateNetworkConditions", SLOW_4G)
    connection.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    requests: list[Request] = []
    failed: list[str] = []
    page.on("request", lambda request: requests.append(request))
    page.on("response", lambda reply: failed.append(f"{reply.status} {reply.url}") if _is_wrong(reply, site) else None)
    page.goto(site + name, wait_until="networkidle", timeout=120_000)
    page.wait_for_timeout(SETTLED)
    seen = page.evaluate("seen")
    sizes = [request.sizes() for request in requests if request.response()]
    transferred = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)
    elsewhere = [request.url for request in requests if urlsplit(request.url).netloc not in ("", urlsplit(site).netloc)]
    context.close()
    return Load(transferred / 1024, seen["blocking"], seen["shift"], len(requests), [*failed, *elsewhere])


def _is_wrong(reply: Response, site: str) -> bool:
    return reply.status >= 400 and not reply.url.endswith("favicon.ico")


def loads(pages: dict[str, tuple[Path, str]], rounds: int) -> dict[str, list[Load]]:
    """Load pages in turn.

    Args:
        pages: The folder of the site and the path of the page, by the name of the work.
        rounds: How often.
    """
    found: dict[str, list[Load]] = {name: [] for name in pages}
    with chromium() as browser:
        for _ in range(rounds):
            for name, (folder, path) in pages.items():
                with served(folder) as site:
                    found[name].append(load(browser, site, path))
    return found
