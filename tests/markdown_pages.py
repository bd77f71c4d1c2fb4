"""Pages of the output `docs`, as Python-Markdown and a browser's parser read them."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

import html5lib
from markdown import markdown
from ruamel.yaml import YAML

EXTENSIONS = ["attr_list", "def_list", "fenced_code", "tables", "toc"]


PARTLY = """
package: shop_errors
source_language: en
languages: {en: {}, de: {complete: false}, ar: {complete: false}}
fields:
  cause: {type: text, label: {en: "Cause", de: "Ursache", ar: "السبب"}}
  owner: {type: string, values: [ann, bob], many: true, label: {en: "Owner", de: "Zuständig"}}
  http_status: {type: integer, label: {en: "HTTP status", de: "HTTP-Status", ar: "حالة HTTP"}}
  share: {type: number, label: {en: "Share", de: "Anteil", ar: "الحصة"}}
  urgent: {type: boolean, label: {en: "Urgent", de: "Dringend", ar: "عاجل"}}
  more: {type: url, label: {en: "Read more", de: "Mehr", ar: "المزيد"}}
texts:
  title: {en: "Errors of the shop", de: "Fehler des Ladens"}
  notice: {en: "The shop is closed"}
categories: {stock: {en: "Stock", ar: "المخزون"}, price: {en: "Price", de: "Preis"}}
reasons: {terms: {en: "Terminology"}}
recoveries:
  later: {resend: unchanged, attempts: 2, wait: {seconds: 20}, advice: {en: "Send it again later"}}
errors:
  1:
    name: OUT_OF_STOCK
    category: stock
    recovery: later
    limit: {calls: 10}
    placeholders: {table: "orders"}
    owner: [ann, bob]
    http_status: 404
    share: 0.5
    urgent: true
    more: "https://shop.internal/more"
    message: {en: "No {table} left", de: "Keine {table} mehr"}
    note: {en: "Order fewer", de: {text: "Weniger bestellen", stale: true}, ar: "اطلب أقل"}
    cause: {en: "Many orders in 10 calls", de: "Viele Bestellungen in 10 Aufrufen"}
  2:
    name: CLOSED
    category: price
    message: {en: "Closed now", de: {text: "Zu", published: "Geschlossen", because: [terms]}, ar: "مغلق"}
    retired: {since: "2.0", reason: {en: "Never sent"}, replaced_by: 1}
"""


class Page(NamedTuple):
    """A page: its front matter, and its content."""

    head: dict[str, Any]
    body: Element


def page(made: dict[str, bytes], path: str) -> Page:
    text = made[f"docs/{path}"].decode()
    _, head, body = text.split("---\n", 2)
    content = html5lib.parseFragment(markdown(body, extensions=EXTENSIONS), namespaceHTMLElements=False)
    return Page(YAML(typ="safe", pure=True).load(head), content)


def pages(made: dict[str, bytes], folder: str = "") -> list[str]:
    return [path[5:] for path in made if path.startswith(f"docs/{folder}") and path.endswith(".md")]


def words(element: Element) -> str:
    return squeezed("".join(element.itertext()))


def squeezed(text: str) -> str:
    """Return a text as browsers show it: spaces and line ends are one space, no-break spaces are not."""
    return re.sub("[ \n\t]+", " ", text).strip()


class Shown(NamedTuple):
    """A piece of text, with the `lang` and `dir` that it inherits, and the names of the elements that it is in."""

    text: str
    lang: str | None
    dir: str | None
    tags: tuple[str, ...]


def pieces(element: Element, lang: str | None, way: str | None, tags: tuple[str, ...] = ()) -> Iterator[Shown]:
    """Yield every piece of text in an element."""
    inner = (element.get("lang", lang), element.get("dir", way), (*tags, str(element.tag)))
    if element.text and element.text.strip():
        yield Shown(" ".join(element.text.split()), *inner)
    for child in element:
        yield from pieces(child, *inner)
        if child.tail and child.tail.strip():
            yield Shown(" ".join(child.tail.split()), *inner)


def facts(body: Element) -> dict[str, list[str]]:
    """Return the values that the page of a code lists, by their labels."""
    found: dict[str, list[str]] = {}
    label = ""
    for element in body.iter():
        if element.tag == "dt":
            label = words(element)
        elif element.tag == "dd":
            found.setdefault(label, []).append(words(element))
    return found
