"""What fuzzing tries of the search of the site, in node: that it answers, and that it folds texts as Python does."""

import json
import random
import subprocess
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

from asking import FINDER, search_scripts
from catalogs import plain
from conftest import program
from folding import differences

RUN = Path(__file__).parent / "tools" / "fuzz_search.js"
AT_ONCE = 20_000
NEAR = [
    "がハ\u3099ﾊﾞ\uff9e\uff9f",
    "ΣσςİıſßœæøłđðþÅÉñ",
    "각만료\u1100\u1161\u11a8",
    "e\u0301\u0327 -_.\u200d\ufe0f",
    "🏳👩ﷺ㍿½Ⅷ２",
]


def searched(seconds: float, most: float = 1e9, seed: int = 20014) -> tuple[int, str]:
    """Ask the finder for some time, or so many queries; return how many, and the first with a wrong answer, if any."""
    queries = plain(Path(__file__).with_name("queries.yaml"))
    seeds = sorted({query for own in queries.values() for query in own}, key=len)
    given = {"finder": FINDER.read_text("utf-8"), "scripts": search_scripts(), "seeds": seeds}
    done = subprocess.run(
        [program("node", "nodejs"), RUN],
        input=json.dumps(given | {"seconds": seconds, "most": most, "random": seed}),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    answer = json.loads(done.stdout)
    return answer["tried"], json.dumps(answer["finding"]) if answer["finding"] else ""


def folded(seconds: float) -> tuple[int, str]:
    """Fold random texts for some time; return how many, and one that node folds otherwise than Python, if any."""
    chance, until, tried = random.Random(20014), time.monotonic() + seconds, 0
    every = [c for c in map(chr, range(0x110000)) if unicodedata.category(c) not in ("Cn", "Co", "Cs")]
    marks = [c for c in every if unicodedata.category(c)[0] == "M"]
    alphabets = [every, marks, *NEAR, every[32:600]]
    while time.monotonic() < until:
        lengths = (chance.randint(1, 14) for _ in range(AT_ONCE))
        texts = ["".join(chance.choice(chance.choice(alphabets)) for _ in range(length)) for length in lengths]
        tried += len(texts)
        if found := differences(texts):
            return tried, min(found, key=len)
    return tried, ""


TARGETS: dict[str, Callable[[float], tuple[int, str]]] = {"search": searched, "folding": folded}
