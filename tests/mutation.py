"""How many small changes of the code the tests notice: `make mutate`, or `python tests/mutation.py 300 rules`.

cosmic-ray changes a copy of the repository, one place at a time; so many changes are drawn at random, as all of them
take a day. `==` made `is` is left out: Python makes small numbers and short texts only once, so most of these are no
change. Prints the share that is noticed, and the others with their diff.
"""

import random
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEED = 20014
RULES = "advice characters consistency mojibake numbers presence quotes schema scripts sentences structure verbatim"
GROUPS = {
    "rules": (
        [f"codegen/rules/{name}.py" for name in [*RULES.split(), "vocabulary", "words"]],
        "test_rules test_rule_edges test_bad test_structure test_texts test_languages test_catalog",
    ),
    "rendering": (["codegen/rendering.py"], "test_rendering test_injection"),
    "faults": (
        [f"generated/marketo_soap_errors/{name}.py" for name in ("_faults", "_logs", "_soap")],
        "test_faults test_bad",
    ),
}


def main() -> None:
    """Mutate, test, print."""
    most = int(sys.argv[1]) if sys.argv[1:] else 300
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy")
        subprocess.run(["git", "clone", "-q", ROOT, copy], check=True)
        for group in sys.argv[2:] or GROUPS:
            print(group, flush=True)
            print(noticed(copy, group, most), flush=True)


def noticed(copy: Path, group: str, most: int) -> str:
    """The report of a group: rate of survivors, and the survivors."""
    modules, tests = GROUPS[group]
    files = " ".join(f"tests/{name}.py" for name in tests.split())
    config, changes = copy / f"{group}.toml", copy / f"{group}.sqlite"
    config.write_text(
        f"[cosmic-ray]\nmodule-path = {modules}\ntimeout = 90.0\nexcluded-modules = []\n"
        f'test-command = "env PYTHONPATH=generated {sys.executable} -B -m pytest -x -q -p no:cacheprovider {files}"\n'
        '[cosmic-ray.distributor]\nname = "local"\n'
    )
    run(copy, "cosmic-ray", "init", config, changes)
    draw(changes, most)
    run(copy, "cosmic-ray", "exec", config, changes)
    return run(copy, "cr-report", "--show-diff", "--surviving-only", changes) + run(copy, "cr-rate", changes)


def draw(changes: Path, most: int) -> None:
    """Keep so many of the changes."""
    with sqlite3.connect(changes) as database:
        rows = database.execute("SELECT job_id, module_path, operator_name, occurrence FROM mutation_specs").fetchall()
        real = sorted((row[1:], row[0]) for row in rows if "Is" not in row[2])
        kept = {job for _, job in random.Random(SEED).sample(real, min(most, len(real)))}
        dropped = [(row[0],) for row in rows if row[0] not in kept]
        for table in ("mutation_specs", "work_items"):
            database.executemany(f"DELETE FROM {table} WHERE job_id = ?", dropped)


def run(copy: Path, program: str, *arguments: object) -> str:
    command = [str(Path(sys.executable).parent / program), *map(str, arguments)]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main()
