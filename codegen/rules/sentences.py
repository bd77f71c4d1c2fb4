"""C08, C17 and C23: sentences, how they end, and words said twice."""

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import eq
from typing import Any

from codegen.document import Mapping
from codegen.rules.reading import Text
from codegen.rules.registry import Fault, text_rule, translation_rule
from codegen.rules.words import folded_words

STOPS = ".。．｡।॥۔።։។။"
END = re.compile(rf"(?P<before>\S*?)(?:[{STOPS}!?…！？؟]+)[\"'”’»」』）)\]]*(?:(?<=[。！？．])|(?=\s)|$)\s*")
INNER_STOP = re.compile(rf"[{STOPS}!?…！？؟](?!$)")
BRACKETED = re.compile(r"[(（][^()（）]*[)）]")
CONSONANTS = "[BCDFGHJ-NP-TV-XZb-df-hj-np-tv-xz][b-df-hj-np-tv-xz]{2}"
ABBREVIATION = re.compile(rf"\W*(?:[^\W\d_]{{1,2}}(?:\.[^\W\d_]{{1,2}})*|\d{{1,2}}|{CONSONANTS})")
TWICE = re.compile(r"(?<![^\W_])([^\W\d_]{5,}|[A-Z]{3,})\s+\1(?![^\W_])")
WITHOUT_STOPS = {"THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN"}


@lru_cache(4096)
def sentences(text: str) -> int:
    """How many sentences a text has; the last one needs no stop, and what is in brackets is none."""
    text = BRACKETED.sub("", text).strip() or text
    if not INNER_STOP.search(text):
        return 1
    count, end = 0, 0
    for found in END.finditer(text):
        is_last = found.end() == len(text)
        if is_last or not (found[0].lstrip().startswith(tuple(STOPS)) or ABBREVIATION.fullmatch(found["before"])):
            count, end = count + 1, found.end()
    return count + bool(text[end:].strip())


@translation_rule("C17", of_plain=False)
def as_many_sentences(text: Text) -> Iterator[Fault]:
    """A translation has as many sentences as the source text: none is left out, none is added.

    wrong: {en: "It is too old. Make a new one.", de: "Es ist zu alt."}
    wrong: {en: "It is too old", de: "Es ist zu alt. Wirklich."}
    right: {en: "It is too old. Make a new one.", de: "Es ist zu alt. Machen Sie ein neues."}
    right: {en: "It is too old (error: 7)", de: "Es ist zu alt. (Fehler Nr. 7)"}
    """
    if text.language.scripts & WITHOUT_STOPS:
        return
    said, wanted = sentences(text.text), sentences(text.source)
    if said != wanted:
        yield f"has {_count(said)}, the source text {wanted}", None


@text_rule("C08", needs="final_stop")
def final_stop(text: Text) -> Iterator[Fault]:
    """A text ends with a full stop or without one, as `style.final_stop` says for its language.

    `as_source`: as the source text does. Or by kind of text (`message`, `note`, `other`): `never`, `always`,
    `several` (where there are several sentences), `as_source`, or `{after: […]}`: after these endings alone.

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
        yield "needs a full stop at its end", (len(said) - 1, len(said))
    elif has and not wanted:
        yield "has a full stop at its end; remove it", (len(said) - 1, len(said))


def _policy(data: Any, kind: str) -> Any:
    return data.get(kind, data.get("other")) if isinstance(data, Mapping) else data


def _wants_stop(policy: Any, text: Text) -> bool:
    if isinstance(policy, Mapping):
        return text.text.rstrip().rstrip(STOPS).endswith(tuple(policy["after"]))
    if policy == "as_source":
        return text.source.rstrip()[-1] in STOPS
    if policy == "several":
        return sentences(text.text) > 1
    return bool(policy == "always")


def _count(number: int) -> str:
    return f"{number} sentence{'' if number == 1 else 's'}"


@text_rule("C23")
def words_once(text: Text) -> Iterator[Fault]:
    """No word, and no identifier, stands twice in a row; short words may, as in some languages they do.

    wrong: {en: "Out of stock", de: "Nicht lieferbar lieferbar"}
    right: {en: "Out of stock", de: "Nicht lieferbar"}
    """
    said = folded_words(text.text)
    if not any(map(eq, said, said[1:])):
        return
    for found in TWICE.finditer(text.text):
        if text.is_source or found[0] not in text.source:
            yield f'says "{found[1]}" twice', found.span()
