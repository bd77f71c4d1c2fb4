"""S08, S11, S12, S14 and S15: the figures, fields, outputs, words and recoveries that a catalog declares."""

import difflib
import re
from collections.abc import Iterator

from error_catalog.model.catalog import Catalog
from error_catalog.model.document import mapping
from error_catalog.model.fields import SCALARS
from error_catalog.model.words import ENGLISH, names, words
from error_catalog.outputs import OutputError, renderer
from error_catalog.outputs.package import names as taken
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.registry import rule

WORD_PLACEHOLDER = re.compile(r"\{[a-z]+\}")


@rule("S08")
def figure_names(catalog: Catalog) -> Iterator[Complaint]:
    """Every figure of a limit has a name that can be an attribute in Python.

    wrong: errors: {7: {limit: {in: 30}}}
    right: errors: {7: {limit: {days: 30}}}
    """
    for error in catalog.errors:
        for name in mapping(error.node.get("limit")):
            if why := taken.why_not_figure(name):
                keys, where = ("errors", error.key, "limit", name), f"{error.key}.limit"
                yield Complaint(keys, where, f"{name} {why}; choose another name", is_about_key=True)


@rule("S11")
def own_fields(catalog: Catalog) -> Iterator[Complaint]:
    """Every field that the catalog adds has a name that is free, and every setting of it has an effect.

    wrong: fields: {message: {type: text, label: {en: "Message", de: "Meldung"}}}
    right: fields: {hint: {type: text, label: {en: "Hint", de: "Hinweis"}}}
    """
    for name, node in mapping(catalog.document.root.get("fields")).items():
        keys, where, kind = ("fields", name), f"fields.{name}", mapping(node).get("type")
        if why := taken.why_not_field(name, catalog):
            yield Complaint(keys, where, f"{name} {why}; choose another name", is_about_key=True)
        for setting, kinds in (("values", {"string"}), ("many", SCALARS), ("lookup", SCALARS)):
            is_known = isinstance(kind, str) and (kind in SCALARS or kind == "text")
            if setting in mapping(node) and is_known and kind not in kinds:
                message = f"`{setting}` has no effect on a field of the type {kind}; remove it"
                yield Complaint((*keys, setting), where, message, is_about_key=True)


@rule("S12")
def outputs(catalog: Catalog) -> Iterator[Complaint]:
    """Every output that the catalog names exists and can be loaded, and has the settings that the catalog makes.

    wrong: outputs: [pakage]
    right: outputs: [package, json]
    """
    for position, name in enumerate(catalog.outputs if "outputs" in catalog.document.root else ()):
        try:
            renderer(name)
        except OutputError as error:
            yield Complaint(("outputs", position), "outputs", str(error))
    if "xliff" in catalog.document.root and "xliff" not in catalog.outputs:
        message = "has no effect without the output xliff; add it to `outputs`, or remove this"
        yield Complaint(("xliff",), "xliff", message, is_about_key=True)


@rule("S14")
def known_words(catalog: Catalog) -> Iterator[Complaint]:
    """Every key of `texts` is one of the generator's words, a figure of a `limit`, or a time that the catalog names.

    A word with placeholders keeps them.

    wrong: texts: {titel: {en: "Errors", de: "Fehler"}}
    right: texts: {title: {en: "Errors", de: "Fehler"}}
    """
    figures = {name for error in catalog.errors for name in mapping(error.node.get("limit"))}
    known = names() | figures | catalog.durations.keys()
    for name in mapping(catalog.document.root.get("texts")):
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"do you mean {near[0]}?" if near else f"known: {', '.join(sorted(known))}"
            yield Complaint(("texts", name), f"texts.{name}", f"{name} is not a word of the generator; {hint}", True)
    yield from _lost_placeholders(catalog)


def _lost_placeholders(catalog: Catalog) -> Iterator[Complaint]:
    for name, word in words(ENGLISH).items():
        for text in catalog.words[name].texts.values():
            for placeholder in WORD_PLACEHOLDER.findall(word) if text.is_source else ():
                if placeholder not in text.text:
                    yield Complaint(text.keys, text.where, f"{placeholder} is missing", text=text.text)


@rule("S15")
def resending(catalog: Catalog) -> Iterator[Complaint]:
    """A recovery after which the call is never sent again has no number of attempts and no time to wait.

    wrong: recoveries: {fix: {resend: never, attempts: 1, title: {en: "Fix", de: "Korrektur"}}}
    right: recoveries: {wait: {resend: unchanged, attempts: 1, title: {en: "Wait", de: "Warten"}}}
    """
    for name, node in mapping(catalog.document.root.get("recoveries")).items():
        for setting in ("attempts", "wait"):
            if mapping(node).get("resend") == "never" and setting in node:
                keys, where = ("recoveries", name, setting), f"recoveries.{name}"
                yield Complaint(keys, where, f"`{setting}` has no effect if `resend` is never; remove it", True)
