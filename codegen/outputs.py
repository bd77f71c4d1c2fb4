"""The table of contents: every generated file with its content."""

from collections.abc import Callable, Iterator

from codegen.catalog import Catalog
from codegen.data import as_json, index_data
from codegen.docs import docs
from codegen.labels import COMMAND
from codegen.messages import Entries, MOFiles, header
from codegen.rendering import TEMPLATES, render

Outputs = Iterator[tuple[str, bytes]]

NOTICE = "Made by `python -m codegen` from the catalog's YAML. Do not edit: change the YAML or codegen/templates."


def outputs(catalog: Catalog, parts: list[str] | None = None) -> Outputs:
    """Paths below the output directory, with what they hold; of some parts alone, if `parts` names them."""
    yield "README.md", render("README.md.j2", catalog=catalog)
    for part in parts or PARTS:
        yield from PARTS[part](catalog)


def package(catalog: Catalog) -> Outputs:
    """The Python package: its behaviour is copied as it stands, its data is rendered."""
    folder = catalog.package
    labels = {name: catalog.texts[name] for name in COMMAND}
    values = {"catalog": catalog, "notice": NOTICE, "labels": labels}
    for file in sorted((TEMPLATES / "package").iterdir()):
        if file.suffix == ".j2":
            yield f"{folder}/{file.stem}", render(f"package/{file.name}", **values)
        else:
            yield f"{folder}/{file.name}", file.read_bytes()
    files = MOFiles(catalog)
    for language in catalog.languages:
        yield f"{folder}/locale/{language.locale}/LC_MESSAGES/{catalog.package}.mo", files.of(language)


def gettext(catalog: Catalog) -> Outputs:
    """What translators edit: a POT, and a PO for every language but the source language."""
    entries = Entries(catalog)
    values = {"catalog": catalog, "notice": NOTICE}
    template = {"entries": entries.untranslated(), "header": header(catalog, None)}
    yield f"gettext/{catalog.package}.pot", render("gettext/catalog.pot.j2", **values, **template)
    for language in catalog.languages:
        if language.tag != catalog.source_language:
            po = {"entries": entries.of(language.tag), "header": header(catalog, language)}
            yield f"gettext/{language.locale}.po", render("gettext/language.po.j2", **values, **po)


def markdown(catalog: Catalog) -> Outputs:
    """The pages of the site."""
    for path, content in docs(catalog):
        yield f"docs/{path}", content


def data(catalog: Catalog) -> Outputs:
    """The whole catalog for machines."""
    yield "catalog.json", as_json(index_data(catalog))


PARTS: dict[str, Callable[[Catalog], Outputs]] = {
    "package": package,
    "gettext": gettext,
    "docs": markdown,
    "json": data,
}
