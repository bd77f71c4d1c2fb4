"""How fast everything is, beside its peers, in the same run: `make bench`.

The works of a group are interleaved. Each figure is the median of its rounds, with the ratio to the first work of the
group. Times are processor time; those of processes are of the whole process and its children, with their peak memory.
The results are also written as JSON (build/benchmarks.json) and as a page of the site (site/docs/benchmarks.md).
"""

import gettext
import http
import io
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

import i18n
import page_loads
import synthetic
from babel import negotiate_locale
from babel.support import Translations
from charts import Bar, chart
from conftest import CATALOG, GENERATED, ROOT
from fluent.runtime import FluentBundle, FluentResource
from marketo_soap_errors import ErrorCode, find_faults, negotiate, read_fault, use_language

FIELDS = ("message", "note")
LOCALE = GENERATED / "marketo_soap_errors" / "locale"
LINE = b"2026-07-30 12:00:00,001 worker INFO handled GET /v1/lead?id=4711 for tenant 12 in 12 ms, 200 OK\n"
FAULT = b"2026-07-30 12:00:00,001 worker ERROR Server raised fault: '20103 - Lead not found'\n"
BODY = """<?xml version="1.0"?><SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body>
<SOAP-ENV:Fault><faultcode>SOAP-ENV:Client</faultcode><faultstring>20103 - Lead not found</faultstring><detail>
<ns1:serviceException xmlns:ns1="http://www.marketo.com/mktows/"><name>mktServiceException</name>
<message>No lead found with EMAIL = a@b.example (20103)</message><code>20103</code></ns1:serviceException></detail>
</SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>"""
ANSWER = BODY.partition("<SOAP-ENV:Fault>")[0].replace("\n", "") + (
    "<ns1:successGetLead><result><count>1</count><leadRecordList><leadRecord><Id>4711</Id><Email>a@b.example</Email>"
    "</leadRecord></leadRecordList></result></ns1:successGetLead></SOAP-ENV:Body></SOAP-ENV:Envelope>\n"
)
XML = BODY.replace("\n", "").encode() + b"\n"
LOGS = {
    "one fault in 20,000 lines": (LINE * 20_000 + FAULT) * 3,
    "1 % of the lines are printed faults": (LINE * 99 + FAULT) * 600,
    "1 % of the lines are faults as XML": (LINE * 99 + XML) * 600,
    "every line XML, 1 % faults": (ANSWER.encode() * 99 + XML) * 200,
}
HEADER = "fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5"
MANY, SOME, LOADS = 15, 3, 5
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "-q", "-f")
SIZES = {"27 codes, 5 languages": (0, 0), "500 codes, 20 languages": (500, 20), "5,000 codes, 20 languages": (5000, 20)}


class Measure(NamedTuple):
    """Seconds of processor time, and the peak memory of a process in MiB."""

    seconds: float
    memory: float | None = None


Work = Callable[[], Measure]


class Group(NamedTuple):
    """Works that are compared, and how many rounds of them are run."""

    name: str
    rounds: int
    works: dict[str, Work]


def calls(work: Callable[[], object], times: int = 20_000) -> Work:
    """Return a work that is one call, measured in many."""

    def run() -> Measure:
        start = time.process_time()
        for _ in range(times):
            work()
        return Measure((time.process_time() - start) / times)

    return run


def process(*command: object, before: Callable[[], object] = lambda: None) -> Work:
    """Return a work that is a whole process, after something that is not measured."""

    def run() -> Measure:
        before()
        child = subprocess.Popen(
            [str(word) for word in command], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise SystemExit(f"{command}: {child.stderr.read().decode() if child.stderr else ''}")
        child.stderr.close() if child.stderr else None
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # what a child has before it becomes another program
        return Measure(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024 if used.ru_maxrss > own else None)

    return run


def imports(program: str) -> Work:
    return process(sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(GENERATED)!r}); {program}")


