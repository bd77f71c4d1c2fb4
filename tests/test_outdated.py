"""A translation that has not followed its source text is named, and nothing is generated until it is dealt with."""

import difflib
import json
import shutil
from pathlib import Path

import jsonschema_rs
import pytest
from catalogs import plain
from conftest import CATALOG, GENERATED, cli, program, run
from generating import contents
from hypothesis import given, settings
from hypothesis import strategies as st

import error_catalog
from error_catalog.cli import main
from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse
from error_catalog.outputs import files
from error_catalog.outputs.json.schema import export_schema
from error_catalog.release import record
from error_catalog.release.outdated import outdated

LIBRARY = """\
package: library_errors
source_language: en
languages: {en: {}, de: {}, sv: {complete: false}}
fields:
  cause: {type: text, label: {en: "Cause", de: "Ursache"}}
texts:
  title: {en: "Library errors", de: "Fehler der Bibliothek"}
  address: {de: "Suche"}
categories:
  loan: {en: "Loans", de: "Ausleihe"}
reasons:
  style: {en: "Style", de: "Stil"}
recoveries:
  wait:
    resend: unchanged
    title: {en: "Wait", de: "Warten"}
    advice: {en: "Wait for the book.", de: "Warten Sie auf das Buch."}
errors:
  7:
    name: LENT
    category: loan
    recovery: wait
    placeholders: {de: "Faust"}
    cause: {en: "A reader has the book", de: "Ein Leser hat das Buch"}
    message: {en: "The book {de} is lent", de: "Das Buch {de} ist verliehen"}  # checked
    note:
      en: "Ask for it later"
      de: 'Fragen Sie später danach'  # twice
      sv: {text: "Fråga senare", published: "Fråga efter", because: [style]}
    retired: {since: "2.0", reason: {en: "All books are lent", de: "Alle Bücher sind verliehen"}}
  12:
    name: LOST
    message: {en: "The book is lost", de: {text: "Das Buch war weg", stale: true, source: "The book was away"}}
"""
"""Texts of every kind."""

EDITS = {
    "7.message.de": ("The book {de} is lent", "The book {de} has been lent"),
    "7.cause.de": ("A reader has the book", "Another reader has the book"),
    "7.retired.reason.de": ("All books are lent", "All books are given away"),
    "fields.cause.de": ('"Cause"', '"Origin"'),
    "texts.title.de": ("Library errors", "Errors of the library"),
    "texts.address.de": ('address: {de: "', 'address: {en: "Look it up", de: "'),
    "categories.loan.de": ('"Loans"', '"Lending"'),
    "reasons.style.de": ('"Style"', '"Taste"'),
    "recoveries.wait.title.de": ('"Wait"', '"Wait a while"'),
    "recoveries.wait.advice.de": ("Wait for the book.", "Wait for that book."),
}
"""A change of the source text, by what then has not followed."""


ASK = ("Ask for it later", "Ask for it soon")
LATER = "'Fragen Sie später danach'"


def edited(*edits: tuple[str, str]) -> str:
    text = LIBRARY
    for before, after in edits:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return text


def named(new: str, old: str = LIBRARY, *, by_json: bool = True) -> list[str]:
    """Return what is outdated in a catalog since an older one was generated, or since the older one itself."""
    before, after = (catalog_of(parse(text, "errors.yaml")) for text in (old, new))
    since = record.parsed(files(before)["catalog.json"]) if by_json else record.of(before)
    return [one.text.where for one in outdated(after, since)]


@pytest.mark.parametrize("by_json", [True, False], ids=["since the last generation", "since an older catalog"])
@pytest.mark.parametrize("where", EDITS)
def test_a_translation_of_any_text_that_has_not_followed_is_named(where: str, by_json: bool):
    text = edited(EDITS[where])
    assert named(text, by_json=by_json) == [where]
    assert named(text, text, by_json=by_json) == []


def test_a_text_in_several_languages_is_named_in_each():
    assert named(edited(ASK)) == ["7.note.de", "7.note.sv"]


