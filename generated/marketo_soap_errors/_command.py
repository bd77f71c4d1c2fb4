# Made by error-catalog. Do not edit: change the YAML.
"""The command: its subcommands and their options."""

import argparse
import io
import os
import sys
from contextlib import suppress

from ._catalog import DOMAIN, LANGUAGES
from ._explain import explain, list_codes
from ._facts import Category, Recovery
from ._lookup import negotiate
from ._shown import shown
from ._words import WORDS
from ._fault import unlisted
from ._faults import read_fault
from ._scan import SHOWN, scan

VERSION = "2.0.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: "Sequence[str] | None" = None) -> int:
    """Run the command and return its exit status: 0 found, 1 nothing found, 2 wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if sys.stdout is None:
        print("standard output is closed", file=sys.stderr)
        return 2
    if isinstance(sys.stdout, io.TextIOWrapper):  # a console that does not have every character
        sys.stdout.reconfigure(errors="backslashreplace")
    parser, commands = _parser()
    if given and given[0] not in {*commands, "-h", "--help", "--version"}:
        given.insert(0, "explain")
    options = parser.parse_args(given)
    if getattr(options, "what", None) and options.all:
        commands["explain"].error("--all explains every code; leave out what stands beside it")
    if options.language is not None and negotiate(options.language, default=None) is None:
        print(f"{options.language!r} is not a language of the catalog: {', '.join(LANGUAGES)}", file=sys.stderr)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except OSError as error:
        with suppress(OSError):  # what could not be written would be written again when Python ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return 0
        print(shown(f"{error.filename or 'input or output'}: {error.strerror or error}"), file=sys.stderr)
        return 2
    return status


def _parser() -> "tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]":
    parser = argparse.ArgumentParser(prog=DOMAIN.replace("_", "-"), description="Error Codes – Marketo SOAP API")
    parser.add_argument("--version", action="version", version=f"%(prog)s {VERSION}".strip())
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--language", metavar="TAG", help=f"a language tag: {', '.join(LANGUAGES)}; the default is that of the environment")
    shared.add_argument("--json", action="store_true", help="print JSON, for programs")

    about = "explain a code: what it means and what to do"
    command = commands.add_parser("explain", parents=[shared], help=about, description=explain.__doc__)
    command.add_argument("what", nargs="*", metavar="WHAT", help="a code, a name, a text or a fault; default: standard input")
    command.set_defaults(run=explain, read_fault=read_fault, unlisted=unlisted)

    command.add_argument("--all", action="store_true", help="explain every code")

    about = "list the codes"
    command = commands.add_parser("list", parents=[shared], help=about, description=list_codes.__doc__)
    command.add_argument("--category", choices=[*map(str, Category)], help="only codes of this category")
    command.add_argument("--recovery", choices=[*map(str, Recovery)], help="only codes with this recovery")
    command.set_defaults(run=list_codes)

    about = "count the faults in logs"
    command = commands.add_parser("scan", parents=[shared], help=about, description=scan.__doc__)
    command.add_argument("files", nargs="*", metavar="FILE", help="a log, also packed by gzip, bzip2 or xz; default: standard input")
    command.add_argument("--all", action="store_true", help=f"show every message of the server, not the first {SHOWN} of a code")
    command.set_defaults(run=scan)
    return parser, commands.choices
