"""What goes into development and CI is locked, and what comes out is the same byte for byte."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from conftest import ROOT, run
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCK = ROOT / ".ci" / "requirements.txt"
LOCKED = re.compile(
    r"^([A-Za-z0-9._-]+)==([^\s;\\]+)([^\\\n]*)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$",
    re.MULTILINE,
)


def test_every_dependency_is_locked_with_its_hashes():
    """What the groups of pyproject.toml ask for is there, in a version they allow; `make lock` makes the file."""
    text = LOCK.read_text("utf-8")
    locked = {match[1].lower(): match[2] for match in LOCKED.finditer(text)}
    assert len(LOCKED.findall(text)) == len(re.findall("^[a-z]", text, re.MULTILINE))
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    wanted = [item for name, group in groups.items() if name != "mutate" for item in group if isinstance(item, str)]
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)]), requirement


def test_wheel_and_sdist_are_reproducible(tmp_path: Path):
    """Built in two folders, from files of different days and modes."""
    built = []
    for name, mode in (("one", 0o644), ("another/folder", 0o600)):
        folder = tmp_path / name
        files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
            "\n"
        )
        for file in files:
            if file.startswith(("generated/marketo", "README", "LICENSE", "pyproject", ".gitignore")):
                (folder / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / file, folder / file)
                (folder / file).chmod(mode)
        ran = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist", folder)
        assert ran.returncode == 0, ran.stderr
        built.append({file.name: file.read_bytes() for file in (folder / "dist").iterdir()})
    assert sorted(built[0]) == ["marketo_soap_errors-1.0.0-py3-none-any.whl", "marketo_soap_errors-1.0.0.tar.gz"]
    assert built[0] == built[1]
