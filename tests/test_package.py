"""The package that people import."""

import copy
import importlib
import pickle
import shutil
import sys
import warnings

import pytest
from catalogs import plain, said
from conftest import CATALOG, GENERATED, run
from hypothesis import given
from hypothesis import strategies as st
from marketo_soap_errors import LANGUAGES, ErrorCode, _base, _lookup, _texts

ERRORS = plain(CATALOG)["errors"]


def test_every_text_of_the_yaml():
    """There are 270 texts: 27 codes, message and note, five languages."""
    compared = 0
    assert [code.value for code in ErrorCode] == sorted(ERRORS)
    for code in ErrorCode:
        error = ERRORS[code]
        assert code.name == error["name"]
        assert (code.message, code.note) == (error["message"]["en"], said(error["note"]["en"]))
        for language in LANGUAGES:
            message, note = said(error["message"][language]), said(error["note"][language])
            text = code.localized(language)
            assert (text.message, text.note, text.language, text.note_language) == (message, note, language, language)
            compared += 2
    assert compared == 270


def test_a_code_is_an_int_and_an_enum():
    """A number leads to its member, and the member can stand wherever an int can."""
    code = ErrorCode(20014)
    assert code is ErrorCode.AUTHENTICATION_FAILED is ErrorCode["AUTHENTICATION_FAILED"]
    assert code == 20014
    assert f"{code} {code:d} {code!s}" == "20014 20014 20014"
    assert {20014: "x"}[code] == "x"
    assert pickle.loads(pickle.dumps(code)) is code is copy.deepcopy(code)
    with pytest.raises(ValueError, match="99999 is not a valid ErrorCode"):
        ErrorCode(99999)


def test_languages():
    """They are BCP 47 tags in the order of the catalog."""
    assert LANGUAGES == ("en", "fr", "ja", "ko", "sv")


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("fr", "fr"),
        ("FR", "fr"),
        ("fr-CA", "fr"),
        ("fr_CA", "fr"),
        ("sv_SE.UTF-8", "sv"),
        ("ja_JP.UTF-8@cjk", "ja"),
        ("ko-Kore-KR", "ko"),
        ("fr-x-private", "fr"),
        ("nl", "en"),
        ("frr", "en"),
        ("", "en"),
        ("C", "en"),
        ("fr CA", "en"),
        (["nl", "sv"], "sv"),
        (["nl", "sv-SE", "fr"], "sv"),
        (("ja",), "ja"),
        (iter(["x", "ko"]), "ko"),
        ([], "en"),
        (["nl", "de"], "en"),
        (["", None, 7, "fr"], "fr"),
    ],
)
def test_the_language_of_a_text(wanted, language):
    """It is the first one that the catalog has, whatever its region and spelling, else the source language."""
    assert ErrorCode.LEAD_NOT_FOUND.localized(wanted).language == language


@given(st.text() | st.lists(st.text() | st.none() | st.integers()))
def test_no_tag_raises(wanted):
    """Tags come from browsers and systems, and nonsense among them means the source language."""
    assert ErrorCode.LEAD_NOT_FOUND.localized(wanted).language in LANGUAGES


def test_remembered_tags_are_bounded():
    """The memory of a server does not grow with the tags that it is sent."""
    for number in range(5000):
        ErrorCode.LEAD_NOT_FOUND.localized(f"fr-x{number}")
        ErrorCode.LEAD_NOT_FOUND.localized(f"fr-{'x' * 10_000}{number}")
        ErrorCode.LEAD_NOT_FOUND.localized([f"fr-x{number}", "sv"])
        assert 0 < len(_base.ready) <= _texts.MOST_REMEMBERED
        assert 0 < len(_texts._by_languages) <= _texts.MOST_REMEMBERED
        assert 0 < len(_lookup._remembered) <= _lookup.MOST_REMEMBERED
    assert max(map(len, _lookup._remembered)) <= _lookup.LONGEST_TAG


@pytest.mark.parametrize("damage", [None, b"", b"not an MO file", b"\xde\x12\x04\x95" + b"\xff" * 24], ids=repr)
def test_a_damaged_file_means_the_source_language(tmp_path, monkeypatch, damage):
    """It is a warning, once, and never an exception."""
    shutil.copytree(GENERATED / "marketo_soap_errors", tmp_path / "damaged_errors")
    file = tmp_path / "damaged_errors/locale/fr/LC_MESSAGES/marketo_soap_errors.mo"
    file.unlink() if damage is None else file.write_bytes(damage)
    monkeypatch.syspath_prepend(tmp_path)
    package = importlib.import_module("damaged_errors")
    code = package.ErrorCode(20014)
    with pytest.warns(RuntimeWarning, match="marketo_soap_errors.mo cannot be read"):
        text = code.localized("fr")
    assert text == package.Text("Authentication failed", "Client did not provide valid credentials", "en", "en")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert code.localized("fr").language == "en"
        assert code.localized("sv").language == "sv"
    for name in [name for name in sys.modules if name.startswith("damaged_errors")]:
        sys.modules.pop(name)


