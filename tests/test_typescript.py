"""The npm package: the same as the Python package in languages, texts and values, and strictly typed."""

import dataclasses
import importlib
import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hostile
import kitchen
import pytest
from catalogs import made, model
from conftest import program, run
from hypothesis import given, settings
from hypothesis import strategies as st

from error_catalog import CatalogError, generate
from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse
from error_catalog.outputs.typescript import syntax
from error_catalog.outputs.typescript.version import semantic

pytestmark = pytest.mark.slow

PARTLY = """
package: partly_errors
source_language: pt
outputs: [package, typescript]
languages: {pt-BR: {}, pt: {}, en: {complete: false}, zh-Hant: {complete: false}, sr-Latn: {complete: false}}
fields: {cause: {type: text, label: {pt: "Causa", pt-BR: "Causa"}}}
recoveries:
  later: {resend: unchanged, wait: {minutes: 1.5}, attempts: 2, advice: {pt: "Espere", pt-BR: "Aguarde", en: "Wait"}}
categories: {stock: {pt: "Armazém", pt-BR: "Estoque", zh-Hant: "庫存"}}
errors:
  E1:
    name: ONE
    category: stock
    recovery: later
    message: {pt: "Primeiro erro", pt-BR: "Primeiro erro daqui", en: "First error", sr-Latn: "Prva greška"}
    note: {pt: "Uma nota", pt-BR: "Uma nota daqui", zh-Hant: "附註"}
    cause: {pt: "Um motivo", pt-BR: "Um motivo daqui", sr-Latn: {text: "Uzrok", stale: true}}
  constructor:
    name: function
    message: {pt: "Segundo erro", pt-BR: "Segundo erro daqui", zh-Hant: "第二個"}
    retired: {since: "2.0", reason: {pt: "Já não existe", pt-BR: "Não existe mais", en: "Not there"}, replaced_by: E1}
  toString:
    name: delete
    limit: {calls: 5, hours: 3}
    message: {pt: "{table}: 5 em 3 horas", pt-BR: "{table} daqui: 5 em 3 horas", en: "{table}: 5 in 3 hours"}
    placeholders: {table: "pedidos"}
"""
TAGS = [
    *("pt", "pt-BR", "en", "zh-Hant", "sr-Latn", "pt_BR.UTF-8", "PT-br", "en-GB-x-private", "zh-Hant-TW", "zh", "sr"),
    *(
        "C",
        "POSIX",
        "*",
        "",
        "-",
        "x" * 200,
        "pt-" + "a-" * 70,
        "de",
        "\x85en\x1c",
        "\ufeffen",
        "en@latin",
        " pt ",
        "Ⅽ",
    ),
]
HEADERS = [
    *TAGS,
    "en;q=0.5",
    "pt-BR;q=0",
    "*;q=0.1",
    "*;q=0",
    "en;q=1.1",
    "en;q=.5",
    "en;q=1.",
    "en; Q = 1 ",
    "zh-Hant;q=x",
]


