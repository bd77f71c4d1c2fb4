"""The output `docs`: what its pages and its JSON say."""

import json
import textwrap

import hostile
import jsonschema_rs
import pytest
from catalogs import SMALL, model, plain, said
from conftest import CATALOG, GENERATED
from markdown_pages import PARTLY, facts, page, pages, squeezed, words

import error_catalog
from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse
from error_catalog.outputs import files


@pytest.fixture(scope="module")
def partly() -> dict[str, bytes]:
    """The pages of a partly translated catalog, with a right-to-left language that the generator has no words in."""
    return files(model(PARTLY), ["docs"])


def test_own_fields_are_listed_with_their_labels(partly: dict[str, bytes]):
    body = page(partly, "de/codes/1.md").body
    assert (
        facts(body).items()
        >= {
            "Ursache": ["Viele Bestellungen in 10 Aufrufen"],
            "Zuständig": ["ann, bob"],
            "HTTP-Status": ["404"],
            "Anteil": ["0,5"],
            "Dringend": ["Ja"],
            "Mehr": ["https://shop.internal/more"],
        }.items()
    )
    assert [link.get("href") for link in body.findall(".//dd/a")][-1] == "https://shop.internal/more"
    assert not {"Ursache", "Zuständig", "Mehr"} & facts(page(partly, "de/codes/2.md").body).keys()
    arabic = facts(page(partly, "ar/codes/1.md").body)
    assert arabic["السبب"] == ["Many orders in 10 calls (Not translated yet)"]
    assert arabic["Owner"] == ["ann, bob"]


def test_figures_and_recoveries_have_their_labels(partly: dict[str, bytes]):
    german, label = page(partly, "de/codes/1.md").body, model(PARTLY).words
    assert facts(german)[label["limit"]["de"]] == ["Calls: 10"]
    *_, attempts, wait = words(german.findall(".//p[@class='aside']")[0]).split(" · ")
    assert attempts == f"{label['attempts']['de']}: 2"
    assert wait == f"{label['wait']['de']}: 20 Sekunden"


@pytest.fixture(scope="module")
def hostile_pages() -> dict[str, bytes]:
    """Pages of texts that look like markup. The rules, which refuse some of them, are not asked."""
    return files(catalog_of(parse(json.dumps(hostile.catalog()))), ["docs"])


def test_texts_that_look_like_markup_are_shown_as_they_are(hostile_pages: dict[str, bytes]):
    for code in range(len(hostile.TEXTS)):
        shown = page(hostile_pages, f"en/codes/{code}.md")
        told = hostile.told(code, "en")
        assert words(shown.body.find(".//h1")) == squeezed(f"{code} {told.message}")
        assert words(shown.body.find(".//p[@class='lead']")) == squeezed(told.note)
        assert squeezed(told.advice) in [words(paragraph) for paragraph in shown.body.findall(".//p")]
        assert shown.head["title"] == f"{code} {told.message}"
        assert shown.head["description"] == told.note
        neutral = page(hostile_pages, f"codes/{code}.md")
        assert squeezed(told.message) in [words(span) for span in neutral.body.findall(".//td/span")]


def test_texts_that_look_like_markup_make_no_elements(hostile_pages: dict[str, bytes]):
    allowed = {"form", "input", "label", "select", "option", "button", "output", "div", "small", "code", "pre", "span"}
    allowed |= {"h1", "h2", "p", "a", "ul", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"}
    listed = pages(hostile_pages)
    assert len(listed) > 60
    for path in listed:
        body = page(hostile_pages, path).body
        assert {str(element.tag) for element in body.iter()} - allowed <= {"DOCUMENT_FRAGMENT"}, path
        for element in body.iter():
            assert not [name for name in element.attrib if name.startswith("on")], path
            assert not element.get("href", "").startswith(("javascript:", "http:", "mailto:")), path


@pytest.mark.parametrize("code", ["-7", "0", "E0308", "0._0_.0", "a__b__c"])
def test_codes_of_any_kind_are_shown_as_they_are(code: str):
    name = f'"{code}"' if "_" in code else code
    made = files(model(SMALL.replace("1:", f"{name}:")), ["docs"])
    assert words(page(made, f"en/codes/{code}.md").body.find(".//h1")) == f"{code} Out of stock"
    assert words(page(made, f"codes/{code}.md").body.find(".//h1")) == f"{code} OUT_OF_STOCK"
    link = page(made, "en/index.md").body.find(".//tbody//a")
    assert (words(link), link.get("href")) == (code, f"codes/{code}.md")


def test_every_link_leads_to_a_page_that_is_there():
    made = error_catalog.generate(model(textwrap.dedent(PARTLY.replace("fields:", "outputs: [docs, json]\nfields:"))))
    assert made["docs/api/v1/index.json"] == made["catalog.json"]
    for path in pages(made):
        for link in page(made, path).body.iter("a"):
            address = link.get("href", "").partition("#")[0]
            parts = path.split("/")[:-1]
            for part in [] if address.startswith("https:") else address.split("/"):
                parts = parts[:-1] if part == ".." else [*parts, part]
            assert address.startswith("https:") or f"docs/{'/'.join(parts)}" in made, (path, address)


@pytest.mark.parametrize("catalog", ["partly", "small", "strings"])
def test_the_json_follows_its_schema(catalog: str):
    text = {"partly": PARTLY, "small": SMALL, "strings": SMALL.replace("1:", "E1:")}[catalog]
    made = files(model(text), ["docs"])
    schema = json.loads(made["docs/api/v1/schema.json"])
    whole, one = (
        jsonschema_rs.validator_for(schema),
        jsonschema_rs.validator_for({**schema, **schema["$defs"]["error"]}),
    )
    data = json.loads(made["docs/api/v1/index.json"])
    whole.validate(data)
    assert not whole.is_valid({**data, "more": 1})
    for error in data["errors"]:
        one.validate(error)
        assert error == json.loads(made[f"docs/api/v1/codes/{error['code']}.json"])
        assert not one.is_valid({**error, "more": 1})
        assert not one.is_valid({**error, "code": None})


def test_the_pages_of_this_catalog_say_what_its_yaml_says():
    source, made = plain(CATALOG), error_catalog.generate(error_catalog.read(CATALOG))
    made |= files(error_catalog.read(CATALOG), ["docs"])
    assert made["catalog.json"] == (GENERATED / "catalog.json").read_bytes()
    for tag in source["languages"]:
        for code, error in source["errors"].items():
            body = page(made, f"{tag}/codes/{code}.md").body
            assert words(body.find(".//h1")) == f"{code} {said(error['message'][tag])}"
            assert words(body.find(".//p[@class='lead']")) == said(error["note"][tag])
            assert said(source["recoveries"][error["recovery"]]["advice"][tag]) in words(body)
            assert body.findall(".//small") == []
