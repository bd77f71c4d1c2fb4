"""C08, C17 and C23: how many sentences a text has, how it ends, and words written twice."""

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import eq
from typing import Any

from error_catalog.model.document import Mapping
from error_catalog.model.texts import Text
from error_catalog.rules.registry import Fault, text_rule, translation_rule
from error_catalog.rules.words import folded_words

STOPS = ".。．｡।॥۔።։။។"
"""The full stops of all scripts."""

ENDS = rf"[{STOPS}!?…！？؟]"
END = re.compile(rf"(?<!{ENDS})(?:{ENDS}+[\"'”’»」』）)\]]*$|{ENDS}*[。！？．])")
"""What ends a sentence in a run of characters without spaces: at the end of the run, or a wide mark anywhere."""

INNER_END = re.compile(rf"{ENDS}(?!$)")
NO_SPACES = re.compile(r"\S+")
BRACKETED = re.compile(r"[(（][^()（）]*[)）]")
CONSONANTS = "[BCDFGHJ-NP-TV-XZb-df-hj-np-tv-xz][b-df-hj-np-tv-xz]{2}"
ABBREVIATION = re.compile(rf"\W*(?:[^\W\d_]{{1,2}}(?:\.[^\W\d_]{{1,2}})*|\d{{1,2}}|{CONSONANTS})")
"""What a full stop follows without ending a sentence: `z.B`, `7`, `Nr`."""

TWICE = re.compile(r"(?<![^\W_])([^\W\d_]{5,}|[A-Z]{3,})\s+\1(?![^\W_])")
WITHOUT_STOPS = {"THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN"}
"""The scripts in which sentences end with a space."""


@lru_cache(4096)
def sentences(text: str) -> int:
    """Return how many sentences a text has. The last one needs no full stop; what is in brackets does not count."""
    text = BRACKETED.sub("", text).strip() or text.strip()
    if not INNER_END.search(text):
        return 1
    count = end = 0
    for run in NO_SPACES.finditer(text):
        start = 0
        for found in END.finditer(run[0]):
            before, start = run[0][start : found.start()], found.end()
            is_last = run.start() + found.end() == len(text)
            is_alone = not before and found[0][0] in STOPS
            if is_last or not (is_alone or ABBREVIATION.fullmatch(before)):
                count, end = count + 1, run.start() + found.end()
    return count + (end < len(text))


@translation_rule("C17")
def sentence_count(text: Text) -> Iterator[Fault]:
    """A translation has as many sentences as the source text: none is left out or added.

    wrong: {en: "It is too old. Make a new one.", de: "Es ist zu alt."}
    wrong: {en: "It is too old", de: "Es ist zu alt. Wirklich."}
    right: {en: "It is too old. Make a new one.", de: "Es ist zu alt. Machen Sie ein neues."}
    right: {en: "It is too old (error: 7)", de: "Es ist zu alt. (Fehler Nr. 7)"}
    """
    if text.language.scripts & WITHOUT_STOPS:
        return
    said, wanted = sentences(text.text), sentences(text.source)
    if said != wanted:
        yield f"has {said} sentence{'' if said == 1 else 's'}, but the source text has {wanted}", None


@text_rule("C08", needs="final_stop")
def final_stop(text: Text) -> Iterator[Fault]:
    """A text ends with or without a full stop, as `style.final_stop` says for its language.

    The value is for all texts or by kind of text (`message`, `note`, `other`). `as_source`: as the source text does.
    `never`, `always`, `several`: if there are several sentences. `{after: […]}`: after these endings only.

    wrong: {style: {final_stop: as_source}, en: "Out of stock", de: "Vergriffen."}
    wrong: {style: {final_stop: {message: always}}, en: "Out of stock", de: "Vergriffen"}
    wrong: {style: {final_stop: {message: {after: [en]}}}, en: "Out of stock", de: "Wir haben nichts bekommen"}
    right: {style: {final_stop: {message: {after: [en]}}}, en: "Out of stock", de: "Ausverkauft"}
    """
    said = text.text.rstrip()
    policy = _policy(text.language.style["final_stop"], text.unit.kind)
    if not said or policy is None or (policy == "as_source" and not text.source.strip()):
        return
    wanted, has = _wants_stop(policy, text), said[-1] in STOPS
    if wanted and not has:
        yield "ends without a full stop; add it", (len(said) - 1, len(said))
    elif has and not wanted:
        yield "ends with a full stop; remove it", (len(said) - 1, len(said))


def _policy(data: Any, kind: str) -> Any:
    """Return what `style.final_stop` says about a kind of text, or None."""
    return data.get(kind, data.get("other")) if isinstance(data, Mapping) else data


def _wants_stop(policy: Any, text: Text) -> bool:
    if isinstance(policy, Mapping):
        return text.text.rstrip().rstrip(STOPS).endswith(tuple(policy["after"]))
    if policy == "as_source":
        return text.source.rstrip()[-1] in STOPS
    if policy == "several":
        return sentences(text.text) > 1
    return bool(policy == "always")


@text_rule("C23")
def repeated_words(text: Text) -> Iterator[Fault]:
    """No long word and no identifier is written twice in a row.

    Short words can be, as in some languages.

    wrong: {en: "Out of stock", de: "Nicht lieferbar lieferbar"}
    right: {en: "Out of stock", de: "Nicht lieferbar"}
    """
    said = folded_words(text.text)
    if not any(map(eq, said, said[1:])):
        return
    for found in TWICE.finditer(text.text):
        if text.is_source or found[0] not in text.source:
            yield f'"{found[1]}" is written twice', found.span()
