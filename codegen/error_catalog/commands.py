"""The commands of the command line. Each returns its exit status: 0 fine, 1 findings, 2 wrong usage."""

import argparse
import sys
from pathlib import Path
from typing import NamedTuple

from error_catalog import baseline, coverage, init, listing, reports, rules, translate, write
from error_catalog.console import complain, say
from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import START, CatalogError, Finding, has_errors
from error_catalog.model.reading import read
from error_catalog.outputs import files
from error_catalog.progress import Progress
from error_catalog.release import changelog
from error_catalog.release.compare import compare as compared
from error_catalog.release.revision import older
from error_catalog.rules import settings
from error_catalog.rules.registry import nearest

DONE = {"missing": "created", "outdated": "updated", "unexpected": "removed"}


def generate(options: argparse.Namespace) -> int:
    """Make the output folder hold exactly the outputs, and print what changed."""
    folder = Path(options.output)
    with Progress(f"reading {options.catalog}") as progress:
        made, known = _made(options, progress)
        progress.stage(f"writing {folder}")
        changed = write.write(folder, made, is_partial=bool(options.only))
    for path, kind in changed:
        say(f"{DONE[kind]} {folder / path}")
    said = f", {_count(known, 'known finding')}" if known else ""
    say(f"{_count(len(made), 'file')} in {folder}, {len(changed)} changed{said}")
    return 0


def check(options: argparse.Namespace) -> int:
    """Report all findings in the catalog and all files that are out of date. Nothing is written."""
    with Progress(f"reading {options.catalog}") as progress:
        try:
            catalog = read(options.catalog)
        except CatalogError as error:
            return report(error.findings, options.format)
        checked = _checked(catalog, options, progress)
    is_text = options.format == "text"
    if is_text and not has_errors(checked.findings):
        say(f"{options.catalog} has no errors; {_count(checked.files, 'file')} in {options.output} are up to date")
    if is_text and checked.known:
        say(f"{_count(checked.known, 'known finding')} in {catalog.baseline.path}")
    status = report(checked.findings, options.format)
    if is_text:
        for line in coverage.table(coverage.coverage(catalog)).split("\n"):
            say(line)
    return status


def record(options: argparse.Namespace) -> int:
    """Record the findings of today as known. Each is reported again as soon as its text changes."""
    with Progress(f"reading {options.catalog}") as progress:
        catalog = read(options.catalog)
        progress.stage("checking")
        known, added, removed = baseline.record(catalog)
    if known or removed:
        say(f"{catalog.baseline.path}: {_count(known, 'known finding')}, {added} added, {removed} removed")
    else:
        say(f"{options.catalog} has no findings; a baseline is not needed")
    return 0


def compare(options: argparse.Namespace) -> int:
    """Report what has changed since an older catalog, and which step of the version that calls for."""
    with Progress(f"reading {options.catalog}") as progress:
        new = read(options.catalog)
        progress.stage(f"reading {options.old}")
        old = older(options.old, options.catalog)
        progress.stage("comparing")
        found = compared(old, new)
    for lines in changelog.FORMATS[options.format](found):
        for line in lines.split("\n"):
            say(line)
    return int(not found.is_fine)


def take(options: argparse.Namespace) -> int:
    """Write the texts of a translator's file into the YAML. Comments, order and quotes stay as they are."""
    with Progress(f"importing {options.file}"):
        imported = translate.take(options.catalog, options.language, options.file, force=options.force)
    for left in imported.left:
        say(f"{options.file}:{left.line}: {left.where}: {left.why}")
    taken = f"{_count(len(imported.taken), 'text')} taken, {imported.unchanged} unchanged, {len(imported.left)} left"
    say(f"{options.catalog}: {taken}" + ("; now run `error-catalog`" if imported.taken else ""))
    return 0


def start(options: argparse.Namespace) -> int:
    """Make a complete new project with a small catalog. Existing files are never overwritten."""
    folder = Path(options.folder)
    for path in init.init(folder, options.requirement):
        say(f"created {folder / path}")
    say(f"now run `make` in {folder}")
    return 0


def explain_rules(options: argparse.Namespace) -> int:
    """List every rule, or explain those that are named, with examples. With --catalog, as they are set in it."""
    every = rules.every_rule()
    catalog = read(options.catalog) if options.catalog else None
    unknown = [name for name in options.names if not any(name in (rule.id, rule.name) for rule in every)]
    for name in unknown:
        complain(f"{name} is not a rule; {nearest(name)}")
    if unknown:
        return 2
    asked = [rule for name in options.names for rule in every if name in (rule.id, rule.name)]
    for line in listing.explained(asked, catalog) if options.names else listing.listed(every, catalog):
        say(line)
    for message in rules.others.load():
        complain(message)
    return int(bool(rules.others.load()))


def report(findings: list[Finding], format: str) -> int:
    """Print findings: people read them on standard error, programs on standard output. Return the exit status."""
    reports.FORMATS[format](findings, sys.stderr if format == "text" else sys.stdout)
    hints = sum(finding.severity == "hint" for finding in findings)
    if findings and format == "text":
        counted = _count(len(findings) - hints, "finding") + (f", {_count(hints, 'hint')}" if hints else "")
        complain(counted)
    return int(has_errors(findings))


class Checked(NamedTuple):
    """What `check` found: findings, how many more the baseline knows, and how many files could be rendered."""

    findings: list[Finding]
    known: int
    files: int


def _made(options: argparse.Namespace, progress: Progress) -> tuple[dict[str, bytes], int]:
    """Return the files of the catalog, and how many findings are known. Raise CatalogError if others are found."""
    catalog = read(options.catalog)
    progress.stage("checking")
    compared = rules.beside_baseline(catalog, hints=False)
    if has_errors(compared.new):
        raise CatalogError(compared.new)
    return _rendered(catalog, options, progress), compared.known


def _checked(catalog: Catalog, options: argparse.Namespace, progress: Progress) -> Checked:
    """Return what is found in a catalog and in its files."""
    progress.stage("checking")
    findings, known = rules.beside_baseline(catalog)
    if has_errors(findings):
        return Checked(findings, known, 0)
    try:
        made = _rendered(catalog, options, progress)
    except CatalogError as error:
        return Checked([*findings, *error.findings], known, 0)
    progress.stage(f"comparing with {options.output}")
    outdated = settings.of_files(catalog, _differences(made, options))
    return Checked([*findings, *outdated], known, len(made))


def _rendered(catalog: Catalog, options: argparse.Namespace, progress: Progress) -> dict[str, bytes]:
    progress.stage("rendering")
    return files(catalog, options.only)


def _differences(made: dict[str, bytes], options: argparse.Namespace) -> list[Finding]:
    folder = Path(options.output)
    found = write.differences(folder, made, is_partial=bool(options.only))
    if len(found) == len(made) and all(kind == "missing" for _, kind in found):
        return [_outdated(str(folder), str(folder), "missing")]
    return [_outdated(str(folder / path), path, kind) for path, kind in found]


def _outdated(path: str, where: str, kind: str) -> Finding:
    return Finding(path, START, "F01", where, f"{kind}; run `error-catalog`", name="outdated-file")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
