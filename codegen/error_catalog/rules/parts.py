"""What a text has beside its prose, and no translation changes: placeholders, tags, addresses, options and code."""

import re
from functools import lru_cache

PRINTF = (
    r"%(?:\d{1,3}\$)?[-+#0]{0,5}(?:\d{1,5}|\*)?(?:\.(?:\d{1,5}|\*))?(?:hh|h|ll|l|z|j|t|L)?[diouxXeEfFgGcspr@](?![a-z])"
)
NAMED = r"%\([^()%\s]{1,80}\)[-+#0 ]?\d{0,5}(?:\.\d{1,5})?[a-zA-Z]"
BRACES = r"(?<!\{)\{\{[^{}]{1,80}\}\}(?!\})|\$?\{[^{}\s%]{0,80}\}"
DOLLAR = r"\$\d{1,2}(?!\d)"
PLACEHOLDERS = f"{NAMED}|{PRINTF}|{BRACES}|{DOLLAR}"

TAGS = r"</?[A-Za-z][^<>]{0,2000}>|<<[^<>]{1,80}>>"
ENTITIES = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
ELEMENTS = r"<(?P<code>tt|code|kbd|samp|pre)>[^<]{0,2000}</(?P=code)>"
CODE = r"``[^`]{1,400}``|`[^`'\s][^`']{0,400}[`']"
ADDRESSES = (
    r"[A-Za-z][A-Za-z0-9+.-]{0,20}://[!#-;=?-~]{0,2000}[A-Za-z0-9/=&#]|www\.[!#-;=?-~]{0,400}[A-Za-z0-9/=&#]"
    r"|[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
)
OPTIONS = r"(?<![\w-])--?[A-Za-z][\w-]{0,80}"
PATHS = (
    r"(?<![A-Za-z0-9_./])(?:~|\.{1,2})?(?:/[A-Za-z0-9_.-]{1,80}){1,40}"
    r"|(?<![A-Za-z0-9_./])[A-Za-z0-9_-]{1,80}(?:/[A-Za-z0-9_.-]{1,80}){2,40}"
    r"|(?<![A-Za-z0-9_.])\.?[A-Za-z_][A-Za-z0-9_]{1,80}(?:\.[a-z_][A-Za-z0-9_]{1,80}){1,20}(?:\.\w{1,80})?(?:\(\))?"
    r"|:[a-z]{2,20}:"
)
PLACEHOLDER = re.compile(PLACEHOLDERS)
FIXED = re.compile("|".join((ELEMENTS, CODE, TAGS, ADDRESSES, PLACEHOLDERS, ENTITIES, OPTIONS, PATHS)))
MAYBE = re.compile(r"[%{<$`&@/\\]|(?:^|\s)-|[A-Za-z_]\.[A-Za-z_]|:[a-z]|www")

FILLER, TAG_FILLER = "\ufffc", "\ufffa"
"""What stands in the place of each character of a fixed part: neither a letter nor a space nor a mark."""


@lru_cache(8192)
def prose(text: str) -> str:
    """Return a text of the same length in which fixed parts are FILLER, and tags and entities TAG_FILLER."""
    return FIXED.sub(_filler, text) if MAYBE.search(text) else text


def _filler(found: re.Match[str]) -> str:
    return (TAG_FILLER if found[0][0] in "<&" else FILLER) * len(found[0])
