"""Patterns that have made somebody's reader or rule slow. Add one whenever you meet one: everything is tried with it.

A pattern is a head and what is repeated after it. `{}` in the latter is a number that is different every time.
"""

import time
from collections.abc import Callable

PATTERNS: list[tuple[str, str]] = [
    # what rules look for in texts
    *(("", unit) for unit in ("word ", "1", "1,", "1 111 ", "{", "(", "(a", "aB", "_a", " ", "\u00a0", "&amp", "&#9")),
    *(("", unit) for unit in ("<b", "a.", "a.b ", ".", '"', "'a", "%", "%0", "Ã©", "a?", "。」", "z.B. ", "TODO ")),
    *(("", unit) for unit in ("die die ", "AB ", "e\u0301", "aа", "\u2066", "!", "...", "a)", "»", "-", "--a ", "$1")),
    *(("", unit) for unit in ("\\n", "{{a", "%(a)s ", "{a} ", "http://a", "a@", "/", "a/", "1:", "1-", "a-", "[a](")),
    ("", "**"),
    *(("", unit) for unit in ("«\u202f", " .", ". ", "Ａ", "가", "語", "が", "ا", "ß", "İ", "\u200b", "🏳\ufe0f\u200d")),
    ("%", "0"), ("&#", "9"), ("&", "a"), ("<", "b"), ("{", "a"), ("word", "\u00a0"), ("a", "."), ("1", " 111"),
    ("", "aB{} "), ("", "AB{} "), ("", "{} "), ("", "{{a{}}} "), ("", "<b{}> "), ("", "w{} word "), ("", "a_{}."),
    ("", "{a,plural,"), ("{a ", " "), ("{a,", " "),
    # what readers of files look for
    ("", "<segment/>"), ("", "<ph id='1'/>"), ("", "<pc id='1'>"), ("", "<g id='1'></g>"), ("<target>", "\n "),
    ("", "|"), ("", "|-"), ("|a|b|\n|-|-|\n", "|{}|a|\n"), ("", "\n"), ("", "\r"), ("", "> "), ("", "* a\n"), ("", "`"),
    ("", "[a]"), ("", "![a]("), ("", "<!--"), ("", "#"), ("", '"" '), ("", '"a"\n'), ("", "\\"), ("", "\\x4"),
    ("", "#, fuzzy\n"), ("", "#~ msgid\n"), ("", 'msgid "a"\n'), ("", 'msgctxt "{}"\nmsgid "a"\nmsgstr "b"\n\n'),
    ("---\na: ", "["), ("---\n", "a: &a\n"), ("---\n", "? "), ("---\na: |\n", " a\n"), ("", "---\n"),
    ("", "<a>"), ("<a ", "b{}='' "), ("<!DOCTYPE a [", "<!ENTITY a{} 'a'>"), ("<![CDATA[", "]]"), ("<?", "?"),
    # what readers of faults and logs look for
    ("", "<Fault>"), ("", "<faultstring>20103 - "), ("", "20103 - "), ("", "&lt;Fault&gt;"), ("", "\\u003cFault"),
    ("", "%3CFault"), ("", "<soap:Fault"), ("", "</Fault>"), ("", "<detail><code>20103"), ("", "code=20103 "),
    ("", "('20103', "), ("", "b'<Fault"), ("", "=3CFault=3E"), ("", "&amp;" "lt;"), ("<", "&amp;amp;"), ("", "\\\\\\"),
    ("\ufeff", "\0<\0F\0a\0u\0l\0t"), ("<Fault>", " " ), ("<Fault", " a"), ("Fault(", "("), ("{", '"a":{'),
    # what negotiating and searching look for
    ("", "a-"), ("", "en,"), ("", "en;q="), ("", "*;q=0.1,"), ("en;q=0.", "0"), ("zh-", "Hant-"), ("", "x-a-{},"),
    ("", "_"), ("", "lead "), ("", "lead_not_"), ("", "2010"), ("", "leadnotfound{}"), ("", "?"), ("", "^("),
    ("(", "a+"),
]  # fmt: skip


def repeated(pattern: tuple[str, str], count: int) -> str:
    """Return a pattern with so many repetitions."""
    head, unit = pattern
    if "{}" not in unit:
        return head + unit * count
    return head + "".join(
        unit.replace("{}", str(number)).replace("{{", "{").replace("}}", "}") for number in range(count)
    )


SMALL, TIMES = 400, 4
QUICK = 0.25  # seconds: nothing that is worse than linear and matters is quicker with so many repetitions
WIDE = 10  # a square has 16 times the work, what is linear 4 times


def slowness(work: Callable[[str], object], patterns: list[tuple[str, str]]) -> list[str]:
    """Return the patterns with which the work grows faster than the input, with the seconds of both sizes."""
    slow = []
    for pattern in patterns:
        few, many = (repeated(pattern, count) for count in (SMALL, SMALL * TIMES))
        small = seconds(work, few)
        if small < QUICK * WIDE:
            large = seconds(work, many)
            if large < QUICK or large < small * WIDE:
                continue
            if min(large, seconds(work, many)) < min(small, seconds(work, few)) * WIDE:  # the machine was busy
                continue
        slow.append(f"{pattern}: {small:.2f} s")
    return slow


def seconds(work: Callable[[str], object], text: str) -> float:
    """Return the processor time that the work takes for a text."""
    started = time.process_time()
    work(text)
    return time.process_time() - started
