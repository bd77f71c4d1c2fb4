"""How findings count: as `rules:` of their language says, else as that of the whole catalog, else by default."""

from collections.abc import Iterator
from typing import Literal

from error_catalog.model.catalog import Catalog
from error_catalog.model.document import mapping
from error_catalog.model.findings import Finding, Keys
from error_catalog.model.schema import where
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.registry import OUTDATED, RULES, Rule, named, nearest, rule

Setting = Literal["error", "hint", "off"]

SETTINGS: tuple[Setting, ...] = ("error", "hint", "off")


class Settings:
    """The settings of a catalog. Those that cannot be used are ignored; the rule `rule-settings` finds them."""

    def __init__(self, catalog: Catalog) -> None:
        self._everywhere = _usable(catalog.document.root)
        self._of_languages = {tag: _usable(node) for tag, node in _languages(catalog)}

    def of(self, rule: Rule, tag: str | None = None) -> Setting:
        """Return how findings of a rule count in a language, or in what belongs to no language."""
        if rule.is_fixed:
            return rule.severity
        in_language = self._of_languages.get(tag or "", {}).get(rule.id)
        return in_language or self._everywhere.get(rule.id) or rule.severity

    def different(self, rule: Rule) -> dict[str, Setting]:
        """Return the languages in which findings of a rule count otherwise than in the whole catalog."""
        found = {tag: self.of(rule, tag) for tag in self._of_languages}
        return {tag: setting for tag, setting in found.items() if setting != self.of(rule)}

    def may_be(self, rule: Rule, *settings: Setting) -> bool:
        """Return True if a rule has one of these settings in the whole catalog or in a language."""
        return self.of(rule) in settings or not set(settings).isdisjoint(self.different(rule).values())


def of_files(catalog: Catalog, findings: list[Finding]) -> list[Finding]:
    """Return findings about generated files as the catalog sets their rule."""
    setting = Settings(catalog).of(RULES[OUTDATED])
    return [] if setting == "off" else [finding._replace(severity=setting) for finding in findings]


@rule("S17", is_about_languages=False)
def rule_settings(catalog: Catalog) -> Iterator[Complaint]:
    """Every setting of `rules` names a rule that can be set, once, and has an effect.

    Rules about the structure of a catalog cannot be set: without them there is nothing that could be generated. In
    `languages.<tag>.rules` only rules about texts in that language can be set.

    wrong: rules: {C99: off}
    wrong: rules: {references: off}
    right: rules: {length: off}
    """
    yield from _faults(catalog, (), "")
    for tag, _ in _languages(catalog):
        yield from _faults(catalog, ("languages", tag), tag)


def _faults(catalog: Catalog, parent: Keys, tag: str) -> Iterator[Complaint]:
    """Yield what is wrong with the settings of a language, or of the whole catalog."""
    node = dict(_languages(catalog))[tag] if tag else catalog.document.root
    first: dict[str, str] = {}
    for name in mapping(node.get("rules")):
        found = named(name)
        if found is None:
            message = f"{name} is not a rule; {nearest(name)}"
        elif found.is_fixed:
            message = f"{name} cannot be set: what it refuses is not a catalog; remove the setting"
        elif first.setdefault(found.id, name) != name:
            message = f"{name} is the same rule as {first[found.id]}; remove one of them"
        elif tag and (why := _why_not_here(found, tag == catalog.source_language)):
            message = f"{name} has no effect here: it {why}; remove the setting"
        else:
            continue
        keys = (*parent, "rules", name)
        yield Complaint(keys, where(keys[:-1]), message, is_about_key=True)


def _why_not_here(rule: Rule, is_source: bool) -> str:
    """Return why a language cannot set a rule; an empty string if it can."""
    if not rule.is_about_languages:
        return "is not about texts in a language"
    return "compares translations with the source text" if is_source and rule.is_about_translations else ""


def _languages(catalog: Catalog) -> Iterator[tuple[str, dict[str, object]]]:
    for tag, node in mapping(catalog.document.root.get("languages")).items():
        yield tag, mapping(node)


def _usable(node: dict[str, object]) -> dict[str, Setting]:
    """Return the settings that can be used, by the ids of their rules."""
    written = mapping(node.get("rules")).items()
    found = ((named(name), setting) for name, setting in written)
    return {rule.id: setting for rule, setting in found if rule is not None and setting in SETTINGS}
