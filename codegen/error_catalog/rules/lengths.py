"""C14: how long texts usually are in a language, compared with their source texts."""

from collections import defaultdict
from collections.abc import Iterator
from math import log
from statistics import median

from error_catalog.model.catalog import Catalog
from error_catalog.model.texts import Text
from error_catalog.rules.complaint import Complaint, whole
from error_catalog.rules.registry import rule

SHORT = 24
ENOUGH = 10
FAR = log(2.5)


@rule("C14", severity="hint")
def length(catalog: Catalog) -> Iterator[Complaint]:
    """The length of a translation, compared with its source text, is usual for its language.

    A translation that is far shorter may have lost something.
    """
    usual = usual_lengths(catalog)
    for text in catalog.translations:
        if _is_long_enough(text) and text.language.tag in usual:
            difference = relative_length(text) - usual[text.language.tag]
            if abs(difference) > FAR:
                length = "shorter" if difference < 0 else "longer"
                message = f"is much {length} than is usual for its source text; compare the two"
                yield whole(text, message)


def usual_lengths(catalog: Catalog) -> dict[str, float]:
    """Return the usual relative length of the texts in each language that has enough of them."""
    lengths: defaultdict[str, list[float]] = defaultdict(list)
    for text in catalog.translations:
        if _is_long_enough(text):
            lengths[text.language.tag].append(relative_length(text))
    return {tag: median(found) for tag, found in lengths.items() if len(found) >= ENOUGH}


def relative_length(text: Text) -> float:
    """Return how long a translation is, compared with its source text, as a logarithm: 0 if it is as long."""
    return log(len(text.text) / len(text.source))


def _is_long_enough(text: Text) -> bool:
    return text.unit.error is not None and len(text.source) >= SHORT
