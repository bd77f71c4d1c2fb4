"""Every block of the guide, done as a reader does it."""

import os
import re
import sys
from pathlib import Path

import marketo_soap_errors
import pytest
from conftest import ROOT, run

GUIDE = ROOT / "site" / "docs" / "guide"
PAGES = sorted(page.stem for page in GUIDE.glob("*.md"))
WITHOUT_CODE = {"index", "api", "weblate"}


def done(page: Path, folder: Path, **environment: str) -> int:
    """Do what a page says in a folder, and return how many blocks of code it has."""
    ran = run(sys.executable, ROOT / "tests" / "documents.py", page, cwd=folder, **environment)
    assert ran.returncode == 0, ran.stderr
    return int(re.findall(r"(\d+) blocks$", ran.stdout)[0])


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted({*PAGES} - {*WITHOUT_CODE}))
def test_every_block_of_a_page(name: str, built_generator: Path, tmp_path: Path):
    """Pip finds the generator of this repository beside the package index."""
    links = f"{os.environ.get('PIP_FIND_LINKS', '')} {built_generator}".strip()
    assert done(GUIDE / f"{name}.md", tmp_path, PIP_FIND_LINKS=links, PIP_QUIET="3") > 2


@pytest.mark.parametrize("name", sorted(WITHOUT_CODE))
def test_the_other_pages_have_no_code(name: str):
    assert "```" not in (GUIDE / f"{name}.md").read_text("utf-8")


def test_the_api_reference_has_every_public_name():
    named = re.findall(r"^::: [\w.]+\.(\w+)$", (GUIDE / "api.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(marketo_soap_errors.__all__)


@pytest.mark.parametrize(
    "wrong",
    [
        "```pycon\n>>> 1 + 1\n3\n```\n",
        "```python\nprint(1)\n```\n\n```text\n2\n```\n",
        "```python\nprint(1)\n```\n",
        "```console\n$ echo 1\n2\n```\n",
        "```console\n$ false\n```\n",
        "```console\necho 1\n```\n",
        "```yaml\nlanguage: {}\n```\n",
        "```toml\na = \n```\n",
        "```text\nwhat nothing prints\n```\n",
        "```pycon\n>>> 1\n",
    ],
)
def test_what_is_wrong_on_a_page_is_noticed(wrong: str, tmp_path: Path):
    page = tmp_path / "page.md"
    page.write_text(f"# Page\n\n{wrong}", "utf-8")
    assert run(sys.executable, ROOT / "tests" / "documents.py", page, cwd=tmp_path).returncode == 1
