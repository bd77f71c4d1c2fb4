"""An import replaces the YAML as a whole or leaves it as it was, whatever happens meanwhile."""

import fcntl
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import CATALOG, GENERATED, ROOT, run
from translators import SHOP, catalog, po, take

from error_catalog import CatalogError
from error_catalog.lock import Locked, lock
from error_catalog.translate.replacing import replace

KILLS = 40
ATTEMPTS = 200


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return catalog(tmp_path)


@pytest.mark.slow
def test_a_killed_import_leaves_the_old_yaml_or_the_new_one(tmp_path: Path):
    path = tmp_path / "errors.yaml"
    old = CATALOG.read_bytes()
    file = tmp_path / "fr.po"
    text = (GENERATED / "gettext" / "fr.po").read_text("utf-8")
    file.write_text(text.replace("Flux", "Torrent").replace("flux", "torrent"), "utf-8")
    command = [sys.executable, "-m", "error_catalog", "import", "fr", str(file), "--force", "--catalog", str(path)]
    path.write_bytes(old)
    started = time.monotonic()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    whole = time.monotonic() - started
    new = path.read_bytes()
    assert new != old
    chance = random.Random(20014)
    hits = attempts = 0
    while hits < KILLS and attempts < ATTEMPTS:
        attempts += 1
        path.write_bytes(old)
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 1.0) * whole)
        process.send_signal(signal.SIGKILL)
        hits += process.wait() == -signal.SIGKILL
        assert path.read_bytes() in (old, new)
    assert hits == KILLS
    path.write_bytes(old)
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert path.read_bytes() == new
    assert {entry.name for entry in tmp_path.iterdir()} == {"errors.yaml", "fr.po"}


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


def test_a_yaml_that_somebody_else_has_changed_meanwhile_is_not_overwritten(shop: Path):
    with pytest.raises(CatalogError) as error:
        replace({str(shop): b"as it was read"}, {str(shop): b"new"})
    assert [(finding.path, finding.rule) for finding in error.value.findings] == [(str(shop), "P01")]
    assert shop.read_text("utf-8") == SHOP
    assert [entry.name for entry in shop.parent.iterdir()] == ["errors.yaml"]
