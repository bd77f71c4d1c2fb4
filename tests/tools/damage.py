"""Realistic damage to a text, by kind: what translators, scripts and machine translation do to it.

A kind is a function with the decorator `kind`, which yields damaged texts. `UNSEEN` are kinds that no rule was
written with.
"""

import html
import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

from error_catalog.model.texts import Text

Damage = Callable[[Text], Iterator[str]]

KINDS: dict[str, Damage] = {}
UNSEEN: set[str] = set()

SENTENCES = re.compile(r"(?<=[.!?])\s+|(?<=。)")
WORD = re.compile(r"[^\W\d_]{2,}")
LONG = re.compile(r"(?<!\w)[^\W\d_]{6,}(?!\w)")
IDENTIFIER = re.compile(r"(?<![A-Za-z])(?:[A-Za-z]+[a-z][A-Z][A-Za-z]*|[A-Z]{3,})(?![A-Za-z])")
LETTERS = re.compile(r"[^\W\d_]")
WITHOUT_SPACES = ("ja", "zh-Hans")

NEGATIONS = {
    "en": [(" not ", " "), ("Unsupported", "Supported"), (" no longer ", " still "), ("Invalid", "Valid")],
    "fr": [(" n’est pas ", " est "), (" ne correspond pas ", " correspond "), (" non prise", " prise"),
           (" n’existe pas", " existe"), (" ne sont plus ", " sont encore "), ("introuvable", "trouvé"),
           (" est ", " n’est pas "), (" a ", " n’a pas ")],
    "ja": [("ません", "ます"), ("できませんでした", "できました"), ("無効", "有効"), ("ない", "ある"),
           ("れていない", "れている"), ("です。", "ではありません。"), ("ています", "ていません")],
    "ko": [("않습니다", "습니다"), ("없음", "있음"), ("않음", "됨"), ("되지 않", "되"), ("없습니다", "있습니다"),
           ("입니다", "이 아닙니다"), ("잘못된", "올바른")],
    "sv": [(" inte ", " "), ("Ogiltig", "Giltig"), (" är ", " är inte "), (" har ", " har inte ")],
}  # fmt: skip
UNITS = {
    "en": ["second", "minute", "hour", "day", "week", "month"],
    "fr": ["seconde", "minute", "heure", "jour", "semaine", "mois"],
    "ja": ["秒", "分", "時間", "日", "週間", "か月"],
    "ko": ["초", "분", "시간", "일", "주", "개월"],
    "sv": ["sekund", "minut", "timme", "dag", "vecka", "månad"],
}
MONTHS = {
    "en": ["July", "June", "January"],
    "fr": ["juillet", "juin", "janvier"],
    "ja": ["7 月", "6 月", "1 月"],
    "ko": ["7월", "6월", "1월"],
    "sv": ["juli", "juni", "januari"],
}
NEAR = {
    "en": ["De server kan het verzoek niet verwerken.", "Der Auftrag wurde nicht gefunden."],
    "fr": ["La solicitud no es válida.", "Impossibile trovare il record richiesto.", "O pedido expirou.",
           "El número de llamadas ha superado el límite diario."],
    "ja": ["请求的签名已过期。", "找不到指定的活动。", "요청을 처리할 수 없습니다.", "超過每日呼叫次數上限"],
    "ko": ["リクエストが無効です。", "请求的签名已过期。", "The request is invalid"],
    "sv": ["Forespørselen er ugyldig og kan ikke behandles.", "Anmodningen blev ikke fundet i systemet.",
           "Antallet af kald oversteg grænsen i dag.", "Pyynnön allekirjoitus on liian vanha.",
           "Nøkkelen mangler eller er ikke gyldig"],
}  # fmt: skip
MARKS = {
    "en": [(".", "。"), (",", "，"), (",", "、"), ("?", "？"), (":", "：")],
    "fr": [(".", "。"), (",", "，"), (",", "، "), ("?", "？"), ("(", "（")],
    "sv": [(".", "。"), (",", "，"), (".", "．"), (":", "："), ("(", "（")],
    "ja": [("。", "."), ("、", ", "), ("、", "，"), ("「", '"')],
    "ko": [(".", "。"), (", ", "、"), ("(", "（"), (",", "，")],
}
PARTICLES = {
    "fr": [(" le ", " la "), (" la ", " le "), ("es ", "e "), (" du ", " de la "), (" un ", " une ")],
    "sv": [(" en ", " ett "), ("en ", "et "), (" den ", " det "), ("ig ", "igt ")],
    "ko": [("을 ", "를 "), ("를 ", "을 "), ("이 ", "가 "), ("은 ", "는 ")],
    "ja": [("が", "を"), ("を", "は"), ("に", "で")],
    "en": [(" is ", " are "), (" was ", " were "), (" a ", " an "), (" an ", " a ")],
}


