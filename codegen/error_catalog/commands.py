"""The commands of the command line. Each returns its exit status: 0 fine, 1 findings, 2 wrong usage."""

import argparse
import sys
from pathlib import Path

from error_catalog import coverage, init, reports, rules, translate, write
from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import START, CatalogError, Finding, has_errors
from error_catalog.model.reading import read
from error_catalog.outputs import files
from error_catalog.progress import Progress
from error_catalog.release import changelog
from error_catalog.release.compare import compare as compared
from error_catalog.release.revision import older

DONE = {"missing": "created", "outdated": "updated", "unexpected": "removed"}


def generate(options: argparse.Namespace) -> int:
    """Make the output folder hold exactly the outputs, and print what changed."""
    folder = Path(options.output)
    with Progress(f"reading {options.catalog}") as progress:
        made = _made(options, progress)
        progress.stage(f"writing {folder}")
        changed = write.write(folder, made, is_partial=bool(options.only))
    for path, kind in changed:
        print(f"{DONE[kind]} {folder / path}")
    print(f"{_count(len(made), 'file')} in {folder}, {len(changed)} changed")
    return 0


def check(options: argparse.Namespace) -> int:
    """Report all findings in the catalog and all files that are out of date. Nothing is written."""
    with Progress(f"reading {options.catalog}") as progress:
        try:
            catalog = read(options.catalog)
        except CatalogError as error:
            return report(error.findings, options.format)
        findings, count = _checked(catalog, options, progress)
    is_text = options.format == "text"
    if is_text and not has_errors(findings):
        print(f"{options.catalog} has no errors; {_count(count, 'file')} in {options.output} are up to date")
    status = report(findings, options.format)
    if is_text:
        print(coverage.table(coverage.coverage(catalog)))
    return status


def compare(options: argparse.Namespace) -> int:
    """Report what has changed since an older catalog, and which step of the version that calls for."""
    with Progress(f"reading {options.catalog}") as progress:
        new = read(options.catalog)
        progress.stage(f"reading {options.old}")
        old = older(options.old, options.catalog)
        progress.stage("comparing")
        found = compared(old, new)
    for line in changelog.FORMATS[options.format](found):
        print(line)
    return int(not found.is_fine)


def take(options: argparse.Namespace) -> int:
    """Write the texts of a translator's file into the YAML. Comments, order and quotes stay as they are."""
    with Progress(f"importing {options.file}"):
        imported = translate.take(options.catalog, options.language, options.file, force=options.force)
    for left in imported.left:
        print(f"{options.file}:{left.line}: {left.where}: {left.why}")
    taken = f"{_count(len(imported.taken), 'text')} taken, {imported.unchanged} unchanged, {len(imported.left)} left"
    print(f"{options.catalog}: {taken}" + ("; now run `error-catalog`" if imported.taken else ""))
    return 0


def start(options: argparse.Namespace) -> int:
    """Make a complete new project with a small catalog. Existing files are never overwritten."""
    folder = Path(options.folder)
    for path in init.init(folder, options.requirement):
        print(f"created {folder / path}")
    print(f"now run `make` in {folder}")
    return 0


def explain_rules(options: argparse.Namespace) -> int:
    """List every rule, or explain those that are named, with examples."""
    every = rules.every_rule()
    asked = [(name, next((rule for rule in every if name in (rule.id, rule.name)), None)) for name in options.names]
    unknown = [name for name, rule in asked if rule is None]
    if unknown:
        print(f"{', '.join(unknown)}: there is no such rule; `error-catalog rules` lists them", file=sys.stderr)
        return 2
    for _, rule in asked:
        if rule is not None:
            print(f"{rule.id}  {rule.name}\n\n{rule.summary}\n\n{rule.explanation}".rstrip() + "\n")
    for rule in [] if options.names else every:
        print(f"{rule.id}  {rule.name:22}  {rule.summary}" + (" (hint)" if rule.severity == "hint" else ""))
    for message in rules.others.load():
        print(message, file=sys.stderr)
    return int(bool(rules.others.load()))


def report(findings: list[Finding], format: str) -> int:
    """Print findings: people read them on standard error, programs on standard output. Return the exit status."""
    reports.FORMATS[format](findings, sys.stderr if format == "text" else sys.stdout)
    hints = sum(finding.severity == "hint" for finding in findings)
    if findings and format == "text":
        counted = _count(len(findings) - hints, "finding") + (f", {_count(hints, 'hint')}" if hints else "")
        print(counted, file=sys.stderr)
    return int(has_errors(findings))


def _made(options: argparse.Namespace, progress: Progress) -> dict[str, bytes]:
    """Return the files of the catalog. Raise CatalogError if it has findings."""
    catalog = read(options.catalog)
    progress.stage("checking")
    findings = rules.check(catalog, hints=False)
    if has_errors(findings):
        raise CatalogError(findings)
    return _rendered(catalog, options, progress)


def _checked(catalog: Catalog, options: argparse.Namespace, progress: Progress) -> tuple[list[Finding], int]:
    """Return the findings in a catalog and in its files, and how many files there are if they could be rendered."""
    progress.stage("checking")
    findings = rules.check(catalog)
    if has_errors(findings):
        return findings, 0
    try:
        made = _rendered(catalog, options, progress)
    except CatalogError as error:
        return [*findings, *error.findings], 0
    progress.stage(f"comparing with {options.output}")
    return [*findings, *_differences(made, options)], len(made)


def _rendered(catalog: Catalog, options: argparse.Namespace, progress: Progress) -> dict[str, bytes]:
    progress.stage("rendering")
    return files(catalog, options.only)


def _differences(made: dict[str, bytes], options: argparse.Namespace) -> list[Finding]:
    folder = Path(options.output)
    if not folder.is_dir():
        return [_outdated(str(folder), str(folder), "missing")]
    found = write.differences(folder, made, is_partial=bool(options.only))
    return [_outdated(str(folder / path), path, kind) for path, kind in found]


def _outdated(path: str, where: str, kind: str) -> Finding:
    return Finding(path, START, "F01", where, f"{kind}; run `error-catalog`", name="outdated-file")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
