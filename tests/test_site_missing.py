"""The page for missing pages: on a site that is a catalog's own, it leads to the codes in each language."""

import re
from pathlib import Path

import pytest
from adopter import built, written

pytestmark = pytest.mark.slow

AT_THE_ROOT = {"plugins": ["search", {"error-catalog": {"catalog": "catalog/errors.yaml", "path": ""}}]}
DOOR = re.compile(r'<a href="([^"]*)" lang="([^"]*)"')


def test_it_leads_to_each_language_from_the_root_of_the_host(tmp_path: Path):
    site = built(written(tmp_path, AT_THE_ROOT, {"docs/index.md": None}))
    doors = DOOR.findall((site / "404.html").read_text("utf-8"))
    assert doors == [(f"/docs/{tag}/", tag) for tag in ("en", "fr", "he")]
    assert all((site / tag / "index.html").is_file() for _, tag in doors)


def test_a_page_of_the_sites_own_stays(tmp_path: Path):
    theirs = {"docs/index.md": None, "overrides/404.html": "Ours alone"}
    site = built(written(tmp_path, AT_THE_ROOT | {"theme": {"custom_dir": "overrides"}}, theirs))
    assert (site / "404.html").read_text("utf-8") == "Ours alone"
