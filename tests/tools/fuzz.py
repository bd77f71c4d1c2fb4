"""Fuzz every reader and the search, guided by coverage: `make fuzz`, or `python tests/tools/fuzz.py 600 log fault`.

Inputs that reach new code are kept in `.fuzz/<target>`. A finding is an input in `.fuzz/<target>.crash-…`: put it into
`tests/fuzz/<target>`, where it is a test. With `--keep`, a few of the inputs that reach new code are copied there.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".fuzz"
SECONDS = 600
LONGEST = 3_000  # bytes of an input
SMALLEST, MOST = 400, 12  # bytes and number of inputs that are committed per target


def main() -> int:
    """Fuzz the targets that are named, or all; return 1 if one has a finding."""
    sys.path[:0] = [str(ROOT / "tests")]
    numbers = [word for word in sys.argv[1:] if word.isdecimal()]
    names = [word for word in sys.argv[1:] if not word.isdecimal() and word != "--keep"]
    import fuzzing
    import fuzzing_search

    failed = 0
    for name in names or [*fuzzing.TARGETS, *fuzzing_search.TARGETS]:
        corpus = KEPT / name
        corpus.mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(fuzzing.seeds(name) if name in fuzzing.TARGETS else ()):
            (corpus / f"seed-{number}").write_bytes(seed)
        print(f"{name}: {len(list(corpus.iterdir()))} inputs known", flush=True)
        if name in fuzzing_search.TARGETS:
            failed |= report(name, corpus, *fuzzing_search.TARGETS[name](int(numbers[0]) if numbers else SECONDS))
            continue
        settings = [f"-max_total_time={numbers[0] if numbers else SECONDS}", f"-max_len={LONGEST}", "-timeout=60"]
        settings += [f"-artifact_prefix={corpus}.", "-print_final_stats=1", "-verbosity=0"]
        failed |= subprocess.run([sys.executable, __file__, "--one", name, *settings, str(corpus)]).returncode
        if "--keep" in sys.argv:
            keep(name, corpus)
    return int(bool(failed))


def report(name: str, corpus: Path, tried: int, finding: str) -> bool:
    """Print how many inputs a target has tried, and save the first input that is answered wrongly."""
    print(f"{name}: {tried} tried, {'a finding' if finding else 'no finding'}", flush=True)
    if finding:
        corpus.with_suffix(".crash").write_text(finding, "utf-8", "surrogatepass")
    return bool(finding)


def keep(name: str, corpus: Path) -> None:
    """Copy a few small inputs that reach code which no known input reaches to where they are committed."""
    target = ROOT / "tests" / "fuzz" / name
    target.mkdir(parents=True, exist_ok=True)
    found = {path.read_bytes() for path in corpus.iterdir() if not path.name.startswith("seed-")}
    small = sorted(
        (content for content in found if 0 < len(content) <= SMALLEST), key=lambda content: (len(content), content)
    )
    for content in small[-MOST:]:
        (target / hashlib.sha256(content).hexdigest()[:12]).write_bytes(content)


def one(name: str, settings: list[str]) -> None:
    """Fuzz one target, in a process of its own."""
    import atheris

    with atheris.instrument_imports(include=["error_catalog", "marketo_soap_errors"]):
        sys.path[:0] = [str(ROOT / "tests")]
        import fuzzing
    atheris.Setup([sys.argv[0], *settings], fuzzing.TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], sys.argv[3:])
    else:
        sys.exit(main())
