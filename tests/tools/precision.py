"""Complaints about public projects: how many of each rule per 1,000 texts, and a sample of them to classify by reading.

    pip download --no-deps --dest archives django sphinx wtforms
    python tests/tools/precision.py archives/* [--languages cs,de] [--sample 40] [--seed 1] [--no-hints]

An archive is a wheel or a source distribution with PO or MO files. Each of its gettext domains is a catalog: an error
for each entry without plural forms, in every language that has a current translation of it.
"""

import argparse
import random
import re
import tarfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import BytesIO, StringIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from catalogs import as_yaml

import error_catalog
from error_catalog import Catalog, Finding
from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse

FILE = re.compile(r"(?P<domain>.*?/)(?P<language>[A-Za-z]{2,3}(?:[_@][\w@]+)?)/(?:LC_MESSAGES/)?(?P<name>\w+)\.[pm]o")
PLACEHOLDER = re.compile(r"(?<!\{)\{([a-z][a-z0-9_]*)\}(?!\})")
LANGUAGES = "ar bg ca cs da de el es fa fi fr he hu it ja ko nb nl pl pt-BR ro ru sv tr uk zh-Hans zh-Hant".split()  # noqa: SIM905
SPELLED = {"zh-CN": "zh-Hans", "zh-TW": "zh-Hant", "no": "nb", "pt": "pt"}
SOURCE = "en"

Entry = tuple[str, str]
Domains = dict[str, dict[str, dict[Entry, str]]]
"""Translations by msgctxt and msgid, by language, by domain."""


class Judged(NamedTuple):
    """A finding, with what it compares."""

    project: str
    finding: Finding
    source: str


def domains(archive: Path) -> Domains:
    """Return the translations that an archive has."""
    found: Domains = defaultdict(lambda: defaultdict(dict))
    for path, content in _members(archive):
        match = FILE.fullmatch(path)
        tag = _tag(match["language"]) if match else None
        if match and tag:
            read = read_po if path.endswith(".po") else read_mo
            try:
                with redirect_stdout(StringIO()):  # where Babel says what it does not like
                    messages = list(read(BytesIO(content)))
            except (ValueError, OSError, LookupError):
                continue
            entries = found[match["domain"] + match["name"]][tag]
            entries.update({(m.context or "", m.id): m.string for m in messages if _is_usable(m)})
    return found


def _members(archive: Path) -> Iterator[tuple[str, bytes]]:
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as opened:
            yield from ((name, opened.read(name)) for name in opened.namelist() if name.endswith((".po", ".mo")))
    else:
        with tarfile.open(archive) as packed:
            for member in packed:
                if member.isfile() and member.name.endswith((".po", ".mo")):
                    stream = packed.extractfile(member)
                    yield member.name, stream.read() if stream else b""


def _tag(locale: str) -> str | None:
    """Return the BCP 47 tag of a locale if it is one of LANGUAGES."""
    tag = locale.partition("@")[0].replace("_", "-")
    tag = SPELLED.get(tag, tag)
    return tag if tag in LANGUAGES and "@" not in locale else None


def _is_usable(message: Message) -> bool:
    """Return True for a current translation without plural forms."""
    both = (message.id, message.string)
    return not message.fuzzy and all(isinstance(said, str) and said.strip() for said in both)


def catalog(translations: dict[str, dict[Entry, str]], tags: list[str]) -> Catalog:
    """Return a domain as a catalog. Lines are joined: the texts of a catalog have one."""
    tags = [tag for tag in tags if tag in translations]
    entries = dict.fromkeys(entry for tag in tags for entry in translations[tag])
    errors = {}
    for code, entry in enumerate(entries, 1):
        message = {SOURCE: entry[1]} | {tag: translations[tag][entry] for tag in tags if entry in translations[tag]}
        error = {"name": f"TEXT_{code}", "message": {tag: " ".join(said.split()) for tag, said in message.items()}}
        names = {name: "x" for said in message.values() for name in PLACEHOLDER.findall(said)}
        errors[str(code)] = error | ({"placeholders": names} if names else {})
    declared = {SOURCE: {}} | {tag: {"complete": False} for tag in tags if tag != SOURCE}
    whole = {"package": "public", "source_language": SOURCE, "languages": declared, "errors": errors}
    return catalog_of(parse(as_yaml(whole), "public.yaml"))


def judged(archive: Path, tags: list[str], hints: bool) -> Iterator[tuple[int, list[Judged]]]:
    """Yield the number of texts, and the findings about content, for each domain of an archive."""
    for translations in domains(archive).values():
        public = catalog(translations, tags)
        units = {unit.context: unit for unit in public.units}
        findings = error_catalog.check(public, hints=hints)
        rows = [(finding, finding.where.rpartition(".")[0]) for finding in findings if finding.rule[0] != "S"]
        yield (
            len(public.texts),
            [Judged(archive.name, finding, units[unit].source if unit in units else "") for finding, unit in rows],
        )


def report(texts: int, found: list[Judged]) -> str:
    """Return the complaints per 1,000 texts, by severity and rule."""
    lines = [f"{texts:,} texts"]
    for severity in ("error", "hint"):
        counts = Counter(one.finding.rule for one in found if one.finding.severity == severity)
        lines.append(f"{1000 * counts.total() / max(texts, 1):8.2f} per 1,000: {severity}s")
        lines += [f"{1000 * count / texts:8.2f} {rule} ({count})" for rule, count in counts.most_common()]
    return "\n".join(lines)


def shown(one: Judged) -> str:
    finding = one.finding
    head = f"{finding.rule} {finding.severity} {one.project.partition('-')[0]} {finding.where}: {finding.message}"
    return f"{head}\n    {one.source}\n    {finding.text}"


def main() -> None:
    """Print the report and the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archives", nargs="+", type=Path)
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--sample", default=40, type=int)
    parser.add_argument("--rule", default="", help="show these rules alone in the sample")
    parser.add_argument("--seed", default=1, type=int)
    parser.add_argument("--no-hints", action="store_true")
    given = parser.parse_args()
    texts, found = 0, list[Judged]()
    for archive in given.archives:
        for count, more in judged(archive, given.languages.split(","), not given.no_hints):
            texts, found = texts + count, [*found, *more]
    print(report(texts, found))
    drawn = [one for one in found if one.finding.rule in given.rule.split(",")] if given.rule else found
    for one in random.Random(given.seed).sample(drawn, min(given.sample, len(drawn))):
        print(shown(one))


if __name__ == "__main__":
    main()
