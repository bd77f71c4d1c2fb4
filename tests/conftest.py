"""What the tests share: the repository, runs of the command line, and components of the system."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
CATALOG = ROOT / "catalog" / "errors.yaml"
GENERATED = ROOT / "generated"

ALONE = {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}

signal.signal(signal.SIGINT, signal.default_int_handler)  # shells let background jobs ignore it

settings.register_profile("tests", deadline=None, print_blob=True)
settings.register_profile("long", deadline=None, print_blob=True, max_examples=20_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tests"))


def run(*command: object, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, whatever its exit status."""
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=os.environ | ALONE | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )


def cli(*arguments: object, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command `error-catalog` as a process."""
    return run(sys.executable, "-m", "error_catalog", *arguments, cwd=cwd, **environment)


def run_with_small_files(command: Sequence[object], size: int, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a command that cannot write files of more bytes, as on a disk that is full."""
    import resource  # not on Windows

    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=os.environ | ALONE | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        check=False,
    )


def program(name: str, package: str) -> str:
    """Return the path of a program. If it is missing, the test is skipped; if CI is set, it fails."""
    found = shutil.which(name)
    if found is None:
        message = f"{name} is missing: apt-get install {package}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the committed pages, built strictly."""
    folder = tmp_path_factory.mktemp("site")
    built = run(sys.executable, "-m", "mkdocs", "build", "-f", "site/mkdocs.yml", "-d", folder)
    assert built.returncode == 0, built.stderr
    assert "WARNING" not in built.stderr
    return folder


@pytest.fixture(scope="module")  # of a module: while it runs, nothing else can use asyncio
def browser() -> "Iterator[Browser]":
    """Chromium, for tests that are marked `browser`."""
    from browsing import chromium

    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def built_generator(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel and the source distribution of the generator, in a folder of their own."""
    folder = tmp_path_factory.mktemp("generator")
    built = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT / "codegen")
    assert built.returncode == 0, built.stderr
    return folder


PROCESSES = {
    "test_bad", "test_cli", "test_clients", "test_command", "test_compare", "test_compare_revision",
    "test_damaged_logs", "test_durations",
    "test_entry_points", "test_fallback", "test_faults", "test_fields", "test_finder", "test_finder_codes",
    "test_finder_fields", "test_finder_hostile", "test_fuzz", "test_generator_readme", "test_gettext", "test_import",
    "test_import_tools", "test_import_writes", "test_init", "test_injection", "test_interruption", "test_keywords",
    "test_lock", "test_logs", "test_outdated", "test_outputs", "test_own_field_names", "test_own_field_values",
    "test_own_fields", "test_package", "test_plugin_refusals", "test_plugin_site", "test_progress", "test_public_api",
    "test_readme", "test_rendering", "test_reports", "test_round_trips", "test_rule_edges", "test_search_worker",
    "test_supply", "test_write",
}  # fmt: skip
"""Modules whose tests mostly start processes, or try many examples."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of these modules as slow, so that the others can be run while somebody works."""
    for item in items:
        if item.path.stem in PROCESSES:
            item.add_marker(pytest.mark.slow)
