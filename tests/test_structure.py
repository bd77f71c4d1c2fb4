"""S rules: the YAML has the structure of a catalog, and the names in it exist and can be names."""

import pytest
from catalogs import SMALL, findings, found

ERROR = 'name: {name}\n    message: {{en: "Out of stock", de: "Nicht auf Lager"}}'


def with_line(line: str) -> str:
    return SMALL + line + "\n"


def replaced(old: str, new: str) -> str:
    assert old in SMALL
    return SMALL.replace(old, new)


def german(form: str) -> str:
    """Return the catalog with this as the German text."""
    return replaced('"Nicht auf Lager"', form)


def test_the_smallest_catalog_has_no_findings():
    """Package, languages, and errors with a name and a message are all that a catalog needs."""
    assert found(SMALL) == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (with_line("colour: red"), "9:1 S01 catalog"),
        (replaced("package:", "pakage:"), "2:1 S01 catalog"),
        (replaced("package: shop_errors\n", ""), "2:1 S01 catalog"),
        (replaced("    name: OUT_OF_STOCK\n", ""), "7:5 S01 1"),
        (replaced("{en: {}, de: {}}", "[en, de]"), "4:12 S01 languages"),
        (replaced('"Out of stock"', "42"), "8:19 S01 1.message.en"),
        (replaced('"Out of stock"', "[a]"), "8:19 S01 1.message.en"),
        (replaced('"Out of stock"', ""), "8:19 S01 1.message.en"),
        (replaced('"Out of stock"', "true"), "8:19 S01 1.message.en"),
        (german('{say: "x"}'), "8:40 S01 1.message.de"),
        (german("{stale: true}"), "8:39 S01 1.message.de"),
        (german('{text: "Nicht auf Lager", source: "Sold"}'), "8:39 S01 1.message.de"),
        (replaced("  1:", "  not one:"), "6:3 S01 errors"),
        (replaced("  1:", "  -1.5:"), "6:3 S01 errors"),
        (replaced("shop_errors", "Shop-Errors"), "2:10 S01 package"),
        (replaced("shop_errors", "../shop"), "2:10 S01 package"),
        (replaced("OUT_OF_STOCK", "OUT-OF-STOCK"), "7:11 S01 1.name"),
        (replaced("OUT_OF_STOCK", "ÉPUISÉ"), "7:11 S01 1.name"),
        (with_line("    limit: {calls: many}"), "9:20 S01 1.limit.calls"),
        (with_line('recoveries: {wait: {resend: "yes", advice: {}}}'), "9:29 S01 recoveries.wait.resend"),
        (replaced("OUT_OF_STOCK", "class"), "7:11 S02 1.name"),
        (replaced("OUT_OF_STOCK", "message"), "7:11 S02 1.name"),
        (replaced("OUT_OF_STOCK", "localized"), "7:11 S02 1.name"),
        (replaced("OUT_OF_STOCK", "problem"), "7:11 S02 1.name"),
        (replaced("OUT_OF_STOCK", "recovery"), "7:11 S02 1.name"),
        (replaced("OUT_OF_STOCK", "name"), "7:11 S02 1.name"),
        (replaced("OUT_OF_STOCK", "mro"), "7:11 S02 1.name"),
        (replaced("OUT_OF_STOCK", "real"), "7:11 S02 1.name"),
        (with_line("  2:\n    " + ERROR.format(name="Out_Of_Stock")), "10:11 S02 2.name"),
        (replaced("de: {}", "xx-NOPE: {}"), "4:21 S03 languages.xx-NOPE"),
        (replaced("de: {}", "DE: {}"), "4:21 S03 languages.DE"),
        (replaced("de: {}", "de_AT: {}"), "4:21 S03 languages.de_AT"),
        (replaced("de: {}", "iw: {}"), "4:21 S03 languages.iw"),
        (replaced("language: en", "language: fr"), "3:18 S03 source_language"),
        (replaced("en: {}", "en: {complete: false}"), "4:17 S03 languages.en"),
        (with_line("    category: goods"), "9:15 S04 1.category"),
        (with_line("    recovery: wait"), "9:15 S04 1.recovery"),
        (german('{text: "Nicht auf Lager", published: "x", because: [y]}'), "8:91 S04 1.message.de"),
        (replaced("shop_errors", "json"), "2:10 S05 package"),
        (replaced("shop_errors", "class"), "2:10 S05 package"),
        (replaced("shop_errors", "docs"), "2:10 S05 package"),
        (replaced("shop_errors", "gettext"), "2:10 S05 package"),
        (german('{text: "Nicht auf Lager", accept: {C99: "why"}}'), "8:74 S06 1.message.de"),
        (german('{text: "Nicht auf Lager", accept: {S02: "why"}}'), "8:74 S06 1.message.de"),
        (german('{text: "Nicht auf Lager", accept: {C05: "why"}}'), "8:74 S06 1.message.de"),
    ],
)
def test_finding(text: str, finding: str):
    """Each mistake is found at its place. Others can follow from it."""
    assert finding in found(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (replaced("package:", "pakage:"), ["pakage", "package"]),
        (with_line("colour: red"), ["colour", "site_url"]),
        (replaced("OUT_OF_STOCK", "class"), ["class"]),
        (with_line("  2:\n    " + ERROR.format(name="Out_Of_Stock")), ["Out_Of_Stock", "1"]),
        (replaced("de: {}", "iw: {}"), ["iw", "he"]),
        (with_line("    category: goods"), ["goods", "categories"]),
    ],
)
def test_the_message_names_what_is_wrong_and_what_is_right(text: str, words: list[str]):
    messages = [finding.message for finding in findings(text) if finding.rule.startswith("S")]
    assert [message for message in messages if all(word in message for word in words)], messages


