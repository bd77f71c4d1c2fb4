# Made by error-catalog. Do not edit.
"""The subcommands that explain a code and list all of them."""

import json
import sys
from dataclasses import asdict

from ._catalog import SITE, SOURCE_LANGUAGE, ErrorCode
from ._lines import lines
from ._matches import matches, suggestion
from ._words import LABELS

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any


def explain(options: "argparse.Namespace") -> int:
    """Say what a code means and what to do: by number, name, a text in any language, or a pasted fault."""
    if options.all:
        return _print(dict.fromkeys(ErrorCode), options)
    asked = options.what or [sys.stdin.buffer.read().decode("utf-8", "replace")]
    whole = " ".join(asked)
    matched = {whole: matches(whole, options.read_fault)}
    if not matched[whole]:
        matched = {what: matches(what, options.read_fault) for what in asked}
    found: "dict[ErrorCode, Any]" = {}
    for what, codes in matched.items():
        found.update(codes)
        if not codes:
            fault = options.read_fault(what) if options.read_fault else None
            print(fault or suggestion(what), file=sys.stderr)
    return _print(found, options)


def _print(found: "dict[ErrorCode, Any]", options: "argparse.Namespace") -> int:
    """Print explanations, and return the exit status."""
    entries = [entry(code, options.language, fault) for code, fault in found.items()]
    if options.json:
        print(json.dumps(entries, ensure_ascii=False, indent=2))
    elif entries:
        print("\n\n".join("\n".join(lines(code, options.language, fault)) for code, fault in found.items()))
    return 0 if entries else 1


def list_codes(options: "argparse.Namespace") -> int:
    """List every code, or those of a category or a recovery."""
    codes = [
        code
        for code in ErrorCode
        if options.category in (None, code.category) and options.recovery in (None, code.recovery)
    ]
    if options.json:
        print(json.dumps([entry(code, options.language, None) for code in codes], ensure_ascii=False, indent=2))
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