FINE = {
    "the translation follows": [EDITS["7.message.de"], ("{de} ist verliehen", "{de} wurde verliehen")],
    "a translation alone changes": [("Warten Sie auf das Buch.", "Warten Sie auf dieses Buch.")],
    "the translations are marked": [
        ASK,
        (LATER, f"{{text: {LATER}, stale: true}}"),
        ('senare",', 'senare", stale: true,'),
    ],
    "what is stale already": [("The book is lost", "The book has been lost")],
    "its form changes": [(LATER, f"{{text: {LATER}}}")],
    "a new language": [
        ("sv: {complete: false}", "sv: {complete: false}, fr: {}"),
        ('de: "Stil"', 'de: "Stil", fr: "S"'),
    ],
    "a code is renamed": [("  7:\n", "  8:\n")],
    "a category is renamed": [("  loan: {", "  lending: {"), ("category: loan", "category: lending")],
    "an example has the name of a language": [('placeholders: {de: "Faust"}', 'placeholders: {de: "Emma"}')],
    "a text is gone": [("    cause: {en: ", "    # {en: ")],
    "a language is gone": [(", sv: {complete: false}", "")],
}
RENAMED = {
    "a code": ([("  7:\n", "  8:\n"), EDITS["7.message.de"]], ["8.message.de"]),
    "a code and all else": ([("  7:\n", "  A8:\n"), ("  12:\n", "  A12:\n"), ASK], ["A8.note.de", "A8.note.sv"]),
    "a category": (
        [("  loan: {", "  lending: {"), ("category: loan", "category: lending"), EDITS["categories.loan.de"]],
        ["categories.lending.de"],
    ),
    "a language": (
        [("sv: {complete: false}", "sv-FI: {}"), ("sv: {text", "sv-FI: {text"), ASK],
        ["7.note.de", "7.note.sv-FI"],
    ),
}


@pytest.mark.parametrize("case", FINE)
def test_what_has_followed_or_is_new_is_not_named(case: str):
    assert named(edited(*FINE[case])) == []


@pytest.mark.parametrize("case", RENAMED)
def test_what_has_been_renamed_is_known_by_what_it_says(case: str):
    edits, names = RENAMED[case]
    assert named(edited(*edits)) == names


def test_a_source_text_that_is_as_it_was_again_is_not_named():
    before, after = EDITS["categories.loan.de"]
    stale = edited((before, after), ('de: "Ausleihe"', f'de: {{text: "Ausleihe", stale: true, source: {before}}}'))
    assert named(stale) == []
    assert named(LIBRARY, stale) == []


@settings(max_examples=40)
@given(st.sets(st.sampled_from(sorted(EDITS))), st.sets(st.sampled_from(sorted(EDITS))))
def test_exactly_what_has_changed_since_is_named(then: set[str], now: set[str]):
    """Whatever the texts were when the catalog was generated."""
    old, new = (edited(*(EDITS[where] for where in sorted(wheres))) for wheres in (then, now))
    assert set(named(new, old)) == then ^ now
    assert set(named(new, old, by_json=False)) == then ^ now


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with the library's catalog and what is generated from it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "catalog").mkdir()
    change()
    assert main([]) == 0
    return tmp_path


def change(*edits: tuple[str, str]) -> str:
    text = edited(*edits)
    Path("catalog/errors.yaml").write_text(text, "utf-8")
    return text


