"""S rules: the YAML has the structure of a catalog, and everything that it names exists."""

from collections.abc import Iterator

from error_catalog.model import languages
from error_catalog.model.catalog import Catalog
from error_catalog.model.document import mapping
from error_catalog.model.scalars import INTEGER
from error_catalog.model.texts import Unit
from error_catalog.outputs.package import names as taken
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.registry import can_be_accepted, rule


@rule("S01")
def schema(catalog: Catalog) -> Iterator[Complaint]:
    """The YAML has the structure that errors.schema.json describes.

    wrong: errors: {7: {mesage: {en: "Out of stock", de: "Nicht auf Lager"}}}
    wrong: languages: [en, de]
    right: errors: {7: {message: {en: "Out of stock", de: "Nicht auf Lager"}}}
    """
    for violation in catalog.violations:
        yield Complaint(*violation)


@rule("S02")
def error_names(catalog: Catalog) -> Iterator[Complaint]:
    """Every error has a unique name, regardless of case, that can be a member of a Python enum.

    wrong: errors: {7: {name: CLOSED}, 8: {name: Closed}}
    right: errors: {7: {name: CLOSED}, 8: {name: SOLD_OUT}}
    """
    first: dict[str, str] = {}
    for code, error in mapping(catalog.document.root.get("errors")).items():
        name = mapping(error).get("name")
        if not isinstance(name, str):
            continue
        keys, where = ("errors", code, "name"), f"{code}.name"
        if why := taken.why_not_member(name, catalog):
            yield Complaint(keys, where, f"{name} {why}; choose another name")
        other = first.setdefault(name.casefold(), code)
        if other != code:
            yield Complaint(keys, where, f"{name} is already the name of {other}; choose another name")


@rule("S03")
def known_languages(catalog: Catalog) -> Iterator[Complaint]:
    """Every language is a BCP 47 tag that CLDR knows, and the source language is one of them.

    wrong: languages: {en: {}, german: {}}
    wrong: source_language: fr
    right: languages: {en: {}, de: {}, de-AT: {complete: false}}
    """
    for tag in catalog.languages:
        try:
            languages.locale(tag)
        except ValueError as error:
            yield Complaint(("languages", tag), f"languages.{tag}", str(error), is_about_key=True)
    source = catalog.source_language
    if source and catalog.languages and source not in catalog.languages:
        yield Complaint(("source_language",), "source_language", f"{source} is missing from `languages`")
    elif source in catalog.languages and not catalog.languages[source].is_complete:
        yield Complaint(("languages", source), f"languages.{source}", "the source language cannot be incomplete")


@rule("S04")
def references(catalog: Catalog) -> Iterator[Complaint]:
    """Every category, recovery, reason and language of keywords that is used is declared.

    wrong: errors: {7: {category: stock}}
    right: {categories: {stock: {en: "Stock", de: "Lager"}}, errors: {7: {category: stock}}}
    """
    root = catalog.document.root
    for error in catalog.errors:
        for field, section in (("category", "categories"), ("recovery", "recoveries")):
            name = error.node.get(field)
            if isinstance(name, str) and name not in mapping(root.get(section)):
                keys, where = ("errors", error.key, field), f"{error.key}.{field}"
                yield Complaint(keys, where, f"{name} is missing from `{section}`; declare it or choose another")
        for tag in error.keywords:
            if tag not in catalog.languages:
                message = f"{tag} is missing from `languages`; declare it or remove the keywords"
                tag_keys = ("errors", error.key, "keywords", tag)
                yield Complaint(tag_keys, f"{error.key}.keywords", message, is_about_key=True)
    yield from _unknown_reasons(catalog)


def _unknown_reasons(catalog: Catalog) -> Iterator[Complaint]:
    for text in catalog.texts:
        reasons = text.form.get("because") if text.form is not None else None
        for position, name in enumerate(reasons if isinstance(reasons, list) else []):
            if isinstance(name, str) and name not in catalog.reasons:
                keys = (*text.keys[:-1], "because", position)
                yield Complaint(keys, text.where, f"{name} is missing from `reasons`; declare it or choose another")


@rule("S05")
def package_name(catalog: Catalog) -> Iterator[Complaint]:
    """The package has a name that Python can import and that nothing else in the output folder has.

    wrong: package: class
    right: package: shop_errors
    """
    if catalog.package and (why := taken.why_not_package(catalog.package)):
        yield Complaint(("package",), "package", f"{catalog.package} {why}; choose another name")


