"""Offers → changes of the YAML."""

from collections.abc import Mapping

from error_catalog.model.catalog import Catalog
from error_catalog.model.texts import Unit
from error_catalog.translate.editing import Editor, flow, scalar
from error_catalog.translate.marking import mark
from error_catalog.translate.new_errors import add_errors
from error_catalog.translate.offers import Offer, Offers

Texts = Mapping[str, str]
"""The texts of a catalog's files, by their paths."""


def declared(texts: Texts, tag: str) -> Texts:
    """Return the YAML with a language that it does not have."""
    editor = Editor(texts)
    editor.add(editor.root.at("languages"), tag, "{complete: false}")
    return editor.result()


def changed(texts: Texts, catalog: Catalog, offers: Offers, tag: str, *, is_new: bool) -> tuple[Texts, list[Offer]]:
    """Return the YAML with the texts that it does not have yet, and the offers that these are.

    Args:
        texts: The YAML, which declares the language.
        catalog: The catalog that it is.
        offers: A translator's file.
        tag: Its language.
        is_new: Whether the language has been declared for this import.
    """
    units = {unit.context: unit for unit in catalog.readable}
    news = [offer for offer in offers.texts if _is_news(units.get(offer.context), offer, tag)]
    if not news and not is_new:
        return texts, []
    editor = Editor(texts)
    words: dict[str, str] = {}
    new_errors: dict[str, dict[str, str]] = {}
    for offer in news:
        unit = units.get(offer.context)
        code, _, field = offer.context.rpartition(".")
        if unit is None and code in catalog.document.root["errors"]:
            editor.add(editor.root.at("errors", code), field, flow({tag: scalar(offer.text)}))
        elif unit is None:
            new_errors.setdefault(code, {})[field] = offer.text
        elif unit.written or unit.is_source_only:
            _set(editor, catalog, unit, offer, tag)
        else:
            words[unit.context.partition(".")[2]] = offer.text
    add_errors(editor, catalog, new_errors, tag)
    _add_words(editor, words, tag)
    _describe(editor, catalog, offers, tag, is_new=is_new)
    return editor.result(), news


def _is_news(unit: Unit | None, offer: Offer, tag: str) -> bool:
    """Return True if the catalog does not have this very text, or has it as a stale one."""
    text = unit.texts.get(tag) if unit else None
    if text is not None:
        return text.text != offer.text or text.is_stale
    return unit is None or unit.defaults.get(tag) != offer.text


def _set(editor: Editor, catalog: Catalog, unit: Unit, offer: Offer, tag: str) -> None:
    """Put a text where its language has one, or among the others in the order of the languages."""
    source = catalog.source_language
    span = editor.root.at(*map(str, unit.keys))
    text = unit.texts.get(tag)
    if unit.is_source_only:
        editor.replace_raw(span, flow({source: scalar(unit.source), tag: scalar(offer.text)}))
        return
    if tag == source and unit.source:
        followers = (text for text in unit.texts.values() if not text.is_source and not text.is_stale)
        mark(editor, ((text, unit.source) for text in followers))
    if text is None:
        tags = list(catalog.languages)
        style = span.at(source).style if source in span.entries else '"'
        value = scalar(offer.text, style if style in ("", "'") else '"')
        editor.add(span, tag, value, after=tags[: tags.index(tag)])
    elif text.form is None:
        editor.replace(span.at(tag), offer.text)
    else:
        if text.text != offer.text:
            editor.replace(span.at(tag, "text"), offer.text)
        outdated = ["published", "because"] if text.published == offer.text else []
        editor.remove(span.at(tag), ["stale", "source", *outdated])


def _add_words(editor: Editor, words: dict[str, str], tag: str) -> None:
    """Put words that differ from the generator's under `texts`."""
    raws = {name: flow({tag: scalar(text)}) for name, text in words.items()}
    if "texts" in editor.root.entries:
        for name, raw in raws.items():
            editor.add(editor.root.at("texts"), name, raw)
    elif raws:
        editor.add_mapping(editor.root, "texts", raws)


def _describe(editor: Editor, catalog: Catalog, offers: Offers, tag: str, *, is_new: bool) -> None:
    """Write what a page says about itself, and whether a new language is complete."""
    language = editor.root.at("languages", tag)
    said = offers.published.items()
    published = flow({name: scalar(value) if isinstance(value, str) else str(value) for name, value in said})
    if is_new:
        offered = {offer.context for offer in offers.texts}
        missing = (unit for unit in catalog.units if not unit.is_optional and tag not in unit.texts)
        parts = {"complete": "false"} if any(unit.context not in offered for unit in missing) else {}
        parts |= {"published": published} if offers.published else {}
        editor.replace_raw(language, flow(parts))
    elif offers.published and dict(catalog.languages[tag].published) != offers.published:
        editor.put(language, "published", published)
