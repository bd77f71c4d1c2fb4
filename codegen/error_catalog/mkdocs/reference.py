"""The reference of the generator as pages of Markdown: every key of the YAML, every rule, every word.

They are made from the schema, the table of fields, the rules and the words, so they cannot be out of date.
"""

import json
import re
from collections.abc import Iterator
from itertools import groupby

from error_catalog.mkdocs.reference_keys import TEXT, Key, keys
from error_catalog.mkdocs.reference_yaml import block
from error_catalog.model.fields import Table
from error_catalog.model.schema import schema
from error_catalog.model.words import ENGLISH, words
from error_catalog.outputs.docs.markup import markdown
from error_catalog.outputs.escaping import Escaped, Templates
from error_catalog.rules import every_rule
from error_catalog.rules.pages import page

CODE = re.compile(r"(`[^`]+`)")
GROUPS = {"Y": "YAML", "S": "Structure", "C": "Content", "P": "Files from translators", "F": "Generated files"}

CATALOG, RULES = "reference/catalog.md", "reference/rules/index.md"


def pages() -> Iterator[tuple[str, str]]:
    """Yield the path of each page, and its Markdown."""
    yield CATALOG, _render("reference_catalog.md.j2", sections=_sections(), texts=_texts(), words=_words())
    rules = every_rule()
    groups = [(_group(letter), list(some)) for letter, some in groupby(rules, lambda rule: rule.id[0])]
    yield RULES, _render("reference_rules.md.j2", groups=groups)
    for rule in rules:
        yield f"reference/rules/{rule.id}.md", _render("reference_rule.md.j2", rule=page(rule))


def prose(text: str) -> Escaped:
    """Return sentences with `code` in them as Markdown."""
    parts = CODE.split(" ".join(text.split()))
    return Escaped("".join(part if part.startswith("`") else markdown(part) for part in parts))


def examples(key: Key) -> Escaped:
    """Return the examples of a key as YAML, each on a line of its own if it fits."""
    return Escaped("\n".join(block(key.name, value) for value in key.examples))


def paragraphs(text: str) -> Escaped:
    """Return the paragraphs of a docstring as Markdown."""
    return Escaped("\n\n".join(prose(part) for part in text.split("\n\n")))


def _render(template: str, **values: object) -> str:
    return TEMPLATES.render(template, **values).decode()


def _sections() -> list[tuple[Key, list[Key]]]:
    """Return each key at the top of the YAML, with the keys below it."""
    found: list[tuple[Key, list[Key]]] = []
    for key in keys(schema(Table())):
        if "." not in key.path:
            found.append((key, []))
        elif not key.path.startswith(TEXT):
            found[-1][1].append(key)
    return found


def _texts() -> list[Key]:
    """Return the keys of the long form of a text."""
    return [key for key in keys(schema(Table())) if key.path.startswith(TEXT)]


def _words() -> list[tuple[str, str]]:
    return [(name, json.dumps(word, ensure_ascii=False)) for name, word in words(ENGLISH).items()]


def _group(letter: str) -> str:
    return GROUPS.get(letter, "Other packages")


def verbatim(text: str) -> Escaped:
    """Return text as it is, inside a block of code."""
    return Escaped(text.replace("```", "` ` `"))


TEMPLATES = Templates(
    __package__, prose=prose, paragraphs=paragraphs, examples=examples, verbatim=verbatim, safe_part=Escaped
)
