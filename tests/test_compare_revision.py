"""The older catalog is a file, or the catalog as of a revision of git."""

import json
from pathlib import Path

import pytest
from catalogs import plain
from comparing import OLD, edited
from conftest import CATALOG, ROOT, cli, program, run


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of git with a catalog in a folder, changed since the revision `v1`."""
    git = program("git", "git")
    folder = tmp_path / "repository"
    (folder / "catalog").mkdir(parents=True)
    (folder / "catalog/errors.yaml").write_text(OLD, "utf-8")
    author = ["-c", "user.name=Ann", "-c", "user.email=ann@shop.internal"]
    for command in (["init", "-q"], ["add", "."], [*author, "commit", "-q", "-m", "One"], ["tag", "v1"]):
        assert run(git, *command, cwd=folder).returncode == 0
    (folder / "catalog/errors.yaml").write_text(edited([("CLOSED", "SHUT")]), "utf-8")
    (folder / "catalog/other.yaml").write_text(OLD, "utf-8")
    return folder


def changes_since(revision: str, *options: object, cwd: Path) -> list[str]:
    ran = cli("compare", revision, "--format", "json", *options, cwd=cwd)
    assert ran.returncode == 1, ran.stderr
    return [f"{change['kind']} {change['where']}" for change in json.loads(ran.stdout)["changes"]]


def test_a_revision_of_git(repository: Path):
    """By any name of a revision, and wherever the command is run."""
    catalog = repository / "catalog/errors.yaml"
    assert changes_since("v1", cwd=repository) == ["breaking 8"]
    assert changes_since("HEAD", "--catalog", catalog, cwd=ROOT) == ["breaking 8"]
    assert changes_since("v1^0", "--catalog", "errors.yaml", cwd=repository / "catalog") == ["breaking 8"]


def test_a_file_comes_before_a_revision_of_its_name_and_a_folder_does_not(repository: Path):
    (repository / "v1").mkdir()
    assert changes_since("v1", cwd=repository) == ["breaking 8"]
    (repository / "v1").rmdir()
    (repository / "v1").write_text(edited([("OUT_OF_STOCK", "SOLD"), ("CLOSED", "SHUT")]), "utf-8")
    assert changes_since("v1", cwd=repository) == ["breaking 7"]


@pytest.mark.parametrize(
    ("revision", "catalog"),
    [
        ("v9", "catalog/errors.yaml"),
        ("v1", "catalog/other.yaml"),
        ("v1", "../outside.yaml"),
        ("nothing.yaml", "catalog/errors.yaml"),
        ("v1:catalog", "catalog/errors.yaml"),
    ],
    ids=["unknown revision", "revision without the file", "no repository", "missing file", "not a revision"],
)
def test_what_is_neither_a_file_nor_a_revision_is_refused(repository: Path, revision: str, catalog: str):
    (repository / "../outside.yaml").write_text(OLD, "utf-8")
    ran = cli("compare", revision, "--catalog", catalog, cwd=repository, GIT_CEILING_DIRECTORIES="/")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith(f"{revision}:{catalog}:1:1: Y01 catalog: ")
    assert len(ran.stderr.splitlines()) == 2


def test_without_git_a_revision_is_refused(repository: Path):
    ran = cli("compare", "v1", cwd=repository, PATH="/nowhere")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("v1:catalog/errors.yaml:1:1: Y01 catalog: ")


def test_the_catalog_keeps_its_promises_since_the_latest_release(tmp_path: Path):
    """The version in the YAML is at least the one that the changes call for."""
    tag = run("git", "describe", "--tags", "--abbrev=0")
    if tag.returncode:
        pytest.skip("no release yet: `git tag v2.0.0` makes one to compare with")
    latest = tag.stdout.strip()
    before = [int(part) for part in latest.lstrip("v").split(".")]
    now = [int(part) for part in plain(CATALOG)["gettext"]["version"].split(".")]
    if now[0] > before[0]:
        return  # anything can have changed, even the keys of the YAML
    report = json.loads(cli("compare", latest, "--format", "json").stdout)
    steps = {"major": False, "minor": now[:2] > before[:2], "patch": now > before, "none": True}
    assert steps[report["step"]], report
    assert not [change for change in report["changes"] if change["kind"] == "outdated"]