def test_an_accepted_rule_finds_nothing():
    """`accept` names the rule and the reason, beside the text."""
    assert found(german('{text: "Nicht &amp; nie", accept: {C05: "shown as HTML"}}')) == []


@pytest.mark.parametrize("code", ["0", "-7", "999999999999999999"])
def test_any_whole_number_is_a_code(code: str):
    """Zero and negative numbers are codes as well."""
    assert found(replaced("  1:", f"  {code}:")) == []


@pytest.mark.parametrize("tag", ["no", "gv", "zh-Hant-TW", "es-419", "sr-Latn", "ca-ES-valencia"])
def test_any_language_of_cldr_is_a_language(tag: str):
    """Tags with scripts, regions and variants too; `no` is Norwegian."""
    assert [line for line in found(SMALL.replace("de:", f"{tag}:")) if " S03 " in line] == []


FIELDS = """
fields:
  http_status: {type: integer, label: {en: "Status", de: "Status"}}
  share: {type: number, label: {en: "Share", de: "Anteil"}}
  severity: {type: string, values: [low, high], label: {en: "Severity", de: "Schwere"}}
  urgent: {type: boolean, label: {en: "Urgent", de: "Dringend"}}
  guide: {type: url, label: {en: "Guide", de: "Anleitung"}}
  rest: {type: integer, many: true, lookup: true, label: {en: "REST", de: "REST"}}
  cause: {type: text, label: {en: "Cause", de: "Ursache"}}
"""
VALUES = """
    http_status: 409
    share: 0.5
    severity: low
    urgent: false
    guide: "https://shop.internal/guide"
    rest: [602, 603]
    cause: {en: "The evening has come", de: "Der Abend ist da"}
"""


def test_fields_of_every_type():
    """A catalog adds fields of its own; every one of them is optional."""
    assert found(SMALL + FIELDS.lstrip()) == []
    assert found(SMALL + VALUES.lstrip("\n") + FIELDS.lstrip()) == []


def test_a_text_field_need_not_exist_in_incomplete_languages():
    text = (
        SMALL.replace("de: {}", "de: {complete: false}") + '    cause: {en: "The evening has come"}\n' + FIELDS.lstrip()
    )
    assert found(text) == []


@pytest.mark.parametrize(
    "recovery",
    [
        "resend: unchanged",
        "resend: unchanged, attempts: 1",
        "resend: unchanged, wait: {seconds: 20}",
        "resend: changed, attempts: 3, wait: {minutes: 1.5, seconds: 30}, stated: true",
        "resend: never",
    ],
)
def test_recoveries(recovery: str):
    advice = 'advice: {en: "Ask the shop", de: "Fragen Sie den Laden"}'
    assert found(with_line(f"    recovery: ask\nrecoveries: {{ask: {{{recovery}, {advice}}}}}")) == []


@pytest.mark.parametrize("reason", ['"Sold"', '{en: "It is sold", de: "Es ist verkauft"}'])
def test_a_retirement_gives_its_reason_in_every_language_or_in_the_source_language_alone(reason: str):
    assert found(with_line(f'    retired: {{since: "2", reason: {reason}}}')) == []


def test_a_finding_per_old_key_and_none_that_follows_from_it():
    """A catalog of version 1 is told the new keys, each once."""
    text = with_line(
        '    rest: [602]\n    retired: {since: "2", because: "Sold", use: 1}\n'
        'recoveries: {ask: {retry: true, advice: {en: "Ask the shop", de: "Fragen Sie den Laden"}}}'
    )
    assert [shown.split()[0] for shown in found(text)] == ["9:5", "10:27", "10:44", "11:20"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("7", []),
        ("1", ["9:57 S09 faults.unlisted.1"]),
        ("x", ["9:57 S09 faults.unlisted.x"]),
        ("7: {}, 8", ["9:60 C01 faults.unlisted.7.de", "9:60 C01 faults.unlisted.7.en"]),
    ],
)
def test_codes_that_no_error_has(code: str, expected: list[str]):
    """They are codes like the others, and none of the errors."""
    said = '{en: "Never seen", de: "Nie gesehen"}'
    faults = f'faults: {{namespace: "urn:x", element: fault, unlisted: {{{code}: {said}}}}}'
    assert found(with_line(faults)) == expected


def test_a_malformed_declaration_of_a_field_is_the_only_finding():
    """Not every error that has the field, too."""
    text = with_line("    severity: low\nfields: {severity: {type: word, label: {en: Severity, de: Schwere}}}")
    assert found(text) == ["10:27 S01 fields.severity.type"]


@pytest.mark.parametrize("name", ["con", "Nul", "aux", "PRN", "com1", "lpt9", "con.7", "aux.-_.x"])
def test_a_code_that_cannot_be_a_file_on_windows(name: str):
    """In any case, and whatever follows a full stop."""
    assert [line for line in found(replaced("  1:", f"  {name}:")) if "S19" in line] == [f"6:3 S19 {name}"]


@pytest.mark.parametrize("name", ["cons", "com", "com10", "a.con", "lpt", "nul-7", "auxiliary"])
def test_a_code_that_can_be_a_file_on_windows(name: str):
    assert found(replaced("  1:", f"  {name}:")) == []


def test_a_package_or_a_category_that_cannot_be_a_file_on_windows():
    assert "2:10 S19 package" in found(replaced("shop_errors", "lpt1"))
    category = with_line('    category: nul\ncategories: {nul: {en: "Nothing", de: "Nichts"}}')
    assert found(category) == ["10:14 S19 categories.nul"]
