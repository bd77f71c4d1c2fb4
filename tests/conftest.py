"""What the tests share: the repository, runs of the command line, and components of the system."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
CATALOG = ROOT / "catalog" / "errors.yaml"
GENERATED = ROOT / "generated"

ALONE = {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "XDG_CACHE_HOME": str(ROOT / ".pytest_cache" / "user")}

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


def codegen(*arguments: object, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m codegen` as a process."""
    return run(sys.executable, "-m", "codegen", *arguments, cwd=cwd, **environment)


def program(name: str, package: str) -> str:
    """The path of a program. Where it is missing the test is skipped; where CI is set it fails."""
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
