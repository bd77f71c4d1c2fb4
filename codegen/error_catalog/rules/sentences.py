"""C08, C17 and C23: how many sentences a text has, how it ends, and words written twice."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from error_catalog.model.document import Mapping
from error_catalog.model.grammar import abbreviations, data
from error_catalog.model.texts import Text
from error_catalog.rules.parts import FILLER, prose
from error_catalog.rules.registry import Fault, text_rule, translation_rule

STOPS = ".。．｡।॥۔።։။།"
"""The full stops of all scripts."""

MARK = re.compile(rf"[{STOPS}!?…！？؟]+[\"'”’»」』›）)\]]*")
WIDE = frozenset("。！？．｡")
BRACKETED = re.compile(r"[(（][^()（）]*[)）]")
ASIDE = "\ufffb"
"""What stands for each character in brackets: it is part of a sentence, and none of its own."""

PAUSE = re.compile(r"[;:–—；：·](?=\s|$|[\u3040-\u9fff])|[；：]")
"""What another language can write as a full stop."""

MARK_OR_PAUSE = re.compile(f"[{STOPS}!?…！？؟;:–—；：·]")
"""What a text with several sentences has."""

OPENING = "\"'“„«‘「『‹(（[¿¡*`"
LAST_WORD = re.compile(r"[^\s\"'“„«‘「『‹(（\[¿¡]*$")
MAYBE_SHORT = re.compile(
    r"\W*(?:[^\W\d_](?:\.[^\W\d_]{1,2})*|\d{1,2}"
    r"|[BCDFGHJ-NP-TV-XZb-df-hj-np-tv-xz][b-df-hj-np-tv-xz]{1,2})"
)
"""What a full stop can follow without ending a sentence in a language without a list: `z.B`, `7`, `Nr`."""

TWICE = re.compile(r"(?<![^\W_])([^\W\d_]+)\s+\1(?![^\W_])", re.IGNORECASE)
TWICE_WITHOUT_SPACE = re.compile(r"([\u3041-\u9fff]{3,12})\1")
LONG, SHORT = 5, 2
LONGEST_SHORT = 12
LONGEST_SHOWN = 60
WITHOUT_STOPS = {"THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN"}
"""The scripts in which sentences end with a space."""


def source_tag(text: Text) -> str:
    """Return the tag of the source language."""
    return next((other.language.tag for other in text.unit.texts.values() if other.is_source), "")


class Count(NamedTuple):
    """How many sentences a text has, at least and at most: some full stops belong to abbreviations or numbers."""

    least: int
    most: int


@lru_cache(4096)
def sentences(text: str, tag: str) -> Count:
    """Return how many sentences a text has. The last one needs no full stop; what is in brackets does not count."""
    if not MARK_OR_PAUSE.search(text):
        return Count(1, 1)
    said = BRACKETED.sub(lambda found: ASIDE * len(found[0]), prose(text)).rstrip()
    if not said.strip(ASIDE + " "):
        said = text.rstrip()
    least = most = end = 0
    for mark in MARK.finditer(said):
        if _has_words(said[end : mark.start()]):
            surely, maybe = _ends(said, mark, tag)
            least, most = least + surely, most + maybe
            end = mark.end() if maybe else end
        else:
            end = mark.end()
    rest = _has_words(said[end:])
    pauses = len(PAUSE.findall(said))
    return Count(max(least + (rest and not (most > least and end == len(said))), 1), max(most + rest, 1) + pauses)


def _has_words(part: str) -> bool:
    return any(character.isalnum() or character == FILLER for character in part)


def _ends(said: str, mark: re.Match[str], tag: str) -> tuple[bool, bool]:
    """Return whether a mark surely ends a sentence, and whether it may."""
    start, end = mark.span()
    following = said[end : end + 8].lstrip()
    is_wide = mark[0][0] in WIDE
    if end == len(said):
        return True, True
    if is_wide:
        is_quoted = len(mark[0]) > 1 and mark[0][-1] not in WIDE and not said[end].isspace()
        return not is_quoted, True
    if not said[end].isspace():
        return False, mark[0][0] not in STOPS and said[end] not in "=&/"
    if following.lstrip(OPENING)[:1].islower() and not _is_a_name(said[end : end + LONGEST_SHOWN]):
        return False, False
    if mark[0][0] == "…" or mark[0].startswith(".."):
        return False, True
    if mark[0][0] not in STOPS:
        return True, True
    if said[start - 1 : start].isspace() or said[start - 1 : start] in OPENING:
        return False, False
    before = LAST_WORD.search(said, max(0, start - LONGEST_SHORT), start)
    word = before[0] if before else ""
    if _is_abbreviation(said[max(0, start - LONGEST_SHORT) : start], tag):
        return False, False
    return not (word and MAYBE_SHORT.fullmatch(word)), True


def _is_a_name(following: str) -> bool:
    """Return True if the next word is an identifier, which begins with a small letter also in a new sentence."""
    word = following.split(maxsplit=1)[0]
    return bool(word) and (word[0] == FILLER or "_" in word or word != word.lower())


def _is_abbreviation(before: str, tag: str) -> bool:
    """Return True if what stands before a full stop is an abbreviation of the language, of one word or of several."""
    words = before.casefold().split()
    known = abbreviations(tag)
    return any(" ".join(words[-count:]).lstrip(OPENING) in known for count in (1, 2) if len(words) >= count)


@translation_rule("C17", severity="hint")
def sentence_count(text: Text) -> Iterator[Fault]:
    """A translation has as many sentences as the source text: none is left out or added.

    What ends with `;`, `:` or a dash in one can be a sentence in the other. Good translators also join and divide
    sentences: that is why this is a hint.

    wrong: {en: "It is too old. Make a new one.", de: "Es ist zu alt."}
    wrong: {en: "It is too old", de: "Es ist zu alt. Wirklich."}
    right: {en: "It is too old. Make a new one.", de: "Es ist zu alt. Machen Sie ein neues."}
    right: {en: "It is too old (error: 7)", de: "Es ist zu alt. (Fehler Nr. 7)"}
    """
    if text.language.scripts & WITHOUT_STOPS:
        return
    said = sentences(text.text, text.language.tag)
    wanted = sentences(text.source, source_tag(text))
    if said.most < wanted.least or said.least > wanted.most:
        count = said.most if said.most < wanted.least else said.least
        shown = text.source if len(text.source) <= LONGEST_SHOWN else text.source[:LONGEST_SHOWN] + "…"
        other = wanted.least if said.most < wanted.least else wanted.most
        message = f'has {count} sentence{"" if count == 1 else "s"}, but the source text has {other}: "{shown}"'
        yield f"{message}; translate each sentence, and add none", None


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
        return sentences(text.text, text.language.tag).least > 1
    return bool(policy == "always")


@text_rule("C23")
def repeated_words(text: Text) -> Iterator[Fault]:
    """No word is written twice in a row, unless the language has such a pair.

    In a language without a list of such pairs, this is about long words and words in capitals alone.

    wrong: {en: "Out of stock", de: "Nicht lieferbar lieferbar"}
    wrong: {en: "Out of stock", de: "Ist ist nicht lieferbar"}
    right: {en: "Out of stock", de: "Nicht lieferbar"}
    right: {en: "What they say", de: "Die, die die Ware verkaufen"}
    """
    said = text.text
    for found in TWICE.finditer(said):
        pairs = data(text.language.tag).get("pairs")
        is_long = len(found[1]) >= LONG or (found[1].isupper() and len(found[1]) > SHORT)
        is_a_pair = found[1].casefold() in (pairs or ())
        if (
            (is_long or (pairs is not None and len(found[1]) >= SHORT))
            and not is_a_pair
            and len({word.isupper() for word in found[0].split()}) == 1
            and not _has(text.source, found[0])
        ):
            yield f'"{found[1]}" is written twice; remove one of them', found.span()
    if text.language.scripts & {"CJK"} and "HANGUL" not in text.language.scripts:
        once = "|".join(data(text.language.tag).get("once", ()))
        short = re.finditer(rf"({once})\1(?![\u3041-\u3096])", said) if once else ()
        for found in (*TWICE_WITHOUT_SPACE.finditer(said), *short):
            yield f'"{found[0][: len(found[0]) // 2]}" is written twice; remove one of them', found.span()


def _has(source: str, pair: str) -> bool:
    return pair in source and pair != source
