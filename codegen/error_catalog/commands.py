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
from error_catalog.release import changelog, outdated
from error_catalog.release.compare import compare as compared
from error_catalog.release.record import FILE, NotRecorded, Outdated, confirm, load, older_record
from error_catalog.release.revision import older
from error_catalog.rules import settings
from error_catalog.rules.registry import nearest

DONE = {"missing": "created", "outdated": "updated", "unexpected": "removed"}


def generate(options: argparse.Namespace) -> int:
    """Write the generated files, remove those that are not generated any more, and print what changed."""
    folder = Path(options.output)
    with Progress(f"reading {options.catalog}") as progress:
        catalog = read(options.catalog)
        progress.stage("checking")
        known, confirmed = _checked_to_generate(catalog, options)
        made = _rendered(catalog, options, progress)
        progress.stage(f"writing {folder}")
        changed = write.write(folder, made, is_partial=bool(options.only))
        if options.only and FILE not in made:
            confirm(folder, confirmed)
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
    for line in coverage.missing_libraries(catalog):
        complain(line)
    return status


def record(options: argparse.Namespace) -> int:
    """Record today's findings as known. Each is reported again as soon as its text changes."""
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
    """Report what has changed since an older catalog, and which part of the version number to increase."""
    with Progress(f"reading {options.catalog}") as progress:
        new = read(options.catalog)
        progress.stage(f"reading {options.old}")
        old = older(options.old, options.catalog)
        progress.stage("comparing")
        found = outdated.without_settled(compared(old, new), new, Path(options.output))
    for lines in changelog.FORMATS[options.format](found):
        for line in lines.split("\n"):
            say(line)
    return int(not found.is_fine)


def take(options: argparse.Namespace) -> int:
    """Write the texts of a translator's file into the YAML, and name those that are wrong. All else stays as it is."""
    with Progress(f"importing {options.file}"):
        imported = translate.take(options.catalog, options.language, options.file, force=options.force)
    status = report([left.finding(options.file) for left in imported.left], "text")
    taken = f"{_count(len(imported.taken), 'text')} taken, {imported.unchanged} unchanged, {len(imported.left)} left"
    untranslated = f", {imported.untranslated} untranslated" if imported.untranslated else ""
    say(f"{options.catalog}: {taken}{untranslated}" + ("; now run `error-catalog`" if imported.taken else ""))
    return status


def stale(options: argparse.Namespace) -> int:
    """Mark as stale in the YAML, in place, the translations that have not followed a change of their source text."""
    path = Path(options.output, FILE)
    try:
        with Progress(f"reading {options.catalog}"):
            before = older_record(options.old, options.catalog) if options.old else load(path)
            marked = translate.mark_outdated(options.catalog, before)
    except NotRecorded as error:
        complain(f"{options.old or path} {error}; name a revision of git or an older file to compare with")
        return 1
    for one in marked:
        say(f"marked {one.text.where}")
    counted = _count(len(marked), "translation")
    say(f"{options.catalog}: {counted} marked as stale" + ("; now run `error-catalog`" if marked else ""))
    return 0


def start(options: argparse.Namespace) -> int:
    """Make a complete new project with a small catalog. Existing files are never overwritten."""
    folder = Path(options.folder)
    for path in init.init(folder, options.requirement):
        say(f"created {folder / path}")
    say(f"now run `make` in {folder}")
    return 0


def explain_rules(options: argparse.Namespace) -> int:
    """List every rule, or explain those that are named, with examples. With --catalog, show its settings."""
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


def _checked_to_generate(catalog: Catalog, options: argparse.Namespace) -> tuple[int, list[Outdated]]:
    """Return how many findings are known, and what is confirmed. Raise CatalogError if there are others.

    What is confirmed is recorded then too: it need not be named again.
    """
    found, known = rules.beside_baseline(catalog, hints=False)
    behind = outdated.since(Path(options.output), catalog)
    confirmed = behind.chosen(options.confirm)
    findings = sorted([*found, *behind.findings(catalog, without=confirmed)])
    if has_errors(findings):
        confirm(Path(options.output), confirmed)
        for one in confirmed:
            say(f"confirmed {one.text.where}")
        raise CatalogError(findings)
    return known, confirmed


def _checked(catalog: Catalog, options: argparse.Namespace, progress: Progress) -> Checked:
    """Return what is found in a catalog and in its files."""
    progress.stage("checking")
    found, known = rules.beside_baseline(catalog)
    behind = outdated.since(Path(options.output), catalog)
    findings = sorted([*found, *behind.findings(catalog)])
    if has_errors(findings):
        return Checked(findings, known, 0)
    try:
        made = _rendered(catalog, options, progress)
    except CatalogError as error:
        return Checked([*findings, *error.findings], known, 0)
    progress.stage(f"comparing with {options.output}")
    differences = settings.of_files(catalog, _differences(made, options))
    return Checked(behind.unchecked(catalog, Path(options.output), [*findings, *differences]), known, len(made))


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
