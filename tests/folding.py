"""The folding of the search a second time, in Python, from what it promises, beside what node makes of the same texts.

Letters and digits count, in lower case, without accents; the marks that tell sounds of kana apart stay. A letter stands
for itself and its marks.
"""

import json
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from asking import FINDER
from conftest import program

FOLD = Path(__file__).parent / "tools" / "fold.js"
LETTERS = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "ı": "i", "ς": "σ"}
VOICED = "\u3099\u309a"
HALF_WIDTH = "\uff9e\uff9f"
MOST_MARKS = 8


def differences(texts: Sequence[str]) -> list[str]:
    """Return the texts that node folds otherwise."""
    expected = [folded(text) for text in texts]
    marks = in_node([(text, letters) for text, (letters, _) in zip(texts, expected, strict=True)])["marks"]
    return [text for text, (_, own), other in zip(texts, expected, marks, strict=True) if own != other]


def folded(text: str) -> tuple[str, str]:
    """Return the letters of a text, and for each of its UTF-16 units 1 from the first letter to the last, else 0."""
    letters, marks = "", ""
    for cluster in clusters(text):
        own = of_cluster(cluster) if any(unicodedata.category(c)[0] in "LNM" for c in cluster) else ""
        letters += own
        marks += "01"[bool(own)] * (len(cluster.encode("utf-16-le")) // 2)
    middle = marks.strip("0")
    return letters, marks.replace(middle, "1" * len(middle), 1) if middle else marks


def clusters(text: str) -> Iterator[str]:
    """Yield each letter with its marks, and marks that follow no letter."""
    cluster, marks = "", 0
    for letter in text:
        is_mark = unicodedata.category(letter)[0] == "M"
        follows = is_mark or letter in HALF_WIDTH
        if cluster and (follows if marks < MOST_MARKS else is_mark and marks > MOST_MARKS):
            cluster, marks = cluster + letter, marks + 1
            continue
        if cluster:
            yield cluster
        cluster, marks = letter, MOST_MARKS + 1 if is_mark else 0  # marks alone: as many as there are
    if cluster:
        yield cluster


def of_cluster(cluster: str) -> str:
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", cluster).lower())
    return "".join(LETTERS.get(c, c) for c in letters if c not in accents() or c in VOICED)


@cache
def accents() -> frozenset[str]:
    """Return the marks that every script shares, which Python's database does not say."""
    return frozenset(in_node([])["accents"])


def in_node(texts: Sequence[tuple[str, str]]) -> dict:
    done = subprocess.run(
        [program("node", "nodejs"), FOLD],
        input=json.dumps({"finder": FINDER.read_text("utf-8"), "texts": texts}),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
