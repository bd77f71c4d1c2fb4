"""Every command that writes, on a bad day: it is killed, the disk is full, the folder is another's, it runs twice.

Each file then holds what it held before or what it should hold, and the next run does the rest.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from catalogs import SMALL
from conftest import ALONE, run
from generating import contents
from translators import po

pytestmark = pytest.mark.slow

KILLS, FEWEST = 16, 4
OTHERS = pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else, or mount a disk")
OLDER = SMALL.replace("Out of stock", "Nothing left")
LONG = SMALL.replace(
    "languages: {en: {}, de: {}}", "languages: {en: {}, de: {}}\noutputs: [package, gettext, json, docs]"
)


class Command(NamedTuple):
    """A command, what makes a folder for it, and which exit statuses runs at the same time can have."""

    arguments: list[str]
    prepare: Callable[[Path], object]
    together: frozenset[int] = frozenset({0})


def catalog(folder: Path, text: str) -> None:
    (folder / "errors.yaml").write_text(text, "utf-8")


def generated(folder: Path) -> None:
    """Make the outputs of a catalog, then change it in a way that changes many of them."""
    catalog(folder, LONG)
    assert run(*PROGRAM, *CATALOG, cwd=folder).returncode == 0
    catalog(folder, LONG.replace("errors:\n", "texts: {column_code: {en: Number, de: Nummer}}\nerrors:\n"))


def translated(folder: Path) -> None:
    catalog(folder, SMALL)
    po(folder, "de", "1.message|Out of stock|Ausverkauft")


def outdated(folder: Path) -> None:
    catalog(folder, SMALL)
    (folder / "older.yaml").write_text(OLDER, "utf-8")


def complained(folder: Path) -> None:
    catalog(folder, SMALL.replace("Nicht auf Lager", "Nicht auf  Lager &amp; Co"))


def cloned(folder: Path) -> None:
    (folder / "README.md").write_text("Shop\n", "utf-8")


REFUSED = frozenset({0, 1})
PROGRAM = [sys.executable, "-m", "error_catalog"]
CATALOG = ["--catalog", "errors.yaml"]
COMMANDS = {
    "generate": Command(CATALOG, generated),
    "import": Command(["import", "de", "de.po", *CATALOG], translated, REFUSED),  # 1: changed meanwhile
    "baseline": Command(["baseline", *CATALOG], complained),
    "stale": Command(["stale", "older.yaml", *CATALOG], outdated, REFUSED),
    "init": Command(["init", "shop"], lambda folder: None, REFUSED),  # 1: it is there already
    "init in a clone": Command(["init", "."], cloned, REFUSED),
}
each = pytest.mark.parametrize("name", COMMANDS)


@pytest.fixture
def days() -> Iterator[Path]:
    """A folder that other users can read, too, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        yield Path(folder)


def prepared(name: str, day: Path) -> Path:
    """Return a folder with what a command needs."""
    work = day / "shop"  # new projects are named after it
    work.mkdir(parents=True)
    COMMANDS[name].prepare(work)
    return work


def finished(name: str, before: Path, day: Path) -> dict[str, bytes]:
    """Run a command to its end in a copy of a folder, and return the files, none of which is temporary."""
    shutil.copytree(before, day / "shop")
    ran = run(*PROGRAM, *COMMANDS[name].arguments, cwd=day / "shop")
    assert ran.returncode == 0 or "already" in ran.stderr, ran.stderr
    return contents(day / "shop")


def is_temporary(path: str) -> bool:
    return ".error-catalog-" in path


FORKS = """\
import json, os, random, shutil, signal, sys, time
from error_catalog import cli
kills, arguments = int(sys.argv[1]), sys.argv[2:]
chance, ends, between, span = random.Random(20014), [], 0, 0

def restored():
    for name in os.listdir("."):
        shutil.rmtree(name) if os.path.isdir(name) else os.unlink(name)
    shutil.copytree("../../old/shop", ".", dirs_exist_ok=True)

def begun():
    return any(".error-catalog-" in name for name in os.listdir("."))

def started():
    child = os.fork()
    if child:
        return child
    for stream in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    os._exit(cli.main(arguments))

def is_running(child):
    return os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None

for number in range(-3, kills):
    restored()
    child = started()
    while not begun() and is_running(child):
        time.sleep(0.0002)
    first = time.monotonic()
    if number < 0:
        os.waitpid(child, 0)
        span = max(span, time.monotonic() - first)
        continue
    if number % 2:
        time.sleep(chance.uniform(0, span))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    between += begun()
    shutil.copytree(".", f"../../left/{number}/shop")
print(json.dumps(between))
"""
"""Runs in processes that have the program already, each killed between its first write and its last, or just after."""


