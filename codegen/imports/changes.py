"""Offers → changes of the YAML."""

import keyword
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from codegen.document import Document, mapping
from codegen.imports.editing import Editor, scalar
from codegen.imports.offers import Offer, Offers

LONGEST_NAME = 60


def changed(text: str, document: Document, offers: Offers, tag: str) -> tuple[str, list[Offer]]:
    """The YAML with the texts that it does not have yet, and which these are."""
    root = document.root
    editor = Editor(text)
    news = [offer for offer in offers.texts if _is_news(root, offer, tag)]
    added: dict[str, dict[str, str]] = {}
    for offer in news:
        if offer.code in root["errors"]:
            _set(editor, root, offer, tag)
        else:
            added.setdefault(offer.code, {})[offer.field] = offer.text
    _add_errors(editor, root, added, tag)
    if news or tag not in root["languages"]:
        _declare(editor, root, offers, tag)
    return editor.result(), news


def _form(root: Any, offer: Offer, tag: str) -> Any:
    return mapping(mapping(mapping(root["errors"]).get(offer.code)).get(offer.field)).get(tag)


def _is_news(root: Any, offer: Offer, tag: str) -> bool:
    form = _form(root, offer, tag)
    return bool(form.get("stale") or form["text"] != offer.text) if isinstance(form, dict) else form != offer.text


def _set(editor: Editor, root: Any, offer: Offer, tag: str) -> None:
    """Put a text where its language has one, or among the others in the order of the languages."""
    error = editor.root.at("errors", offer.code)
    source = root["source_language"]
    unit = error.entries.get(offer.field)
    if unit is None:
        editor.add(error, offer.field, [f"{{{tag}: {scalar(offer.text)}}}"])
        return
    form = _form(root, offer, tag)
    if tag == source:
        _mark_stale(editor, root, offer)
    if isinstance(form, dict):
        span = unit[1].at(tag)
        if form["text"] != offer.text:
            editor.replace(span.at("text"), offer.text)
        editor.remove(span, ["stale", *(["published", "because"] if form.get("published") == offer.text else [])])
    elif form is not None:
        editor.replace(unit[1].at(tag), offer.text)
    else:
        tags = list(root["languages"])
        before = tags[: tags.index(tag)] if tag in tags else tags
        style = unit[1].at(source).style
        editor.add(unit[1], tag, [scalar(offer.text, style if style in ("", "'") else '"')], after=before)


def _mark_stale(editor: Editor, root: Any, offer: Offer) -> None:
    """The source text changes: its translations have not followed."""
    written = root["errors"][offer.code][offer.field]
    unit = editor.root.at("errors", offer.code, offer.field)
    for tag, form in written.items():
        if tag != root["source_language"]:
            if not isinstance(form, dict):
                editor.replace_raw(unit.at(tag), f"{{text: {scalar(form)}, stale: true}}")
            elif not form.get("stale"):
                editor.add(unit.at(tag), "stale", ["true"])


def _add_errors(editor: Editor, root: Any, added: dict[str, dict[str, str]], tag: str) -> None:
    """New codes, behind the code before them, each with a name made of its message."""
    taken = {str(mapping(error).get("name")).casefold() for error in root["errors"].values()}
    parent = editor.root.at("errors")
    for code, fields in added.items():
        name = _name(fields.get("message", ""), code, taken)
        taken.add(name.casefold())
        texts = [f"{field}: {{{tag}: {scalar(text)}}}" for field, text in fields.items()]
        lines = [f"name: {name}", *texts]
        if parent.is_flow:
            lines = [f"{{{', '.join(lines)}}}"]
        editor.add(parent, code, lines)


def _name(message: str, code: str, taken: set[str]) -> str:
    letters = unicodedata.normalize("NFKD", message).encode("ascii", "ignore").decode()
    name = re.sub("[^A-Za-z0-9]+", "_", letters).strip("_").upper()[:LONGEST_NAME].rstrip("_")
    if not name or name[0].isdigit():
        name = f"ERROR_{name}".rstrip("_")
    if name.casefold() in taken or name == "ERROR" or keyword.iskeyword(name):
        name = f"{name}_{re.sub('[^A-Za-z0-9]+', '_', code).strip('_').upper()}"
    return name


def _declare(editor: Editor, root: Any, offers: Offers, tag: str) -> None:
    """The language among the others, with what its page says of itself."""
    parent = editor.root.at("languages")
    values = [
        f"{name}: {scalar(value) if isinstance(value, str) else value}" for name, value in offers.published.items()
    ]
    published = f"{{{', '.join(values)}}}"
    if tag not in root["languages"]:
        parts = ["complete: false"] if _lacks_texts(root, offers.texts) else []
        parts += [f"published: {published}"] if values else []
        editor.add(parent, tag, [f"{{{', '.join(parts)}}}"])
    elif values and dict(root["languages"][tag].get("published", {})) != offers.published:
        language = parent.at(tag)
        if "published" in language.entries:
            editor.replace_raw(language.at("published"), published)
        else:
            editor.add(language, "published", [published])


def _lacks_texts(root: Any, offers: Iterable[Offer]) -> bool:
    """Whether a language with these texts and no others lacks one."""
    offered = {(offer.code, offer.field) for offer in offers}
    fields = {
        (code, field) for code, error in root["errors"].items() for field in ("message", "note") if field in error
    }
    return bool(
        fields - offered or any(root.get(section) for section in ("texts", "categories", "recoveries", "reasons"))
    )
