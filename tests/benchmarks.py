"""How fast the package is, beside what else people use, in the same run: `make bench`.

Runs are interleaved; the table has medians and the ratio to the first line of each group.
"""

import gettext
import http
import io
import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median

from babel.support import Translations
from conftest import GENERATED
from fluent.runtime import FluentBundle, FluentResource
from marketo_soap_errors import ErrorCode, find_faults

ROUNDS = 15
FIELDS = ("message", "note")
LOCALE = GENERATED / "marketo_soap_errors" / "locale"
LINE = b"2026-07-30 12:00:00,001 worker INFO handled GET /v1/lead?id=4711 for tenant 12 in 12 ms, 200 OK\n"
FAULT = b"2026-07-30 12:00:00,001 worker ERROR Server raised fault: '20103 - Lead not found'\n"
LOG = (LINE * 20_000 + FAULT) * 5


def seconds(work: Callable[[], object], times: int) -> float:
    """Processor time of one call, out of many."""
    start = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - start) / times


def process(program: str) -> Callable[[], float]:
    """Wall time of a whole interpreter without `site`."""
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(GENERATED)!r}); {program}"]

    def run() -> float:
        start = time.perf_counter()
        subprocess.run(command, check=True)
        return time.perf_counter() - start

    return run


def groups() -> dict[str, dict[str, Callable[[], float]]]:
    """What is measured: by group, by name, a function that gives seconds."""
    code, texts = (
        ErrorCode(20014),
        {tag: {code.value: code.localized(tag) for code in ErrorCode} for tag in ("ja", "fr")},
    )
    code.localized("ja")
    stock = gettext.translation("marketo_soap_errors", LOCALE, ["ja"])
    babel = Translations.load(LOCALE, ["ja"], "marketo_soap_errors")

    fluent = FluentBundle(["ja"])
    lines = (f"e{code}-{field} = {getattr(text, field)}" for code, text in texts["ja"].items() for field in FIELDS)
    fluent.add_resource(FluentResource("\n".join(lines)))

    def by_fluent() -> object:
        message = fluent.get_message("e20014-message")
        return fluent.format_pattern(message.value)[0]

    def look_up(tag: str, number: int) -> object:
        return texts[tag][number]

    return {
        "import, a whole process": {
            "python -c pass": process("pass"),
            "import http": process("import http"),
            "import marketo_soap_errors": process("import marketo_soap_errors"),
        },
        "a text": {
            "dict of dicts, one call": lambda: seconds(lambda: look_up("ja", 20014), 20_000),
            "code.localized": lambda: seconds(lambda: code.localized("ja"), 20_000),
            "gettext.pgettext": lambda: seconds(lambda: stock.pgettext("20014.message", code.message), 20_000),
            "fluent.runtime": lambda: seconds(by_fluent, 20_000),
            "babel pgettext": lambda: seconds(lambda: babel.pgettext("20014.message", code.message), 20_000),
        },
        "a code from its number": {
            "http.HTTPStatus(404)": lambda: seconds(lambda: http.HTTPStatus(404), 20_000),
            "ErrorCode(20014)": lambda: seconds(lambda: ErrorCode(20014), 20_000),
        },
        f"a log of {len(LOG) / 1e6:.1f} MB": {
            "lines, each looked at": lambda: seconds(lambda: sum(b"Fault" in line for line in io.BytesIO(LOG)), 1),
            "find_faults": lambda: seconds(lambda: sum(1 for _ in find_faults(io.BytesIO(LOG))), 1),
        },
    }


def main() -> None:
    """Measure and print."""
    for group, works in groups().items():
        rounds = [{name: work() for name, work in works.items()} for _ in range(ROUNDS)]
        medians = {name: median(taken[name] for taken in rounds) for name in works}
        first = next(iter(medians.values()))
        print(group)
        for name, taken in medians.items():
            print(f"  {name:28} {taken * 1e6:12.3f} µs  {taken / first:6.2f}")


if __name__ == "__main__":
    main()