def kind(name: str, *, unseen: bool = False) -> Callable[[Damage], Damage]:
    """Register a kind of damage."""

    def register(damage: Damage) -> Damage:
        KINDS[name] = damage
        if unseen:
            UNSEEN.add(name)
        return damage

    return register


def _parts(said: str) -> list[str]:
    return [part for part in SENTENCES.split(said) if part]


def _glue(text: Text) -> str:
    return "" if text.language.tag in WITHOUT_SPACES else " "


def _replaced(said: str, pairs: list[tuple[str, str]]) -> Iterator[str]:
    for old, new in pairs:
        if old in said:
            yield said.replace(old, new, 1)


@kind("sentences swapped")
def _(text: Text) -> Iterator[str]:
    parts = _parts(text.text)
    if len(parts) > 1:
        yield _glue(text).join(reversed(parts))


@kind("a sentence written twice")
def _(text: Text) -> Iterator[str]:
    parts = _parts(text.text)
    if len(parts) > 1:
        yield _glue(text).join([parts[0], *parts])


@kind("a sentence of another text added")
def _(text: Text) -> Iterator[str]:
    extra = {"en": "Try again later.", "fr": "Réessayez plus tard.", "ja": "後でもう一度お試しください。",
             "ko": "나중에 다시 시도하십시오.", "sv": "Försök igen senare."}  # fmt: skip
    if text.text[-1] in ".。" and text.language.tag in extra:
        yield text.text + _glue(text) + extra[text.language.tag]


@kind("a negation removed or added")
def _(text: Text) -> Iterator[str]:
    yield from _replaced(text.text, NEGATIONS.get(text.language.tag, []))


@kind("a unit changed")
def _(text: Text) -> Iterator[str]:
    units = UNITS.get(text.language.tag, [])
    for at, unit in enumerate(units):
        for match in re.finditer(rf"(?<=\d)(\s?)({unit})", text.text):
            yield text.text[: match.start(2)] + units[(at + 1) % len(units)] + text.text[match.end(2) :]


@kind("a month changed")
def _(text: Text) -> Iterator[str]:
    months = MONTHS.get(text.language.tag, [])
    for month in months[:1]:
        yield from (text.text.replace(month, other) for other in months[1:] if month in text.text)


@kind("a number added")
def _(text: Text) -> Iterator[str]:
    spaces = [match.start() for match in re.finditer(r" |、", text.text)]
    for at in spaces[1:2]:
        yield f"{text.text[:at]} 5 {text.text[at + 1 :]}"


