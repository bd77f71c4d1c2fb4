# Made by error-catalog. Do not edit.
"""A code explained to people, in their language."""

from ._catalog import SITE, SOURCE_LANGUAGE, ErrorCode
from ._recovery import UNITS
from ._shown import shown
from ._text import FIELDS
from ._texts import languages_for, translated
from ._words import LABELS, WAITS, WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from ._text import Text


def lines(code: ErrorCode, language: str | None, fault: "Any") -> "list[str]":
    """Return an explanation, line by line."""
    reader = Reader(language)
    text = code.localized(language)
    parts = [
        reader.marked(text.message, text.language),
        reader.marked(text.note, text.note_language),
        *reader.retirement(code),
        *reader.facts(code, text),
        *reader.recovery(code),
        *reader.original(code, text),
        *reader.server(fault),
        f"{SITE}codes/{code.value}.html" if SITE else "",
    ]
    product = reader.say("product")
    heading = f"{code} {code.name} – {product}" if product else f"{code} {code.name}"
    return [heading, *(f"  {part}" for part in parts if part.strip())]


def unlisted_lines(code: "Any", language: str | None, fault: "Any", text: "Text | None") -> "list[str]":
    """Return what is known about a code that the catalog does not have, line by line."""
    reader = Reader(language)
    about = [reader.marked(text.message, text.language)] if text else []
    first = reader.say("unknown_code").replace("{code}", str(code))
    return [first, *(f"  {part}" for part in (*about, *reader.server(fault)))]


class Reader:
    """Somebody with a list of languages: words, texts and values as this reader sees them."""

    def __init__(self, language: str | None) -> None:
        self.languages = languages_for(language)

    def say(self, name: str) -> str:
        """Return one of the command's words."""
        return translated(f"texts.{name}", WORDS[name], self.languages)[0]

    def line(self, label: str, value: str) -> str:
        """Return a label with a value, in the punctuation of the language."""
        return self.say("label_value").replace("{label}", label).replace("{value}", value)

    def remark(self, text: str, remark: str) -> str:
        """Return a text with a remark in brackets."""
        return self.say("with_remark").replace("{text}", text).replace("{remark}", remark)

    def server(self, fault: "Any") -> "Iterator[str]":
        """Yield what the server said, if it said something."""
        said = (fault.message or fault.faultstring) if fault else None
        if said:
            yield self.line(self.say("server"), shown(said))

    def marked(self, text: str, language: "str | None") -> str:
        """Return a text, with a remark if it is in the source language because it is not translated yet."""
        is_fallback = bool(text and self.languages) and language == SOURCE_LANGUAGE
        return self.remark(text, self.say("not_translated")) if is_fallback else text

    def translated(self, context: str, source: str) -> str:
        """Return a text in the reader's language, with a remark if it is not translated yet."""
        return self.marked(*translated(context, source, self.languages))

    def retirement(self, code: "Any") -> "Iterator[str]":
        """Yield since when the code is retired, why, and what replaces it."""
        retired = code.retired
        if retired is not None:
            reason = self.translated(f"{code.value}.retired.reason", retired.reason)
            yield self.line(f"{self.say('retired')} {retired.since}", reason)
            if retired.replaced_by is not None:
                yield self.line(self.say("use_instead"), str(retired.replaced_by))

    def facts(self, code: ErrorCode, text: "Any") -> "Iterator[str]":
        """Yield the category, the limit, the example, and other fields, as far as the code has them."""
        category, limit = code.category, code.limit
        if category:
            title = self.translated(f"categories.{category.value}", category._source)
            yield self.line(self.say("category"), title)
        if limit:
            yield self.line(self.say("limit"), self.figures(limit.figures))
        for example in self.examples(code, text):
            yield self.line(self.say("example"), example)
        for name, label in LABELS.items():
            shown = self.field(name, code, text)
            if shown:
                yield self.line(translated(*label, self.languages)[0], shown)

    def recovery(self, code: ErrorCode) -> "Iterator[str]":
        """Yield what to do: the advice, whether to send the call again, how often, and after which time."""
        recovery = code.recovery
        if recovery:
            advice = self.translated(f"recoveries.{recovery.value}.advice", recovery.advice)
            whose = self.say("stated") if recovery.stated else self.say("own_advice")
            yield self.line(self.say("what_to_do"), self.remark(advice, whose))
            yield self.say(f"resend_{recovery.resend}")
            if recovery.attempts:
                yield self.line(self.say("attempts"), str(recovery.attempts))
            if recovery.wait:
                yield self.line(self.say("wait"), self.listed(map(self.say, WAITS[recovery.value])))

    def original(self, code: ErrorCode, text: "Any") -> "Iterator[str]":
        """Yield the source texts of what is shown in another language."""
        pairs = ((code.message, text.language), (code.note, text.note_language))
        originals = [source for source, language in pairs if source and language != SOURCE_LANGUAGE]
        if originals:
            yield self.line(self.say("original"), " · ".join(originals))

    def examples(self, code: ErrorCode, text: "Any") -> "list[str]":
        """Return the texts that have placeholders, filled in with the catalog's examples."""
        try:
            filled = text.format(**code.placeholders)
        except KeyError:  # a placeholder without an example
            return []
        pairs = ((getattr(filled, name), getattr(text, name)) for name in FIELDS)
        return [example for example, template in pairs if example != template]

    def field(self, name: str, code: ErrorCode, text: "Any") -> str:
        """Return the value of a field with a label; an empty string if the code does not have it."""
        if hasattr(text, name):
            return self.marked(getattr(text, name) or "", getattr(text, f"{name}_language"))
        value = getattr(code, name)
        return self.listed(map(self.value, value)) if isinstance(value, tuple) else self.value(value)

    def value(self, value: "Any") -> str:
        """Return one value; an empty string for None."""
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        return "" if value is None else str(value)

    def figures(self, figures: "dict[str, Any]") -> str:
        """Return the figures of a limit; how many there may be in a time reads `Calls: 100 in 20 seconds`."""
        times = {name: self.say(word) for name, word in map(_time, figures, figures.values()) if word}
        counts = {name: _number(figure) for name, figure in figures.items() if name not in times}
        pattern, language = translated("texts.rate", WORDS["rate"], self.languages)
        is_fallback = self.languages and language == SOURCE_LANGUAGE  # it would make half of a sentence English
        if len(times) == len(counts) == 1 and not is_fallback:
            (count,), (time,) = counts.values(), times.values()
            counts, times = dict.fromkeys(counts, pattern.replace("{figure}", count).replace("{time}", time)), {}
        said = times | {name: self.line(self.label(name), figure) for name, figure in counts.items()}
        return " · ".join(said[name] for name in figures if name in said)

    def label(self, name: str) -> str:
        """Return the label of a figure."""
        return self.say(name) if name in WORDS else name.replace("_", " ")

    def listed(self, parts: "Iterable[str]") -> str:
        """Return a list in the punctuation of the language."""
        return self.say("list_separator").join(parts)


def _time(name: str, figure: float) -> "tuple[str, str | None]":
    """Return the name of a figure with the word for it, if it is a time that has one."""
    word = f"{name}_{_number(figure)}".replace(".", "_")
    return name, word if name in UNITS and word in WORDS else None


def _number(figure: float) -> str:
    return str(int(figure)) if float(figure).is_integer() else str(figure)
