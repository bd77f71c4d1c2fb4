"""Catalogs of any size without findings, the same on every machine: `python tests/tools/synthetic.py 5000 20 FILE`.

5,000 codes in 20 languages are 12.5 MB of YAML, with a message and a note each.
"""

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

TAGS = "en fr de es it nl pt-BR sv da nb fi pl cs hu ro tr ja ko zh-Hans ru uk el bg sk sl lt ca id et lv".split()  # noqa: SIM905
LATIN = "abcdefghijklmnoprstuv"
LETTERS = {
    "ja": "アイウエオカキクケコ",
    "ko": "가나다라마바사아자",
    "zh-Hans": "文一日本月在人有我这",
    "ru": "абвгдежзи",
    "uk": "абвгдежзі",
    "bg": "абвгдежзи",
    "el": "αβγδεζηθικλμν",
}
BETWEEN = {"ja": "、", "zh-Hans": "，"}
"""What stands between words; without it, random words run into each other and seem to be written twice."""

WORDS = 4000
LENGTHS = {"message": (2, 4), "note": (4, 8)}
SEED = 20014


def catalog(codes: int, languages: int) -> Iterator[str]:
    """Yield the YAML, part by part."""
    chance = random.Random(SEED)
    tags = TAGS[:languages]
    words = {tag: _words(chance, LETTERS.get(tag, LATIN)) for tag in tags}
    declared = ", ".join(f"{tag}: {{}}" for tag in tags)
    yield f"package: synthetic_errors\nsource_language: en\nlanguages: {{{declared}}}\nerrors:\n"
    for code in range(10_000, 10_000 + codes):
        yield f"  {code}:\n    name: ERROR_{code}\n"
        for field, (least, most) in LENGTHS.items():
            length = chance.randint(least, most)
            yield f"    {field}:\n"
            for tag in tags:
                said = BETWEEN.get(tag, " ").join(chance.sample(words[tag], length)).capitalize()
                yield f"      {tag}: {json.dumps(f'{said} {code}', ensure_ascii=False)}\n"


def _words(chance: random.Random, letters: str) -> list[str]:
    return sorted({"".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(WORDS)})


def write(file: Path, codes: int, languages: int) -> Path:
    """Write the YAML to a file, and return the file."""
    with file.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(catalog(codes, languages))
    return file


if __name__ == "__main__":
    write(Path(sys.argv[3]), int(sys.argv[1]), int(sys.argv[2]))
