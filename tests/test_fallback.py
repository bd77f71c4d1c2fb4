"""A partly translated catalog: Python, the command, stock gettext and JSON give the same answer to the same list."""

import gettext
import importlib
import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogs import made, model
from conftest import run

CATALOG = """
package: fallback_errors
source_language: en
languages:
  en: {}
  fr: {complete: false}
  de: {}
  pt-BR: {complete: false}
fields:
  cause: {type: text, label: {en: "Cause", de: "Ursache"}}
categories:
  stock: {en: "Stock", fr: "Stocks", de: "Lager"}
recoveries:
  wait:
    resend: unchanged
    title: {en: "Wait", de: "Warten"}
    advice: {en: "Wait for a delivery", fr: "Attendez une livraison", de: "Warten Sie auf eine Lieferung"}
errors:
  1:
    name: ALL_TRANSLATED
    category: stock
    recovery: wait
    message: {en: "Out of stock", fr: "En rupture de stock", de: "Nicht auf Lager", pt-BR: "Sem estoque"}
    note: {en: "The last one is sold", fr: "Le dernier est vendu", de: "Das letzte ist verkauft"}
    cause: {en: "Many orders", fr: "Beaucoup de commandes", de: "Viele Bestellungen"}
  2:
    name: STALE_MESSAGE
    category: stock
    message:
      en: "Order not found"
      fr: {text: "Commande perdue", stale: true, source: "Order lost"}
      de: "Bestellung nicht gefunden"
    note: {en: "Its number is wrong", fr: "Son numéro est faux", de: "Ihre Nummer ist falsch"}
    cause: {en: "A typing error", de: "Ein Tippfehler"}
  3:
    name: NOTE_WITHOUT_TRANSLATION
    message: {en: "Basket empty", fr: "Panier vide", de: "Warenkorb leer"}
    note: {en: "Nothing is in it", de: "Es liegt nichts darin", pt-BR: "Nada nela"}
  4:
    name: ONLY_GERMAN
    retired: {since: "2.0", reason: {en: "The shop is always open", de: "Der Laden ist immer offen"}, replaced_by: 1}
    message: {en: "Shop closed", de: "Laden geschlossen"}
"""

KNOWN = ("en", "fr", "de", "pt-BR", "nl")
"""The languages of the catalog, and one that it does not have."""

LISTS = [list(tags) for length in range(4) for tags in itertools.product(KNOWN, repeat=length)]
FIELDS = {"message": "language", "note": "note_language", "cause": "cause_language"}

Answer = dict[str, tuple[str, str]]
"""Each text, by its msgctxt, with its language."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(model(CATALOG), tmp_path_factory.mktemp("fallback"))


@pytest.fixture(scope="module")
def package(folder: Path):
    sys.path.insert(0, str(folder))
    yield importlib.import_module("fallback_errors")
    sys.path.remove(str(folder))


def units(data: dict) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield every text of catalog.json that the package has too, by its msgctxt."""
    for error in data["errors"]:
        yield from ((f"{error['code']}.{field}", error[field]) for field in FIELDS if field in error)
        if "retired" in error:
            yield f"{error['code']}.retired.reason", error["retired"]["reason"]
    yield from ((f"categories.{name}", title) for name, title in data["categories"].items())
    for name, recovery in data["recoveries"].items():
        yield from ((f"recoveries.{name}.{part}", recovery[part]) for part in ("title", "advice"))


def by_json(data: dict, tags: list[str]) -> Answer:
    """Walk the list, and then take the source language."""
    chosen = {}
    for context, text in units(data):
        tag = next(tag for tag in [*tags, data["source_language"]] if tag in text)
        chosen[context] = (text[tag], tag)
    return chosen


def by_package(package, tags: list[str]) -> Answer:
    said: Answer = {}
    for code in package.ErrorCode:
        text = code.localized(tags)
        for field, language in FIELDS.items():
            if getattr(text, field):
                said[f"{code}.{field}"] = (getattr(text, field), getattr(text, language))
    return said


def test_the_list_of_lists_is_complete():
    assert len(LISTS) == 1 + 5 + 25 + 125


@pytest.mark.parametrize("form", [list, tuple, iter])
def test_the_package_agrees_with_the_json(folder, package, form):
    """Also in the language of each text."""
    data = json.loads((folder / "catalog.json").read_bytes())
    for tags in LISTS:
        expected = {
            name: said for name, said in by_json(data, tags).items() if name[0].isdigit() and "retired" not in name
        }
        if form is not iter:
            assert by_package(package, form(tags)) == expected, tags
        first = package.ErrorCode(1).localized(form(tags))
        assert (first.message, first.language) == expected["1.message"], tags


