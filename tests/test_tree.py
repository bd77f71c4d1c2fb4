"""generated/ is the old version or the new one, whatever happens, and nothing else is ever touched."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import ALONE, CATALOG, codegen

OTHER = ("Échec de l’authentification", "Échec de l’authentification du client")
KILLS = 60


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder with the catalog and what is made of it."""
    (tmp_path / "errors.yaml").write_bytes(CATALOG.read_bytes())
    assert generate(tmp_path).returncode == 0
    return tmp_path


def generate(work: Path, *options: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return codegen("--catalog", "errors.yaml", "--output", "generated", *options, cwd=work, **environment)


def edit(work: Path) -> None:
    text = (work / "errors.yaml").read_text("utf-8")
    assert text.count(f'"{OTHER[0]}"') == 1
    (work / "errors.yaml").write_text(text.replace(f'"{OTHER[0]}"', f'"{OTHER[1]}"'), "utf-8")


def digest(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    parts = (str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() for path in files)
    return sha256(b"\0".join(parts)).hexdigest()


def inodes(work: Path) -> dict[str, int]:
    return {str(path.relative_to(work)): path.stat().st_ino for path in work.rglob("*") if path.is_file()}


def test_a_run_that_is_killed_leaves_the_old_version_or_the_new_one(work: Path):
    """At sixty random moments; the next run puts everything right and leaves nothing beside it."""
    old = digest(work / "generated")
    edit(work)
    shutil.copytree(work / "generated", work / "old")
    started = time.monotonic()
    assert generate(work).returncode == 0
    whole = time.monotonic() - started
    new = digest(work / "generated")
    assert old != new
    chance = random.Random(20014)
    command = [sys.executable, "-m", "codegen", "--catalog", "errors.yaml", "--output", "generated"]
    seen = set()
    for _ in range(KILLS):
        shutil.rmtree(work / "generated")
        shutil.copytree(work / "old", work / "generated")
        process = subprocess.Popen(command, cwd=work, env=os.environ | ALONE, stdout=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.5, 1.1) * whole)
        process.send_signal(signal.SIGKILL)
        process.wait()
        seen.add(digest(work / "generated"))
    assert seen <= {old, new}
    assert generate(work).returncode == 0
    assert digest(work / "generated") == new
    assert sorted(path.name for path in work.iterdir()) == ["errors.yaml", "generated", "old"]


def test_two_runs_at_once_both_end_well(work: Path):
    edit(work)
    command = [sys.executable, "-m", "codegen", "--catalog", "errors.yaml", "--output", "generated"]
    runs = [subprocess.Popen(command, cwd=work, env=os.environ | ALONE, stdout=subprocess.DEVNULL) for _ in range(3)]
    assert [process.wait() for process in runs] == [0, 0, 0]
    assert codegen("check", "--catalog", "errors.yaml", "--output", "generated", cwd=work).returncode == 0


def test_one_changed_text_rewrites_only_the_files_it_touches(work: Path):
    before = inodes(work / "generated")
    edit(work)
    ran = generate(work)
    rewritten = {path for path, inode in inodes(work / "generated").items() if before[path] != inode}
    said = {line.split("generated/")[1] for line in ran.stdout.splitlines()[:-1]}
    assert rewritten == said
    assert "gettext/fr.po" in rewritten
    assert not [path for path in rewritten if path.startswith(("gettext/ja", "docs/ja/index", "marketo_soap_errors/_"))]


def test_an_unchanged_catalog_is_known_and_a_changed_file_is_not_overlooked(work: Path):
    before = inodes(work)
    assert generate(work).stdout.splitlines()[-1].endswith("files in generated, 0 changed")
    assert inodes(work) == before
    (work / "generated/gettext/fr.po").write_text("spoiled")
    (work / "generated/docs/more.md").write_text("more")
    assert generate(work).stdout.splitlines() == [
        "removed generated/docs/more.md",
        "updated generated/gettext/fr.po",
        f"{len(before) - 1} files in generated, 2 changed",
    ]


def test_without_a_cache_all_is_the_same(work: Path):
    (work / "cache").write_text("no folder")
    assert generate(work, XDG_CACHE_HOME=str(work / "cache")).stdout.endswith("0 changed\n")


def test_a_full_disk_leaves_everything_as_it_was(work: Path):
    """No file can grow beyond 2 KB, as on a disk that is full."""
    before, other = digest(work / "generated"), digest(work)
    edit(work)
    other = digest(work)
    ran = subprocess.run(
        [sys.executable, "-B", "-m", "codegen", "--catalog", "errors.yaml", "--output", "generated"],
        cwd=work,
        env=os.environ | ALONE,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048)),
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr.startswith("input or output: File too large\n")
    assert "Traceback" not in ran.stderr
    assert digest(work / "generated") == before
    assert digest(work) == other


@pytest.mark.parametrize("foreign", ["", ".git/config"])
def test_what_codegen_did_not_make_is_never_touched(foreign: str, work: Path):
    if not foreign:
        (work / "generated/README.md").write_text("My own folder")
    else:
        (work / "generated" / foreign).parent.mkdir()
        (work / "generated" / foreign).write_text("mine")
    before = digest(work)
    ran = generate(work)
    assert (ran.returncode, ran.stderr.count("which codegen did not make"), digest(work)) == (
        1,
        int(bool(foreign)),
        before,
    )


def test_the_folder_one_is_in_is_refused(work: Path):
    edit(work)
    ran = codegen("--catalog", "../errors.yaml", "--output", ".", cwd=work / "generated")
    assert (ran.returncode, ran.stderr) == (
        1,
        f"{work / 'generated'} is where you are; run codegen from another folder\n",
    )


def test_an_output_that_is_a_file_is_refused(work: Path):
    ran = codegen("--catalog", "errors.yaml", "--output", "errors.yaml", cwd=work)
    assert (ran.returncode, ran.stderr) == (1, f"{work / 'errors.yaml'}: Not a directory\n")


def test_nothing_is_written_outside_the_output(work: Path):
    """Names of packages and tags of languages are no paths."""
    text = (work / "errors.yaml").read_text("utf-8")
    for before, after in (
        ("package: marketo_soap_errors", "package: ../evil"),
        ("  fr:\n    published", "  ../fr:\n    published"),
    ):
        assert before in text
        (work / "errors.yaml").write_text(text.replace(before, after), "utf-8")
        listing = sorted(path for path in work.parent.rglob("*"))
        assert generate(work).returncode == 1
        assert sorted(path for path in work.parent.rglob("*")) == listing


def test_without_the_system_call_files_are_replaced_one_by_one(work: Path, monkeypatch: pytest.MonkeyPatch):
    from codegen import tree

    monkeypatch.setattr(tree, "exchange", lambda one, other: False)
    folder = work / "small"
    tree.make_equal(folder, {"README.md": b"Mark\n", "a/b": b"1", "c": b"2"})
    assert [
        difference.path for difference in tree.make_equal(folder, {"README.md": b"Mark\n", "c": b"3", "d/e": b"4"})
    ] == ["a/b", "c", "d/e"]
    assert {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()} == {
        "README.md": b"Mark\n",
        "c": b"3",
        "d/e": b"4",
    }
    assert not (folder / "a").exists()
    assert sorted(path.name for path in work.iterdir()) == ["errors.yaml", "generated", "small"]