@rule("S06")
def accepted_rules(catalog: Catalog) -> Iterator[Complaint]:
    """What a text accepts is a rule about content that complains about the text.

    wrong: errors: {7: {message: {en: "Out", de: {text: "Weg", accept: {C99: "reason"}}}}}
    wrong: errors: {7: {message: {en: "Out", de: {text: "Weg", accept: {C03: "reason"}}}}}
    right: errors: {7: {message: {en: "No itemKey", de: {text: "Kein Artikel", accept: {C03: "reason"}}}}}
    """
    for text in catalog.texts:
        for id in text.accepted if text.form is not None else ():
            if not can_be_accepted(id):
                message = f"{id} is not a rule that a text can accept; see `error-catalog rules`"
                yield Complaint((*text.keys[:-1], "accept", id), text.where, message, is_about_key=True)


@rule("S09")
def codes(catalog: Catalog) -> Iterator[Complaint]:
    """Codes are all numbers or all strings, and differ in more than case because their pages are files.

    wrong: errors: {7: {name: CLOSED}, A7: {name: SOLD_OUT}}
    right: errors: {"7": {name: CLOSED}, A7: {name: SOLD_OUT}}
    """
    errors = mapping(catalog.document.root.get("errors"))
    malformed = {violation.keys for violation in catalog.violations}
    strings = [code for code in errors if not INTEGER.fullmatch(code) and ("errors", code) not in malformed]
    quoted = set(getattr(errors, "quoted", ()))
    for code in [code for code in errors if INTEGER.fullmatch(code) and code not in quoted] if strings else ():
        message = f"{code} is a number, but {strings[0]} is not; write {code} in quotes, or correct {strings[0]}"
        yield Complaint(("errors", code), code, message, is_about_key=True)
    first: dict[str, str] = {}
    for code in errors:
        other = first.setdefault(code.casefold(), code)
        if other != code:
            message = f"{code} differs from {other} in case only; choose another code"
            yield Complaint(("errors", code), code, message, is_about_key=True)
    for code in mapping(mapping(catalog.document.root.get("faults")).get("unlisted")):
        if code in errors:
            message = f"{code} is also under `errors`; remove it here or there"
        elif errors and catalog.kind is int and not INTEGER.fullmatch(code):
            message = f"{code} is not a number, as the codes under `errors` are"
        else:
            continue
        yield Complaint(("faults", "unlisted", code), f"faults.unlisted.{code}", message, is_about_key=True)


@rule("S10")
def retirements(catalog: Catalog) -> Iterator[Complaint]:
    """A retired code is replaced by a code that is still in use.

    wrong: errors: {7: {name: OLD, retired: {since: "2.0", replaced_by: 9}}}
    right: errors: {7: {name: OLD, retired: {since: "2.0", replaced_by: 8}}, 8: {name: NEW}}
    """
    errors = mapping(catalog.document.root.get("errors"))
    for error in catalog.errors:
        new = mapping(error.node.get("retired")).get("replaced_by")
        keys, where = ("errors", error.key, "retired", "replaced_by"), f"{error.key}.retired.replaced_by"
        if type(new) not in (int, str):
            continue
        if str(new) not in errors:
            yield Complaint(keys, where, f"{new} is missing from `errors`; name a code that is in use")
        elif "retired" in mapping(errors[str(new)]):
            yield Complaint(keys, where, f"{new} is itself retired; name a code that is in use")


@rule("S16")
def contexts(catalog: Catalog) -> Iterator[Complaint]:
    """No text of an error has the name of another text in PO files, as `categories.message` could be both.

    wrong: {categories: {message: {en: "Mail", de: "Post"}}, errors: {categories: {name: CLOSED}}}
    right: {categories: {message: {en: "Mail", de: "Post"}}, errors: {closed: {name: CLOSED}}}
    """
    first: dict[str, Unit] = {}
    for unit in [*catalog.units, *catalog.words.values()]:
        other = first.setdefault(unit.context, unit)
        error = unit.error or other.error
        if other is not unit and error is not None:
            message = f"{unit.context} is also the name of another text in PO files; choose another code"
            yield Complaint(("errors", error.key), error.key, message, is_about_key=True)
