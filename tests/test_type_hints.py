"""The types of the package: at runtime, and for people who check theirs."""

import inspect
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, get_type_hints

import marketo_soap_errors
import pytest
from conftest import GENERATED, run

PUBLIC = {name: getattr(marketo_soap_errors, name) for name in marketo_soap_errors.__all__}
SPECIAL = ("__init__", "__new__", "__enter__", "__exit__", "__getitem__")


def functions(kind: type) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the public functions of a class and of what it extends, as far as they are of this package."""
    for owner in kind.__mro__:
        if not owner.__module__.startswith("marketo_soap_errors"):
            continue
        for name, value in vars(owner).items():
            if name.startswith("_") and name not in SPECIAL:
                continue
            if isinstance(value, cached_property):
                value = value.func
            elif isinstance(value, property):
                value = value.fget
            value = getattr(value, "__func__", value)
            if inspect.isfunction(value) and value.__module__.startswith("marketo_soap_errors"):
                yield f"{owner.__name__}.{name}", value


def test_type_hints_of_everything_public():
    """In a process that has used nothing of the package before."""
    names = []
    for name, value in PUBLIC.items():
        if inspect.isclass(value):
            assert isinstance(get_type_hints(value), dict)
            for function_name, function in functions(value):
                hints = get_type_hints(function)
                missing = {*inspect.signature(function).parameters, "return"} - {"self", "cls"} - set(hints)
                assert not missing, function_name
                names.append(function_name)
        elif inspect.isfunction(value):
            assert "return" in get_type_hints(value), name
            names.append(name)
    assert {"ErrorBase.localized", "ErrorBase.category", "use_language.__enter__", "find_faults"} <= set(names)
    assert len(names) > 30


def test_type_hints_without_any_use_before():
    program = (
        "import sys, typing\nfrom marketo_soap_errors import ErrorCode, use_language\n"
        "hints = typing.get_type_hints(ErrorCode.localized)\n"
        "from marketo_soap_errors import Text, Category\nassert hints['return'] is Text\n"
        "assert typing.get_type_hints(ErrorCode.__mro__[1].category.func)['return'] is Category\n"
        "assert typing.get_type_hints(use_language.__exit__)\n"
    )
    ran = run(sys.executable, "-S", "-c", program, cwd=GENERATED)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize(
    "language", [b"fr", bytearray(b"fr"), 7, 1.5, object()], ids=lambda value: type(value).__name__
)
def test_a_language_of_a_wrong_type_is_an_error(language):
    code = marketo_soap_errors.ErrorCode.LEAD_NOT_FOUND
    for call in (code.localized, code.problem, code.recovery.localized, code.category.localized):
        with pytest.raises(TypeError):
            call(language)
    for call in (marketo_soap_errors.use_language, marketo_soap_errors.negotiate):
        with pytest.raises(TypeError):
            call(language)
