"""The front matter of a published page.

Two of its entries matter here, so it is not read as YAML: whatever else it holds, and however damaged it is, the texts
of the page can be imported.
"""

import re

HEAD = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
ENTRY = re.compile(r"""^(["']?)([a-z-]+)\1[ \t]*:[ \t]+(["']?)([0-9a-f]{1,40}%?)\3[ \t]*(?:#.*)?\r?$""", re.MULTILINE)
COMMIT = re.compile("[0-9a-f]{7,40}")
PERCENT = re.compile("(100|[0-9]{1,2})%?")


def front_matter(text: str) -> tuple[str, str]:
    """Return a page's head, and the page with empty lines in its place: lines keep their numbers."""
    head = HEAD.match(text)
    if head is None:
        return "", text
    return head[1], "\n" * text.count("\n", 0, head.end()) + text[head.end() :]


def published(head: str) -> dict[str, str | int]:
    """Return what a page says about its texts: the commit that they are from, and the share that people translated."""
    said = {found[2]: found[4] for found in ENTRY.finditer(head)}
    found: dict[str, str | int] = {}
    if COMMIT.fullmatch(said.get("source-git-commit", "")):
        found["source_commit"] = said["source-git-commit"]
    if share := PERCENT.fullmatch(said.get("ht-degree", "")):
        found["human_translated"] = int(share[1])
    return found