def package(folder: Path) -> Iterator[Group]:
    """The package beside its peers."""
    yield Group(
        "Import, a whole process",
        MANY,
        {
            "python -c pass": imports("pass"),
            "import http": imports("import http"),
            "import marketo_soap_errors": imports("import marketo_soap_errors"),
        },
    )
    first = "from marketo_soap_errors import ErrorCode; ErrorCode(20014).localized('ja').message"
    stock = f"import gettext; gettext.translation('marketo_soap_errors', {str(LOCALE)!r}, ['ja'])"
    yield Group(
        "Import and the first text, a whole process",
        MANY,
        {"gettext.translation": imports(stock), "ErrorCode(20014).localized": imports(first)},
    )
    code = ErrorCode(20014)
    texts = {tag: {one.value: one.localized(tag) for one in ErrorCode} for tag in ("ja", "fr")}
    gnu = gettext.translation("marketo_soap_errors", LOCALE, ["ja"])
    babel = Translations.load(LOCALE, ["ja"], "marketo_soap_errors")
    fluent = FluentBundle(["ja"])
    lines = (f"e{one}-{field} = {getattr(text, field)}" for one, text in texts["ja"].items() for field in FIELDS)
    fluent.add_resource(FluentResource("\n".join(lines)))
    for one, text in texts["ja"].items():
        i18n.add_translation(f"{one}.message", text.message, locale="ja")

    def by_fluent() -> object:
        return fluent.format_pattern(fluent.get_message("e20014-message").value)[0]

    def look_up(tag: str, number: int) -> object:
        return texts[tag][number]

    yield Group(
        "A text in a language",
        MANY,
        {
            "dict of dicts, one call": calls(lambda: look_up("ja", 20014)),
            "code.localized": calls(lambda: code.localized("ja")),
            "gettext": calls(lambda: gnu.pgettext("20014.message", code.message)),
            "Babel": calls(lambda: babel.pgettext("20014.message", code.message)),
            "fluent.runtime": calls(by_fluent),
            "python-i18n": calls(lambda: i18n.t("20014.message", locale="ja")),
        },
    )
    yield Group(
        "A code from its number",
        MANY,
        {
            "http.HTTPStatus(404)": calls(lambda: http.HTTPStatus(404)),
            "ErrorCode(20014)": calls(lambda: ErrorCode(20014)),
        },
    )
    wanted = [part.split(";")[0] for part in HEADER.split(", ")]
    rates = ErrorCode(20023)
    in_korean = use_language("ko")
    with in_korean:
        code.localized()

    def in_use() -> Measure:
        with in_korean:
            return calls(lambda: code.localized())()

    yield Group(
        "A fact, and a text in the language in use",
        MANY,
        {
            'code.localized("ja")': calls(lambda: code.localized("ja")),
            "code.category": calls(lambda: rates.category),
            "code.recovery": calls(lambda: rates.recovery),
            "code.limit": calls(lambda: rates.limit),
            "code.localized() in use_language": in_use,
        },
    )
    yield Group(
        "A language for an Accept-Language header",
        MANY,
        {
            "Babel, of a list made before": calls(
                lambda: negotiate_locale(wanted, ["en", "fr", "ja", "ko", "sv"], sep="-"), 5000
            ),
            "negotiate": calls(lambda: negotiate(HEADER), 5000),
        },
    )
    yield Group(
        "A fault",
        MANY,
        {
            "ElementTree, parsed only": calls(lambda: ElementTree.fromstring(BODY), 3000),
            "read_fault": calls(lambda: read_fault(BODY), 3000),
        },
    )
    for name, log in LOGS.items():
        lines = log.splitlines(keepends=True)
        yield Group(
            f"A log of {len(log) / 1e6:.1f} MB, {name}",
            MANY,
            {
                "lines, each looked at": calls(lambda log=log: sum(b"Fault" in line for line in io.BytesIO(log)), 1),
                "find_faults of a file": calls(lambda log=log: sum(1 for _ in find_faults(io.BytesIO(log))), 1),
                "find_faults of a list": calls(lambda lines=lines: sum(1 for _ in find_faults(lines)), 1),
                "find_faults of an iterator": calls(lambda lines=lines: sum(1 for _ in find_faults(iter(lines))), 1),
            },
        )


