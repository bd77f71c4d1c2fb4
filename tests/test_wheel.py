"""The package as pip installs it."""

import sys
import zipfile
from pathlib import Path

import pytest
from catalogs import plain
from conftest import CATALOG, run

pytestmark = pytest.mark.slow

PROGRAM = """
from marketo_soap_errors import LANGUAGES, ErrorCode
print(*[ErrorCode(20103).localized(language).message for language in LANGUAGES], sep="|")
"""
VERSION = plain(CATALOG)["gettext"]["version"]
MESSAGES = "Lead Not Found|Prospect introuvable|リードが見つかりません|리드를 찾을 수 없음|Leadet hittades inte\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder)
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("*.whl")
    return wheel


def test_the_files_of_the_wheel(wheel):
    """They are the package, its five MO files and the licence, and nothing of the generator."""
    names = zipfile.ZipFile(wheel).namelist()
    package = "marketo_soap_errors/"
    modules = ["__init__", "__main__", "_base", "_catalog", "_codes", "_command", "_error", "_explain", "_facts"]
    modules += [
        "_fault",
        "_faults",
        "_held",
        "_kind",
        "_lines",
        "_logs",
        "_lookup",
        "_markup",
        "_matches",
        "_placeholders",
    ]
    modules += ["_problem", "_records", "_recovery", "_rendered", "_scan", "_shown", "_soap", "_sources"]
    modules += ["_text", "_texts", "_words"]
    assert sorted(name for name in names if name.startswith(package)) == sorted(
        [f"{package}{module}.py" for module in modules]
        + [f"{package}py.typed"]
        + [f"{package}locale/{tag}/LC_MESSAGES/marketo_soap_errors.mo" for tag in ("en", "fr", "ja", "ko", "sv")]
    )
    info = f"marketo_soap_errors-{VERSION}.dist-info/"
    assert sorted(name for name in names if not name.startswith(package)) == sorted(
        [f"{info}METADATA", f"{info}RECORD", f"{info}WHEEL", f"{info}entry_points.txt", f"{info}licenses/LICENSE"]
    )


def test_the_wheel_in_an_empty_environment(wheel, tmp_path):
    """It needs no other package and has all five languages; its command is installed."""
    assert run(sys.executable, "-m", "venv", tmp_path).returncode == 0
    python = tmp_path / "bin" / "python"
    installed = run(python, "-m", "pip", "install", "--no-index", wheel)
    assert installed.returncode == 0, installed.stderr
    ran = run(python, "-I", "-c", PROGRAM, cwd=tmp_path)
    assert (ran.stdout, ran.stderr) == (MESSAGES, "")
    ran = run(tmp_path / "bin" / "marketo-soap-errors", "20103", "--language", "sv", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Leadet hittades inte" in ran.stdout


def test_the_wheel_as_a_zip(wheel, tmp_path):
    """It can be imported and run without being unpacked."""
    zipped = {"PYTHONPATH": str(wheel), "PYTHONOPTIMIZE": "2", "LC_ALL": "C"}
    ran = run(sys.executable, "-S", "-W", "error", "-c", PROGRAM, cwd=tmp_path, **zipped)
    assert (ran.stdout, ran.stderr) == (MESSAGES, "")
    command = ("-S", "-W", "error", "-m", "marketo_soap_errors", "20103", "--language", "ja")
    ran = run(sys.executable, *command, cwd=tmp_path, **zipped)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "リードが見つかりません" in ran.stdout


def test_the_source_distribution_builds_the_same_wheel(wheel, tmp_path):
    """The source distribution is complete."""
    (source,) = wheel.parent.glob("*.tar.gz")
    built = run(sys.executable, "-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "-w", tmp_path, source)
    assert built.returncode == 0, built.stderr
    (again,) = tmp_path.glob("*.whl")
    assert zipfile.ZipFile(again).namelist() == zipfile.ZipFile(wheel).namelist()
