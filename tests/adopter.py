"""The documentation of an adopter: a small Material site with pages written by hand, and a catalog beside it."""

import copy
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import yaml
from conftest import ALONE, run

CATALOG = """\
package: shop_errors
source_language: en
languages: {en: {}, fr: {}, he: {complete: false}}
texts:
  title: {en: "Error codes", fr: "Codes d’erreur", he: "קודי שגיאה"}
  product: {en: "Shop", fr: "Boutique", he: "חנות"}
categories:
  stock: {en: "Stock", fr: "Stock", he: "מלאי"}
  payment: {en: "Payment", fr: "Paiement", he: "תשלום"}
recoveries:
  later:
    resend: unchanged
    wait: {seconds: 20}
    title: {en: "Try again later", fr: "Réessayer plus tard", he: "לנסות שוב"}
    advice: {en: "Send the order again.", fr: "Renvoyez la commande.", he: "שלחו שוב את ההזמנה."}
errors:
  101:
    name: OUT_OF_STOCK
    category: stock
    recovery: later
    message: {en: "Out of stock", fr: "Rupture de stock", he: "אזל מהמלאי"}
    note: {en: "The warehouse has none left.", fr: "L’entrepôt n’en a plus.", he: "אין עוד במחסן."}
  102:
    name: NO_SUCH_ARTICLE
    category: stock
    message: {en: "Unknown article", fr: "Article inconnu", he: "פריט לא מוכר"}
  201:
    name: CARD_DECLINED
    category: payment
    message: {en: "Card declined", fr: "Carte refusée"}
    note: {en: "The bank has declined the card.", fr: "La banque a refusé la carte."}
"""

OTHER_CATALOG = """\
package: press_errors
source_language: en
languages: {en: {}, de: {}}
errors:
  E7: {name: PAPER_JAM, message: {en: "Paper jam", de: "Papierstau"}}
"""

FILES = {
    "catalog/errors.yaml": CATALOG,
    "catalog/press.yaml": OTHER_CATALOG,
    "docs/index.md": "# Welcome\n\nWhat the shop is.\n",
    "docs/guide/start.md": "# Start\n\nHow to begin.\n",
    "docs/assets/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "docs/extra.css": "body {}\n",
    "docs/extra.js": "1\n",
}

SETTINGS: dict[str, Any] = {
    "site_name": "Acme",
    "site_url": "https://acme.example/docs/",
    "theme": {"name": "material", "font": False},
    "plugins": ["search", {"error-catalog": {"catalog": "catalog/errors.yaml"}}],
}

LINK = re.compile(r'<(?:a|link|script|img|form)\b[^>]*?\b(?:href|src|data-search)="?([^">\s]+)')


def merged(settings: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings with others added at any depth. A list replaces a list."""
    result = dict(copy.deepcopy(settings))
    for name, value in more.items():
        is_deeper = isinstance(value, Mapping) and isinstance(result.get(name), Mapping)
        result[name] = merged(result[name], value) if is_deeper else copy.deepcopy(value)
    return result


def written(folder: Path, settings: Mapping[str, Any], files: Mapping[str, str | None] | None = None) -> Path:
    """Write the adopter's files, or leave out those that are None, with settings, and return the folder."""
    for name, text in (FILES | dict(files or {})).items():
        if text is not None:
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    configuration = yaml.safe_dump(merged(SETTINGS, settings), allow_unicode=True, sort_keys=False)
    (folder / "mkdocs.yml").write_text(configuration, "utf-8")
    return folder


FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["mkdocs.__main__", "mkdocs.commands.build", "error_catalog.mkdocs.plugin"])


def mkdocs(folder: Path, *options: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build --strict` in the adopter's folder, in a process of its own.

    The process is forked off one that has imported MkDocs, which takes half of the time, unless variables of the
    environment are given.
    """
    arguments = ["build", "--strict", *map(str, options)]
    if environment:
        return run(sys.executable, "-m", "mkdocs", *arguments, cwd=folder, **environment)
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as log:
        process = FORKS.Process(target=_mkdocs, args=(str(folder), arguments, log.name))
        process.start()
        process.join(300)
        assert process.exitcode is not None, "MkDocs does not end"
        return subprocess.CompletedProcess(arguments, process.exitcode, "", log.read())


def _mkdocs(folder: str, arguments: list[str], log: str) -> None:
    """Run MkDocs in this process, which writes to a file from now on."""
    with open(log, "w", encoding="utf-8") as stream:
        os.dup2(stream.fileno(), sys.stdout.fileno())
        os.dup2(stream.fileno(), sys.stderr.fileno())
    os.environ.update(ALONE)
    os.chdir(folder)
    from mkdocs.__main__ import cli

    cli(arguments, prog_name="mkdocs")


def built(folder: Path, *options: object, **environment: str) -> Path:
    """Build the site, which must succeed without a warning, and return its folder."""
    ran = mkdocs(folder, *options, **environment)
    assert ran.returncode == 0, ran.stderr
    assert "WARNING" not in ran.stderr
    return folder / "site"


def page(site: Path, name: str) -> str:
    """Return the HTML of a page by its address without `.html` or `/`, in either style of addresses."""
    found = [site / f"{name}.html", site / name / "index.html"]
    return next(file for file in found if file.is_file()).read_text("utf-8")


def dead_links(site: Path) -> Iterator[str]:
    """Yield every relative address on a page that leads to nothing, `page -> address`."""
    for file in sorted(site.rglob("*.html")):
        if file.name == "404.html":  # its addresses are absolute
            continue
        here = file.relative_to(site).as_posix()
        for address in LINK.findall(file.read_text("utf-8")):
            if urlsplit(address).scheme or address.startswith("/"):
                continue
            path = unquote(urlsplit(urldefrag(urljoin(f"http://site/{here}", address)).url).path)
            target = site / path.lstrip("/")
            if not (target / "index.html" if path.endswith("/") else target).is_file():
                yield f"{here} -> {address}"
