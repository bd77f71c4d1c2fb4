"""Weblate: what `init` writes for it, and files that go through translate-toolkit, its readers and writers."""

import configparser
import fnmatch
import importlib
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from catalogs import as_yaml, model
from conftest import CATALOG, run
from hypothesis import given, settings
from hypothesis import strategies as st
from translators import catalog, take

from error_catalog import init, read
from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse
from error_catalog.outputs import files

OUTDATED = """
package: shop_errors
source_language: en
languages: {en: {}, de: {complete: false}}
errors:
  7:
    name: OUT_OF_STOCK
    placeholders: {item: "paper"}
    message: {en: "No {item} left", de: {text: "Kein {item}", stale: true, source: "No \\"{item}\\"\\\\"}}
    note: {en: "Order fewer"}
"""


def toolkit(content: bytes) -> Any:
    return importlib.import_module("translate.storage.pypo").pofile.parsestring(content)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("weblate") / "shop-errors"
    init.init(folder)
    return folder


def test_the_component_fits_the_project(project: Path):
    """The mask finds every PO file, and the template is there."""
    [component] = json.loads((project / "weblate.json").read_text("utf-8"))
    present = [path.relative_to(project).as_posix() for path in project.rglob("*") if path.is_file()]
    found = fnmatch.filter(present, component["filemask"])
    assert sorted(found) == ["generated/gettext/de.po", "generated/gettext/fr.po"]
    assert component["new_base"] in present
    assert component["source_language"]["code"] == read(project / "catalog/errors.yaml").source_language
    assert {"name", "slug", "repo", "vcs", "branch"} <= component.keys()
    settings = configparser.ConfigParser()
    settings.read(project / ".weblate")
    assert settings["weblate"]["translation"] == f"{component['slug']}/{component['slug']}"
    assert settings["weblate"]["url"].endswith("/api/")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("make") is None, reason="make is missing: apt-get install make")
def test_make_takes_what_weblate_has_pushed(project: Path):
    """What is right is taken; what needs editing is named and left."""
    file = project / "generated/gettext/fr.po"
    store = toolkit(file.read_bytes())
    for unit in store.units:
        if unit.source == "Account closed":
            unit.target = "Compte fermé"
        elif unit.source == "Too many calls":
            unit.target = "Trop"
            unit.markfuzzy()
    file.write_bytes(bytes(store))
    (project / ".venv").mkdir()
    (project / ".venv/set-up").touch()
    os.utime(project / ".venv/set-up", (2**31, 2**31))
    ran = run("make", f"BIN={Path(sys.executable).parent}", "translations", cwd=project)
    assert "fr.po" in ran.stdout + ran.stderr
    texts = {unit.context: unit.texts.get("fr") for unit in read(project / "catalog/errors.yaml").units}
    assert texts["1003.message"].text == "Compte fermé"
    assert texts["1002.message"] is None


def test_an_untouched_file_loses_nothing(tmp_path: Path):
    """Comments, flags, contexts and texts, in every language of the real catalog."""
    path = tmp_path / "errors.yaml"
    path.write_bytes(CATALOG.read_bytes())
    for name, content in files(read(path), ["gettext"]).items():
        if name.endswith((".po", ".pot")):
            assert bytes(toolkit(content)).decode() == content.decode(), name
    for tag in ("fr", "sv"):
        file = tmp_path / f"{tag}.po"
        file.write_bytes(bytes(toolkit(files(read(path), ["gettext"])[f"gettext/{tag}.po"])))
        assert take(path, tag, file)[::2] == (0, 0)
    assert path.read_bytes() == CATALOG.read_bytes()


def test_an_outdated_translation_is_shown_with_its_older_source_text():
    one = model(OUTDATED)
    units = {unit.getcontext(): unit for unit in toolkit(files(one, ["gettext"])["gettext/de.po"]).units}
    unit = units["7.message"]
    assert (unit.isfuzzy(), unit.source, unit.target) == (True, "No {item} left", "Kein {item}")
    assert str(unit.prev_source) == 'No "{item}"\\'
    assert unit.hastypecomment("python-brace-format")


def test_what_a_translator_changes(tmp_path: Path):
    path = catalog(tmp_path, OUTDATED.lstrip())
    store = toolkit(files(read(path), ["gettext"])["gettext/de.po"])
    for unit in store.units:
        if unit.getcontext() == "7.message":
            unit.target = "Kein {item} mehr"
            unit.markfuzzy(False)
    file = tmp_path / "de.po"
    file.write_bytes(bytes(store))
    assert take(path, "de", file)[0] == 1
    new = read(path).errors[0].message.texts["de"]
    assert (new.text, new.is_stale) == ("Kein {item} mehr", False)


TEXTS = st.text(st.sampled_from('"\\\n\r\t{}%#~\x07\x0b\x7f\x85\u2028é日😀 ab'), min_size=1).filter(str.strip)


@settings(max_examples=60)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_any_text_comes_back(pairs: list[tuple[str, str]]):
    """Through translate-toolkit's reader, its writer, and its reader again."""
    errors = {str(n): {"name": f"E{n}", "message": {"en": en, "de": de}} for n, (en, de) in enumerate(pairs)}
    head = {"package": "any_errors", "source_language": "en", "languages": {"en": {}, "de": {}}}
    one = catalog_of(parse(as_yaml(head | {"errors": errors}), "any"))
    content = files(one, ["gettext"])["gettext/de.po"]
    for store in (toolkit(content), toolkit(bytes(toolkit(content)))):
        said = {unit.getcontext(): (unit.source, unit.target) for unit in store.units}
        assert [said[f"{n}.message"] for n in range(len(pairs))] == pairs
