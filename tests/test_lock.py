"""Runs that meet another run, and what a file watcher sees of a run."""

import fcntl
import os
import subprocess
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from catalogs import SMALL
from generating import COMMAND, contents, edit, generate, outdated, start
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from error_catalog import write
from error_catalog.cli import main
from error_catalog.lock import Locked, lock


def test_several_runs_at_once_all_end_well(work: Path):
    edit(work, "Nicht auf Lager", "Nicht vorrätig")
    runs = [start(work) for _ in range(3)]
    assert [process.wait() for process in runs] == [0, 0, 0]
    assert outdated(work) == set()
    assert sorted(path.name for path in work.iterdir()) == ["errors.yaml", "generated"]


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder with a small catalog and what is made of it."""
    (tmp_path / "errors.yaml").write_text(SMALL, "utf-8")
    generate(tmp_path)
    return tmp_path


@pytest.fixture
def locked(work: Path) -> Iterator[int]:
    """The output folder, locked by another process as far as `flock` can tell."""
    handle = os.open(work / "generated", os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    yield handle
    os.close(handle)


def test_a_run_waits_for_the_lock(work: Path, locked: int):
    edit(work, "Nicht auf Lager", "Nicht vorrätig")
    with start(work) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(3)
        assert outdated(work)
        fcntl.flock(locked, fcntl.LOCK_UN)
        assert process.wait(30) == 0
    assert outdated(work) == set()


@pytest.mark.usefixtures("locked")
def test_waiting_for_the_lock_ends_with_a_message(
    work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    edit(work, "Nicht auf Lager", "Nicht vorrätig")
    before = contents(work)
    monkeypatch.setattr(write, "lock", partial(lock, patience=0.1))
    monkeypatch.chdir(work)
    assert main(COMMAND[3:]) == 1
    assert capsys.readouterr().err.startswith("generated ")
    assert contents(work) == before


def test_a_lock_is_released_after_an_error(tmp_path: Path):
    with pytest.raises(Locked), lock(tmp_path), lock(tmp_path, patience=0):
        pytest.fail("the lock was taken twice")
    with lock(tmp_path, patience=0):
        pass


class Watcher(FileSystemEventHandler):
    """Notes every file that is written, moved or removed, as editors and build tools do."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.seen: set[str] = set()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory and event.event_type not in ("opened", "closed_no_write"):
            for path in filter(None, (event.src_path, event.dest_path)):
                self.seen.add(Path(os.fsdecode(path)).relative_to(self._folder).as_posix())

    def wait_for(self, expected: set[str]) -> set[str]:
        """Return what has changed since the last call, as soon as it is all that is expected."""
        until = time.monotonic() + 10
        while not self.seen >= expected and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.5)  # in which more than that could be seen
        seen, self.seen = self.seen, set()
        return seen


def test_a_file_watcher_sees_exactly_the_changed_files(work: Path):
    """Run after run: a folder that is swapped for another one would be lost to it."""
    watcher, observer = Watcher(work / "generated"), Observer()
    observer.schedule(watcher, str(work / "generated"), recursive=True)
    observer.start()
    try:
        for before, after in (("Nicht auf Lager", "Vergriffen"), ("Vergriffen", "Ausverkauft"), ("Aus", "Aus")):
            edit(work, before, after)
            changed = generate(work)
            assert ("gettext/de.po" in changed) == (before != after)
            assert len(changed) < 8
            assert watcher.wait_for(changed) == changed
    finally:
        observer.stop()
        observer.join()
