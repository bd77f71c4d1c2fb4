"""What a new project installs as its generator: versions, paths and addresses."""

from pathlib import Path

import pytest
from conftest import ROOT, cli

from error_catalog.init.requirement import requirement


@pytest.mark.parametrize(
    ("given", "line"),
    [
        (">=2", "error-catalog>=2"),
        ("==2.0.0", "error-catalog==2.0.0"),
        (" ~= 2.0, != 2.1 ", "error-catalog~= 2.0, != 2.1"),
        ("error-catalog==2.0.0", "error-catalog==2.0.0"),
        ("Error_Catalog>=2; python_version > '3'", "Error_Catalog>=2; python_version > '3'"),
        ("git+https://host/a.git#subdirectory=codegen", "error-catalog @ git+https://host/a.git#subdirectory=codegen"),
        ("git+ssh://git@host/a.git@v2", "error-catalog @ git+ssh://git@host/a.git@v2"),
        ("git+file:///a.git#subdirectory=codegen", "git+file:///a.git#subdirectory=codegen"),
        ("error-catalog @ git+https://host/a.git", "error-catalog @ git+https://host/a.git"),
        ("https://host/error_catalog-2.0.0.tar.gz", "error-catalog @ https://host/error_catalog-2.0.0.tar.gz"),
    ],
)
def test_requirements(given: str, line: str):
    assert requirement(given) == line


def test_requirements_that_are_paths(tmp_path: Path):
    """Relative ones and those with special characters, too."""
    wheel = tmp_path / "a #b" / "error_catalog-2.0.0-py3-none-any.whl"
    wheel.parent.mkdir()
    wheel.touch()
    assert requirement(str(wheel)) == f"error-catalog @ {tmp_path.as_uri()}/a%20%23b/{wheel.name}"
    assert cli("init", tmp_path / "shop", "--requirement", "codegen").returncode == 0
    lines = (tmp_path / "shop" / "requirements.txt").read_text("utf-8").splitlines()
    assert f"error-catalog @ {(ROOT / 'codegen').as_uri()}" in lines


@pytest.mark.parametrize(
    "given",
    [
        "",
        "garbage",
        "2.0.0",
        "requests>=2",
        "error-catalog==",
        "error-catalog=2",
        "error-catalog2",
        ">=2,",
        ">=2\nrequests",
        "error-catalog @ somewhere",
        "git@host:a.git",
        "https://host/project",
        "git+https://host/a b.git",
        "-e .",
        str(ROOT),
        str(ROOT / "README.md"),
        "/nowhere/error_catalog-2.0.0-py3-none-any.whl",
    ],
)
def test_what_cannot_be_a_requirement(given: str):
    with pytest.raises(ValueError, match=r"."):
        requirement(given)


def test_a_wrong_requirement_is_wrong_usage(tmp_path: Path):
    """Nothing is made."""
    refused = cli("init", tmp_path / "shop", "--requirement", "garbage")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert list(tmp_path.iterdir()) == []
