"""C25: markup, escapes and labels that tools leave behind, and the source text does not have."""

import re
from collections.abc import Iterator

from error_catalog.model.grammar import data
from error_catalog.model.texts import Text
from error_catalog.rules.registry import Fault, text_rule

MARKUP = re.compile(r"\*\*|^_(?=\S.*\S_$)|(?<=\w)_$|`|^#{1,6}\s|^[-*+•]\s|\]\(|^>\s|~~")
ESCAPES = re.compile(
    r"\\(?:[nrt](?![a-z])|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[\"'\\])|%(?:[2-7][0-9A-Fa-f]|[C-Fc-f][0-9A-Fa-f]%[89ABab])"
)
LABEL = re.compile(r"^\s*(?:\[[A-Za-z]{2,8}(?:[-_][A-Za-z]{2,4})?\]|([^\W\d_]{2,20}(?:[ -][^\W\d_]+){0,4})\s?[:：])")
MAYBE = re.compile(r"[*_`#<>~\\%?\[\](+•/=-]|null|undefined|None|NaN")
"""What a text has if it has markup, escapes or something left over."""

QUOTED = re.compile(r"^([\"'“„«「`])(.*)([\"'”“»」`])$")
LEFT_OVER = re.compile(
    r"\?{3}|<{7}|={7}|>{7}|\[sic!?\]|<--|(?<!\S)//(?=\s)|^\W*n/a\W*$|\(sic!?\)|^\W*(?:null|undefined|None|NaN)\W*$"
)


@text_rule("C25")
def foreign_markup(text: Text) -> Iterator[Fault]:
    """A translation has no markup and no escapes that the source text does not have, and no text has a tool's label.

    They are what tools and machine translation leave behind: `**`, a backslash with n, `%20`, `[fr]`, `Translation:`.

    wrong: {en: "Out of stock", de: "**Nicht auf Lager**"}
    wrong: {en: "Out of stock", de: "Nicht%20auf%20Lager"}
    wrong: {en: "Out of stock", de: "[de] Nicht auf Lager"}
    wrong: {en: "Out of stock", de: "Übersetzung: Nicht auf Lager"}
    right: {en: "Error: out of stock", de: "Fehler: nicht auf Lager"}
    """
    said, source = text.text.strip(), text.source.strip()
    is_compared = source and not text.is_source and MAYBE.search(said)
    for pattern in (MARKUP, ESCAPES, LEFT_OVER) if is_compared else ():
        known = {found[0].strip() for found in pattern.finditer(source)}
        for found in pattern.finditer(said):
            is_a_sign = pattern is MARKUP and found.start() == 0 and not source[0].isalnum()
            is_known = found[0].strip() in known or (pattern is not ESCAPES and source.endswith(found[0]))
            if not is_known and not is_a_sign:
                yield f"{found[0].strip()} is not in the source text; remove it", _span(text, found)
                break
    label = LABEL.match(said)
    if (
        label
        and (text.is_source or label[0] not in source)
        and label[0] != said
        and not (label[1] is None and source.startswith("[") and not _is_code(label[0], text))
        and (label[1] is None or _is_of_a_tool(label[1], text.language.tag))
    ):
        yield f'begins with "{label[0].strip()}", the label of a tool; remove it', _span(text, label)
    quoted = QUOTED.match(said)
    if (
        quoted
        and source
        and not text.is_source
        and not QUOTED.match(source)
        and quoted[3] not in quoted[2]
        and quoted[1] not in quoted[2]
    ):
        yield "is in quotation marks as a whole, but the source text is not; remove them", (0, len(text.text))


def _is_code(label: str, text: Text) -> bool:
    """Return True if a label in brackets is the code of the source language, in the source text."""
    return text.is_source and label.strip(" []").casefold() in {text.language.tag.casefold(), text.language.tag[:2]}


def _is_of_a_tool(label: str, tag: str) -> bool:
    """Return True for the code of the language, and for words such as Translation."""
    folded = label.casefold()
    return folded in {tag.casefold(), tag.partition("-")[0]} or any(
        folded == word.strip("-:：").casefold() for of in (tag, "en") for word in data(of).get("unfinished", ())
    )


def _span(text: Text, found: re.Match[str]) -> tuple[int, int]:
    start = len(text.text) - len(text.text.lstrip())
    return start + found.start(), start + found.end()
