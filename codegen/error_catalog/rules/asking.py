"""Ask every rule about a catalog."""

from collections.abc import Iterable, Iterator

from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import Finding, Keys
from error_catalog.model.subject import subject
from error_catalog.rules import others
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.registry import RULES, Rule, RuleFailed, can_be_accepted
from error_catalog.rules.settings import Setting, Settings

Complaints = Iterator[tuple[Rule, Complaint]]


def every_finding(catalog: Catalog, *, hints: bool = True) -> list[Finding]:
    """Return the findings in a catalog, whatever its baseline knows, sorted by place."""
    others.load()
    settings = Settings(catalog)
    found = [*_of_the_whole(catalog, settings, hints), *_of_each_text(catalog, settings, hints)]
    accepted = _accepted(catalog)
    used = {(complaint.keys, rule.id) for rule, complaint in found if complaint.keys in accepted}
    complaints = [
        (rule, complaint)
        for rule, complaint in found
        if complaint.is_structural or rule.id not in accepted.get(complaint.keys, ())
    ]
    used |= {(text.keys, id) for text in catalog.texts if text.is_stale for id in text.accepted}  # until it is current
    complaints += [(RULES["S06"], complaint) for complaint in _idle(accepted, used, settings, hints)]
    return _sorted(catalog, complaints, settings)


def check_structure(catalog: Catalog) -> list[Finding]:
    """Return the findings because of which a catalog cannot be used at all; rules about texts are not asked."""
    others.load()
    settings, structural = Settings(catalog), [rule for rule in RULES.values() if not is_about_content(rule.id)]
    found = (pair for rule in structural for pair in _of_rule(catalog, rule))
    return _sorted(catalog, found, settings)


def is_about_content(id: str) -> bool:
    """Return True if a catalog with findings of a rule can still be used: its texts are wrong, not its structure."""
    return id == "S06" or (id in RULES and RULES[id].is_about_content)


def _of_the_whole(catalog: Catalog, settings: Settings, hints: bool) -> Complaints:
    for rule in RULES.values():
        if rule.is_partly_fixed or settings.may_be(rule, *_asked(hints)):
            for found, complaint in _of_rule(catalog, rule):
                if complaint.is_structural or settings.of(found, subject(complaint.keys).language) in _asked(hints):
                    yield found, complaint


def _of_rule(catalog: Catalog, rule: Rule) -> Complaints:
    """Ask a rule about the whole catalog."""
    if rule.check is not None:
        try:
            for complaint in rule.check(catalog):
                yield rule, complaint
        except RuleFailed as error:
            yield RULES["S13"], Complaint((), "rules", str(error))


def _of_each_text(catalog: Catalog, settings: Settings, hints: bool) -> Complaints:
    """Ask every rule about a text before the next text: what rules learn about a text is remembered for a moment."""
    of_texts, of_sources = {}, {}
    for tag, language in catalog.languages.items():
        asked = [
            (rule, rule.check_text)
            for rule in RULES.values()
            if rule.check_text is not None and settings.of(rule, tag) in _asked(hints) and rule.has_data(language)
        ]
        of_texts[tag] = asked
        of_sources[tag] = [(rule, check_text) for rule, check_text in asked if not rule.is_about_translations]
    for unit in catalog.units:
        for tag, text in unit.texts.items():
            if text.is_stale and text.made_from is None:
                continue  # what it was a translation of is not known
            is_alone = text.is_source or not text.source.strip() or not text.text.strip()
            for rule, check_text in (of_sources if is_alone else of_texts)[tag]:
                try:
                    for message, span in check_text(text):
                        yield rule, Complaint(text.keys, text.where, message, text=text.text, span=span)
                except RuleFailed as error:
                    yield RULES["S13"], Complaint(text.keys, text.where, str(error))


def _asked(hints: bool) -> tuple[Setting, ...]:
    """Return the settings of rules that are asked."""
    return ("error", "hint") if hints else ("error",)


def _sorted(catalog: Catalog, complaints: Iterable[tuple[Rule, Complaint]], settings: Settings) -> list[Finding]:
    """Return the findings by their place, each once."""
    findings = (_finding(catalog, rule, complaint, settings) for rule, complaint in complaints)
    unique = {finding[:5]: finding for finding in findings}
    return [unique[key] for key in sorted(unique)]


def _finding(catalog: Catalog, rule: Rule, complaint: Complaint, settings: Settings) -> Finding:
    setting = "error" if complaint.is_structural else settings.of(rule, subject(complaint.keys).language)
    return Finding(
        path=catalog.document.path_of(complaint.keys),
        place=complaint.place(catalog.document),
        rule=rule.id,
        where=complaint.where,
        message=complaint.message,
        name=rule.name,
        severity="hint" if setting == "hint" else "error",
        keys=complaint.keys,
        text=complaint.text,
        span=complaint.span,
        is_structural=complaint.is_structural or not is_about_content(rule.id),
    )


def _accepted(catalog: Catalog) -> dict[Keys, list[str]]:
    """Return the rules that do not apply to a text, by the keys of the text."""
    return {text.keys: list(text.accepted) for text in catalog.texts if text.accepted}


def _idle(
    accepted: dict[Keys, list[str]], used: set[tuple[Keys, str]], settings: Settings, hints: bool
) -> Iterator[Complaint]:
    """Complain about exceptions without effect, but for those from rules that are not asked."""
    for keys, ids in accepted.items():
        for id in ids:
            is_asked = can_be_accepted(id) and settings.of(RULES[id], subject(keys).language) in _asked(hints)
            if is_asked and (keys, id) not in used:
                where = ".".join(map(str, keys[:-1])).removeprefix("errors.")
                message = f"accepts {id}, which finds nothing here; remove it"
                yield Complaint((*keys[:-1], "accept", id), where, message, is_about_key=True)
