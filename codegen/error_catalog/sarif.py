"""Findings as SARIF 2.1.0, the format of code scanning services and editors."""

import hashlib
import os
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from error_catalog.model.findings import Finding
from error_catalog.model.subject import subject
from error_catalog.rules import every_rule
from error_catalog.rules.pages import RulePage, page

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LAST_OF_ONE_UNIT = "\uffff"
LEVELS = {"error": "error", "hint": "note", "off": "none"}


def sarif(findings: list[Finding]) -> dict[str, Any]:
    """Return the log of one run, with the rules that found something and those that did not."""
    _wide_lines.cache_clear()
    pages = [page(rule) for rule in every_rule()]
    positions = {one.id: position for position, one in enumerate(pages)}
    driver = {
        "name": "error-catalog",
        "semanticVersion": version("error-catalog"),
        "rules": [_rule(one) for one in pages],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "invocations": [{"executionSuccessful": True}],
        "results": [_result(finding, positions) for finding in findings],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(one: RulePage) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "shortDescription": {"text": one.summary},
        "fullDescription": {"text": f"{one.summary} {one.explanation}".strip()},
        "help": {"text": "\n\n".join(filter(None, [one.summary, one.explanation, *one.examples, one.settings]))},
        "defaultConfiguration": {"level": LEVELS[one.severity]},
    }


def _result(finding: Finding, positions: dict[str, int]) -> dict[str, Any]:
    region = {"startLine": finding.place.line, "startColumn": _column(finding)}
    about = {name: value for name, value in subject(finding.keys)._asdict().items() if value is not None}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.where}: {finding.message}"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": _uri(finding.path)}, "region": region},
                "logicalLocations": [{"fullyQualifiedName": finding.where}],
            }
        ],
        "partialFingerprints": {"finding/v1": _fingerprint(finding)},
        "properties": about | ({"text": finding.text} if finding.text is not None else {}),
    }
    return result | ({"ruleIndex": positions[finding.rule]} if finding.rule in positions else {})


def _column(finding: Finding) -> int:
    """Return the column of a finding in UTF-16, as GitHub and editors count."""
    line, column = finding.place
    lines = _wide_lines(finding.path)
    before = lines.get(line, "")[: column - 1]
    return column + sum(character > LAST_OF_ONE_UNIT for character in before)


@lru_cache(64)
def _wide_lines(path: str) -> dict[int, str]:
    """Return the lines of a file with characters of two units in UTF-16, which are rare."""
    try:
        text = Path(path).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError):
        return {}
    return {number: line for number, line in enumerate(text.split("\n"), 1) if max(line, default="") > LAST_OF_ONE_UNIT}


def _uri(path: str) -> str:
    """Return a path below the current folder as a relative reference, and any other as an absolute address."""
    relative = os.path.relpath(path)
    if relative.split(os.sep)[0] == os.pardir or os.path.isabs(relative):
        return Path(path).resolve().as_uri()
    return quote(relative.replace(os.sep, "/"), safe="/", errors="surrogateescape")


def _fingerprint(finding: Finding) -> str:
    """Return what is the same for a finding on another day, although its line has another number."""
    about = "\0".join((finding.rule, finding.where, finding.text or "", str(finding.span)))
    return hashlib.sha256(about.encode("utf-8", "surrogatepass")).hexdigest()
