"""C37: the message syntax of ICU, which nothing here formats."""

import re
from collections.abc import Iterator

from error_catalog.model.texts import Text
from error_catalog.rules.registry import Fault, text_rule

ARGUMENT = re.compile(
    r"\{\s*+(?P<name>[^\s{},]{1,64})\s*+,\s*+"
    r"(?:(?P<choice>plural|select|selectordinal|choice)\s*+,"
    r"|(?:number|date|time|spellout|ordinal|duration|list)\s*+[,}])"
)
BRACE = re.compile("[{}]")


@text_rule("C37")
def icu_syntax(text: Text) -> Iterator[Fault]:
    """No text has plural, select or formatted arguments in ICU's syntax, which is shown as it is.

    One text has to be right for every value: put the number after a colon, or write a code for each case. Values are
    formatted by the caller, who fills in the placeholder.

    wrong: {en: "{count, plural, one {# order} other {# orders}} left"}
    wrong: {en: "{kind, select, card {The card} other {The account}} is closed"}
    wrong: {en: "It begins on {day, date, long}"}
    wrong: {en: "There are {0,choice,0#no orders|1#one order|1<{0} orders}"}
    right: {en: "Orders left: {count}"}
    """
    if "," not in text.text or "{" not in text.text:
        return
    found = ARGUMENT.search(text.text)
    if found is None:
        return
    name = found["name"]
    if found["choice"]:
        advice = f"write one text that is right for every value, such as “…: {{{name}}}”, or a code for each case"
    else:
        advice = f"write {{{name}}}, and let the caller format the value"
    message = f"{{{name}, {found[0].split(',')[1].strip(' }')}, …}} is ICU syntax, which is not supported; {advice}"
    yield message, (found.start(), _end(text.text, found.start()))


def _end(text: str, start: int) -> int:
    """Return where the argument that starts at an offset ends: after its brace, or with the text."""
    depth = 0
    for brace in BRACE.finditer(text, start):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return len(text)
