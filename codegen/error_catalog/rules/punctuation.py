"""C27 and C28: punctuation marks of another script, and spaces around marks."""

import re
from collections.abc import Iterator

from error_catalog.model.texts import Text
from error_catalog.rules.parts import prose
from error_catalog.rules.registry import Fault, text_rule, translation_rule

WIDE = re.compile("[，。、；：？！（）「」『』【】《》．]")
ARABIC = re.compile("[،؛؟]")
NARROW_IN_HAN = re.compile("(?<=[\u3041-\u9fff])[,;?!](?=[\u3041-\u9fff])|(?<=[\u3041-\u9fff])[.](?=$|[\u3041-\u9fff])")
WITH_WIDE = {"CJK", "HIRAGANA", "KATAKANA", "BOPOMOFO"}
WITH_ARABIC = {"ARABIC", "SYRIAC", "THAANA"}

ABBREVIATION = re.compile(r"\w{1,8}\.")

BEFORE = re.compile(
    r"(?<=[^\W\d_])[ ](?:,(?=\s|$)|\.(?=\s*$|\s+[^\sa-z.,]))|(?<=[^\W\d_]),,|,\.(?=\s|$)|[(（] (?=\w)|(?<=\w) [)）]"
)
AFTER = re.compile(
    r"(?<=[a-zà-öø-ÿа-яёα-ω]{2})[.,!?;](?=[A-ZÀ-ÖØ-ÞА-ЯЁΑ-Ω][a-zà-öø-ÿа-яёα-ω])|(?<=[^\W\d_]{2}),(?=[^\W\d_]{2})"
)

MARKS = re.compile("[,.!?;()（）]")

NO_SPACE = re.compile(r"(?<=[^\W_])[,.!?;](?=[^\W\d_])")
"""Marks without a space: the source text is a list for programs, or has names with dots."""


@translation_rule("C27")
def punctuation_of_the_script(text: Text) -> Iterator[Fault]:
    """Punctuation marks belong to the script of the language: no `，` in French, no `,` between Chinese letters.

    wrong: {en: "Out of stock. Try again.", de: "Nicht auf Lager。 Versuchen Sie es erneut."}
    wrong: {en: "Out of stock, try again", de: "Nicht auf Lager، erneut versuchen"}
    right: {en: "Out of stock, try again", de: "Nicht auf Lager, erneut versuchen"}
    """
    scripts, said = text.language.scripts, prose(text.text)
    if not scripts or ABBREVIATION.fullmatch(text.source):
        return
    has_wide = bool(scripts & WITH_WIDE) and "HANGUL" not in scripts
    patterns = [NARROW_IN_HAN if has_wide else WIDE, *([] if scripts & WITH_ARABIC else [ARABIC])]
    for pattern in patterns:
        for found in pattern.finditer(said) if not (has_wide and NO_SPACE.search(text.source)) else ():
            if has_wide or found[0] not in text.source:
                yield f"{found[0]} is not a mark of {text.language.tag}; write the mark of the language", found.span()


@text_rule("C28")
def spaces_at_marks(text: Text) -> Iterator[Fault]:
    """There is no space before a comma or a full stop, and one after it.

    wrong: {en: "Out of stock, sorry", de: "Nicht auf Lager , leider"}
    wrong: {en: "Out of stock. Try again.", de: "Nicht auf Lager.Versuchen Sie es erneut."}
    right: {en: "Out of stock, sorry", de: "Nicht auf Lager, leider"}
    """
    said = prose(text.text)
    if not MARKS.search(said):
        return
    for found in BEFORE.finditer(said):
        if text.is_source or found[0] not in text.source:
            yield f'has "{text.text[found.start() : found.end()]}"; correct the space or the mark', found.span()
    is_a_list = NO_SPACE.search(text.source) and not text.is_source
    for found in AFTER.finditer(said) if not is_a_list and not text.language.scripts & WITH_WIDE else ():
        around = text.text[found.start() - 2 : found.end() + 2]
        if not _in_a_list(said, found.start()) and (text.is_source or around not in text.source):
            yield f'has no space after "{text.text[found.start() - 2 : found.end()]}"; add it', found.span()


def _in_a_list(said: str, at: int) -> bool:
    """Return True if a comma belongs to a list for programs: yes,no,maybe."""
    start, end = said.rfind(" ", 0, at) + 1, said.find(" ", at)
    return said[at] == "," and said.count(",", start, end if end > 0 else len(said)) > 1