def test_importing_reads_no_catalog():
    """The files of a language are opened when a text is first asked for, and the modules for that are imported then."""
    program = """
import sys
before = set(sys.modules)
opened = []
sys.addaudithook(lambda event, arguments: opened.append(str(arguments[0])) if event == "open" else None)
from marketo_soap_errors import ErrorCode
ErrorCode(20014).message
assert not [path for path in opened if path.endswith(".mo")], opened
assert not {"gettext", "dataclasses", "typing", "json", "re", "xml", "importlib.resources"} & set(sys.modules) - before
ErrorCode(20014).localized("sv")
assert [path for path in opened if path.endswith(".mo")]
"""
    ran = run(sys.executable, "-S", "-c", program, cwd=GENERATED)
    assert ran.returncode == 0, ran.stderr


def test_types_for_users(tmp_path):
    """mypy accepts right uses in strict mode, and refuses wrong ones."""
    program = tmp_path / "user.py"
    program.write_text(
        "from marketo_soap_errors import LANGUAGES, ErrorCode, Text\n"
        "code: ErrorCode = ErrorCode(20014)\n"
        "text: Text = code.localized(['fr', 'sv'])\n"
        "words: tuple[str, str, str] = (code.message, text.note, text.language)\n"
        "number: int = ErrorCode.LEAD_NOT_FOUND + 1\n"
        "for language in LANGUAGES:\n"
        "    print(code.localized(language).message.upper(), words)\n"
    )
    ran = run(sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path, program)
    assert ran.returncode == 0, ran.stdout
    program.write_text("from marketo_soap_errors import ErrorCode\nErrorCode(20014).localized(7)\n")
    ran = run(sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path, program)
    assert "arg-type" in ran.stdout


FROZEN = """
import io, sys, zipfile
from importlib.machinery import ModuleSpec
from pathlib import Path

archive = io.BytesIO()
with zipfile.ZipFile(archive, "w") as packed:
    for path in Path("marketo_soap_errors").rglob("*"):
        packed.writestr(path.as_posix(), path.read_bytes()) if path.is_file() else None
files = zipfile.ZipFile(archive)
sys.path[:] = [entry for entry in sys.path if entry]

class Loader:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "marketo_soap_errors":
            return ModuleSpec(name, self, is_package="." not in name)
    def create_module(self, spec):
        return None
    def exec_module(self, module):
        name = module.__name__.replace(".", "/") + ("" if "." in module.__name__ else "/__init__")
        exec(files.read(name + ".py"), module.__dict__)
    def get_resource_reader(self, name):
        return self
    def files(self):
        return zipfile.Path(files, "marketo_soap_errors/")

sys.meta_path.insert(0, Loader())
import marketo_soap_errors
assert not hasattr(marketo_soap_errors, "__file__")
print(marketo_soap_errors.ErrorCode(20014).localized("ja").message)
"""


def test_frozen_into_a_program():
    """Without `__file__`, the data comes through the import system."""
    ran = run(sys.executable, "-I", "-S", "-c", FROZEN, cwd=GENERATED)
    assert ran.stdout == "認証に失敗しました\n", ran.stderr


def test_in_a_sub_interpreter():
    """Nothing is bound to the main interpreter."""
    inside = f"import sys; sys.path.insert(0, {str(GENERATED)!r}); from marketo_soap_errors import ErrorCode; "
    inside += "assert ErrorCode(20014).localized('sv').language == 'sv'; print('done', flush=True)"
    module = "_interpreters" if sys.version_info >= (3, 13) else "_xxsubinterpreters"
    program = f"import {module} as interpreters; assert not interpreters.run_string(interpreters.create(), {inside!r})"
    ran = run(sys.executable, "-c", program)
    assert ran.stdout == "done\n", ran.stderr


def test_read_only_files(tmp_path):
    """Nothing is written beside the package."""
    shutil.copytree(GENERATED / "marketo_soap_errors", tmp_path / "marketo_soap_errors")
    for path in [*tmp_path.rglob("*"), tmp_path]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = sorted(path for path in tmp_path.rglob("*") if "__pycache__" not in path.parts)
    program = "from marketo_soap_errors import *; print(ErrorCode(20014).localized('ko'))"
    ran = run(sys.executable, "-B", "-c", program, cwd=tmp_path)
    assert "인증 실패" in ran.stdout, ran.stderr
    assert sorted(path for path in tmp_path.rglob("*") if "__pycache__" not in path.parts) == before
