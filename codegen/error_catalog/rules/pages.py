"""What there is to say about a rule: for `error-catalog rules`, for SARIF, and for the rule's page in the guide."""

from typing import NamedTuple

from error_catalog.rules.precision import measured
from error_catalog.rules.registry import Rule, Severity

WRONG, RIGHT = "wrong: ", "right: "


class RulePage(NamedTuple):
    """A rule as it is explained.

    Attributes:
        id, name: `C17` and `sentence-count`.
        summary: What it demands, in one sentence.
        explanation: Why, and what it leaves alone; can be empty.
        wrong, right: Examples as YAML: texts by language, and what else of a catalog matters.
        severity: How its findings count by default.
        precision: How many of its complaints are right, as measured, or why nothing was measured.
        settings: How it is set, or why it cannot be set.
    """

    id: str
    name: str
    summary: str
    explanation: str
    wrong: list[str]
    right: list[str]
    severity: Severity
    precision: str
    settings: str

    @property
    def examples(self) -> list[str]:
        """The examples, each with what it is."""
        return [*(WRONG + example for example in self.wrong), *(RIGHT + example for example in self.right)]


def page(rule: Rule) -> RulePage:
    """Return what there is to say about a rule."""
    lines = rule.explanation.split("\n")
    wrong = [line.removeprefix(WRONG) for line in lines if line.startswith(WRONG)]
    right = [line.removeprefix(RIGHT) for line in lines if line.startswith(RIGHT)]
    prose = "\n".join(line for line in lines if not line.startswith((WRONG, RIGHT))).strip("\n")
    about = (rule.severity, precision(rule), settings(rule))
    return RulePage(rule.id, rule.name, rule.summary, prose, wrong, right, *about)


def precision(rule: Rule) -> str:
    """Return how many complaints of a rule are right, as measured, or why nothing was measured."""
    if not rule.is_about_content:
        return "Not measured: what this rule finds is a fact about the file, not a judgement of a text."
    figures = measured().get(rule.id)
    return figures.sentence if figures else "Not measured."


def settings(rule: Rule) -> str:
    """Return how a rule is set."""
    if rule.is_fixed:
        return "This rule cannot be set: what it refuses cannot be generated from or imported."
    found = [f"Default: {rule.severity}. In the catalog: `rules: {{{rule.name}: error}}`, hint or off."]
    if rule.is_about_languages:
        found.append(f"For one language: `languages: {{de: {{rules: {{{rule.name}: off}}}}}}`.")
    if rule.is_about_content:
        found.append(f'For one text: `accept: {{{rule.id}: "why"}}`.')
    if rule.extra:
        found.append(f"It needs the library {rule.extra.library}: `pip install error-catalog[{rule.extra.extra}]`.")
    if rule.needs:
        found.append(f"It is checked in languages with {_needed(rule.needs)}.")
    return "\n".join(found)


def _needed(needs: str) -> str:
    if needs == "glossary":
        return "entries in `glossary`"
    return "words that deny something in the generator's own data" if needs == "not" else f"`style.{needs}`"
