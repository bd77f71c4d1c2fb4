"""Further kinds of damage that no rule was written with: meaning, swapped texts, endings, numbers, names and typing."""

import re
from collections.abc import Iterator

from damage import IDENTIFIER, LONG, kind

from error_catalog.model.texts import Text

DIGITS = re.compile(r"\d+")
OPPOSITES = {
    "en": [("oldest", "latest"), ("missing", "present"), ("exceeded", "met"), ("greater", "less"), ("last", "next")],
    "fr": [("supérieur", "inférieur"), ("dépassé", "atteint"), ("manquant", "présent"), ("ancien", "récent")],
    "ja": [("超え", "下回り"), ("古", "新し"), ("必須", "任意"), ("開始", "終了")],
    "ko": [("초과", "미달"), ("오래", "새로"), ("필요", "불필요"), ("오늘", "어제")],
    "sv": [("större", "mindre"), ("gammal", "ny"), ("saknas", "finns"), ("överskred", "nådde")],
}
SUBJECTS = {
    "en": [("request", "response"), ("parameter", "header"), ("list", "table"), ("campaign", "program")],
    "fr": [("requête", "réponse"), ("paramètre", "champ"), ("liste", "table"), ("campagne", "page")],
    "ja": [("リクエスト", "応答"), ("パラメーター", "ヘッダー"), ("リスト", "表"), ("キャンペーン", "プログラム")],
    "ko": [("요청", "응답"), ("매개 변수", "헤더"), ("목록", "표"), ("캠페인", "프로그램")],
    "sv": [("egäran", "varet"), ("arameter", "ubrik"), ("istan", "abellen"), ("ampanj", "rogram")],
}
FAMILIAR = {"fr": [("vous", "tu"), ("votre", "ton"), ("vos", "tes")], "ko": [("습니다", "어요"), ("니다.", "다.")],
            "ja": [("ません", "ない"), ("ました", "た"), ("です", "だ")]}  # fmt: skip
KEYS = {"a": "q", "e": "r", "i": "o", "n": "m", "s": "d", "t": "r"}
LOOKALIKES = {"a": "а", "e": "е", "o": "о", "c": "с", "p": "р"}


def _replaced(said: str, pairs: list[tuple[str, str]]) -> Iterator[str]:
    yield from (said.replace(old, new, 1) for old, new in pairs if old in said)


@kind("the opposite word", unseen=True)
def _(text: Text) -> Iterator[str]:
    yield from _replaced(text.text, OPPOSITES.get(text.language.tag, []))


@kind("another thing", unseen=True)
def _(text: Text) -> Iterator[str]:
    yield from _replaced(text.text, SUBJECTS.get(text.language.tag, []))


@kind("another way to address readers", unseen=True)
def _(text: Text) -> Iterator[str]:
    yield from _replaced(text.text, FAMILIAR.get(text.language.tag, []))


@kind("the note instead of the message", unseen=True)
def _(text: Text) -> Iterator[str]:
    error = text.unit.error
    for unit in (error.message, error.note) if error is not None else ():
        if unit is not None and unit is not text.unit and text.language.tag in unit.texts:
            yield unit.texts[text.language.tag].text


@kind("two numbers swapped", unseen=True)
def _(text: Text) -> Iterator[str]:
    found = list(DIGITS.finditer(text.text))
    if len(found) > 1 and found[0][0] != found[1][0]:
        one, other = found[:2]
        said = text.text
        yield said[: one.start()] + other[0] + said[one.end() : other.start()] + one[0] + said[other.end() :]


@kind("a number left out", unseen=True)
def _(text: Text) -> Iterator[str]:
    yield from (text.text[: found.start()] + text.text[found.end() :] for found in DIGITS.finditer(text.text))


@kind("a decimal point added", unseen=True)
def _(text: Text) -> Iterator[str]:
    yield from (f"{text.text[: found.end()]}.5{text.text[found.end() :]}" for found in DIGITS.finditer(text.text))


@kind("digits of another script", unseen=True)
def _(text: Text) -> Iterator[str]:
    if DIGITS.search(text.text):
        yield text.text.translate(str.maketrans("0123456789", "０１２３４５６７８９"))


@kind("two identifiers swapped", unseen=True)
def _(text: Text) -> Iterator[str]:
    found = list(IDENTIFIER.finditer(text.text))
    if len(found) > 1 and found[0][0] != found[1][0]:
        one, other = found[:2]
        said = text.text
        yield said[: one.start()] + other[0] + said[one.end() : other.start()] + one[0] + said[other.end() :]


@kind("an identifier left out", unseen=True)
def _(text: Text) -> Iterator[str]:
    yield from (text.text[: found.start()] + text.text[found.end() :] for found in IDENTIFIER.finditer(text.text))


@kind("a letter of another alphabet that looks the same", unseen=True)
def _(text: Text) -> Iterator[str]:
    yield from _replaced(text.text, list(LOOKALIKES.items()))


@kind("a neighbouring key", unseen=True)
def _(text: Text) -> Iterator[str]:
    for found in LONG.finditer(text.text):
        at = found.start() + 3
        if text.text[at] in KEYS:
            yield text.text[:at] + KEYS[text.text[at]] + text.text[at + 1 :]


@kind("two words joined", unseen=True)
def _(text: Text) -> Iterator[str]:
    spaces = [found.start() for found in re.finditer(" ", text.text)]
    yield from (text.text[:at] + text.text[at + 1 :] for at in spaces[1::3])


@kind("a word split", unseen=True)
def _(text: Text) -> Iterator[str]:
    for found in LONG.finditer(text.text):
        at = found.start() + 3
        yield f"{text.text[:at]} {text.text[at:]}"


@kind("an invisible character", unseen=True)
def _(text: Text) -> Iterator[str]:
    at = len(text.text) // 2
    yield from (text.text[:at] + sign + text.text[at:] for sign in ("\u200b", "\u00ad", "\ufeff", "\u2028", "\t"))


@kind("a clause left out", unseen=True)
def _(text: Text) -> Iterator[str]:
    parts = re.split(r"(?<=[,、])", text.text)
    if len(parts) > 1:
        yield parts[0].rstrip(",、 ") + text.text[-1:] * (not text.text[-1:].isalnum())


@kind("a remark of a translator", unseen=True)
def _(text: Text) -> Iterator[str]:
    yield from (f"{text.text} (?)", f"{text.text} [sic]", f"{text.text} // check", f"{text.text} <-- ok?")


@kind("another case throughout", unseen=True)
def _(text: Text) -> Iterator[str]:
    yield from (form for form in (text.text.title(), text.text.lower(), text.text.swapcase()) if form != text.text)


@kind("turned round", unseen=True)
def _(text: Text) -> Iterator[str]:
    yield text.text[::-1]


@kind("a conflict of a merge", unseen=True)
def _(text: Text) -> Iterator[str]:
    yield f"<<<<<<< HEAD {text.text} ======= {text.text} >>>>>>> main"
