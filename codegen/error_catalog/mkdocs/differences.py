"""What was published, compared with what a catalog says instead."""

import html
import re
from difflib import SequenceMatcher

from error_catalog.outputs.escaping import Escaped

PART = re.compile(r"[\u2e80-\U0010ffff]|[^\W\u2e80-\U0010ffff]+|\s+|.")
"""A word, or a letter in scripts that are written without spaces, or nearly so."""

LEAST_IN_COMMON = 0.5
MOST_PARTS = 1000  # the time grows with their square


def struck(published: str, ours: str) -> Escaped:
    """Return the published text as HTML, with what ours does not have struck out, unless that is most of it."""
    one, other = PART.findall(published), PART.findall(ours)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if max(len(one), len(other)) > MOST_PARTS or matcher.ratio() < LEAST_IN_COMMON:
        return Escaped(html.escape(published))
    pieces = ((kind, html.escape("".join(one[start:end]))) for kind, start, end, _, _ in matcher.get_opcodes())
    return Escaped("".join(f"<del>{text}</del>" if text and kind != "equal" else text for kind, text in pieces))
