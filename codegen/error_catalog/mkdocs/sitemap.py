"""The sitemap: which pages say the same in other languages.

They do not stand in `<link rel="alternate">`, since Material's script requests a sitemap below the address of each.
"""

import gzip
import re
from collections.abc import Iterable
from html import escape, unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from mkdocs.utils import get_build_date

ENTRY = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
ADDRESS = re.compile(r"<loc>([^<]*)</loc>")
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
EMPTY = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {NAMESPACE} {XHTML}>\n</urlset>\n'
TIME_IN_GZIP = slice(4, 8)
MOST = 50_000_000  # bytes of a sitemap that search engines read


class Alternates(NamedTuple):
    """The addresses of pages that say the same, and by language those that search engines are told of."""

    addresses: list[str]
    links: dict[str, str]


def robots(site_url: str, own: str | None) -> str:
    """Return a robots.txt that names the sitemaps."""
    names = ["sitemap.xml", *([own] if own else [])]
    return "User-agent: *\nAllow: /\n" + "".join(f"Sitemap: {urljoin(site_url, name)}\n" for name in names)


def add_alternates(site: Path, groups: Iterable[Alternates], own: str | None) -> None:
    """Let the sitemap say which pages of the catalog say the same.

    Args:
        site: The folder of the site, with the sitemap that MkDocs has written.
        groups: The pages of the catalog.
        own: The file that the catalog's entries are moved to, or None if they stay in the sitemap.
    """
    file = site / "sitemap.xml"
    text = file.read_text("utf-8")
    links = _links(groups)
    ours = [entry for entry in ENTRY.findall(text) if _address(entry) in links]
    if not ours:  # mkdocs-static-i18n lists the pages that it knows
        ours = [_entry(address) for address in links]
        text = _with_entries(text, ours)
    if len(text) + sum(map(len, links.values())) > MOST:
        links = dict.fromkeys(links, "")
    linked = {entry: _with_links(entry, links[_address(entry)]) for entry in ours}
    if own:
        (site / own).write_text(_with_entries(EMPTY, list(linked.values())), "utf-8")
        linked = dict.fromkeys(ours, "")
    elif XHTML not in text:
        text = text.replace(NAMESPACE, f"{NAMESPACE} {XHTML}", 1)
    file.write_text(ENTRY.sub(lambda found: linked.get(found[0], found[0]), text), "utf-8")
    _compress(file)


def _links(groups: Iterable[Alternates]) -> dict[str, str]:
    """Return the elements for each address of a page."""
    found = {}
    for group in groups:
        elements = "".join(
            f'         <xhtml:link rel="alternate" hreflang="{escape(tag)}" href="{escape(address)}"/>\n'
            for tag, address in group.links.items()
        )
        found.update(dict.fromkeys(group.addresses, elements))
    return found


def _address(entry: str) -> str:
    found = ADDRESS.search(entry)
    return unescape(found[1]) if found else ""


def _entry(address: str) -> str:
    day = get_build_date()
    return f"\n    <url>\n         <loc>{escape(address)}</loc>\n         <lastmod>{day}</lastmod>\n    </url>"


def _with_entries(sitemap: str, entries: list[str]) -> str:
    head, end, tail = sitemap.rpartition("\n</urlset>")
    return f"{head}{''.join(entries)}{end}{tail}"


def _with_links(entry: str, links: str) -> str:
    return entry if "<xhtml:link" in entry else entry.replace("    </url>", f"{links}    </url>")


def _compress(file: Path) -> None:
    """Compress a sitemap again as MkDocs has compressed it, with the same time in it."""
    compressed = file.with_name(f"{file.name}.gz")
    if compressed.exists():
        time = int.from_bytes(compressed.read_bytes()[TIME_IN_GZIP], "little")
        with compressed.open("wb") as stream, gzip.GzipFile(file.name, "wb", fileobj=stream, mtime=time) as packed:
            packed.write(file.read_bytes())
