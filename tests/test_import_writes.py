"""An import replaces the YAML as a whole or leaves it as it was, whatever happens meanwhile."""

import fcntl
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import run, run_with_small_files
from translators import SHOP, catalog, po, take

from error_catalog import CatalogError
from error_catalog.lock import Locked, lock
from error_catalog.translate.replacing import replace


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return catalog(tmp_path)


KILLED = """\
import os, signal, sys
from error_catalog import cli
real = os.replace
def killed(*paths):
    if {after}:
        real(*paths)
    os.kill(os.getpid(), signal.SIGKILL)
os.replace = killed
sys.exit(cli.main(sys.argv[1:]))
"""


@pytest.mark.parametrize("after", [False, True], ids=["before the file is replaced", "after the file is replaced"])
def test_the_next_import_completes_one_that_was_killed(after: bool, shop: Path):
    """Its temporary file is removed, and files of others with similar names are not."""
    swap = shop.with_name(".errors.yaml.swp")
    swap.write_text("an editor's")
    file = po(shop.parent, "de", "20.message|Closed|Zu")
    killed = run(sys.executable, "-c", KILLED.format(after=after), "import", "de", file, "--catalog", shop)
    assert killed.returncode == -signal.SIGKILL
    assert (len(list(shop.parent.iterdir())) == 4) is not after
    new = SHOP.replace("Geschlossen", "Zu")
    assert shop.read_text("utf-8") == (new if after else SHOP)
    file = po(shop.parent, "de", "20.message|Closed|Zu", "7.message|Out of stock|Ausverkauft")
    assert take(shop, "de", file) == ((1, 1, 0) if after else (2, 0, 0))
    assert {entry.name for entry in shop.parent.iterdir()} == {"errors.yaml", "de.po", ".errors.yaml.swp"}


def test_a_link_to_the_yaml_stays_a_link(shop: Path):
    folder = shop.parent / "linked"
    folder.mkdir()
    link = folder / "errors.yaml"
    link.symlink_to("../errors.yaml")
    assert take(link, "de", po(shop.parent, "de", "20.message|Closed|Zu")) == (1, 0, 0)
    assert link.is_symlink()
    assert shop.read_text("utf-8") == SHOP.replace("Geschlossen", "Zu")
    assert [entry.name for entry in folder.iterdir()] == ["errors.yaml"]


def test_a_link_in_the_way_is_not_followed(shop: Path):
    """Whoever can write to the folder could put links where temporary files have been."""
    victim = shop.parent / "victim"
    victim.write_text("mine")
    for name in (".errors.yaml.error-catalog-x", ".errors.yaml.codegen", ".codegen.lock", ".errors.yaml.lock"):
        shop.with_name(name).symlink_to("victim")
    assert take(shop, "de", po(shop.parent, "de", "20.message|Closed|Zu")) == (1, 0, 0)
    assert victim.read_text() == "mine"
    assert shop.read_text("utf-8") == SHOP.replace("Geschlossen", "Zu")


def test_the_mode_of_the_yaml_stays(shop: Path):
    shop.chmod(0o640)
    assert take(shop, "de", po(shop.parent, "de", "20.message|Closed|Zu")) == (1, 0, 0)
    assert shop.stat().st_mode & 0o777 == 0o640


def test_imports_at_the_same_time_lose_nothing(shop: Path):
    """Each is in the YAML at the end, or says that it is not."""
    files = [
        ("de", po(shop.parent, "de", "20.message|Closed|Zu")),
        *((tag, po(shop.parent, tag, f"20.message|Closed|Closed in {tag}")) for tag in ("fi", "nb", "sv")),
    ]
    command = [sys.executable, "-m", "error_catalog", "import", "--force", "--catalog", str(shop)]
    processes = [
        subprocess.Popen([*command, tag, str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for tag, file in files
    ]
    taken = [tag for (tag, _), process in zip(files, processes, strict=True) if process.wait() == 0]
    assert taken
    text = shop.read_text("utf-8")
    said = {"de": '"Zu"'} | {tag: f'"Closed in {tag}"' for tag in ("fi", "nb", "sv")}
    assert [tag for tag in said if said[tag] in text] == taken


def test_a_folder_that_another_process_has_locked_is_waited_for(shop: Path):
    holder = os.open(shop.parent, os.O_RDONLY)
    fcntl.flock(holder, fcntl.LOCK_EX)
    with pytest.raises(Locked), lock(shop.parent, patience=0.2):
        pytest.fail("the lock was taken twice")
    file = po(shop.parent, "de", "20.message|Closed|Zu")
    command = [sys.executable, "-m", "error_catalog", "import", "de", str(file), "--catalog", str(shop)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    time.sleep(1.5)
    assert process.poll() is None
    assert shop.read_text("utf-8") == SHOP
    os.close(holder)
    assert process.wait(timeout=60) == 0
    assert shop.read_text("utf-8") == SHOP.replace("Geschlossen", "Zu")


@pytest.mark.parametrize("command", ["import", "stale"])
def test_files_that_cannot_grow_leave_the_yaml(shop: Path, command: str):
    """With a limit for the size of files, as on a disk that is full."""
    (shop.parent / "before.yaml").write_text(SHOP.replace("Closed", "Shut"), "utf-8")
    arguments = ["import", "de", str(po(shop.parent, "de", "20.message|Closed|Zu"))]
    arguments = arguments if command == "import" else ["stale", str(shop.parent / "before.yaml")]
    before = sorted(entry.name for entry in shop.parent.iterdir())
    command = [sys.executable, "-m", "error_catalog", *arguments, "--catalog", shop]
    ran = run_with_small_files(command, 512)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith(f"{shop}: ")
    assert ran.stderr.count("\n") == 1
    assert shop.read_text("utf-8") == SHOP
    assert sorted(entry.name for entry in shop.parent.iterdir()) == before


def test_a_yaml_that_somebody_else_has_changed_meanwhile_is_not_overwritten(shop: Path):
    with pytest.raises(CatalogError) as error:
        replace({str(shop): b"as it was read"}, {str(shop): b"new"})
    assert [(finding.path, finding.rule) for finding in error.value.findings] == [(str(shop), "P01")]
    assert shop.read_text("utf-8") == SHOP
    assert [entry.name for entry in shop.parent.iterdir()] == ["errors.yaml"]
