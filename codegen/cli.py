"""The command line: `python -m codegen [check | compare | import | init | rules] [options]`."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from codegen import changelog, comparison, coverage, imports, reports, rules, source, tree
from codegen import start as new
from codegen.catalog import Catalog, build
from codegen.document import Document
from codegen.mistakes import START, CatalogError, Mistake
from codegen.outputs import PARTS, outputs
from codegen.remembered import Record


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. You get the exit status: 0 fine, 1 the catalog or the tree is wrong, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except CatalogError as error:
        _report(error.mistakes, "text")
    except (tree.ForeignDirectory, new.Occupied) as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        print(f"{error.filename or 'input or output'}: {error.strerror or error}", file=sys.stderr)
    return 1


def generate(options: argparse.Namespace) -> int:
    """Make the output directory hold exactly the outputs."""
    record = Record(options.catalog, Path(options.output), options.only)
    unchanged = record.files()
    if unchanged is not None:
        print(f"{_count(unchanged, 'file')} in {options.output}, 0 changed")
        return 0
    files = _files(build(_read(options)), options)
    changed = tree.make_equal(Path(options.output), files, partial=bool(options.only))
    record.write(files)
    for path, kind, _ in changed:
        print(f"{_DONE[kind]} {options.output}/{path}")
    print(f"{_count(len(files), 'file')} in {options.output}, {len(changed)} changed")
    return 0


def check(options: argparse.Namespace) -> int:
    """Say every mistake and every file that differs, and how far each language is; write nothing."""
    try:
        document = source.read(options.catalog)
    except CatalogError as error:
        return _report(error.mistakes, options.format)
    mistakes = rules.find(document)
    if _are_fine(mistakes):
        files = _files(build(document), options)
        mistakes += _differences(files, options)
        if options.format == "text" and _are_fine(mistakes):
            print(f"{options.catalog}: no mistakes; {_count(len(files), 'file')} in {options.output} are up to date")
    status = _report(mistakes, options.format)
    if options.format == "text":
        print(coverage.table(coverage.coverage(document)))
    return status


def compare(options: argparse.Namespace) -> int:
    """Say what has changed since an older catalog, and which step of the version that calls for."""
    compared = comparison.compare(source.read(options.old), source.read(options.catalog))
    for line in changelog.FORMATS[options.format](compared, options.catalog):
        print(line)
    return int(not compared.is_fine)


def take(options: argparse.Namespace) -> int:
    """Take a translator's .po, or the table of a published page's .md, into the YAML."""
    imported = imports.take(options.catalog, options.language, options.file, force=options.force)
    for left in imported.left:
        print(f"{options.file}:{left.line}: {left.where}: {left.why}")
    print(
        f"{options.catalog}: {_count(len(imported.taken), 'text')} taken,"
        f" {imported.unchanged} unchanged, {len(imported.left)} left"
        + ("; now run `python -m codegen`" if imported.taken else "")
    )
    return 0


def start(options: argparse.Namespace) -> int:
    """Put a small catalog to begin with, its site and its test into a new folder."""
    for path in new.start(Path(options.folder)):
        print(f"created {options.folder}/{path}")
    print(f"now: cd {options.folder} && python -m codegen && mkdocs build -f site/mkdocs.yml")
    return 0


def list_rules(options: argparse.Namespace) -> int:
    """Print every rule on a line of its own, or explain those that are named."""
    unknown = [id for id in options.ids if id not in rules.RULES]
    if unknown:
        print(f"no rule {', '.join(unknown)}; `python -m codegen rules` lists them", file=sys.stderr)
        return 2
    for id in options.ids:
        rule = rules.RULES[id]
        print(f"{id}  {rule.says}\n\n{rule.explanation}".rstrip())
    for rule in [] if options.ids else rules.every_rule():
        print(f"{rule.id}  {rule.says}" + (" (hint)" if rule.advisory else ""))
    return 0


def _report(mistakes: list[Mistake], format: str) -> int:
    """Say the mistakes: people read them on standard error, programs on standard output."""
    stream = sys.stderr if format == "text" else sys.stdout
    reports.FORMATS[format](mistakes, stream)
    hints = sum(mistake.advisory for mistake in mistakes)
    if mistakes and format == "text":
        counted = _count(len(mistakes) - hints, "mistake") + (f", {_count(hints, 'hint')}" if hints else "")
        print(counted, file=sys.stderr)
    return int(len(mistakes) > hints)


_DONE = {"missing": "created", "stale": "updated", "unexpected": "removed"}


def _read(options: argparse.Namespace) -> Document:
    """The document, without mistakes."""
    document = source.read(options.catalog)
    mistakes = rules.find(document, hints=False)
    if not _are_fine(mistakes):
        raise CatalogError(mistakes)
    return document


def _are_fine(mistakes: list[Mistake]) -> bool:
    return all(mistake.advisory for mistake in mistakes)


def _files(catalog: Catalog, options: argparse.Namespace) -> dict[str, bytes]:
    return dict(outputs(catalog, options.only))


def _differences(files: dict[str, bytes], options: argparse.Namespace) -> list[Mistake]:
    found = tree.differences(Path(options.output), files, partial=bool(options.only))
    said = "{}; run `python -m codegen`"
    return [Mistake(f"{options.output}/{path}", START, "F01", path, said.format(kind)) for path, kind, _ in found]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--catalog", default=argparse.SUPPRESS, metavar="FILE", help="default: catalog/errors.yaml")
    shared.add_argument("--output", default=argparse.SUPPRESS, metavar="DIR", help="default: generated")
    shared.add_argument(
        "--only",
        default=argparse.SUPPRESS,
        action="append",
        choices=PARTS,
        help="this part of the output alone; repeatable",
    )
    parser = argparse.ArgumentParser(
        prog="python -m codegen",
        parents=[shared],
        description="Make the Python package, the gettext catalogs and the site of an error catalog.",
    )
    parser.set_defaults(run=generate, catalog="catalog/errors.yaml", output="generated", only=None)
    commands = parser.add_subparsers(title="commands", metavar="")
    check_command = _command(commands, "check", check, [shared])
    check_command.add_argument("--format", choices=reports.FORMATS, default="text", help="default: text")
    compare_command = _command(commands, "compare", compare, [shared])
    compare_command.add_argument("old", metavar="OLD.yaml", help="the catalog as it was")
    compare_command.add_argument("--format", choices=changelog.FORMATS, default="text", help="default: text")
    import_command = _command(commands, "import", take, [shared])
    import_command.add_argument("language", metavar="LANG", help="a BCP 47 tag")
    import_command.add_argument("file", metavar="FILE", help="a .po or .md file")
    import_command.add_argument("--force", action="store_true", help="also where rules complain")
    init_command = _command(commands, "init", start, [])
    init_command.add_argument("folder", metavar="DIR", help="a folder that is empty or not there")
    rules_command = _command(commands, "rules", list_rules, [])
    rules_command.add_argument("ids", nargs="*", metavar="RULE", help="explain this rule, with examples")
    return parser


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], parents: list[argparse.ArgumentParser]
) -> argparse.ArgumentParser:
    about = {"help": run.__doc__, "description": run.__doc__}
    command: argparse.ArgumentParser = commands.add_parser(name, parents=parents, **about)
    command.set_defaults(run=run)
    return command
