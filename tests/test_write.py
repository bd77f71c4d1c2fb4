"""What `write` does to the output folder: changed files are replaced one by one, and nothing else is touched."""

import os
from pathlib import Path

import pytest
from catalogs import SMALL
from conftest import cli

from error_catalog import write
from error_catalog.write import Difference, WriteError

MARK = b"<!-- Made by a test. -->\n"
FILES = {"README.md": MARK, "a/b/c.txt": b"1", "a/d.txt": b"2", "e.txt": b"3"}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def times(folder: Path) -> dict[str, tuple[int, int]]:
    """Return what shows that a file was written: its modification time and its inode."""
    stats = {path.relative_to(folder).as_posix(): path.stat() for path in folder.rglob("*") if path.is_file()}
    return {path: (stat.st_mtime_ns, stat.st_ino) for path, stat in stats.items()}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalog without findings."""
    path = tmp_path_factory.mktemp("small") / "errors.yaml"
    path.write_text(SMALL, "utf-8")
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder that holds exactly FILES."""
    assert len(write.write(tmp_path / "out", FILES)) == len(FILES)
    return tmp_path / "out"


def test_differences_are_found_and_put_right(out: Path):
    (out / "e.txt").unlink()
    (out / "a/d.txt").write_bytes(b"old")
    (out / "a/more").mkdir()
    (out / "a/more/f.txt").write_bytes(b"")
    found = [
        Difference("a/d.txt", "outdated"),
        Difference("a/more/f.txt", "unexpected"),
        Difference("e.txt", "missing"),
    ]
    assert write.differences(out, FILES) == found
    assert write.write(out, FILES) == found
    assert contents(out) == FILES
    assert not (out / "a/more").exists()
    assert write.differences(out, FILES) == []
    assert sorted(path.name for path in out.parent.iterdir()) == ["out"]


def test_unchanged_files_keep_their_modification_time(out: Path):
    before = times(out)
    assert write.write(out, FILES) == []
    assert times(out) == before
    write.write(out, FILES | {"a/d.txt": b"new"})
    after = times(out)
    assert [path for path in before if before[path] != after[path]] == ["a/d.txt"]


HIDDEN = [".git/config", ".git/objects/empty/", ".gitattributes", "a/.git", "a/b/.cache/deep/file", "gone/.keep"]


def test_hidden_files_and_folders_are_never_touched(out: Path):
    """At any depth, also in a folder of which everything else goes, and whether `.git` is a folder or a file."""
    write.write(out, FILES | {"gone/x.txt": b""})
    for name in HIDDEN:
        path = out / name
        (path if name.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
        if not name.endswith("/"):
            path.write_text("mine")
    before = times(out)
    new = FILES | {"a/d.txt": b"new", "a/g.txt": b""}
    assert [found.path for found in write.write(out, new)] == ["a/d.txt", "a/g.txt", "gone/x.txt"]
    assert write.differences(out, new) == []
    assert (out / ".git/objects/empty").is_dir()
    files = [name for name in HIDDEN if not name.endswith("/")]
    assert {name: times(out)[name] for name in files} == {name: before[name] for name in files}


def test_the_cache_of_python_stays_beside_modules_and_goes_with_them(out: Path):
    modules = FILES | {"old/__init__.py": b"", "kept/__init__.py": b""}
    write.write(out, modules)
    for package in ("old", "kept"):
        (out / package / "__pycache__").mkdir()
        (out / package / "__pycache__/__init__.pyc").write_bytes(b"cache")
    assert write.differences(out, modules) == []
    modules.pop("old/__init__.py")
    write.write(out, modules)
    assert not (out / "old").exists()
    assert (out / "kept/__pycache__/__init__.pyc").is_file()


def test_a_link_in_the_place_of_a_file_is_replaced(out: Path):
    """What it refers to stays, even if it holds the right content."""
    elsewhere = out.parent / "elsewhere"
    elsewhere.write_bytes(FILES["e.txt"])
    (out / "e.txt").unlink()
    (out / "e.txt").symlink_to(elsewhere)
    assert write.write(out, FILES) == [Difference("e.txt", "missing")]
    assert not (out / "e.txt").is_symlink()
    assert elsewhere.read_bytes() == FILES["e.txt"]


@pytest.mark.parametrize("content", [b"1", b"other"], ids=["right content", "other content"])
def test_a_link_in_the_place_of_a_folder_is_replaced(out: Path, content: bytes):
    """In one run, and nothing is written or removed where the link leads."""
    elsewhere = out.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "c.txt").write_bytes(content)
    (elsewhere / "mine.txt").write_bytes(b"")
    (out / "a/b/c.txt").unlink()
    (out / "a/b").rmdir()
    (out / "a/b").symlink_to(elsewhere)
    assert write.write(out, FILES) == [Difference("a/b", "unexpected"), Difference("a/b/c.txt", "missing")]
    assert contents(out) == FILES
    assert not (out / "a/b").is_symlink()
    assert contents(elsewhere) == {"c.txt": content, "mine.txt": b""}


