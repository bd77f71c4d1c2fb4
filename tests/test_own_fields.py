"""A catalog's own fields in Python, in the command and in PO files."""

import dataclasses
import importlib
import json
import pickle
import sys
from pathlib import Path

import pytest
from catalogs import made, model
from conftest import run
from kitchen import CATALOG, OWN, TYPES, VALUES

from error_catalog.model.fields import SCALARS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(model(CATALOG), tmp_path_factory.mktemp("kitchen"))


@pytest.fixture(scope="module")
def package(folder: Path):
    sys.path.insert(0, str(folder))
    yield importlib.import_module("kitchen_errors")
    sys.path.remove(str(folder))


def test_the_catalog_has_a_field_of_every_type():
    fields = model(CATALOG).fields.own
    assert {(row.type, row.many) for row in fields} == {
        ("text", False),
        *((kind, many) for kind in SCALARS for many in (False, True)),
    }
    assert [row.name for row in fields] == OWN


@pytest.mark.parametrize("name", OWN)
def test_the_values_in_python(package, name):
    values = {code.value: getattr(code, name) for code in package.ErrorCode}
    assert values == {code: fields[name] for code, fields in VALUES.items()}
    assert [type(value) for value in values.values()] == [type(fields[name]) for fields in VALUES.values()]


@pytest.mark.slow
def test_the_types_in_python(folder, tmp_path):
    """A field that every error has is not Optional, and a string with values is a Literal of them."""
    names = [*OWN, "category", "limit", "retired"]
    text_names = ["note_language", "cause", "cause_language", "hint", "hint_language"]
    lines = ["from kitchen_errors import ErrorCode", "code = ErrorCode(1)", 'text = code.localized("fr")']
    lines += [f"reveal_type(code.{name})" for name in names] + [f"reveal_type(text.{name})" for name in text_names]
    (tmp_path / "user.py").write_text("\n".join(lines))
    paths = {"MYPYPATH": str(folder), "MYPY_CACHE_DIR": str(tmp_path / "cache")}
    ran = run(sys.executable, "-m", "mypy", "--strict", "-p", "kitchen_errors", cwd=folder, **paths)
    assert ran.returncode == 0, ran.stdout
    ran = run(sys.executable, "-m", "mypy", "--strict", tmp_path / "user.py", **paths)
    assert ran.returncode == 0, ran.stdout
    revealed = [line.split('"', 1)[1][:-1] for line in ran.stdout.splitlines() if "Revealed type" in line]
    shown = [one.replace("builtins.", "") for one in revealed]
    assert dict(zip(OWN, shown, strict=False)) == TYPES
    optional = "kitchen_errors._{} | None"
    assert shown[len(OWN) : len(names)] == [
        optional.format("facts.Category"),
        optional.format("facts.Limit"),
        "None",
    ]
    assert shown[len(names) :] == ["str | None", "str", "str", "str | None", "str | None"]


def test_the_texts_fall_back_each_by_itself(package):
    first, second = package.ErrorCode
    assert dataclasses.asdict(first.localized("de")) == {
        "message": "Nicht auf Lager",
        "note": "",
        "language": "de",
        "note_language": None,
        "cause": "Inzwischen verkauft",
        "cause_language": "de",
        "hint": "Look at the stock",
        "hint_language": "en",
    }
    assert dataclasses.asdict(second.localized(["de", "fr"])) == {
        "message": "Introuvable",
        "note": "",
        "language": "fr",
        "note_language": None,
        "cause": "Un mauvais numéro",
        "cause_language": "fr",
        "hint": None,
        "hint_language": None,
    }


@pytest.mark.parametrize("protocol", [2, pickle.HIGHEST_PROTOCOL])
def test_texts_pickle(package, protocol):
    text = package.ErrorCode(1).localized("de")
    assert pickle.loads(pickle.dumps(text, protocol)) == text


def command(folder: Path, *arguments: str, language: str = "fr"):
    words = ("-W", "error", "-m", "kitchen_errors", *arguments)
    return run(sys.executable, *words, cwd=folder, LANGUAGE=language)


SHOWN = {
    "Statut HTTP": "409",
    "Recul": "1.5",
    "Équipe": "Warehouse",
    "Gravité": 'very "high"',
    "Publique": "Non",
    "Procédure": "https://runbooks.internal/stock?a=1&b=2",
    "Voir aussi": "2, 3",
    "Poids": "0.5, 2",
    "Étiquettes": "stock, 1 000",
    "Régions": "us, eu",
    "Étapes": "Oui, Non",
    "Liens": "https://a.internal/, https://b.internal/",
    "Cause probable": "Vendu entre-temps",
    "Conseil": "Regardez le stock",
}


def test_explain_shows_labels_and_values_in_the_language_of_the_reader(folder):
    lines = command(folder, "explain", "1").stdout.splitlines()
    shown = dict(line.strip().split("\u00a0: ", 1) for line in lines if "\u00a0: " in line)
    assert {label: shown.get(label) for label in SHOWN} == SHOWN
    lines = command(folder, "explain", "2").stdout.splitlines()
    assert [label for label in SHOWN if any(line.strip().startswith(f"{label}\u00a0:") for line in lines)] == [
        "Statut HTTP",
        "Équipe",
        "Gravité",
        "Cause probable",
    ]


def test_explain_as_json_has_every_field(folder):
    first, second = json.loads(command(folder, "list", "--json", language="de").stdout)
    for entry, code in ((first, 1), (second, 2)):
        plain = {name: value for name, value in VALUES[code].items() if name not in ("cause", "hint")}
        assert {name: entry[name] for name in plain} == json.loads(json.dumps(plain))
    assert (first["cause"], first["cause_language"]) == ("Inzwischen verkauft", "de")
    assert (first["hint"], first["hint_language"]) == ("Look at the stock", "en")
    assert (second["cause"], second["cause_language"]) == ("A wrong number", "en")
    assert (second["hint"], second["hint_language"]) == (None, None)


@pytest.mark.parametrize(
    ("what", "codes"),
    [("Search", ["2"]), ("warehouse", ["1"]), ("3", ["1"]), ("2", ["2"]), ("1 000", ["1"]), ("stock", ["1"])],
)
def test_explain_finds_errors_by_a_lookup_field(folder, what, codes):
    """A code comes before the value of a field; fields without `lookup` are not searched."""
    ran = command(folder, "explain", what)
    assert [line.split()[0] for line in ran.stdout.splitlines() if not line.startswith(" ") and line] == codes


@pytest.mark.parametrize("what", ["409", "low", "eu"])
def test_explain_does_not_find_errors_by_other_fields(folder, what):
    assert command(folder, "explain", what).returncode == 1


def test_translators_get_every_text_and_label(folder):
    po = (folder / "gettext/fr.po").read_text("utf-8")
    contexts = [f"1.{name}" for name in ("message", "cause", "hint")] + [f"fields.{name}" for name in OWN]
    assert [context for context in contexts if f'msgctxt "{context}"' not in po] == []
