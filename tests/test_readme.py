"""The README shows real output."""

import doctest
import re

from conftest import CATALOG, ROOT, codegen

LINE = re.compile(r"^.*errors\.yaml:\d+")


def test_the_session_of_the_readme():
    """Every line after `>>>` prints what stands below it."""
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert (failed, tried > 8) == (0, True)


def test_the_complaint_of_the_readme(tmp_path):
    """The mistake that the README shows is said in these words."""
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = next(line.strip() for line in readme.splitlines() if "C05 20014.message.fr" in line)
    catalog = tmp_path / "errors.yaml"
    catalog.write_text(CATALOG.read_text("utf-8").replace("Échec de l’auth", "Échec de l&#39;auth"), "utf-8")
    complaint, count = codegen("check", "--catalog", catalog).stderr.splitlines()
    assert (LINE.sub("", complaint), count) == (LINE.sub("", shown), "1 mistake")