def test_other_texts_agree_with_the_json(folder, package):
    """Titles of categories, what to do, and why a code is retired."""
    data = json.loads((folder / "catalog.json").read_bytes())
    for tags in LISTS:
        expected = by_json(data, tags)
        assert package.Category.STOCK.localized(tags) == expected["categories.stock"][0], tags
        assert package.Recovery.WAIT.localized(tags) == expected["recoveries.wait.advice"][0], tags
        assert package.Recovery.WAIT.summary(tags) == expected["recoveries.wait.title"][0], tags
        assert package.ErrorCode(4).retired.localized(tags) == expected["4.retired.reason"][0], tags


def test_use_language_agrees_with_a_list(package):
    for tags in LISTS:
        with package.use_language(tags):
            assert [code.localized() for code in package.ErrorCode] == [
                code.localized(tags) for code in package.ErrorCode
            ]
            advice = package.Recovery.WAIT.localized()
        assert advice == package.Recovery.WAIT.localized(tags)


def test_stock_gettext_agrees_with_the_json(folder):
    """With nothing of the package but its MO files."""
    data = json.loads((folder / "catalog.json").read_bytes())
    sources = {context: text["en"] for context, text in units(data)}
    for tags in LISTS:
        locales = [tag.replace("-", "_") for tag in tags]
        stock = gettext.translation("fallback_errors", folder / "fallback_errors/locale", locales, fallback=True)
        said = {context: stock.pgettext(context, source) for context, source in sources.items()}
        assert said == {context: text for context, (text, _) in by_json(data, tags).items()}, tags


COMMAND = """
import io, json, os, sys
from contextlib import redirect_stdout
from fallback_errors._command import main
for languages in json.loads(sys.argv[1]):
    os.environ["LANGUAGE"] = languages
    with redirect_stdout(io.StringIO()) as printed:
        main(["list", "--json"])
    print(json.dumps(json.loads(printed.getvalue())))
"""


def by_command(entries: list[dict]) -> Answer:
    """Return what the entries say that the command has printed."""
    said: Answer = {}
    for entry in entries:
        present = [(field, language) for field, language in FIELDS.items() if entry[field]]
        said |= {f"{entry['code']}.{field}": (entry[field], entry[language]) for field, language in present}
    return said


def test_the_command_agrees_with_the_json(folder):
    """With lists in the environment variable LANGUAGE, as gettext has them."""
    data = json.loads((folder / "catalog.json").read_bytes())
    lists = json.dumps([":".join(tags) for tags in LISTS])
    ran = run(sys.executable, "-W", "error", "-c", COMMAND, lists, cwd=folder, LC_ALL="", LC_MESSAGES="", LANG="")
    assert ran.returncode == 0, ran.stderr
    answers = [json.loads(line) for line in ran.stdout.splitlines()]
    for tags, entries in zip(LISTS, answers, strict=True):
        expected = by_json(data, tags)
        said = by_command(entries)
        assert said == {context: expected[context] for context in said}, tags
        assert len(said) == 9
        assert entries[0]["advice"] == expected["recoveries.wait.advice"][0]
        assert entries[3]["retired"]["reason"] == expected["4.retired.reason"][0]


@pytest.mark.parametrize("tag", [*KNOWN, "fr-CA", "de_AT.UTF-8", "pt_BR"])
def test_the_command_with_one_tag(folder, package, tag):
    command = (sys.executable, "-m", "fallback_errors", "list", "--json", "--language", tag)
    said = by_command(json.loads(run(*command, cwd=folder, LANGUAGE="de").stdout))
    assert said == by_package(package, [tag])


def test_the_command_marks_what_is_not_translated_yet(folder):
    """Only to readers of a language of the catalog, and only where they see the source language instead."""

    def marked(code: str, languages: str) -> list[str]:
        ran = run(sys.executable, "-m", "fallback_errors", code, cwd=folder, LANGUAGE=languages)
        return [line.strip() for line in ran.stdout.splitlines() if "pas encore traduit" in line.lower()]

    assert [line.partition(" (")[0] for line in marked("3", "fr")] == ["Nothing is in it"]
    assert [line.rpartition("\u00a0: ")[2].partition(" (")[0] for line in marked("2", "fr")] == [
        "Order not found",
        "A typing error",
    ]
    assert marked("1", "fr") == marked("3", "fr:de") == marked("3", "nl") == marked("3", "en:fr") == []


def test_what_is_stale_is_fuzzy_for_translators_and_absent_for_readers(folder):
    po = (folder / "gettext/fr.po").read_text("utf-8")
    assert '#, fuzzy\n#| msgctxt "2.message"\n#| msgid "Order lost"\nmsgctxt "2.message"' in po
    everything = b"".join(path.read_bytes() for path in (folder / "fallback_errors").rglob("*") if path.is_file())
    assert b"Commande perdue" not in everything
    assert b"Commande perdue" not in (folder / "catalog.json").read_bytes()