@each
def test_a_run_that_is_killed_leaves_every_file_old_or_new(name: str, days: Path):
    old = prepared(name, days / "old")
    new = finished(name, old, days / "new")
    (days / "killed" / "shop").mkdir(parents=True)
    ran = run(sys.executable, "-c", FORKS, KILLS, *COMMANDS[name].arguments, cwd=days / "killed" / "shop")
    assert ran.returncode == 0, ran.stderr
    before, left = contents(old), [days / "left" / str(number) / "shop" for number in range(KILLS)]
    for folder in left:
        found = {path: content for path, content in contents(folder).items() if not is_temporary(path)}
        assert [path for path in found if found[path] not in (before.get(path), new.get(path))] == []
        assert [path for path in before if path in new and path not in found] == []
    between = json.loads(ran.stdout)
    print(f"{name}: {between} of {KILLS} kills fell between the first write and the last")
    assert between >= FEWEST
    broken = [folder for folder in left if any(map(is_temporary, contents(folder)))]
    for number, folder in enumerate(broken[:3]):
        assert finished(name, folder, days / "again" / str(number)) == new


@OTHERS
@each
def test_a_full_disk_leaves_everything_as_it_was(name: str, days: Path):
    disk = days / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], check=True)
    try:
        work = prepared(name, disk)
        with open(disk / "more", "wb", buffering=0) as more:
            while (free := os.statvfs(disk).f_bavail * os.statvfs(disk).f_bsize) > 0:
                more.write(b"x" * free)
        before = contents(work)
        ran = run(*PROGRAM, *COMMANDS[name].arguments, cwd=work)
        assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (1, "", 1)
        assert contents(work) == before
        (disk / "more").unlink()
        assert run(*PROGRAM, *COMMANDS[name].arguments, cwd=work).returncode == 0
        assert contents(work) != before
    finally:
        subprocess.run(["umount", disk], check=True)


AS_ANOTHER = """\
import os, sys
from error_catalog import cli
warm, cold, *arguments = sys.argv[1:]
os.chdir(warm)
assert cli.main(arguments) == 0
print(flush=True)
print("now as another user", file=sys.stderr, flush=True)
os.chdir(cold)
os.seteuid(65534)
sys.exit(cli.main(arguments))
"""
"""A run as root, which loads the program, and one as nobody."""


@OTHERS
@each
def test_a_folder_of_somebody_else_is_left_as_it_was(name: str, days: Path):
    warm, cold = prepared(name, days / "warm"), prepared(name, days / "cold")
    before = contents(cold)
    ran = run(sys.executable, "-c", AS_ANOTHER, warm, cold, *COMMANDS[name].arguments)
    assert ran.returncode == 1, ran.stderr
    assert ran.stdout.endswith("\n\n")
    assert ran.stderr.partition("as another user\n")[2].count("\n") == 1
    assert contents(cold) == before
    assert contents(warm) != before


@each
def test_runs_at_the_same_time_end_as_one_does(name: str, days: Path):
    old = prepared(name, days / "old")
    new = finished(name, old, days / "new")
    command = [*PROGRAM, *COMMANDS[name].arguments]
    runs = [
        subprocess.Popen(command, cwd=old, env=os.environ | ALONE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    errors = [process.communicate(timeout=120)[1] for process in runs]
    ended = [process.returncode for process in runs]
    assert 0 in ended
    assert set(ended) <= COMMANDS[name].together
    assert [bool(error) for error in errors] == [bool(status) for status in ended]
    assert [error for error in errors if b"Traceback" in error] == []
    assert contents(old) == new
