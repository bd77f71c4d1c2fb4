"""How many small changes of the code the tests notice: `make mutate`, or `python tests/tools/mutation.py 300 rules`.

cosmic-ray changes a copy of the repository, one place at a time. The changes are drawn at random, because all of them
take a day. `==` changed to `is` is left out: Python makes small numbers and short texts only once, so that most of
these are not changes. The output is the share of changes that are not noticed, and these with their diff.
"""

import random
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEED = 20014
CODE = "codegen/error_catalog"
RULES = "advice characters consistency declarations mojibake numbers other_language presence quotes scripts sentences"
GROUPS = {
    "rules": (
        [f"{CODE}/rules/{name}.py" for name in [*RULES.split(), "structure", "verbatim", "vocabulary", "words"]],
        "test_rules test_rule_edges test_bad test_structure test_texts test_languages test_catalog",
    ),
    "reading": (
        [f"{CODE}/model/{name}.py" for name in ("source", "events", "scalars", "schema", "reading")],
        "test_source test_structure test_bad",
    ),
    "rendering": ([f"{CODE}/outputs/escaping.py"], "test_rendering test_injection"),
    "faults": (
        [f"generated/marketo_soap_errors/_{name}.py" for name in ("codes", "held", "logs", "rendered", "soap")],
        "test_faults test_held_faults test_logs test_bad",
    ),
}
"""The modules that are changed, and the tests that should notice."""


def main() -> None:
    """Change the code, run the tests, and print what they do not notice."""
    most = int(sys.argv[1]) if sys.argv[1:] else 300
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy")
        subprocess.run(["git", "clone", "-q", ROOT, copy], check=True)
        for group in sys.argv[2:] or GROUPS:
            print(group, flush=True)
            print(noticed(copy, group, most), flush=True)


def noticed(copy: Path, group: str, most: int) -> str:
    """Return the report of a group: the changes that are not noticed, and their share."""
    modules, tests = GROUPS[group]
    files = " ".join(f"tests/{name}.py" for name in tests.split())
    config, changes = copy / f"{group}.toml", copy / f"{group}.sqlite"
    pytest = f"{sys.executable} -B -m pytest -x -q -m 'not slow' -p no:cacheprovider {files}"
    config.write_text(
        f"[cosmic-ray]\nmodule-path = {modules}\ntimeout = 300.0\nexcluded-modules = []\n"
        f'test-command = "env PYTHONPATH={copy}/codegen:{copy}/generated {pytest}"\n'
        '[cosmic-ray.distributor]\nname = "local"\n'
    )
    run(copy, "cosmic-ray", "baseline", config)
    run(copy, "cosmic-ray", "init", config, changes)
    draw(changes, most)
    run(copy, "cosmic-ray", "exec", config, changes)
    return run(copy, "cr-report", "--show-diff", "--surviving-only", changes) + run(copy, "cr-rate", changes)


def draw(changes: Path, most: int) -> None:
    """Keep `most` of the changes, drawn at random."""
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
