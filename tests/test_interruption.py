"""Runs that are killed or that run out of space leave every file old or new."""

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogs import SMALL
from conftest import run, run_with_small_files
from generating import COMMAND, contents, edit, generate, outdated, start

from error_catalog.cli import main

KILLS = 60


MANY = """
package: many_errors
source_language: en
languages: {en: {}, de: {complete: false}, fr: {complete: false}, ja: {complete: false}, sv: {complete: false}}
outputs: [docs]
texts: {column_message: {en: "Message"}}
errors:
""" + "".join(f'  {code}: {{name: TABLE_{code}, message: {{en: "No TABLE_{code} left"}}}}\n' for code in range(16))
"""A catalog with some 150 pages, all of which have the word for a message."""


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder with a small catalog and what is made of it."""
    (tmp_path / "errors.yaml").write_text(SMALL, "utf-8")
    generate(tmp_path)
    return tmp_path


def kill_in_the_middle(work: Path, chance: random.Random, changed: list[str]) -> None:
    """Start a run, and kill it after a random file of those that it changes."""
    path = work / "generated" / chance.choice(changed)
    before = path.stat().st_ino
    with start(work) as process:
        while path.stat().st_ino == before and process.poll() is None:
            pass
        process.send_signal(signal.SIGKILL)


def kill_at_any_time(work: Path, chance: random.Random, whole: float) -> None:
    with start(work) as process:
        time.sleep(chance.uniform(0, whole))
        process.send_signal(signal.SIGKILL)


@pytest.mark.slow
def test_a_run_that_is_killed_leaves_every_file_old_or_new(tmp_path: Path):
    """Sixty times; `check` then names what is left to do, and the next run does it."""
    work = tmp_path
    (work / "errors.yaml").write_text(MANY, "utf-8")
    generate(work)
    old = contents(work / "generated")
    shutil.copytree(work / "generated", work / "old")
    edit(work, '"Message"', '"Text of the message"')
    began = time.monotonic()
    changed = sorted(generate(work))
    whole = time.monotonic() - began
    new = contents(work / "generated")
    assert len(changed) > 100
    chance, between = random.Random(20014), 0
    for number in range(KILLS):
        shutil.rmtree(work / "generated")
        shutil.copytree(work / "old", work / "generated")
        kill_in_the_middle(work, chance, changed) if number % 3 else kill_at_any_time(work, chance, whole)
        found = contents(work / "generated")
        assert found.keys() == old.keys() == new.keys()
        assert [path for path in found if found[path] not in (old[path], new[path])] == []
        between += found not in (old, new)
        if found not in (old, new) and between < 3:
            left = {path for path in new if found[path] != new[path]}
            assert outdated(work) == left
            assert generate(work) == left
            assert contents(work / "generated") == new
    print(f"{between} of {KILLS} kills fell between the first changed file and the last")
    assert between >= KILLS / 6
    generate(work)
    assert contents(work / "generated") == new
    assert sorted(path.name for path in work.iterdir()) == ["errors.yaml", "generated", "old"]


def test_the_first_run_can_be_killed_too(work: Path, monkeypatch: pytest.MonkeyPatch):
    """The mark that says whose folder it is is written before anything else."""
    shutil.rmtree(work / "generated")
    replaced = []

    def replace(source: Path, target: Path) -> None:
        if replaced:
            raise KeyboardInterrupt
        replaced.append(target.name)
        os.replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        patch.chdir(work)
        assert main(COMMAND[3:]) == 130
    assert list(contents(work / "generated")) == replaced == ["README.md"]
    left = outdated(work)
    assert generate(work) == left == contents(work / "generated").keys() - {"README.md"}


def test_files_that_cannot_grow_leave_everything_as_it_was(work: Path):
    """With a limit for the size of files, as on a disk that is full."""
    edit(work, "Nicht auf Lager", "Nicht vorrätig")
    before = contents(work)
    ran = run_with_small_files(COMMAND, 512, cwd=work)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.count("\n") == 1
    assert contents(work) == before


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 512 KB."""
    (tmp_path / "disk").mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", tmp_path / "disk"], check=False)
    if mounted.returncode:
        pytest.skip("only root can mount a file system")
    yield tmp_path / "disk"
    subprocess.run(["umount", tmp_path / "disk"], check=True)


@pytest.mark.parametrize("folder", ["generated", "."], ids=["below the root", "the root itself"])
def test_a_full_disk_leaves_everything_as_it_was(disk: Path, tmp_path: Path, folder: str):
    """Also if the output folder is the root of the disk, so that temporary files can only be in it."""
    (tmp_path / "errors.yaml").write_text(SMALL, "utf-8")
    command = [*COMMAND[:-1], disk / folder]
    assert run(*command, cwd=tmp_path).returncode == 0
    (disk / ".more").write_bytes(b"x" * (os.statvfs(disk).f_bavail * os.statvfs(disk).f_bsize))
    edit(tmp_path, "Nicht auf Lager", "Nicht vorrätig")
    before = contents(disk)
    ran = run(*command, cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.count("\n") == 1
    assert contents(disk) == before
    assert sorted(path.name for path in disk.glob(".*")) == [".more"]
    (disk / ".more").unlink()
    assert run(*command, cwd=tmp_path).returncode == 0
    assert contents(disk) != before
