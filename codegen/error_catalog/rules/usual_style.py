"""C40: how the texts of a language address their readers, and how they end, as the others do."""

from collections import defaultdict
from collections.abc import Iterator

from error_catalog.model import grammar
from error_catalog.model.catalog import Catalog
from error_catalog.model.language import Language
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import rule
from error_catalog.rules.sentences import STOPS
from error_catalog.rules.usual_marks import unusual


def _is_known(language: Language) -> bool:
    return not grammar.data(language.tag).keys().isdisjoint({"polite", "familiar", "ends"})


@rule("C40", severity="hint", works_in=_is_known, is_about_translations=True)
def usual_style(catalog: Catalog) -> Iterator[Complaint]:
    """Texts address their readers in one way, and end in one way, as far as they are sentences.

    German with "Sie" has no text with "du"; Japanese notes with "です" have none with "である"; Korean notes that end
    with "니다." have none with "함". The words of each language are data of the generator. What is usual is learned
    from the catalog: messages and notes can end in different ways.
    """
    by_language: defaultdict[str, list[Text]] = defaultdict(list)
    by_field: defaultdict[tuple[str, str], list[Text]] = defaultdict(list)
    for text in catalog.translations:
        by_language[text.language.tag].append(text)
        by_field[text.language.tag, text.unit.kind].append(text)
    for texts in by_language.values():
        yield from unusual(texts, _address)
    for texts in by_field.values():
        if grammar.data(texts[0].language.tag).get("ends"):
            yield from unusual(texts, _end)
            yield from unusual(texts, _stop)


def _address(text: Text) -> str | None:
    """Return how a text addresses its reader, or None if it does not, or in both ways."""
    said, tag = prose(text.text), text.language.tag
    polite, familiar = grammar.addressing(tag, "polite"), grammar.addressing(tag, "familiar")
    found = {kind for kind, words in (("politely", polite), ("as a friend", familiar)) if words and words.search(said)}
    return f"addresses the reader {found.pop()}" if len(found) == 1 else None


def _end(text: Text) -> str | None:
    """Return how the last sentence of a text ends, or None if it is not a sentence."""
    said = prose(text.text).rstrip(STOPS + " ")
    groups: list[list[str]] = grammar.data(text.language.tag)["ends"]
    group = next((group for group in groups if said.endswith(tuple(group))), None)
    return f"ends with {'/'.join(group)}" if group else None


def _stop(text: Text) -> str | None:
    """Return whether a sentence has its full stop, in a language in which the ending says that it is one."""
    said, finals = prose(text.text).rstrip(), grammar.data(text.language.tag).get("final", ())
    final = next((final for final in finals if said.rstrip(STOPS).endswith(final)), None)
    if final is None:
        return None
    return f"ends with {final}." if said[-1] in STOPS else f"ends with {final} without a full stop"
