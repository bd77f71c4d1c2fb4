"""The start of a new catalog: a small one with comments, its site, and its test."""

import re
from collections.abc import Iterator
from pathlib import Path

from codegen.rendering import render
from codegen.rules.structure import why_not_package

ROOT = Path(__file__).parents[1]
COPIED = ("catalog/errors.schema.json", "site", "tests/test_catalog.py")
IGNORED = "/site/_build/\n__pycache__/\n"
LONGEST_NAME = 64


class Occupied(Exception):
    """The folder has files already."""


def start(folder: Path) -> list[str]:
    """Put a new catalog into a folder that is empty or not there. You get its files; raises Occupied otherwise."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Occupied(f"{folder} is not empty; name a new folder")
    files = dict(_files(package_name(folder.resolve().name)))
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return list(files)


def package_name(name: str) -> str:
    """A name for the package that Python can import, made of the name of its folder."""
    plain = re.sub("[^a-z0-9]+", "_", name.lower()).strip("_")[:LONGEST_NAME]
    return plain if plain[:1].isalpha() and not why_not_package(plain) else "my_errors"


def _files(package: str) -> Iterator[tuple[str, bytes]]:
    yield "README.md", render("init/README.md.j2", package=package)
    yield "catalog/errors.yaml", render("init/errors.yaml.j2", package=package)
    yield ".gitignore", IGNORED.encode()
    for name in COPIED:
        start = ROOT / name
        for file in [start] if start.is_file() else sorted(start.rglob("*")):
            path = file.relative_to(ROOT)
            is_ours = path.suffix == ".md" or {"_build", "__pycache__"} & set(path.parts)
            if file.is_file() and not is_ours:
                yield path.as_posix(), file.read_bytes()