def test_unexpected_links_go_and_what_they_refer_to_stays(out: Path):
    (out / "a/link").symlink_to(out.parent)
    (out / "broken").symlink_to("nowhere")
    assert write.write(out, FILES) == [Difference("a/link", "unexpected"), Difference("broken", "unexpected")]
    assert contents(out) == FILES
    assert out.parent.is_dir()


def test_an_output_folder_that_is_a_link_stays_one(out: Path):
    link = out.parent / "link"
    link.symlink_to(out)
    write.write(link, FILES | {"a/d.txt": b"new"})
    assert link.is_symlink()
    assert contents(out) == FILES | {"a/d.txt": b"new"}


def test_a_folder_in_the_place_of_a_file_and_the_reverse(out: Path):
    new = {"README.md": MARK, "a": b"a file", "e.txt/f/g": b"a folder"}
    write.write(out, new)
    assert contents(out) == new
    write.write(out, FILES)
    assert contents(out) == FILES


@pytest.mark.parametrize("hidden", [".keep", "b/.keep", "b/.git/config"])
def test_a_folder_with_hidden_files_is_never_replaced_by_a_file(out: Path, hidden: str):
    (out / "a" / hidden).parent.mkdir(exist_ok=True)
    (out / "a" / hidden).write_bytes(b"mine")
    before = contents(out)
    with pytest.raises(WriteError):
        write.write(out, {"README.md": MARK, "a": b"a file", "e.txt": b"new"})
    assert contents(out) == before


def test_some_outputs_leave_the_others_as_they_are(out: Path):
    some = {"README.md": MARK, "a/d.txt": b"new"}
    found = [Difference("a/b/c.txt", "unexpected"), Difference("a/d.txt", "outdated")]
    assert write.differences(out, some, is_partial=True) == found
    write.write(out, some, is_partial=True)
    assert contents(out) == some | {"e.txt": FILES["e.txt"]}


def test_temporary_files_are_in_the_output_folder_if_nothing_can_be_written_beside_it(
    out: Path, monkeypatch: pytest.MonkeyPatch
):
    beside = os.stat(out.parent)
    os.utime(out.parent, ns=(beside.st_atime_ns, 0))
    monkeypatch.setattr(write.os, "access", lambda path, mode: False)
    write.write(out, FILES | {"a/d.txt": b"new"})
    assert contents(out) == FILES | {"a/d.txt": b"new"}
    assert os.stat(out.parent).st_mtime_ns == 0


@pytest.mark.parametrize(
    "files",
    [{"letter.txt": "mine"}, {"README.md": "# My letters\n"}, {"README.md": "", "folder/x": ""}],
    ids=["no README.md", "another README.md", "an empty README.md"],
)
def test_a_folder_of_somebody_else_is_refused(tmp_path: Path, small: Path, files: dict[str, str]):
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    before = contents(tmp_path)
    ran = cli("--catalog", small, "--output", tmp_path)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.count("\n") == 1
    assert str(tmp_path) in ran.stderr
    assert contents(tmp_path) == before


@pytest.mark.parametrize("mark", [None, b"", b"# My letters\n", MARK[:-1] + b"x\n", b"a\n" + MARK, b"\xff\n"])
def test_only_a_folder_with_the_mark_in_its_first_line_is_written_to(tmp_path: Path, mark: bytes | None):
    (tmp_path / "letter.txt").write_bytes(b"mine")
    if mark is not None:
        (tmp_path / "README.md").write_bytes(mark)
    before = contents(tmp_path)
    with pytest.raises(WriteError):
        write.write(tmp_path, FILES)
    assert contents(tmp_path) == before
    (tmp_path / "README.md").write_bytes(MARK + b"and more\n")
    write.write(tmp_path, FILES)
    assert contents(tmp_path) == FILES


def test_a_folder_with_hidden_files_only_is_taken(tmp_path: Path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/config").write_text("mine")
    assert len(write.write(tmp_path, FILES)) == len(FILES)
    assert contents(tmp_path) == FILES | {".git/config": b"mine"}


def test_the_current_folder_is_refused(tmp_path: Path, small: Path):
    (tmp_path / "here").mkdir()
    ran = cli("--catalog", small, "--output", "..", cwd=tmp_path / "here")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert [path.name for path in tmp_path.rglob("*")] == ["here"]


def test_an_output_that_is_a_file_is_refused(tmp_path: Path, small: Path):
    (tmp_path / "file").write_text("mine")
    ran = cli("--catalog", small, "--output", tmp_path / "file")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert contents(tmp_path) == {"file": b"mine"}


def test_nothing_is_written_outside_the_output_folder(tmp_path: Path):
    """Names of packages and tags of languages are not paths."""
    for old, new in (("package: shop_errors", "package: ../evil"), ("de: {}", "../de: {}")):
        assert old in SMALL
        (tmp_path / "errors.yaml").write_text(SMALL.replace(old, new), "utf-8")
        assert cli("--catalog", "errors.yaml", "--output", "a/b/out", cwd=tmp_path).returncode == 1
        assert [path.name for path in tmp_path.rglob("*")] == ["errors.yaml"]
