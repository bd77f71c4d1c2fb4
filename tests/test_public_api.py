"""What the package offers to its users, and what it says about itself."""

import dataclasses
import doctest
import importlib
import inspect
import pickle
import pkgutil
import pydoc
import sys
from functools import cached_property
from types import FunctionType

import marketo_soap_errors as package
import pytest
from conftest import GENERATED, run
from marketo_soap_errors import Category, CodedError, ErrorCode, Fault, Limit, Recovery, Text, read_fault

PUBLIC = {name: getattr(package, name) for name in package.__all__ if name != "LANGUAGES"}
METHODS = {
    f"{base.__name__}.{name}": member
    for one in PUBLIC.values()
    if inspect.isclass(one)
    for base in one.__mro__
    if base.__module__.startswith(package.__name__)
    for name, member in vars(base).items()
    if isinstance(member, (FunctionType, property, cached_property)) and not name.startswith("_")
}
FUNCTIONS = {name: one for name, one in (PUBLIC | METHODS).items() if isinstance(one, FunctionType)}


def test_what_is_public():
    assert set(PUBLIC) > {"ErrorCode", "Text", "negotiate", "use_language", "read_fault", "find_faults"}
    assert {"ErrorBase.localized", "ErrorBase.category", "LimitBase.period", "Text.format"} <= set(METHODS)
    assert {"negotiate", "find_faults", "RecoveryBase.summary"} <= set(FUNCTIONS)
    with pytest.raises(AttributeError):
        package.nothing  # noqa: B018 (the look-up is what fails)


@pytest.mark.parametrize("name", [*PUBLIC, *METHODS])
def test_every_public_name_has_a_docstring_of_its_own(name):
    documented = (PUBLIC | METHODS)[name].__doc__
    assert documented
    assert documented.strip().partition("\n")[0].endswith((".", ":")) or name == "ErrorCode"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_argument_of_a_public_function_is_explained(name):
    function = FUNCTIONS[name]
    arguments = [argument for argument in inspect.signature(function).parameters if argument not in ("self", "values")]
    assert [argument for argument in arguments if argument not in function.__doc__] == []


def test_the_help_of_the_enum_says_how_to_use_it():
    """Python's `help` does not show the methods of an enum, so that its docstring names them."""
    shown = pydoc.plain(pydoc.render_doc(ErrorCode)).partition("Method resolution order")[0]
    wanted = ["ErrorCode(10001)", "ErrorCode.INTERNAL_ERROR", "ValueError", "localized", "message", "note"]
    wanted += ["category", "recovery", "resend", "limit", "rest", "retired"]
    assert [word for word in wanted if word not in shown] == []


def test_the_examples_in_docstrings():
    attempted = 0
    for module in pkgutil.iter_modules(package.__path__):
        tested = doctest.testmod(
            importlib.import_module(f"{package.__name__}.{module.name}"),
            extraglobs={"LANGUAGES": package.LANGUAGES, **PUBLIC},
        )
        assert tested.failed == 0
        attempted += tested.attempted
    assert attempted > 4


def test_text_is_a_frozen_dataclass():
    text = ErrorCode.LEAD_NOT_FOUND.localized("sv")
    own = ["cause", "cause_language"]  # the catalog's own text field
    names = [field.name for field in dataclasses.fields(Text)]
    assert names == ["message", "note", "language", "note_language", *own]
    assert dataclasses.asdict(text) == {
        "message": "Leadet hittades inte",
        "note": text.note,
        "language": "sv",
        "note_language": "sv",
        "cause": None,
        "cause_language": None,
    }
    with pytest.raises(dataclasses.FrozenInstanceError):
        text.message = "x"
    assert len({text, ErrorCode.LEAD_NOT_FOUND.localized("sv_SE")}) == 1


@pytest.mark.parametrize(
    "value",
    [
        ErrorCode.LEAD_NOT_FOUND,
        ErrorCode.LEAD_NOT_FOUND.localized("ja"),
        Category.LIMIT,
        Recovery.SIGN_AGAIN,
        Limit(calls=100, seconds=20),
        read_fault("fault: '20103 - Lead not found'"),
    ],
    ids=lambda value: type(value).__name__,
)
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_what_pickles(value, protocol):
    assert pickle.loads(pickle.dumps(value, protocol)) == value


def test_a_pickle_can_be_read_by_a_process_that_has_imported_nothing(tmp_path):
    values = [ErrorCode.LEAD_NOT_FOUND, Limit(calls=1), ErrorCode.LEAD_NOT_FOUND.localized("fr"), Fault(None)]
    values.append(CodedError(ErrorCode.LEAD_NOT_FOUND, Fault(None), code=1))
    (tmp_path / "pickle").write_bytes(pickle.dumps(values))
    program = f"import pickle; print(pickle.load(open({str(tmp_path / 'pickle')!r}, 'rb')))"
    ran = run(sys.executable, "-W", "error::DeprecationWarning", "-c", program, cwd=GENERATED)
    assert ran.stdout == f"{values}\n", ran.stderr


WAYS = [
    ["-O"],
    ["-OO"],
    ["-W", "error"],
    ["-X", "utf8=0"],
    ["-I", "-S", "-B"],
    ["-bb"],
]

C_LOCALE = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}


@pytest.mark.parametrize("options", WAYS, ids=" ".join)
@pytest.mark.parametrize("environment", [{}, C_LOCALE], ids=["", "C locale"])
def test_any_way_of_running_python(options, environment):
    """Nothing depends on assertions, docstrings, the encoding of the locale or the working directory."""
    program = f"import sys; sys.path.insert(0, {str(GENERATED)!r})\n"
    program += "from marketo_soap_errors import *\n"
    program += "code = ErrorCode(20023)\n"
    program += "text = code.localized('ja')\n"
    program += "print(ascii(text.message), code.limit.period, code.recovery.wait, use_language('fr') is not None)\n"
    program += "print(read_fault(b'<Fault><faultstring>20014 - x</faultstring></Fault>').code, negotiate('ko'))\n"
    ran = run(sys.executable, *options, "-c", program, **environment)
    expected = f"{'レートの制限を超えました'!a} 0:00:20 0:00:20 True\n20014 ko\n"
    assert (ran.stdout, ran.stderr) == (expected, "")


def test_the_command_without_assertions_and_docstrings():
    ran = run(sys.executable, "-W", "error", "-m", "marketo_soap_errors", "20014", cwd=GENERATED, PYTHONOPTIMIZE="2")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "20014 AUTHENTICATION_FAILED" in ran.stdout
    helped = run(sys.executable, "-m", "marketo_soap_errors", "explain", "--help", cwd=GENERATED, PYTHONOPTIMIZE="2")
    assert helped.returncode == 0, helped.stderr
