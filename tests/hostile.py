"""A catalog of texts that look like markup, templates and scripts, in every place that can have a text."""

from typing import Any, NamedTuple

TEXTS = [
    "<script>window.ran = 1</script> in a text",
    "<img src=x onerror='window.ran = 1'> as an image",
    "A link [here](javascript:window.ran=1) or <javascript:window.ran=1>",
    "![image](javascript:window.ran=1) and [reference][1]",
    "A | b || c",
    "`code` and ``more`` and ```fence",
    "{{ config }} {% raw %} {# comment #} ${window.ran=1}",
    "Attributes { onclick=window.ran=1 } {: #other .path }",
    '" onmouseover="window.ran=1" \' & &amp; &lt;b&gt; "',
    "The word שגיאה and خطأ in a row",
    "1. first *em* _em_ __strong__ ~~gone~~ # no heading",
    "</title></style></textarea></script><b>bold</b>",
    "--- | --- \\| \\\\ \\",
    "http://errors.example/ and mail@errors.example",
    " ".join(f"word{number}" for number in range(280)),
    "<!-- comment --> <![CDATA[ ]]> <?xml?> &#60;b&#62; &unknown;",
    "{label} {value} {remark} {text} {code} $& $1 %s \\1",
    "</summary></details></div><style>body { display: none }</style><svg/onload=window.ran=1>",
    "A_very_long_name_without_spaces" * 12,
    ":smile: [TOC] !!! note ^sup^ ==mark== --8<-- [^1] *[HTML]: x",
]

WORDS = [
    *("title", "product", "introduction", "lead_in", "notice", "all_codes", "what_to_do", "search_hint", "reason"),
    *("all_categories", "column_message", "column_note", "column_code", "other_languages", "calls", "description"),
]
"""Labels that the catalog says otherwise."""

FALLING_BACK = 3
"""Every third error is not translated."""


class Told(NamedTuple):
    """What the page of an error shows in a language."""

    message: str
    note: str
    advice: str
    category: str
    facts: dict[str, str]
    published: list[str]
    product: str


def text(place: int, tag: str = "en") -> str:
    """Return one of the texts, which come around again; that of the other language is the next."""
    return TEXTS[(place + (tag != "en")) % len(TEXTS)]


def texts(place: int) -> dict[str, str]:
    return {"en": text(place), "de": text(place, "de")}


def word(name: str, tag: str) -> str:
    """Return a label of the catalog."""
    return text(WORDS.index(name), tag)


def told(code: int, tag: str) -> Told:
    """Return what the page of an error shows; a text that falls back is marked."""
    falls_back = tag != "en" and code % FALLING_BACK == 0
    shown, remark = ("en", " (Noch nicht übersetzt)") if falls_back else (tag, "")
    published = [] if falls_back else [text(code + 4, tag)]
    cause_remark = "" if tag == "en" else " (Noch nicht übersetzt)"
    return Told(
        text(code, shown) + remark,
        text(code + 1, shown) + remark,
        text(code % 5 + 11, tag),
        text(code % 5, tag),
        {
            text(0, tag): text(code + 5),
            text(1, tag): ", ".join([text(code + 6), text(code + 7)]),
            text(2, tag): text(code + 8) + cause_remark,
        },
        published,
        word("product", tag),
    )


def error(code: int) -> dict[str, Any]:
    """Return an error whose every text is hostile."""
    tags = ["en"] if code % FALLING_BACK == 0 else ["en", "de"]
    return {
        "name": f"ERROR_{code}",
        "category": f"kind_{code % 5}",
        "recovery": f"do_{code % 5}",
        "message": {
            tag: {"text": text(code, tag), "published": text(code + 4, tag), "because": ["why"]} for tag in tags
        },
        "note": {tag: text(code + 1, tag) for tag in tags},
        "owner": text(code + 5),
        "tags": [text(code + 6), text(code + 7)],
        "cause": {"en": text(code + 8)},
        "keywords": {"en": [text(code + 9)]},
        "limit": {"calls": 5},
        "placeholders": {"label": text(code + 10)},
    } | ({"retired": {"since": "2.0", "reason": texts(code + 2), "replaced_by": 0}} if code == 1 else {})


def catalog() -> dict[str, Any]:
    """Return the catalog as plain data."""
    return {
        "package": "hostile_errors",
        "source_language": "en",
        "languages": {"en": {}, "de": {"complete": False}},
        "fields": {
            "owner": {"type": "string", "label": texts(0)},
            "tags": {"type": "string", "many": True, "lookup": True, "label": texts(1)},
            "cause": {"type": "text", "label": texts(2)},
        },
        "texts": {name: texts(place) for place, name in enumerate(WORDS)},
        "faults": {
            "namespace": text(1),
            "element": "fault",
            "unlisted": {str(1000 + place): texts(place) for place in range(5)},
        },
        "reasons": {"why": texts(3)},
        "categories": {f"kind_{place}": texts(place) for place in range(5)},
        "recoveries": {
            f"do_{place}": {"resend": "changed", "title": texts(place), "advice": texts(place + 11)}
            for place in range(5)
        },
        "errors": {str(code): error(code) for code in range(len(TEXTS))},
    }
