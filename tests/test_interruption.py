"""Runs that are killed or that run out of space leave every file old or new."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogs import SMALL
from conftest import run, run_with_small_files
from generating import COMMAND, contents, edit, generate, outdated

from error_catalog.cli import main


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder with a small catalog and what is made of it."""
    (tmp_path / "errors.yaml").write_text(SMALL, "utf-8")
    generate(tmp_path)
    return tmp_path


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