class Node:
    """A node process with the package imported, which answers one JSON line with another."""

    PROGRAM = """\
import * as errors from "./index.js";
import { createInterface } from "node:readline";
for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...given] = JSON.parse(line);
  const does = { info: (code) => [errors.errorInfo(code)], texts: async (languages, kind, name) =>
    (await errors.load(languages))[kind](name), names: () => errors.ErrorCode };
  let answer;
  try {
    answer = await (does[name] ?? errors[name])(...given);
  } catch (error) {
    answer = error.name;
  }
  console.log(JSON.stringify(answer ?? null));
}
"""

    def __init__(self, folder: Path) -> None:
        (folder / "answer.mjs").write_text(self.PROGRAM)
        self._process = subprocess.Popen(
            [program("node", "nodejs"), "answer.mjs"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __call__(self, name: str, *given: object) -> Any:
        self._process.stdin.write(json.dumps([name, *given]).encode() + b"\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def stop(self) -> None:
        with self._process:
            self._process.stdin.close()
        assert self._process.returncode == 0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(model(PARTLY), tmp_path_factory.mktemp("partly"))


@pytest.fixture(scope="module")
def node(folder: Path) -> Iterator[Node]:
    running = Node(folder / "typescript")
    yield running
    running.stop()


@pytest.fixture(scope="module")
def python(folder: Path) -> Iterator[Any]:
    sys.path.insert(0, str(folder))
    yield importlib.import_module("partly_errors")
    sys.path.remove(str(folder))


def lists(seed: int, count: int, choices: list[str]) -> Iterator[list[str]]:
    chance = random.Random(seed)
    for _ in range(count):
        yield chance.choices(choices, k=chance.randint(0, 6))


def test_texts_and_languages_are_those_of_python(node: Node, python: Any):
    """Five hundred lists of languages, each with every code."""
    for wanted in lists(20014, 500, TAGS):
        for code in python.ErrorCode:
            assert node("localized", code.value, wanted) == dataclasses.asdict(code.localized(wanted)), wanted


def test_a_single_tag_is_one_language(node: Node, python: Any):
    for tag in TAGS:
        for code in python.ErrorCode:
            assert node("localized", code.value, tag) == dataclasses.asdict(code.localized(tag))


def test_negotiation_is_that_of_python(node: Node, python: Any):
    for wanted in lists(20015, 400, HEADERS):
        header = ",".join(wanted)
        assert node("negotiate", header) == python.negotiate(header), header
        assert node("negotiate", header, None) == python.negotiate(header, default=None), header
        assert node("negotiate", wanted) == python.negotiate(wanted), wanted
        for default in python.LANGUAGES:
            assert node("negotiate", header, default) == python.negotiate(header, default=default), (header, default)
    assert node("negotiate", None) == "pt"


def test_placeholders_are_filled_in(node: Node, python: Any):
    text = node("localized", "toString", ["en"])
    filled = dataclasses.asdict(python.ErrorCode("toString").localized("en").format(table="$& {table}"))
    assert node("format", text, {"table": "$& {table}"}) == filled
    assert node("format", text, {}) == "RangeError"


def test_other_texts_are_localized_too(node: Node):
    assert node("texts", ["zh-Hant", "en"], "category", "stock") == {"title": "庫存", "title_language": "zh-Hant"}
    advice = {"title": "Wait", "title_language": "en", "advice": "Wait", "advice_language": "en"}
    assert node("texts", ["zh-Hant", "en"], "recovery", "later") == advice
    assert node("texts", "zh-Hant", "retirement", "constructor") == {"reason": "Já não existe", "reason_language": "pt"}
    assert node("texts", "en", "retirement", "E1") is None


def test_what_the_catalog_says_of_an_error(node: Node):
    [info] = node("info", "E1")
    later = {
        "name": "later",
        "resend": "unchanged",
        "retry": True,
        "attempts": 2,
        "wait_seconds": 90.0,
        "stated": False,
    }
    assert (info["name"], info["category"], info["recovery"]) == ("ONE", "stock", later)
    [info] = node("info", "constructor")
    assert (info["recovery"], info["retired"]) == (None, {"since": "2.0", "replaced_by": "E1"})
    assert node("info", "toString")[0]["limit"] == {"calls": 5, "hours": 3}


def test_codes_that_objects_have_as_properties(node: Node):
    """Names are reserved words here; what is not a code is refused, whatever it is called."""
    assert node("names") == {"ONE": "E1", "function": "constructor", "delete": "toString"}
    assert [node("isErrorCode", code) for code in ("E1", "constructor", "toString")] == [True] * 3
    for code in ("hasOwnProperty", "__proto__", "valueOf", "", None, 1, [], "e1"):
        assert node("isErrorCode", code) is False
        assert node("info", code) == node("localized", code, ["en"]) == "RangeError"


def test_only_the_languages_that_are_needed_are_loaded(folder: Path):
    """A language that has every text ends the list, and the source language is then not needed."""
    script = """
import { load } from "./index.js";
const { languages } = await load(["en", "pt-BR", "zh-Hant"]);
console.log(JSON.stringify(languages));
console.log(JSON.stringify((await load("en")).languages));
"""
    (folder / "typescript/loaded.mjs").write_text(script)
    ran = run(program("node", "nodejs"), "loaded.mjs", cwd=folder / "typescript")
    assert ran.stdout.splitlines() == ['["en","pt-BR"]', '["en","pt"]'], ran.stderr


USER = """\
import { ErrorCode, LANGUAGES, errorInfo, format, isErrorCode, load, localized, negotiate } from "kitchen-errors";
import type { ErrorInfo, Language, Text } from "kitchen-errors";

const code: ErrorCode = ErrorCode.OUT_OF_STOCK;
const one: 1 = ErrorCode.OUT_OF_STOCK;
const text: Text = await localized(code, ["fr-CA", "de"]);
const language: Language = text.language;
const note: string = text.note;
const cause: string = text.cause;
const hint: string | null = text.hint;
const info: ErrorInfo = errorInfo(one);
const status: number = info.http_status;
const severity: "low" | 'very "high"' = info.severity;
const tags: readonly string[] = info.tags;
const regions: readonly ("eu" | "us")[] = info.regions;
const first: "en" = LANGUAGES[0];
const negotiated: Language = negotiate(null);
const perhaps: Language | null = negotiate("x", null);
const known: unknown = 2;
if (isErrorCode(known)) {
  const sure: 1 | 2 = known;
  console.log(sure, (await load()).error(known).message, format(text, {}).message);
}
console.log(language, note, cause, hint, status, severity, tags, regions, first, negotiated, perhaps);
"""
WRONG = {
    "an unknown code": "await localized(3);",
    "a number as a code": "const code: number = 1; await localized(code as number);",
    "an unknown name": "ErrorCode.MISSING;",
    "a text that can be missing": "const hint: string = (await localized(1)).hint;",
    "a value that can be missing": "const backoff: number = errorInfo(1).backoff;",
    "another value": 'const low: "high" = errorInfo(1).severity;',
    "a change": "errorInfo(1).http_status = 1;",
    "perhaps no language": 'const language: Language = negotiate("x", null);',
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has installed the package of the kitchen catalog."""
    folder = tmp_path_factory.mktemp("project")
    catalog = kitchen.CATALOG.replace("package, gettext, json, docs", "typescript")
    made(model(catalog), folder / "generated")
    shutil.move(folder / "generated/typescript", folder / "node_modules/kitchen-errors")
    (folder / "package.json").write_text('{"type": "module"}')
    return folder


def compiled(project: Path, text: str, *options: str) -> str:
    """Compile a program strictly, and return what the compiler complains about."""
    (project / "user.ts").write_text(text)
    settings = ["--strict", "--noUnusedLocals", "--module", "nodenext", "--moduleResolution", "nodenext"]
    settings += ["--target", "es2022", "--lib", "es2022,dom"]
    return run(program("tsc", "node-typescript"), *settings, *options, "user.ts", cwd=project).stdout


def test_a_strictly_typed_program_compiles_and_runs(project: Path):
    assert compiled(project, USER) == ""
    ran = run(program("node", "nodejs"), "user.js", cwd=project)
    assert ran.stdout.splitlines()[1].startswith("fr "), ran.stderr


def test_what_the_types_refuse(project: Path):
    """One error on the line of each mistake, and no other."""
    head = USER.split("\n\n")[0]
    lines = [f"{{ {wrong} }}" for wrong in WRONG.values()]
    said = compiled(project, f"{head}\n" + "\n".join(lines) + "\nexport {};\n", "--noUnusedLocals", "false", "--noEmit")
    found = {int(line.split("(")[1].split(",")[0]) for line in said.splitlines() if line.startswith("user.ts")}
    assert found == set(range(3, 3 + len(lines))), said


def test_hostile_texts(tmp_path: Path):
    """Every declaration still compiles, and every text arrives as it is."""
    catalog = catalog_of(parse(json.dumps(hostile.catalog() | {"outputs": ["typescript"]})))
    made(catalog, tmp_path)
    running = Node(tmp_path / "typescript")
    for error in catalog.errors:
        text = running("localized", error.code, ["de"])
        assert (text["message"], text["note"]) == (error.message["de"], error.note["de"])
        [info] = running("info", error.code)
        assert (info["owner"], info["tags"]) == (error.values["owner"], list(error.values["tags"]))
    running.stop()
    said = run(
        program("tsc", "node-typescript"),
        "--strict",
        "--noEmit",
        "--target",
        "es2022",
        "index.d.ts",
        cwd=tmp_path / "typescript",
    )
    assert said.stdout == ""


NASTY = (
    st.text(st.sampled_from("`${}\\'\"</script>!--*/@\u2028\u2029\u0085\u200b\ufeff\n\r\t\x7f日é😀_pro")) | st.text()
)
VALUES = st.recursive(
    NASTY
    | st.booleans()
    | st.none()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NASTY | st.just("__proto__"), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=10)
@given(st.lists(st.tuples(VALUES, NASTY), min_size=10, max_size=40))
def test_literals_are_read_by_node_as_they_were_written(pairs: list[tuple[Any, str]]):
    """Also in a script in HTML, and whatever stands in a comment before them."""
    literals = [f"{syntax.literal(value)}, {syntax.literal(text)}" for value, text in pairs]
    assert not any(mark in literal for literal in literals for mark in ("</", "<!--", "\u2028", "\x7f"))
    comments = [f"/** x {syntax.documentation(text)} */" for _, text in pairs]
    calls = [f"{comment} out({literal});" for comment, literal in zip(comments, literals, strict=True)]
    start, end = "const found = []; const out = (...all) => found.push(all);", "console.log(JSON.stringify(found));"
    code = "\n".join([start, *calls, end]).encode()
    ran = subprocess.run([program("node", "nodejs"), "-"], input=code, capture_output=True)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout, parse_int=float) == json.loads(json.dumps(pairs), parse_int=float)


@pytest.mark.parametrize("large", ["12345678901234567", "-9007199254740992"])
def test_numbers_that_are_not_exact_in_javascript_are_refused(large: str):
    catalog = model(f"""
        package: shop_errors
        source_language: en
        outputs: [json, typescript]
        languages: {{en: {{}}}}
        errors: {{{large}: {{name: LARGE, message: {{en: "Large"}}}}}}
    """)
    with pytest.raises(CatalogError) as error:
        generate(catalog)
    assert [(finding.rule, finding.place) for finding in error.value.findings] == [("S12", (4, 17))]


def test_versions_are_semantic():
    versions = {"1": "1.0.0", "01.2": "1.2.0", "1.2.3.4": "1.2.3-4", "2.0.0rc1": "2.0.0-rc1", "1.0+05": "1.0.0-5"}
    assert {version: semantic(version) for version in versions} == versions
