"""The baseline: the findings of a day, known and not reported until the text that they are about changes.

It is a JSON file beside the catalog, committed with it, with a line per finding.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from error_catalog.model import source
from error_catalog.model.document import Document
from error_catalog.model.findings import START, STRUCTURAL, CatalogError, Finding, Keys, Place

NAME = "baseline.json"
FORMAT = 1
FIRST_LINE = 5  # of the findings, in a baseline as it is written
KEYS = {"format": int, "package": str, "findings": list}
RENEW = "; delete it and run `error-catalog baseline`"


class Known(NamedTuple):
    """A finding that is known.

    Attributes:
        rule, where: As in a finding.
        text: The text that it is about; None if it is missing.
        source: The source text, if the rule compares the text with it.
        part: The part of the text at fault, if the rule says so.
    """

    rule: str
    where: str
    text: str | None = None
    source: str | None = None
    part: str | None = None


class Baseline(NamedTuple):
    """What a baseline says.

    Attributes:
        path: Its path; empty if the catalog was not read from a file.
        package: The package of the catalog that it was made for; empty if there is no baseline.
        known: The findings in it, in its order.
        findings: What is wrong with it; then it has no effect.
    """

    path: str = ""
    package: str = ""
    known: tuple[Known, ...] = ()
    findings: tuple[Finding, ...] = ()


NO_BASELINE = Baseline()


class _Damaged(Exception):
    """Something in the baseline is wrong: the keys that lead to it, and what is wrong."""


def beside(catalog: str | Path) -> Path:
    """Return the path of the baseline of a catalog, which is a file or a folder."""
    path = Path(catalog)
    return path / NAME if path.is_dir() else path.with_name(NAME)


def read(path: Path) -> Baseline:
    """Return the baseline in a file; one without findings if there is no such file."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Baseline(str(path))
    except OSError as error:
        return _unusable(path, START, f"cannot be read ({source.reason(error)})")
    try:
        text = data.decode("utf-8-sig")
        return _of(path, json.loads(text, object_pairs_hook=_unique))
    except UnicodeDecodeError:
        return _unusable(path, START, f"is not UTF-8{RENEW}")
    except json.JSONDecodeError as error:
        return _unusable(path, Place(error.lineno, error.colno), f"is not JSON ({error.msg.lower()}){RENEW}")
    except _Damaged as error:
        keys, message = error.args
        return _unusable(path, _place(path, text, keys), message)
    except (ValueError, RecursionError):
        return _unusable(path, START, f"is not a baseline{RENEW}")


def text_of(package: str, known: list[Known]) -> str:
    """Return a baseline as it is written: sorted, with a line per finding."""
    lines = ",\n".join(f"    {line(finding)}" for finding in sorted(known, key=_order))
    return f'{{\n  "format": {FORMAT},\n  "package": {_json(package)},\n  "findings": [\n{lines}\n  ]\n}}\n'


def line(known: Known) -> str:
    """Return a finding as it stands in a baseline."""
    return _json({name: value for name, value in known._asdict().items() if value is not None})


def place_of(baseline: Baseline, known: Known) -> Place:
    """Return the place of a finding in a baseline."""
    path, position = Path(baseline.path), baseline.known.index(known)
    text = path.read_text("utf-8-sig")
    lines = text.split("\n")
    as_written = position + FIRST_LINE
    if as_written <= len(lines) and lines[as_written - 1].strip().removesuffix(",") == line(known):
        return Place(as_written, 5)
    return _place(path, text, ("findings", position))


def _of(path: Path, whole: Any) -> Baseline:
    if not isinstance(whole, dict) or "format" not in whole or "findings" not in whole:
        raise _Damaged((), f"is not a baseline of error-catalog; rename it, or delete it{RENEW[len('; delete it') :]}")
    if whole["format"] != FORMAT:
        message = f"has the format {_json(whole['format'])[:20]}; this version of error-catalog reads {FORMAT}{RENEW}"
        raise _Damaged(("format",), message)
    for key in [*whole, *KEYS]:
        if key not in KEYS or not isinstance(whole.get(key), KEYS[key]):
            raise _Damaged((key,), f"{key} is {'not right' if key in KEYS else 'unknown'} here{RENEW}")
    return Baseline(str(path), whole["package"], tuple(_known(whole["findings"])))


def _known(entries: list[Any]) -> Iterator[Known]:
    for position, entry in enumerate(entries):
        keys = ("findings", position)
        if not isinstance(entry, dict) or not {"rule", "where"} <= entry.keys() <= set(Known._fields):
            raise _Damaged(keys, f"is not a finding, which has `rule`, `where` and its texts{RENEW}")
        for name, value in entry.items():
            if not isinstance(value, str):
                raise _Damaged((*keys, name), f"{name} is not text in quotes{RENEW}")
        if entry["rule"][:1] in STRUCTURAL:
            message = f"{entry['rule']} cannot be in a baseline: what it refuses is not a catalog{RENEW}"
            raise _Damaged((*keys, "rule"), message)
        yield Known(**entry)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Damaged((), f"has a key twice{RENEW}")
    return found


def _place(path: Path, text: str, keys: Keys) -> Place:
    """Return the place of a part of the file. JSON is YAML, whose reader knows places."""
    try:
        document: Document = source.parse(text, str(path))
    except CatalogError as error:
        return error.findings[0].place
    return document.place(keys)


def _unusable(path: Path, place: Place, message: str) -> Baseline:
    found = Finding(str(path), place, "S18", "baseline", message, name="baseline", is_structural=True)
    return Baseline(str(path), findings=(found,))


def _order(known: Known) -> tuple[str, ...]:
    return known.where, known.rule, *(value or "" for value in known[2:])


def _json(value: Any) -> str:
    """Return JSON on one line in which invisible characters are visible as escapes."""
    written = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in written)
