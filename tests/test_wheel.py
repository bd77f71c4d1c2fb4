"""What pip installs."""

import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT, run

PROGRAM = """
from marketo_soap_errors import LANGUAGES, ErrorCode
print(*[ErrorCode(20103).localized(language).message for language in LANGUAGES], sep="|")
"""
MESSAGES = "Lead Not Found|Prospect introuvable|リードが見つかりません|리드를 찾을 수 없음|Leadet hittades inte\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder)
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("*.whl")
    return wheel


def test_the_files_of_the_wheel(wheel):
    """The package, its five catalogs and the licence; nothing of the generator."""
    names = zipfile.ZipFile(wheel).namelist()
    package = "marketo_soap_errors/"
    modules = ["__init__", "__main__", "_base", "_catalog", "_command", "_facts", "_faults", "_kind", "_logs"]
    modules += ["_lookup", "_recovery", "_retired", "_retirements", "_soap", "_texts", "_words"]
    assert sorted(name for name in names if name.startswith(package)) == sorted(
        [f"{package}{module}.py" for module in modules]
        + [f"{package}py.typed"]
        + [f"{package}locale/{tag}/LC_MESSAGES/marketo_soap_errors.mo" for tag in ("en", "fr", "ja", "ko", "sv")]
    )
    info = "marketo_soap_errors-1.0.0.dist-info/"
    assert sorted(name for name in names if not name.startswith(package)) == sorted(
        [f"{info}METADATA", f"{info}RECORD", f"{info}WHEEL", f"{info}entry_points.txt", f"{info}licenses/LICENSE"]
    )


def test_the_wheel_in_an_empty_environment(wheel, tmp_path):
    """No dependency, all five languages."""
    assert run(sys.executable, "-m", "venv", tmp_path).returncode == 0
    python = tmp_path / "bin" / "python"
    installed = run(python, "-m", "pip", "install", "--no-index", wheel)
    assert installed.returncode == 0, installed.stderr
    ran = run(python, "-I", "-c", PROGRAM, cwd=tmp_path)
    assert (ran.stdout, ran.stderr) == (MESSAGES, "")


def test_the_wheel_as_a_zip(wheel, tmp_path):
    """Imported without being unpacked."""
    ran = run(sys.executable, "-S", "-c", PROGRAM, cwd=tmp_path, PYTHONPATH=str(wheel))
    assert (ran.stdout, ran.stderr) == (MESSAGES, "")


def test_the_source_distribution_builds_the_same_wheel(wheel, tmp_path):
    """What is published as source is complete."""
    (source,) = wheel.parent.glob("*.tar.gz")
    built = run(sys.executable, "-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "-w", tmp_path, source)
    assert built.returncode == 0, built.stderr
    (again,) = tmp_path.glob("*.whl")
    assert zipfile.ZipFile(again).namelist() == zipfile.ZipFile(wheel).namelist()
    assert (ROOT / "pyproject.toml").read_text("utf-8").count('version = "1.0.0"') == 1