def reported(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    """Run a command. Return its exit status, and the findings as `line:column rule where`."""
    capsys.readouterr()
    status = main(arguments)
    lines = [line.split(": ")[:2] for line in capsys.readouterr().err.splitlines() if ": " in line]
    return status, [f"{place.split(':', 1)[1]} {what}" for place, what in lines]


DE, SV = "28:11 F02 7.note.de", "29:18 F02 7.note.sv"


@pytest.mark.parametrize("command", [[], ["check"], ["generate", "--only", "gettext"]])
def test_nothing_is_generated_while_a_translation_is_outdated(work: Path, command: list[str], capsys):
    change(ASK)
    before = contents(work)
    assert reported(capsys, *command) == (1, [DE, SV])
    assert contents(work) == before


def test_a_confirmation_is_kept_until_the_others_are_dealt_with(work: Path, capsys):
    change(ASK)
    old = contents(work / "generated")
    assert reported(capsys, "--confirm", "7.note.de") == (1, [SV])
    assert {path for path, content in contents(work / "generated").items() if old[path] != content} == {"catalog.json"}
    recorded = json.loads(Path("generated/catalog.json").read_bytes())
    assert recorded["confirmed"] == {"7.note": {"de": ASK[1]}}
    jsonschema_rs.validate(export_schema(error_catalog.read("catalog/errors.yaml")), recorded)
    assert reported(capsys, "check") == (1, [SV])
    assert reported(capsys, "generate", "--confirm", "7.note.sv") == (0, [])
    assert "confirmed" not in json.loads(Path("generated/catalog.json").read_bytes())
    assert reported(capsys, "check") == (0, [])
    assert plain(Path("catalog/errors.yaml"))["errors"][7]["note"]["de"] == LATER.strip("'")


def test_what_was_confirmed_for_one_source_text_is_not_for_the_next(work: Path, capsys):
    change(ASK)
    assert reported(capsys, "--confirm", "7.note.de") == (1, [SV])
    change((ASK[0], "Never ask"))
    assert reported(capsys, "check") == (1, [DE, SV])
    change()
    assert reported(capsys, "check") == (1, ["1:1 F01 catalog.json"])


@pytest.mark.parametrize("names", [["all"], ["7.note"], ["7"], ["7.note.de", "7.note.sv"], ["7.note.sv", "7.note"]])
def test_several_are_confirmed_at_once(work: Path, names: list[str], capsys):
    change(ASK)
    assert reported(capsys, "generate", "--confirm", *names) == (0, [])
    assert reported(capsys, "check") == (0, [])


@pytest.mark.parametrize("name", ["7.message.de", "7.note.fr", "7.not", "7.note.d", "nothing", "", "12"])
def test_what_is_not_outdated_cannot_be_confirmed(work: Path, name: str, capsys):
    change(ASK)
    before = contents(work)
    assert main(["--confirm", "7.note.de", name]) == 2
    said = capsys.readouterr().err
    assert [where for where in ("7.note.de", "7.note.sv") if where not in said] == []
    assert contents(work) == before


def test_all_of_nothing_can_be_confirmed(work: Path, capsys):
    assert reported(capsys, "--confirm", "all") == (0, [])
    shutil.rmtree("generated")
    assert main(["--confirm", "7.note.de"]) == 2
    assert reported(capsys, "--confirm", "all") == (0, [])


def test_a_confirmation_is_kept_if_only_other_outputs_are_made(work: Path, capsys):
    change(ASK)
    assert reported(capsys, "--only", "gettext", "--confirm", "all") == (0, [])
    assert "F02" not in str(reported(capsys, "check"))
    assert reported(capsys) == (0, [])
    assert reported(capsys, "check") == (0, [])


def test_other_findings_are_reported_beside_outdated_translations(work: Path, capsys):
    change(ASK, ('"Alle Bücher sind verliehen"', '"All books are lent"'))
    found = [DE, SV, "30:68 C02 7.retired.reason.de"]
    assert reported(capsys, "check") == reported(capsys) == (1, found)
    assert reported(capsys, "--confirm", "all") == (1, found[2:])
    change(ASK)
    assert reported(capsys) == (0, [])


NO_RECORDS = [
    b"", b"{", b"<<<<<<< HEAD\n{}\n", b"[]", b"{}", b"\xff", b"[" * 100_000, b"9" * 5000,
    b'{"source_language": "de"}',
]  # fmt: skip


@pytest.mark.parametrize("content", NO_RECORDS, ids=range(len(NO_RECORDS)))
def test_without_a_record_check_says_that_it_was_not_checked(work: Path, content: bytes, capsys):
    """The file itself is out of date, which is a finding."""
    change(ASK)
    Path("generated/catalog.json").write_bytes(content)
    status, found = reported(capsys, "check")
    assert (status, found[0]) == (1, "1:1 F01 catalog.json")
    assert reported(capsys, "generate") == (0, [])
    assert reported(capsys, "check") == (0, [])


@pytest.mark.parametrize(
    "content",
    [
        b'{"source_language": "en", "errors": 7, "texts": [], "fields": {"cause": 1}}',
        b'{"source_language": "en", "errors": [7, {"code": []}, {"code": 7, "note": 3, "retired": 1}]}',
        b'{"source_language": "en", "confirmed": [], "reasons": {"style": {"en": 1, "de": "Stil"}}}',
        b'{"source_language": "en", "errors": [{"code": 7, "note": {"en": 1, "de": 2}}], "recoveries": {"wait": 1}}',
    ],
)
def test_a_record_of_another_shape_says_nothing(work: Path, content: bytes, capsys):
    Path("generated/catalog.json").write_bytes(content)
    assert "F02" not in str(reported(capsys, "check"))
    assert reported(capsys) == (0, [])


def test_without_the_output_json_check_says_that_it_was_not_checked(work: Path, capsys):
    change(("fields:\n", "outputs: [gettext]\nfields:\n"))
    assert reported(capsys) == (0, [])
    status, found = reported(capsys, "check")
    assert (status, found) == (0, ["1:1 F02 catalog.json"])


def test_without_translations_there_is_nothing_to_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("errors.yaml").write_text(
        "package: a_b\nsource_language: en\nlanguages: {en: {}}\noutputs: [gettext]\n"
        'errors: {1: {name: A, message: {en: "No"}}}\n'
    )
    assert main(["--catalog", "errors.yaml"]) == 0
    assert reported(capsys, "--catalog", "errors.yaml", "check") == (0, [])


MARKED = [
    (ASK[0], ASK[1]),
    (LATER, f'{{text: {LATER}, stale: true, source: "{ASK[0]}"}}'),
    ("because: [style]}", f'because: [style], stale: true, source: "{ASK[0]}"}}'),
]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "byte order mark"])
def test_stale_marks_them_and_changes_no_other_byte(work: Path, line_end: str, mark: bytes, capsys):
    path = Path("catalog/errors.yaml")
    path.write_bytes(mark + edited(ASK).replace("\n", line_end).encode())
    assert main(["stale"]) == 0
    assert path.read_bytes() == mark + edited(*MARKED).replace("\n", line_end).encode()
    assert main(["stale"]) == 0
    assert path.read_bytes() == mark + edited(*MARKED).replace("\n", line_end).encode()
    assert reported(capsys) == (0, [])
    assert f'#| msgid "{ASK[0]}"\n' in Path("generated/gettext/de.po").read_text("utf-8")


