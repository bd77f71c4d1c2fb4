# Made by error-catalog. Do not edit.
"""The subcommands that explain a code and list all of them."""

import errno
import json
import sys
from dataclasses import asdict
from typing import Any, NamedTuple

from ._catalog import SITE, SOURCE_LANGUAGE, UNLISTED, ErrorCode
from ._lines import lines, unlisted_lines
from ._matches import decorated, matches, suggestion
from ._shown import shown
from ._words import LABELS

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def explain(options: "argparse.Namespace") -> int:
    """Explain the codes that a number, a name, a text in any language or a pasted fault refers to."""
    if options.all:
        return _print(dict.fromkeys(ErrorCode), [], options)
    asked = options.what or [standard_input().read().decode("utf-8", "replace")]
    whole = " ".join(asked)
    matched = {} if all(what.isdecimal() for what in asked) else matches(whole, options.read_fault)
    each = {whole: matched} if matched else {what: matches(what, options.read_fault) for what in asked}
    found: "dict[ErrorCode, Any]" = {}
    others = []
    for what, codes in each.items():
        found.update(codes)
        if not codes:
            other = Other.of(what, options)
            others.append(other)
            if other.code is None and other.fault is None:
                print(suggestion(what), file=sys.stderr)
    return _print(found, others, options)


class Other(NamedTuple):
    """What somebody may mean that is not in the catalog: a code, the fault that it comes from, what is known of it."""

    code: Any = None
    fault: Any = None
    text: Any = None

    @classmethod
    def of(cls, what: str, options: "argparse.Namespace") -> "Other":
        """Return what is known about something that matches no code of the catalog."""
        if options.read_fault is None:
            return cls()
        fault = options.read_fault(what)
        written = decorated(what, map(str, UNLISTED))
        code = fault.code if fault else next((code for code in UNLISTED if str(code) in written), None)
        return cls(code, fault, options.unlisted(code, options.language))

    def entry(self) -> "dict[str, Any]":
        """Return it as JSON values."""
        about = {"message": self.text.message, "language": self.text.language} if self.text else {}
        fault = {"fault": asdict(self.fault)} if self.fault else {}
        return {"code": self.code, "name": None, "is_known": False, **about, **fault}


def _print(found: "dict[ErrorCode, Any]", others: "list[Other]", options: "argparse.Namespace") -> int:
    """Print explanations, and return the exit status: 0 if everything asked for is explained."""
    said = [other for other in others if other.code is not None or other.fault is not None]
    if options.json:
        entries = [entry(code, options.language, fault) for code, fault in found.items()]
        print_json([*entries, *(other.entry() for other in said)])
    else:
        blocks = [lines(code, options.language, fault) for code, fault in found.items()]
        for other in said:
            block = unlisted_lines(other.code, options.language, other.fault, other.text)
            if other.text:
                blocks.append(block)
            else:
                print("\n".join(block), file=sys.stderr)
        print("\n\n".join("\n".join(block) for block in blocks), end="\n" if blocks else "")
    return 0 if all(other.text for other in others) else 1


def standard_input() -> "Any":
    """Return standard input as bytes. Raise OSError if it is closed."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "standard input is closed")
    return sys.stdin.buffer


def print_json(value: "Any") -> None:
    """Print a JSON document, with what a terminal must not be sent as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    print("\n".join(map(_escaped, text.split("\n"))))


def _escaped(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(json.dumps(one)[1:-1] if shown(one) != one else one for one in line)


def list_codes(options: "argparse.Namespace") -> int:
    """List every code, or those of a category or a recovery."""
    codes = [
        code
        for code in ErrorCode
        if options.category in (None, code.category) and options.recovery in (None, code.recovery)
    ]
    if options.json:
        print_json([entry(code, options.language, None) for code in codes])
    for code in codes if not options.json else ():
        print(f"{code}  {code.name}  {code.localized(options.language).message}")
    return 0 if codes else 1


def entry(code: ErrorCode, language: str | None, fault: "Any") -> "dict[str, Any]":
    """Return all there is to say about a code, in a language and in the source language, as JSON values."""
    text = code.localized(language)
    recovery = code.recovery
    said: "dict[str, Any]" = {
        "code": code.value,
        "name": code.name,
        "language": text.language,
        "message": text.message,
        "note": text.note,
        "note_language": text.note_language,
        "category": code.category,
        "recovery": recovery,
        "resend": recovery.resend if recovery else None,
        "attempts": recovery.attempts if recovery else None,
        "wait_seconds": recovery.wait.total_seconds() if recovery and recovery.wait else None,
        "stated": recovery.stated if recovery else None,
        "advice": recovery.localized(language) if recovery else None,
        "limit": code.limit.figures if code.limit else None,
        "placeholders": code.placeholders,
        "keywords": code.keywords,
        **_fields(code, text),
        "retired": _retired(code, language),
        "original": {"language": SOURCE_LANGUAGE, "message": code.message, "note": code.note},
        "link": f"{SITE}codes/{code.value}.html" if SITE else None,
    }
    return said | ({"fault": asdict(fault)} if fault else {})


def _fields(code: ErrorCode, text: "Any") -> "dict[str, Any]":
    """Return the values of the fields with a label, and of those that are translated also the language."""
    said: "dict[str, Any]" = {}
    for name in LABELS:
        if hasattr(text, name):
            said |= {name: getattr(text, name), f"{name}_language": getattr(text, f"{name}_language")}
        else:
            said[name] = getattr(code, name)
    return said


def _retired(code: "Any", language: str | None) -> "dict[str, Any] | None":
    retired = code.retired
    if retired is None:
        return None
    return {"since": retired.since, "reason": retired.localized(language), "replaced_by": retired.replaced_by}
