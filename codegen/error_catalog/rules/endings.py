"""C26: what a text ends with."""

from collections.abc import Iterator
from functools import lru_cache

from error_catalog.model.texts import Text
from error_catalog.rules.parts import TAG_FILLER, prose
from error_catalog.rules.registry import Fault, translation_rule

CLOSING = "\"'”’»」』）)]}“›*`_ \u00a0\u202f"
KINDS = {"?": "?？؟;", "!": "!！", ":": ":：", "…": "…"}
SOFTER = (".", "…")
"""What many languages end with instead of an exclamation mark."""

NEVER = (",", "，", "、", "،", ";", "；", "..", "。。")
"""What a translation ends with only if the source text does, or if it was damaged."""


@translation_rule("C26", severity="hint")
def same_ending(text: Text) -> Iterator[Fault]:
    """A translation ends as its source text does: as a question, an exclamation, or before something that follows.

    Full stops are a matter of `style.final_stop`.

    wrong: {en: "Out of stock", de: "Nicht auf Lager?"}
    wrong: {en: "Out of stock", de: "Nicht auf Lager,"}
    right: {en: "Out of stock?", de: "Nicht auf Lager?"}
    """
    if text.text[-1].isalnum() and text.source[-1].isalnum():
        return
    said, source = _end(text.text), _end(text.source)
    if said == ";" and "GREEK" in text.language.scripts:
        said = "?"
    if not said or not source:
        return
    span = (len(text.text.rstrip()) - 1, len(text.text.rstrip()))
    if said != source and not (source == "!" and said in SOFTER):
        yield f'ends with "{said}", but the source text ends with "{source}"; write the same kind of ending', span


@lru_cache(4096)
def _end(text: str) -> str:
    """Return the kind of ending."""
    said = prose(text).rstrip(CLOSING + TAG_FILLER)
    if said.endswith(("...", "…", "……", "。。。")):
        return "…"
    for ending in NEVER:
        if said.endswith(ending):
            return ending
    return next((kind for kind, marks in KINDS.items() if said.endswith(tuple(marks))), ".")
