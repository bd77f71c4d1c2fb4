"""The command line: `python -m codegen [check | rules] [options]`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from codegen import rules, source, tree
from codegen.catalog import Catalog, build
from codegen.mistakes import CatalogError
from codegen.outputs import PARTS, outputs


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. You get the exit status: 0 fine, 1 the catalog or the tree is wrong, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except CatalogError as error:
        for mistake in error.mistakes:
            print(mistake, file=sys.stderr)
        print(_count(len(error.mistakes), "mistake"), file=sys.stderr)
    except tree.ForeignDirectory as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename or 'input or output'}: {error.strerror or error}", file=sys.stderr)
    return 1


def generate(options: argparse.Namespace) -> int:
    """Make the output directory hold exactly the outputs."""
    files = _files(options)
    changed = tree.make_equal(Path(options.output), files, partial=bool(options.only))
    for path, kind, _ in changed:
        print(f"{_DONE[kind]} {options.output}/{path}")
    print(f"{_count(len(files), 'file')} in {options.output}, {len(changed)} changed")
    return 0


def check(options: argparse.Namespace) -> int:
    """Say every mistake and every file that differs; write nothing."""
    files = _files(options)
    differences = tree.differences(Path(options.output), files, partial=bool(options.only))
    for path, kind, _ in differences:
        print(f"{options.output}/{path}: {kind}; run `python -m codegen`", file=sys.stderr)
    if differences:
        print("1 file differs" if len(differences) == 1 else f"{len(differences)} files differ", file=sys.stderr)
        return 1
    print(f"{options.catalog}: no mistakes; {_count(len(files), 'file')} in {options.output} are up to date")
    return 0


def list_rules(options: argparse.Namespace) -> int:
    """Print every rule on a line of its own."""
    for rule in rules.RULES.values():
        print(f"{rule.id}  {rule.says}")
    return 0


_DONE = {"missing": "created", "stale": "updated", "unexpected": "removed"}


def _catalog(options: argparse.Namespace) -> Catalog:
    document = source.read(options.catalog)
    mistakes = rules.find(document)
    if mistakes:
        raise CatalogError(mistakes)
    return build(document)


def _files(options: argparse.Namespace) -> dict[str, bytes]:
    return dict(outputs(_catalog(options), options.only))


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
    for name, run in (("check", check), ("rules", list_rules)):
        command = commands.add_parser(name, parents=[shared], help=run.__doc__, description=run.__doc__)
        command.set_defaults(run=run)
    return parser