def generator(folder: Path) -> Iterator[Group]:
    """From YAML to package, PO, MO and JSON, beside tools that only compile the same PO files."""
    for name, (codes, languages) in SIZES.items():
        catalog = synthetic.write(folder / f"{codes}.yaml", codes, languages) if codes else CATALOG
        output, pos = folder / f"made-{codes}", folder / f"pos-{codes}"
        options = ("--catalog", catalog, "--output", output, "--only", "package", "--only", "gettext", "--only", "json")
        command = (sys.executable, "-m", "error_catalog", *options)
        process(*command)()
        for po in (output / "gettext").glob("*.po"):
            (pos / po.stem / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
            shutil.copy(po, pos / po.stem / "LC_MESSAGES" / "m.po")
        files = " ".join(str(po) for po in pos.glob("*/*/m.po"))
        by_polib = "import sys, polib; [polib.pofile(name).save_as_mofile(name + '.mo') for name in sys.argv[1:]]"
        yield Group(
            f"Generate: {name}",
            SOME,
            {
                "pybabel compile": process(
                    sys.executable, "-m", "babel.messages.frontend", "-q", "compile", "-d", pos, "-D", "m"
                ),
                "msgfmt --check": process(
                    "sh", "-c", f"for po in {files}; do msgfmt --check -o $po.mo $po || exit 1; done"
                ),
                "polib": process(sys.executable, "-c", by_polib, *files.split()),
                "error-catalog, everything from YAML": process(*command, before=partial(shutil.rmtree, output)),
                "error-catalog, nothing has changed": process(*command),
                "error-catalog check": process(*command[:3], "check", *options),
            },
        )


def sites(folder: Path) -> Iterator[Group]:
    """The plugin beside plain Material with mkdocs-static-i18n, which gets the same texts as Markdown pages."""
    for name, codes in (("27 codes, 5 languages", 0), ("500 codes, 5 languages", 500)):
        catalog = synthetic.write(folder / f"site-{codes}.yaml", codes, 5) if codes else CATALOG
        work = with_plugin(folder / f"site-{codes}", catalog)
        (work / "plain.yml").write_text(static_i18n(catalog, work))
        yield Group(
            f"Build the site: {name}",
            SOME if codes == 0 else 1,
            {
                "Material and mkdocs-static-i18n": process(*MKDOCS, work / "plain.yml"),
                "error-catalog": process(*MKDOCS, work / "plugin.yml"),
            },
        )
    works = {}
    for codes, languages in ((500, 5), (1200, 27)):
        catalog = synthetic.write(folder / f"pages-{codes}.yaml", codes, languages)
        work = with_plugin(folder / f"pages-{codes}", catalog)
        works[f"{codes:,} codes, {languages} languages"] = per_page(process(*MKDOCS, work / "plugin.yml"), work)
    yield Group("Build the site, time for each page", 1, works)


def with_plugin(work: Path, catalog: Path) -> Path:
    """Write the configuration of a site with a catalog into a new folder, and return the folder."""
    (work / "docs").mkdir(parents=True)
    (work / "plugin.yml").write_text(
        "site_name: Errors\nsite_dir: plugin\ntheme: {name: material, font: false}\n"
        f"plugins: [search, {{error-catalog: {{catalog: {catalog}, path: ''}}}}]\n"
    )
    return work


def per_page(build: Work, work: Path) -> Work:
    """Return a build whose time is that of one page."""

    def run() -> Measure:
        built = build()
        pages = sum(1 for _ in (work / "plugin").rglob("*.html"))
        print(f"  {pages:,} pages in {built.seconds:.1f} s", flush=True)
        return built._replace(seconds=built.seconds / pages)

    return run


def loaded(folder: Path) -> Iterator[dict[str, object]]:
    """Yield a row for the first load of a page of a code on a slow phone: by the plugin, and by mkdocs-static-i18n."""
    work = with_plugin(folder / "loaded", CATALOG)
    (work / "plain.yml").write_text(static_i18n(CATALOG, work))
    for name in ("plain", "plugin"):
        process(*MKDOCS, work / f"{name}.yml")()
    pages = {
        "Material and mkdocs-static-i18n": (work / "plain", "fr/codes/20015/"),
        "error-catalog": (work / "plugin", "fr/codes/20015/"),
    }
    found = page_loads.loads(pages, LOADS)
    first: dict[str, float] = {}
    for name, all_loads in found.items():
        for figure, unit in (("kilobytes", "KB"), ("blocking", "ms"), ("shift", ""), ("requests", "")):
            value = median(getattr(load, figure) for load in all_loads)
            ratio = value / first.setdefault(figure, value) if first.get(figure, value) else 0
            yield {
                "group": f"The first load of a page on a slow phone: {figure}",
                "name": name,
                "amount": value,
                "value": f"{value:.4g} {unit}".strip(),
                "ratio": round(ratio, 3),
                "rounds": LOADS,
            }
        wrong = sorted({address for load in all_loads for address in load.wrong})
        print(f"  {name}: {len(wrong)} addresses that fail or are of other hosts {wrong[:3]}", flush=True)


def static_i18n(catalog: Path, work: Path) -> str:
    """Write the texts of a catalog as Markdown pages, and return a configuration of MkDocs for them."""
    options = ("--catalog", catalog, "--output", work / "generated", "--only", "docs")
    process(sys.executable, "-m", "error_catalog", *options)()
    pages = work / "generated" / "docs"
    tags = [path.parent.name for path in pages.glob("*/index.md")]
    for tag in tags:
        shutil.copytree(pages / tag, work / "plain-docs" / tag, ignore=shutil.ignore_patterns("*.js"))
    languages = "".join(
        f"        - {{locale: {tag}, name: {tag}, build: true{', default: true' if tag == 'en' else ''}}}\n"
        for tag in tags
    )
    return (
        "site_name: Errors\ndocs_dir: plain-docs\nsite_dir: plain\ntheme: {name: material, font: false}\n"
        "markdown_extensions: [attr_list, def_list, tables]\nplugins:\n  - search\n"
        f"  - i18n:\n      docs_structure: folder\n      languages:\n{languages}"
    )


PARTS: dict[str, Callable[[Path], Iterator[Group]]] = {"package": package, "generator": generator, "sites": sites}


def measured(group: Group) -> list[dict[str, object]]:
    """Return the rows of a group: every work with its median and its ratio."""
    rounds = [{name: work() for name, work in group.works.items()} for _ in range(group.rounds)]
    medians = {name: median(taken[name].seconds for taken in rounds) for name in group.works}
    first = next(iter(medians.values()))
    return [
        {
            "group": group.name,
            "name": name,
            "seconds": seconds,
            "ratio": round(seconds / first, 3),
            "memory_mib": max((taken[name].memory or 0 for taken in rounds), default=0) or None,
            "rounds": group.rounds,
        }
        for name, seconds in medians.items()
    ]


def shown(seconds: object) -> str:
    assert isinstance(seconds, float)
    return (
        f"{seconds:.2f} s"
        if seconds > 1
        else f"{seconds * 1e3:.1f} ms"
        if seconds > 1e-3
        else f"{seconds * 1e6:.2f} µs"
    )


def machine() -> str:
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}"


