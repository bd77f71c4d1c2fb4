"""How far each language is: a line per language."""

from typing import NamedTuple

from error_catalog.model.catalog import Catalog
from error_catalog.rules import every_rule
from error_catalog.rules.registry import Rule
from error_catalog.rules.settings import Settings


class Coverage(NamedTuple):
    """The numbers of a language.

    Attributes:
        language: Its tag.
        texts: How many texts the catalog has.
        translated: How many of them are in this language and not stale.
        stale, accepted, corrected: How many are stale, have an exception to a rule, differ from the published text.
        words: How many of the generator's own words are in this language, out of all.
        unchecked: The rules that are off in this language, or that the catalog has no data for.
    """

    language: str
    texts: int
    translated: int
    stale: int
    accepted: int
    corrected: int
    words: str
    unchecked: list[str]


def coverage(catalog: Catalog) -> list[Coverage]:
    """Return the coverage of each language, in the catalog's order."""
    return [_of(catalog, tag) for tag in catalog.languages]


def table(rows: list[Coverage]) -> str:
    """Return the coverage in columns."""
    head = ["language", "texts", "translated", "stale", "accepted", "corrected", "words", "not checked"]
    lines = [head, *([*map(str, row[:7]), " ".join(row.unchecked) or "-"] for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(_line(line, widths) for line in lines)


def missing_libraries(catalog: Catalog) -> list[str]:
    """Return a line for each rule that is not checked because a library is not installed."""
    settings = Settings(catalog)
    return [
        f"{rule.id} {rule.name} is not checked: {rule.extra.library} is not installed; "
        f"run `pip install error-catalog[{rule.extra.extra}]`, or switch it off with `rules: {{{rule.name}: off}}`"
        for rule in every_rule()
        if rule.extra and not rule.extra.is_installed and settings.may_be(rule, "error", "hint")
    ]


def _of(catalog: Catalog, tag: str) -> Coverage:
    texts = [unit.texts[tag] for unit in catalog.units if tag in unit.texts]
    forms = [text for text in texts if text.form is not None]
    stale = sum(text.is_stale for text in forms)
    words = [unit for unit in catalog.words.values() if unit.source]
    return Coverage(
        language=tag,
        texts=len(catalog.units),
        translated=len(texts) - stale,
        stale=stale,
        accepted=sum(bool(text.accepted) for text in forms),
        corrected=sum(text.published is not None for text in forms),
        words=f"{sum(unit.current(tag) is not None for unit in words)}/{len(words)}",
        unchecked=[rule.id for rule in every_rule() if not _is_checked(catalog, tag, rule)],
    )


def _is_checked(catalog: Catalog, tag: str, rule: Rule) -> bool:
    """Return True if a rule is asked in a language. The glossary is for translations only, and so are some rules."""
    is_for_others = rule.needs == "glossary" or (rule.works_in is not None and rule.is_about_translations)
    needs_nothing = is_for_others and tag == catalog.source_language
    is_off = rule.is_about_languages and Settings(catalog).of(rule, tag) == "off"
    return not is_off and (needs_nothing or rule.has_data(catalog.languages[tag]))


def _line(cells: list[str], widths: list[int]) -> str:
    """Return a line with names to the left and numbers to the right."""
    padded = [cell.rjust(width) for cell, width in zip(cells, widths, strict=True)]
    return "  ".join([cells[0].ljust(widths[0]), *padded[1:-1], cells[-1]])
