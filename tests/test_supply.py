"""What goes into development and CI is locked; what comes out is complete, and the same byte for byte."""

import os
import re
import shutil
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from catalogs import plain
from conftest import CATALOG, ROOT, cli, run
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCK = ROOT / ".ci" / "requirements.txt"
TOOLS = ROOT / ".ci" / "tools.txt"
LOCKED = re.compile(
    r"^([A-Za-z0-9._-]+)==([^\s;\\]+)([^\\\n]*)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$",
    re.MULTILINE,
)
GENERATOR = tomllib.loads((ROOT / "codegen" / "pyproject.toml").read_text("utf-8"))["project"]
NAMES = {
    ".": f"marketo_soap_errors-{plain(CATALOG)['gettext']['version']}",
    "codegen": f"error_catalog-{GENERATOR['version']}",
}
HIDDEN = shutil.ignore_patterns("__pycache__", ".*")


def groups() -> dict[str, list[str]]:
    """Return the requirements of each dependency group, without the groups that it includes."""
    written = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    return {name: [item for item in group if isinstance(item, str)] for name, group in written.items()}


@pytest.mark.parametrize(
    ("lock", "chosen"), [(LOCK, lambda name: name != "tools"), (TOOLS, lambda name: name == "tools")]
)
def test_every_dependency_is_locked_with_its_hashes(lock: Path, chosen):
    """What the groups of pyproject.toml ask for is there, in a version they allow; `make lock` makes the files."""
    text = lock.read_text("utf-8")
    locked = {match[1].lower(): match[2] for match in LOCKED.finditer(text)}
    assert len(LOCKED.findall(text)) == len(re.findall("^[a-z]", text, re.MULTILINE))
    wanted = [item for name, group in groups().items() if chosen(name) for item in group]
    assert wanted
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)]), requirement


def test_the_locks_agree():
    """Both are installed into one environment."""
    versions = [
        {match[1].lower(): match[2] for match in LOCKED.finditer(lock.read_text("utf-8"))} for lock in (LOCK, TOOLS)
    ]
    assert {name: version for name, version in versions[1].items() if versions[0].get(name, version) != version} == {}


def test_nothing_is_installed_without_its_hash():
    """By no target of the Makefile, and by nothing in CI: each install names a lock, or what is in the repository."""
    commands = (ROOT / "Makefile").read_text("utf-8").replace("\\\n", " ").splitlines()
    commands += (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    installs = [
        line for line in commands if re.search(r"\b(pip|uv|npm|pipx|npx) (?:-\S+ )*(install|sync|tool)\b", line)
    ]
    assert len(installs) >= 3
    assert [line for line in installs if "--require-hashes" not in line and "--no-deps" not in line] == []


def test_the_lock_covers_the_generator():
    """The lock has what the generator depends on, also for its site."""
    locked = {plain(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", LOCK.read_text("utf-8"), re.MULTILINE)}
    wanted = GENERATOR["dependencies"] + GENERATOR["optional-dependencies"]["site"]
    assert {plain(re.match(r"[\w.-]+", line)[0]) for line in wanted} <= locked


def plain(name: str) -> str:
    """Return the name of a distribution as indexes compare it."""
    return re.sub("[-_.]+", "-", name).lower()


def test_the_version_of_the_generator():
    assert cli("--version").stdout == f"error-catalog {GENERATOR['version']}\n"


def copied(project: str, folder: Path, when: int, mode: int) -> Path:
    """Copy what a project is built from, as files of another day and mode."""
    if project == "codegen":
        shutil.copytree(ROOT / project, folder, ignore=HIDDEN)
    else:
        shutil.copytree(ROOT / "generated", folder / "generated", ignore=HIDDEN)
        for file in ("README.md", "LICENSE", "pyproject.toml", "catalog/errors.yaml"):
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / file, folder / file)
    for file in [path for path in folder.rglob("*") if path.is_file()]:
        file.chmod(mode)
        os.utime(file, (when, when))
    return folder


def licences(folder: Path) -> list[bytes]:
    """Return the licence in the wheel and the one in the source distribution that a folder holds."""
    (wheel,), (source,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as packed, tarfile.open(source) as archive:
        names = [name for name in packed.namelist() if name.endswith(".dist-info/licenses/LICENSE")]
        member = archive.extractfile(f"{source.name.removesuffix('.tar.gz')}/LICENSE")
        assert member
        return [*map(packed.read, names), member.read()]


@pytest.mark.slow
@pytest.mark.parametrize("project", NAMES)
def test_wheel_and_sdist_are_reproducible(project: str, tmp_path: Path):
    """They are the same, built in two folders from files of different days and modes."""
    built = []
    for name, when, mode in (("one", 1_000_000_000, 0o644), ("another/folder", 1_700_000_000, 0o600)):
        folder = copied(project, tmp_path / name, when, mode)
        ran = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist", folder)
        assert ran.returncode == 0, ran.stderr
        built.append({file.name: file.read_bytes() for file in (folder / "dist").iterdir()})
        assert licences(folder / "dist") == [(folder / "LICENSE").read_bytes()] * 2
    assert sorted(built[0]) == [f"{NAMES[project]}-py3-none-any.whl", f"{NAMES[project]}.tar.gz"]
    assert built[0] == built[1]


def test_the_wheel_of_the_generator_is_complete(built_generator: Path):
    """It has every file of the package, templates and data too, and the licence; nothing else."""
    (wheel,) = built_generator.glob("*.whl")
    source = [path.relative_to(ROOT / "codegen") for path in (ROOT / "codegen" / "error_catalog").rglob("*")]
    files = {path.as_posix() for path in source if (ROOT / "codegen" / path).is_file() and path.suffix != ".pyc"}
    assert {Path(file).suffix for file in files} >= {".py", ".j2", ".json", ".toml"}
    assert "error_catalog/py.typed" in files  # which the classifier `Typing :: Typed` promises
    metadata = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
    with zipfile.ZipFile(wheel) as packed:
        assert set(packed.namelist()) == files | {f"{NAMES['codegen']}.dist-info/{name}" for name in metadata}


@pytest.mark.slow
def test_the_source_distribution_of_the_generator_builds_the_same_wheel(built_generator: Path, tmp_path: Path):
    (source,) = built_generator.glob("*.tar.gz")
    built = run(sys.executable, "-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "-w", tmp_path, source)
    assert built.returncode == 0, built.stderr
    (again,) = tmp_path.glob("*.whl")
    assert again.read_bytes() == (built_generator / again.name).read_bytes()