@pytest.mark.parametrize("where", EDITS)
def test_a_text_of_any_kind_is_marked(work: Path, where: str):
    change(EDITS[where])
    assert main(["stale"]) == 0
    catalog = error_catalog.read("catalog/errors.yaml")
    marked = {text.where: text for text in catalog.texts if text.is_stale}
    assert marked.keys() == {"12.message.de", where}
    old = {text.where: text.source for text in catalog_of(parse(LIBRARY)).texts}
    assert marked[where].made_from == old[where]
    assert main(["check"]) == 1
    assert main([]) == 0


def test_stale_compares_with_what_is_named(work: Path, capsys):
    """With a revision of git, an older catalog, or a catalog.json from elsewhere."""
    git = program("git", "git")
    author = ["-c", "user.name=Ann", "-c", "user.email=ann@library.internal"]
    for command in (["init", "-q"], ["add", "."], [*author, "commit", "-q", "-m", "One"]):
        assert run(git, *command, cwd=work).returncode == 0
    shutil.copy("catalog/errors.yaml", "old.yaml")
    shutil.copy("generated/catalog.json", "old.json")
    shutil.rmtree("generated")
    for old in ("HEAD", "old.yaml", "old.json"):
        change(ASK)
        assert main(["stale", old]) == 0
        assert Path("catalog/errors.yaml").read_text("utf-8") == edited(*MARKED)
    change(ASK)
    for arguments in ([], ["v9"], ["nothing.json"]):
        assert main(["stale", *arguments]) == 1
        assert Path("catalog/errors.yaml").read_text("utf-8") == edited(ASK)


def test_compare_leaves_out_what_has_been_confirmed(work: Path, capsys):
    shutil.copy("catalog/errors.yaml", "old.yaml")
    change(ASK)
    main(["--confirm", "7.note.de"])
    capsys.readouterr()
    assert main(["compare", "old.yaml", "--format", "json"]) == 1
    changes = json.loads(capsys.readouterr().out)["changes"]
    assert [one["where"] for one in changes if one["kind"] == "outdated"] == ["7.note.sv"]
    assert main(["--confirm", "all"]) == 0
    assert main(["compare", "old.yaml"]) == 0


def test_the_catalog_of_this_repository(tmp_path: Path):
    """A changed English sentence leaves four translations behind; confirming one leaves three; `stale` marks them."""
    shutil.copytree(GENERATED, tmp_path / "generated")
    text = CATALOG.read_text("utf-8")
    before = 'en: "Stream position is bad"'
    assert text.count(before) == 1
    new = tmp_path / "errors.yaml"
    new.write_text(text.replace(before, 'en: "The stream position is bad"'), "utf-8")

    def names(*arguments: str) -> list[str]:
        done = cli("--catalog", "errors.yaml", *arguments, cwd=tmp_path)
        assert done.returncode == 1
        return [line.split(": ")[1] for line in done.stderr.splitlines() if ": " in line]

    four = [f"F02 20122.note.{tag}" for tag in ("fr", "ja", "ko", "sv")]
    assert names("check") == names() == four
    assert names("--confirm", "20122.note.ko") == names("check") == [four[0], four[1], four[3]]
    marked = cli("--catalog", "errors.yaml", "stale", cwd=tmp_path)
    assert marked.returncode == 0
    assert cli("--catalog", "errors.yaml", cwd=tmp_path).returncode == 0
    before_lines, after_lines = text.splitlines(), new.read_text("utf-8").splitlines()
    changed = list(difflib.unified_diff(before_lines, after_lines, n=0, lineterm=""))
    assert sum(line.startswith("-") for line in changed[2:]) == 1 + 1  # the sentence, and a short form
    assert (
        sum(line.startswith("+") for line in changed[2:]) == 1 + 1 + 2 * 2
    )  # and two new lines in each of two long forms
