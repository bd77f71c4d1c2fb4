"""C33: full stops, quotation marks and apostrophes as they usually are in a language of the catalog."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from error_catalog.model.catalog import Catalog
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import rule
from error_catalog.rules.sentences import STOPS
from error_catalog.rules.words import folded_words

ENOUGH = 8
SEVERAL_WORDS = 3
RARE = 0.15
"""In a language with ENOUGH texts of a kind, what at most this part of them have is unusual."""

MOST = 8
"""What more texts have is another habit."""

APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’ʼ`´](?=[^\W\d_])")
QUOTES = re.compile('["“”„«»‹›「」『』]')
PAIRS = str.maketrans("”»›」』“", "“«‹「『“")
PLURALS = {"has the": "have the", "ends with": "end with", "addresses": "address", " that the": " which the"}

Kind = Callable[[Text], str | None]


@rule("C33", severity="hint")
def usual_marks(catalog: Catalog) -> Iterator[Complaint]:
    """Full stops, quotation marks and apostrophes are those that the texts of the language usually have.

    A language with `style.final_stop`, `quotes` or `apostrophe` is checked by C08 and C09 instead.
    """
    by_language: defaultdict[str, list[Text]] = defaultdict(list)
    for text in catalog.translations:
        by_language[text.language.tag].append(text)
    for texts in by_language.values():
        for data, kind in (("final_stop", _stop), ("quotes", _quotes), ("apostrophe", _apostrophe)):
            if not texts[0].language.has(data):
                yield from unusual(texts, kind)


def unusual(texts: list[Text], kind: Kind) -> Iterator[Complaint]:
    """Complain about the texts that few others are like, if a kind of text is usual."""
    found = [(text, shown) for text in texts if (shown := kind(text))]
    counts = Counter(shown for _, shown in found)
    if len(found) < ENOUGH:
        return
    usual, most = counts.most_common(1)[0]
    is_rare = counts.total() - most <= min(RARE * len(found), MOST)
    for text, shown in found if is_rare else ():
        if shown != usual:
            others = f"{most} of {len(found)} texts in {text.language.tag} {_plural(usual)}"
            message = f"{shown}, but {others}; write it in one way"
            yield Complaint(text.keys, text.where, message, text=text.text)


def _plural(shown: str) -> str:
    for one, many in (
        ("has the", "have the"),
        ("ends with", "end with"),
        ("addresses", "address"),
        (" that the", " which the"),
    ):
        shown = shown.replace(one, many)
    return shown


def _stop(text: Text) -> str | None:
    """Return how a translation ends, beside its source text."""
    said, source = prose(text.text).rstrip(), prose(text.source).rstrip()
    if len(folded_words(source)) < SEVERAL_WORDS:
        return None
    if said[-1].isalnum() and source[-1] in STOPS:
        return "ends without the full stop of the source text"
    if said[-1] in STOPS and source[-1].isalnum():
        return "ends with a full stop that the source text does not have"
    both = (said[-1] in STOPS) == (source[-1] in STOPS)
    return "end as their source texts do" if both else None


def _quotes(text: Text) -> str | None:
    marks = {mark.translate(PAIRS) for mark in QUOTES.findall(prose(text.text))}
    return f"has the quotation marks {' '.join(sorted(marks))}" if marks else None


def _apostrophe(text: Text) -> str | None:
    marks = set(APOSTROPHE.findall(prose(text.text)))
    return f"has the apostrophe {' '.join(sorted(marks))}" if marks else None
