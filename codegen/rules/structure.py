"""S rules: the YAML has the shape of its schema, and what it names exists and can be a name."""

import ast
import keyword
import sys
from collections.abc import Iterator
from enum import IntEnum, StrEnum
from functools import cache
from typing import Any

from codegen import languages
from codegen.document import mapping
from codegen.rendering import TEMPLATES
from codegen.rules.finding import Finding
from codegen.rules.reading import Reading
from codegen.rules.registry import rule
from codegen.scalars import INTEGER

OUTPUT_FOLDERS = {"docs", "gettext"}


@rule("S01")
def shape(reading: Reading) -> Iterator[Finding]:
    """The YAML has the shape that catalog/errors.schema.json describes."""
    yield from reading.violations


@rule("S02")
def names(reading: Reading) -> Iterator[Finding]:
    """Every name of an error is its own, in any case, and can be a member of a Python enum."""
    first: dict[str, str] = {}
    for code, error in mapping(reading.document.root.get("errors")).items():
        name = mapping(error).get("name")
        if not isinstance(name, str):
            continue
        keys, where = ("errors", code, "name"), f"{code}.name"
        if keyword.iskeyword(name):
            yield Finding(keys, where, f"{name} is a keyword of Python; choose another name")
        elif name in _enum_attributes():
            yield Finding(keys, where, f"{name} is an attribute of every enum member; choose another name")
        other = first.setdefault(name.casefold(), code)
        if other != code:
            yield Finding(keys, where, f"{name} is already the name of {other}")


@cache
def _enum_attributes() -> frozenset[str]:
    """What a member would hide: attributes of IntEnum, and of the class that the package puts above its codes."""
    base = ast.parse((TEMPLATES / "package" / "_base.py").read_text("utf-8"))
    functions = {node.name for node in ast.walk(base) if isinstance(node, ast.FunctionDef)}
    attributes = {ast.unparse(node.target) for node in ast.walk(base) if isinstance(node, ast.AnnAssign)}
    return frozenset(functions | attributes | set(dir(IntEnum)) | set(dir(StrEnum)) | {"mro", "name", "value"})


@rule("S08")
def figures(reading: Reading) -> Iterator[Finding]:
    """The figures of a limit have names that can be attributes in Python."""
    for code, error in mapping(reading.document.root.get("errors")).items():
        for name in mapping(mapping(error).get("limit")):
            if keyword.iskeyword(name) or name in {"figures", "period"}:
                keys = ("errors", code, "limit", name)
                yield Finding(
                    keys, f"{code}.limit", f"{name} cannot be an attribute; choose another name", about_key=True
                )


@rule("S03")
def languages_known(reading: Reading) -> Iterator[Finding]:
    """Every language is a BCP 47 tag that CLDR knows, and the source language is one of them."""
    for tag in reading.languages:
        try:
            languages.locale(tag)
        except ValueError as error:
            yield Finding(("languages", tag), f"languages.{tag}", str(error), about_key=True)
    source = reading.source_language
    if source and reading.languages and source not in reading.languages:
        yield Finding(("source_language",), "source_language", f"{source} is missing from `languages`")
    elif source in reading.languages and not reading.languages[source].complete:
        yield Finding(("languages", source), f"languages.{source}", "the source language cannot be incomplete")


@rule("S09")
def codes(reading: Reading) -> Iterator[Finding]:
    """Codes are all numbers or all strings, and differ by more than case: their pages are files."""
    errors = mapping(reading.document.root.get("errors"))
    malformed = {finding.keys for finding in reading.violations}
    strings = [code for code in errors if not INTEGER.fullmatch(code) and ("errors", code) not in malformed]
    quoted = set(getattr(errors, "quoted", ()))
    for code in [code for code in errors if INTEGER.fullmatch(code) and code not in quoted] if strings else ():
        message = f"{code} is a number, but {strings[0]} is none; write {code} in quotes, or correct {strings[0]}"
        yield Finding(("errors", code), code, message, about_key=True)
    first: dict[str, str] = {}
    for code in errors:
        other = first.setdefault(code.casefold(), code)
        if other != code:
            yield Finding(("errors", code), code, f"differs from {other} by case alone; choose another", about_key=True)


@rule("S10")
def retirements(reading: Reading) -> Iterator[Finding]:
    """What is used instead of a retired code is a code that is not retired."""
    errors = mapping(reading.document.root.get("errors"))
    for code, error in errors.items():
        use = mapping(mapping(error).get("retired")).get("use")
        keys, where = ("errors", code, "retired", "use"), f"{code}.retired.use"
        if use is not None and str(use) not in errors:
            yield Finding(keys, where, f"{use} is missing from `errors`")
        elif use is not None and "retired" in mapping(errors[str(use)]):
            yield Finding(keys, where, f"{use} is retired itself; name a code that is in use")


@rule("S04")
def references(reading: Reading) -> Iterator[Finding]:
    """Categories, recoveries and reasons that are used are declared."""
    root = reading.document.root
    for code, error in mapping(root.get("errors")).items():
        for field, section in (("category", "categories"), ("recovery", "recoveries")):
            name = mapping(error).get(field)
            if isinstance(name, str) and name not in mapping(root.get(section)):
                yield Finding(("errors", code, field), f"{code}.{field}", f"{name} is missing from `{section}`")
    for text in reading.texts:
        reasons: Any = text.form.get("because") if text.form else None
        for position, name in enumerate(reasons if isinstance(reasons, list) else []):
            if isinstance(name, str) and name not in mapping(root.get("reasons")):
                yield Finding((*text.keys[:-1], "because", position), text.where, f"{name} is missing from `reasons`")


@rule("S05")
def package_name(reading: Reading) -> Iterator[Finding]:
    """The package has a name that Python can import and that is nobody else's in the output."""
    name = reading.document.root.get("package")
    if isinstance(name, str) and (why := why_not_package(name)):
        yield Finding(("package",), "package", f"{name} {why}; choose another name")


def why_not_package(name: str) -> str:
    """What else has this name; nothing where it is free."""
    if name in sys.stdlib_module_names or keyword.iskeyword(name):
        return "belongs to Python"
    return "is another folder of the output" if name in OUTPUT_FOLDERS else ""
