"""How many small changes of the code the tests notice: `make mutate`, or `python tests/tools/mutation.py 300 rules`.

cosmic-ray changes a copy of the repository, as it is committed, one place at a time. The changes are drawn at random,
because all of them take a day; `--seed 7` draws others. Two kinds are left out: `==` changed to `is`, since Python
makes small numbers and short texts only once, so that most of these are not changes; and `|` changed to another
operator, since it stands in types, which mypy checks. The output is the share of changes that are not noticed, and
these with their diff.
"""

import argparse
import difflib
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from cosmic_ray.mutating import use_mutation
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_item import MutationSpec
from coverage import CoverageData

ROOT = Path(__file__).parents[2]
CODE = "codegen/error_catalog"
TIMEOUT = 300  # seconds
LEFT_OUT = re.compile("Is|BitOr_")


class Group(NamedTuple):
    """Modules that are changed, as patterns, and the tests that should notice, the quickest first.

    Tests whose names contain one of the words of `without` are left out: they take long and check what others do too.
    """

    modules: str
    tests: str
    without: str = "command terminal"


GROUPS = {
    "rules": Group(
        f"{CODE}/rules/*.py",
        "test_rule_precision test_rule_edges test_icu test_stale test_bad test_structure test_languages test_texts"
        " test_catalog test_settings test_rules test_punctuation",
        "command terminal listed explained every_format committed findings_as wrong_usage warning programs coverage"
        " fixed_kinds",
    ),
    "readers": Group(
        f"{CODE}/model/*.py {CODE}/translate/*.py",
        "test_structure test_bad test_source test_import_texts test_import_pages test_several_files test_fields"
        " test_import test_xliff test_baseline test_stale test_outdated test_durations test_round_trips",
        "command terminal older_revision killed from_the_package from_po_files of_this_repository",
    ),
    "writers": Group(
        f"{CODE}/outputs/**/*.py {CODE}/write.py {CODE}/lock.py {CODE}/temporary.py",
        "test_docs_fallback test_own_fields test_gettext test_write test_xliff test_typescript test_fields test_docs"
        " test_limits_in_words test_outputs",
        "command terminal types_in look_like_markup put_right only_some every_run missing_output written_in_c"
        " strictly_typed hostile refuse outside_the",
    ),
    "fallback": Group(
        " ".join(f"generated/marketo_soap_errors/_{name}.py" for name in ("lookup", "texts", "text", "base")),
        "test_negotiation test_package test_fallback test_coded_error",
        "types_for frozen_into read_only command_agrees cold_start",
    ),
    "faults": Group(
        " ".join(
            f"generated/marketo_soap_errors/_{name}.py"
            for name in ("codes", "held", "lines", "logs", "markup", "rendered", "soap")
        ),
        "test_bad test_faults test_shapes test_held_faults test_logs",
    ),
}


def main() -> None:
    """Change the code, run the tests, and print what they do not notice."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("most", nargs="?", type=int, default=300, help="how many changes of each group are tried")
    parser.add_argument("groups", nargs="*", default=[*GROUPS], metavar="GROUP", help=", ".join(GROUPS))
    parser.add_argument("--seed", type=int, default=20014, help="which changes are drawn")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy").resolve()
        subprocess.run(["git", "clone", "-q", ROOT, copy], check=True)
        for name in options.groups:
            print(name, flush=True)
            print(noticed(copy, name, options.most, options.seed), flush=True)


def noticed(copy: Path, name: str, most: int, seed: int) -> str:
    """Change a group's modules, print what is not noticed, and return the share that is."""
    group = GROUPS[name]
    modules = sorted(str(path.relative_to(copy)) for pattern in group.modules.split() for path in copy.glob(pattern))
    config, changes = copy / f"{name}.toml", copy / f"{name}.sqlite"
    config.write_text(
        f"[cosmic-ray]\nmodule-path = {modules}\ntimeout = {TIMEOUT}\nexcluded-modules = []\n"
        'test-command = ""\n[cosmic-ray.distributor]\nname = "local"\n'
    )
    run(copy, "cosmic-ray", "init", config, changes)
    tests = covering(copy, group)
    everything = [f"tests/{test}.py" for test in group.tests.split()]
    killed, specs = 0, drawn(changes, most, seed)
    for spec in specs:
        operator = get_operator(spec.operator_name)(**spec.operator_args)
        with use_mutation(copy / spec.module_path, operator, spec.occurrence) as (before, after):
            of_line = tests[str(copy / spec.module_path)].get(spec.start_pos[0], [])
            # a line that is run by an import concerns every test
            is_killed = fails(copy, command(copy, group, of_line or everything))
            killed += is_killed
            if not is_killed:
                changed = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=1)
                print(f"{spec.module_path}:{spec.start_pos[0]} {spec.operator_name}", *changed, sep="\n", flush=True)
    return f"{killed} of {len(specs)} noticed, {100 * killed / len(specs):.0f} %"


