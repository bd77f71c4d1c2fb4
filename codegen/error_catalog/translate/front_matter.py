"""The front matter of a published page.

It is read by events alone and nothing is constructed: an impossible date or a number of a thousand digits is only text.
"""

import re

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from error_catalog.translate.offers import refused

HEAD = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
COMMIT = re.compile("[0-9a-f]{7,40}")
PERCENT = re.compile("100|[0-9]{1,2}")
STARTS = (MappingStartEvent, SequenceStartEvent)
ENDS = (MappingEndEvent, SequenceEndEvent)
DEEPEST = 32


def front_matter(text: str) -> tuple[str, str]:
    """Return the YAML of a page's head, and the page with empty lines in its place: lines keep their numbers."""
    head = HEAD.match(text)
    if head is None:
        return "", text
    return head[1], "\n" * text.count("\n", 0, head.end()) + text[head.end() :]


def published(path: str, head: str) -> dict[str, str | int]:
    """Return what a page says about its texts: the commit that they are from, and the share that people translated.

    Raises:
        CatalogError: The head is not YAML.
    """
    try:
        said = _scalars(head)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = 2 + (mark.line if mark else 0)
        raise refused(path, line, "front matter", "is not YAML; correct it or remove it") from None
    commit, share = said.get("source-git-commit", ""), said.get("ht-degree", "").rstrip("% ")
    found: dict[str, str | int] = {}
    if COMMIT.fullmatch(commit):
        found["source_commit"] = commit
    if PERCENT.fullmatch(share):
        found["human_translated"] = int(share)
    return found


def _scalars(yaml: str) -> dict[str, str]:
    """Return the entries of a mapping whose values are scalars, as they are written."""
    nodes: list[str | None] = []
    depth = 0
    for event in YAML(typ="safe").parse(yaml):
        if depth == 0 and isinstance(event, (ScalarEvent, SequenceStartEvent)):
            return {}
        if depth == 1 and isinstance(event, (ScalarEvent, AliasEvent, *STARTS)):
            nodes.append(event.value if isinstance(event, ScalarEvent) else None)
        depth += isinstance(event, STARTS) - isinstance(event, ENDS)
        if depth > DEEPEST:
            raise YAMLError("nested too deeply")
    pairs = zip(nodes[::2], nodes[1::2], strict=True)
    return {key: value for key, value in pairs if key is not None and value is not None}