OURS = ("marketo_soap_errors", "code.localized", "ErrorCode(", "negotiate", "read_fault", "find_faults",
        "error-catalog", "ours")  # fmt: skip
"""What the names of our own works have in them; all others are peers."""


def page(rows: list[dict[str, object]], day: str, where: str) -> str:
    """Return the results as a page of the site: a chart for each group."""
    lines = [
        "---",
        'title: "Benchmarks"',
        'description: "How fast the package, the generator and the site are, beside their peers."',
        "---",
        "",
        "# Benchmarks { #benchmarks }",
        "",
        f"{day}, {where}; made by `make bench`. Medians of processor time: shorter is better.",
        "What is made here is in bold. The second figure is the ratio to the first line, and a third one the memory.",
    ]
    for group in dict.fromkeys(str(row["group"]) for row in rows):
        lines += ["", f"## {group}", "", chart(group, [_bar(row) for row in rows if row["group"] == group])]
    return "\n".join([*lines, ""])


def _bar(row: dict[str, object]) -> Bar:
    name, amount = str(row["name"]), row.get("amount", row.get("seconds"))
    assert isinstance(amount, float | int)
    value = row.get("value") or shown(amount)
    memory = f" · {row['memory_mib']:.0f} MiB" if row.get("memory_mib") else ""
    return Bar(name, amount, f"{value} · {row['ratio']:.2f}{memory}", any(part in name for part in OURS))


def main() -> None:
    """Measure, print, and write the results."""
    day = datetime.now(UTC).date().isoformat()
    rows: list[dict[str, object]] = []
    wanted = sys.argv[1:] or [*PARTS, "loads"]
    with tempfile.TemporaryDirectory() as folder:
        for part in wanted:
            for row in loaded(Path(folder)) if part == "loads" else ():
                print(f"  {row['name']:34} {row['value']:>12} {row['ratio']:8.2f}", flush=True)
                rows.append(row)
            for group in PARTS[part](Path(folder)) if part in PARTS else ():
                print(group.name, flush=True)
                for row in measured(group):
                    memory = f"{row['memory_mib']:8.0f} MiB" if row["memory_mib"] else ""
                    print(f"  {row['name']:34} {shown(row['seconds']):>12} {row['ratio']:8.2f} {memory}", flush=True)
                    rows.append(row)
    if not sys.argv[1:]:
        (ROOT / "build").mkdir(exist_ok=True)
        report = {"date": day, "machine": machine(), "results": rows}
        (ROOT / "build" / "benchmarks.json").write_text(json.dumps(report, indent=2, ensure_ascii=False))
        (ROOT / "site" / "docs" / "benchmarks.md").write_text(page(rows, day, machine()), "utf-8")


if __name__ == "__main__":
    main()
