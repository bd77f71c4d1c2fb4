"""The command line: `error-catalog [generate | check | baseline | stale | compare | import | …] [options]`."""

import argparse
import contextlib
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Any, NoReturn

from error_catalog import commands, console, reports
from error_catalog.init import Occupied
from error_catalog.init.requirement import requirement
from error_catalog.lock import Locked
from error_catalog.model.findings import CatalogError
from error_catalog.outputs import names
from error_catalog.release import changelog
from error_catalog.release.outdated import NotOutdated
from error_catalog.write import WriteError

DEFAULTS = {"run": commands.generate, "catalog": None, "output": "generated", "only": None, "confirm": ()}
"""Options can stand before a command or after it, so that the defaults belong to neither parser."""

CATALOG = "catalog/errors.yaml"
"""The catalog if none is named. `rules` lists the defaults then."""

EPILOG = (
    "Exit status: 0 if all is well, 1 if there are findings or breaking changes or something was left undone,"
    " 2 for wrong usage."
)

WRONG_USAGE = 2
INTERRUPTED = 130
"""The exit status of a command that was interrupted by Ctrl-C, as shells have it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 0 fine, 1 findings or something left undone, 2 wrong usage."""
    console.prepare()
    try:
        status = _run(arguments)
    except SystemExit as ended:  # argparse has printed help or what is wrong
        status = int(ended.code or 0)
    return console.finish(status)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        options = parser().parse_args(arguments, argparse.Namespace(**DEFAULTS))
        if options.run is not commands.explain_rules:
            options.catalog = options.catalog or CATALOG
        return int(options.run(options))
    except CatalogError as error:
        return commands.report(error.findings, "text")
    except NotOutdated as error:
        console.complain(error)
        return WRONG_USAGE
    except (WriteError, Occupied, Locked) as error:
        console.complain(error)
    except KeyboardInterrupt:
        console.complain("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        pass
    except OSError as error:
        with contextlib.suppress(OSError):
            console.complain(f"{error.filename or 'input or output'}: {error.strerror or error}")
    return 1


class Parser(argparse.ArgumentParser):
    """A parser whose messages show what was typed without what could steer a terminal."""

    def print_help(self, file: Any = None) -> None:
        """Print the help; argparse itself says nothing if a stream is full."""
        print(self.format_help(), end="", file=file)

    def error(self, message: str) -> NoReturn:
        super().error(console.shown(message))


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line, with all commands."""
    catalog, output, only = _catalog_options(), _output_options(), _only_options()
    whole = Parser(
        prog="error-catalog",
        parents=[catalog, output, only],
        description="Make a Python package, gettext catalogs, JSON and pages from an error catalog in several"
        " languages. Without a command, do what `generate` does.",
        epilog=EPILOG,
    )
    about = "print the version and exit"
    whole.add_argument("--version", action="version", version=f"error-catalog {version('error-catalog')}", help=about)
    subparsers = whole.add_subparsers(title="commands", metavar="COMMAND")
    _add_confirm(whole)
    _add_confirm(_command(subparsers, "generate", commands.generate, [catalog, output, only]))
    _add_check(subparsers, [catalog, output, only])
    _command(subparsers, "baseline", commands.record, [catalog])
    _add_stale(subparsers, [catalog, output])
    _add_compare(subparsers, [catalog, output])
    _add_import(subparsers, [catalog])
    _add_init(subparsers)
    _add_rules(subparsers)
    return whole


def _catalog_options() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    about = "the YAML file of the catalog, or a folder whose YAML files are one catalog; the default is"
    about += " catalog/errors.yaml"
    shared.add_argument("--catalog", metavar="FILE|DIR", help=about)
    return shared


def _output_options() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    about = "the folder of the generated files; the default is generated"
    shared.add_argument("--output", metavar="DIR", help=about)
    return shared


def _only_options() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    about = "the only output to make or check, instead of those that the catalog names; can be repeated"
    shared.add_argument("--only", action="append", choices=names(), help=about)
    return shared


def _add_confirm(command: argparse.ArgumentParser) -> None:
    about = "translations that are still right although their source text has changed, as findings name them, or all"
    command.add_argument("--confirm", nargs="+", metavar="WHERE", default=argparse.SUPPRESS, help=about)


def _add_stale(subparsers: Any, parents: list[argparse.ArgumentParser]) -> None:
    command = _command(subparsers, "stale", commands.stale, parents)
    about = (
        "compare with a revision of git, an older catalog or its catalog.json, instead of with what was last generated"
    )
    command.add_argument("old", metavar="REV|FILE", nargs="?", help=about)


def _add_check(subparsers: Any, parents: list[argparse.ArgumentParser]) -> None:
    command = _command(subparsers, "check", commands.check, parents)
    about = "how findings are printed; the default is text"
    command.add_argument("--format", choices=reports.FORMATS, default="text", help=about)


def _add_compare(subparsers: Any, parents: list[argparse.ArgumentParser]) -> None:
    command = _command(subparsers, "compare", commands.compare, parents)
    command.add_argument("old", metavar="REV|FILE", help="the older catalog: a revision of git, or a file")
    about = "how changes are printed; the default is text"
    command.add_argument("--format", choices=changelog.FORMATS, default="text", help=about)


def _add_import(subparsers: Any, parents: list[argparse.ArgumentParser]) -> None:
    command = _command(subparsers, "import", commands.take, parents)
    command.add_argument("language", metavar="LANG", help="the language of the file, a BCP 47 tag")
    about = "a .po or .xlf file, or a .md file with a table of codes and texts"
    command.add_argument("file", metavar="FILE", help=about)
    command.add_argument("--force", action="store_true", help="also take texts that rules complain about")


def _add_init(subparsers: Any) -> None:
    command = _command(subparsers, "init", commands.start, [])
    command.add_argument("folder", metavar="DIR", help="a new folder, or a fresh clone of an empty repository")
    about = "what pip installs as the generator: versions such as >=2, a wheel, a folder or an address; the default is"
    about += " this version of error-catalog"
    command.add_argument("--requirement", type=_requirement, metavar="REQUIREMENT", help=about)


def _requirement(given: str) -> str:
    try:
        return requirement(given)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _add_rules(subparsers: Any) -> None:
    command = _command(subparsers, "rules", commands.explain_rules, [])
    about = "the catalog whose settings are shown; without it, the defaults are"
    command.add_argument("--catalog", metavar="FILE|DIR", default=argparse.SUPPRESS, help=about)
    command.add_argument("names", nargs="*", metavar="ID|NAME", help="a rule to explain")


def _command(
    subparsers: Any,
    name: str,
    run: Callable[[argparse.Namespace], int],
    parents: list[argparse.ArgumentParser],
) -> argparse.ArgumentParser:
    about = (run.__doc__ or "").strip()
    command: argparse.ArgumentParser = subparsers.add_parser(name, parents=parents, help=about, description=about)
    command.set_defaults(run=run)
    return command
