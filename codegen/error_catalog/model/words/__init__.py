"""The generator's own words: the labels of the site and of the command, one file per language.

`en.toml` has every word; the other files translate it. A catalog overrides single words under `texts`.
"""

import tomllib
from functools import cache
from pathlib import Path

ENGLISH = "en"


@cache
def words(tag: str) -> dict[str, str]:
    """Return the words in a language or in its nearest relative that has a file; an empty dict if no file fits.

    `pt` finds `pt-BR`, `fr-CA` finds `fr`; `zh-TW` does not find the other script of Chinese.
    """
    found = _file(tag)
    return tomllib.loads(found.read_text("utf-8")) if found else {}


@cache
def names() -> frozenset[str]:
    """Return the names of all words."""
    return frozenset(words(ENGLISH))


def _file(tag: str) -> Path | None:
    files = {path.stem: path for path in Path(__file__).parent.glob("*.toml")}
    near = _RELATIVES.get(tag, tag)
    while near:
        if near in files:
            return files[near]
        near = near.rpartition("-")[0]
    return files.get(_RELATIVES.get(tag.partition("-")[0], ""))


_RELATIVES = {"pt": "pt-BR", "zh": "zh-Hans", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant", "zh-MO": "zh-Hant"}