@kind("a text cut off")
def _(text: Text) -> Iterator[str]:
    said = text.text
    if len(said) > 30:
        yield from (said[: len(said) * part // 10].rstrip() for part in (4, 6, 8))


@kind("a word dropped", unseen=True)
def _(text: Text) -> Iterator[str]:
    found = list(WORD.finditer(text.text))
    if len(found) > 3 and text.language.tag not in WITHOUT_SPACES:
        for match in found[1::3]:
            yield (text.text[: match.start()] + text.text[match.end() :]).replace("  ", " ").strip()


@kind("a word written twice")
def _(text: Text) -> Iterator[str]:
    for match in list(WORD.finditer(text.text))[::2] if text.language.tag not in WITHOUT_SPACES else ():
        yield text.text[: match.end()] + " " + text.text[match.start() :]


@kind("two words swapped", unseen=True)
def _(text: Text) -> Iterator[str]:
    words = text.text.split(" ")
    if len(words) > 4:
        yield " ".join([*words[:2], words[3], words[2], *words[4:]])


@kind("a letter dropped")
def _(text: Text) -> Iterator[str]:
    for match in LONG.finditer(text.text):
        yield text.text[: match.start() + 3] + text.text[match.start() + 4 :]


@kind("a letter doubled")
def _(text: Text) -> Iterator[str]:
    for match in LONG.finditer(text.text):
        yield text.text[: match.start() + 3] + text.text[match.start() + 2 :]


@kind("two letters swapped")
def _(text: Text) -> Iterator[str]:
    for match in LONG.finditer(text.text):
        at, said = match.start() + 2, text.text
        yield said[:at] + said[at + 1] + said[at] + said[at + 2 :]


@kind("a letter replaced", unseen=True)
def _(text: Text) -> Iterator[str]:
    for match in LONG.finditer(text.text):
        at = match.start() + 4
        yield text.text[:at] + ("x" if text.text[at] != "x" else "o") + text.text[at + 1 :]


@kind("text of a language that is close")
def _(text: Text) -> Iterator[str]:
    yield from (said for said in NEAR.get(text.language.tag, []) if not text.is_source)


@kind("half of it in the source language")
def _(text: Text) -> Iterator[str]:
    words = text.source.split(" ")
    if not text.is_source and len(words) > 3:
        yield " ".join(words[: len(words) // 2]) + " " + text.text[len(text.text) // 2 :].lstrip()
        yield text.text[: len(text.text) // 2].rstrip() + " " + " ".join(words[len(words) // 2 :])


@kind("a word in the source language", unseen=True)
def _(text: Text) -> Iterator[str]:
    words = re.findall(r"(?<!\w)[a-z]{5,}(?!\w)", text.source)
    found = list(LONG.finditer(text.text))
    if not text.is_source and words and found:
        yield text.text[: found[0].start()] + words[0] + text.text[found[0].end() :]


@kind("a placeholder added")
def _(text: Text) -> Iterator[str]:
    yield from (f"{text.text} {added}" for added in ("{0}", "%s", "{name}", "%1$s", "${x}"))


@kind("markup added")
def _(text: Text) -> Iterator[str]:
    said = text.text
    yield from (f"**{said}**", f"<b>{said}</b>", f"`{said}`", f"<p>{said}</p>", f"_{said}_", f"# {said}", f"- {said}")


@kind("escapes added")
def _(text: Text) -> Iterator[str]:
    said = text.text
    yield said + "\\n"
    yield quote(said)
    yield said.replace(" ", "%20")
    yield said.replace("'", "\\'").replace("’", "\\’").replace('"', '\\"')
    yield said.encode("ascii", "backslashreplace").decode()
    yield html.escape(said).replace(" ", "&nbsp;")


@kind("a label added")
def _(text: Text) -> Iterator[str]:
    yield from (f"Translation: {text.text}", f"[{text.language.tag}] {text.text}", f"{text.language.tag}: {text.text}")
    yield from (f"{text.text} (sic!)", f"Here is the translation: {text.text}", f"[MT] {text.text}")


@kind("mojibake")
def _(text: Text) -> Iterator[str]:
    for encoding in ("cp1252", "latin-1"):
        yield text.text.encode().decode(encoding, "replace")
    yield text.text.encode("ascii", "replace").decode()
    yield re.sub(r"[^\x00-\x7f]", "\ufffd", text.text)


@kind("accents lost", unseen=True)
def _(text: Text) -> Iterator[str]:
    yield text.text.translate(str.maketrans("éèêàçùîôåäöÉÀÅÄÖ’", "eeeacuioaaoEAAAO'"))


@kind("punctuation of another script")
def _(text: Text) -> Iterator[str]:
    yield from _replaced(text.text, MARKS.get(text.language.tag, []))


@kind("another ending")
def _(text: Text) -> Iterator[str]:
    stem = text.text.rstrip(".。")
    stop = "。" if text.language.tag == "ja" else "."
    yield from (stem + end for end in ("!", "?", ":", stop + stop, ",", "...", ";"))


@kind("spaces at marks", unseen=True)
def _(text: Text) -> Iterator[str]:
    yield from _replaced(text.text, [(", ", " , "), (". ", "."), (", ", ","), (",", ",,"), ("(", "( "), (".", " .")])


@kind("an identifier replaced by another")
def _(text: Text) -> Iterator[str]:
    for match in IDENTIFIER.finditer(text.text):
        for other in ("LeadKeyType", "mktMobilePushToken", "HTTPS"):
            yield text.text[: match.start()] + other + text.text[match.end() :]


@kind("an identifier misspelt")
def _(text: Text) -> Iterator[str]:
    for match in IDENTIFIER.finditer(text.text):
        word = match[0]
        for form in (
            word[:2] + word[3] + word[2] + word[4:] if len(word) > 3 else word,
            word[:-1],
            word + "s",
            f"${word}",
        ):
            yield text.text[: match.start()] + form + text.text[match.end() :]


@kind("a quotation mark or bracket lost")
def _(text: Text) -> Iterator[str]:
    for match in re.finditer(r"[\"“”«»「」()（）]", text.text):
        yield text.text[: match.start()] + text.text[match.end() :]


@kind("grammar", unseen=True)
def _(text: Text) -> Iterator[str]:
    yield from _replaced(text.text, PARTICLES.get(text.language.tag, []))


@kind("a capital lost or added", unseen=True)
def _(text: Text) -> Iterator[str]:
    said = text.text
    for match in LONG.finditer(said):
        at = match.start() + 2
        yield said[:at] + said[at].swapcase() + said[at + 1 :]
    yield said[0].swapcase() + said[1:]


@kind("a mark of unfinished work")
def _(text: Text) -> Iterator[str]:
    marks = {"fr": "à traduire", "ja": "要確認", "ko": "번역 필요", "sv": "översätt", "en": "TODO"}
    yield from (f"{text.text} ({mark})" for mark in ("TODO", "FIXME", marks.get(text.language.tag, "TBD")))
    yield f"??? {text.text}"
    yield "lorem ipsum dolor sit amet"
    yield "n/a"