def fails(copy: Path, words: Sequence[object]) -> bool:
    """Return True if a run of the tests fails, or takes too long.

    Raises:
        RuntimeError: No test was run.
    """
    try:
        status = subprocess.run(list(map(str, words)), cwd=copy, capture_output=True, timeout=TIMEOUT).returncode
    except subprocess.TimeoutExpired:
        return True
    if status > pytest.ExitCode.INTERRUPTED:
        raise RuntimeError(f"pytest has ended with {status}: {' '.join(map(str, words))}")
    return status != 0


def command(copy: Path, group: Group, tests: Sequence[str], *before: str) -> list[object]:
    """Return a command that runs tests, with some words before `pytest`."""
    chosen = " and ".join(f"not {word}" for word in group.without.split())
    path = f"PYTHONPATH={copy}/codegen:{copy}/generated:{copy}/tests/tools"
    options = ["-x", "-q", "-k", chosen, "-m", "not browser", "-p", "no:cacheprovider"]
    return ["env", path, sys.executable, "-B", "-m", *before, "pytest", *options, *tests]


def covering(copy: Path, group: Group) -> dict[str, dict[int, list[str]]]:
    """Return for each line of each module the tests that run it, as pytest names them."""
    settings = copy / ".coveragerc"
    settings.write_text("[run]\nsource_pkgs = error_catalog, marketo_soap_errors\n")
    data = copy / f".coverage-{abs(hash(group))}"
    measured = ["coverage", "run", f"--rcfile={settings}", f"--data-file={data}", "-m"]
    tests = [f"tests/{test}.py" for test in group.tests.split()]
    words = command(copy, group, ["-p", "mutation_contexts", *tests], *measured)
    subprocess.run(list(map(str, words)), cwd=copy, check=True, stdout=subprocess.DEVNULL)
    found = CoverageData(basename=data)
    found.read()
    lines: dict[str, dict[int, list[str]]] = defaultdict(dict)
    lines |= {
        file: {
            row: sorted({context.partition("[")[0] for context in contexts if context})
            for row, contexts in found.contexts_by_lineno(file).items()
        }
        for file in found.measured_files()
    }
    return lines


def drawn(changes: Path, most: int, seed: int) -> list[MutationSpec]:
    """Return `most` of the changes, drawn at random."""
    with sqlite3.connect(changes) as database:
        rows = database.execute(
            "SELECT module_path, operator_name, occurrence, start_pos_row, start_pos_col FROM mutation_specs"
        ).fetchall()
    real = sorted(row for row in rows if not LEFT_OUT.search(row[1]))
    return [
        MutationSpec(Path(path), operator, occurrence, (row, column), (row, column + 1), {})
        for path, operator, occurrence, row, column in random.Random(seed).sample(real, min(most, len(real)))
    ]


def run(copy: Path, program: str, *arguments: object) -> str:
    command = [str(Path(sys.executable).parent / program), *map(str, arguments)]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main()
