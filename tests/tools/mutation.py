"""How many small changes of the code the tests notice: `make mutate`, or `python tests/tools/mutation.py 300 rules`.

cosmic-ray changes a copy of the repository, as it is committed, one place at a time. The changes are drawn at random,
because all of them take a day; `--seed 7` draws others. Two kinds are left out: `==` changed to `is`, since Python
makes small numbers and short texts only once, so that most of these are not changes; and `|` changed to another
operator, since it stands in types, which mypy checks. The output is the share of changes that are not noticed, and
these with their diff.
"""

import argparse
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
CODE = "codegen/error_catalog"
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
        copy = Path(folder, "copy")
        subprocess.run(["git", "clone", "-q", ROOT, copy], check=True)
        for name in options.groups:
            print(name, flush=True)
            print(noticed(copy, name, options.most, options.seed), flush=True)


def noticed(copy: Path, name: str, most: int, seed: int) -> str:
    """Return the report of a group: the changes that are not noticed, and their share."""
    group = GROUPS[name]
    modules = sorted(str(path.relative_to(copy)) for pattern in group.modules.split() for path in copy.glob(pattern))
    config, changes = copy / f"{name}.toml", copy / f"{name}.sqlite"
    files = " ".join(f"tests/{test}.py" for test in group.tests.split())
    chosen = " and ".join(f"not {word}" for word in group.without.split())
    pytest = f"{sys.executable} -B -m pytest -x -q -k '{chosen}' -m 'not browser' -p no:cacheprovider {files}"
    config.write_text(
        f"[cosmic-ray]\nmodule-path = {modules}\ntimeout = 300.0\nexcluded-modules = []\n"
        f'test-command = "env PYTHONPATH={copy}/codegen:{copy}/generated {pytest}"\n'
        '[cosmic-ray.distributor]\nname = "local"\n'
    )
    run(copy, "cosmic-ray", "baseline", config)
    run(copy, "cosmic-ray", "init", config, changes)
    draw(changes, most, seed)
    run(copy, "cosmic-ray", "exec", config, changes)
    return run(copy, "cr-report", "--show-diff", "--surviving-only", changes) + run(copy, "cr-rate", changes)


def draw(changes: Path, most: int, seed: int) -> None:
    """Keep `most` of the changes, drawn at random."""
    with sqlite3.connect(changes) as database:
        rows = database.execute("SELECT job_id, module_path, operator_name, occurrence FROM mutation_specs").fetchall()
        real = sorted((row[1:], row[0]) for row in rows if not LEFT_OUT.search(row[2]))
        kept = {job for _, job in random.Random(seed).sample(real, min(most, len(real)))}
        dropped = [(row[0],) for row in rows if row[0] not in kept]
        for table in ("mutation_specs", "work_items"):
            database.executemany(f"DELETE FROM {table} WHERE job_id = ?", dropped)


def run(copy: Path, program: str, *arguments: object) -> str:
    command = [str(Path(sys.executable).parent / program), *map(str, arguments)]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main()
