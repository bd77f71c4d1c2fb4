"""The README shows real output."""

import doctest
import re

from conftest import CATALOG, ROOT, cli

LINE = re.compile(r"^.*errors\.yaml:\d+")


def test_the_session_of_the_readme():
    """Every line after `>>>` prints what stands below it."""
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert (failed, tried > 8) == (0, True)


def test_the_finding_of_the_readme(tmp_path):
    """The README shows the very words of a finding, so that somebody who meets it recognizes it."""
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = next(line.strip() for line in readme.splitlines() if "C05 20014.message.fr" in line)
    catalog = tmp_path / "errors.yaml"
    catalog.write_text(CATALOG.read_text("utf-8").replace("Échec de l’auth", "Échec de l&#39;auth"), "utf-8")
    finding, count = cli("check", "--catalog", catalog).stderr.splitlines()
    assert (LINE.sub("", finding), count) == (LINE.sub("", shown), "1 finding")


def test_the_commands_of_the_readme():
    """Every command that the README names exists."""
    readme = (ROOT / "README.md").read_text("utf-8")
    named = set(re.findall(r"error-catalog ([a-z]+)", readme))
    assert named - {"init"} <= set(re.findall(r"^    ([a-z]+) ", cli("--help").stdout, re.MULTILINE))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for file in ("README.md", "CONTRIBUTING.md"):
        assert set(re.findall(r"`make ([a-z-]+)", (ROOT / file).read_text("utf-8"))) <= targets
