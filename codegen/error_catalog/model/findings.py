"""A finding: something wrong in a catalog or in a file beside it, and where."""

from typing import Literal, NamedTuple

from error_catalog.console import shown

Keys = tuple[str | int, ...]
Span = tuple[int, int]

STRUCTURAL = "FPSY"
"""The letters of rules whose findings are not about texts, but about the structure of a catalog and about files."""


class Place(NamedTuple):
    """A position in a file: line and column, both counted from 1, in characters."""

    line: int
    column: int


START = Place(1, 1)


class Finding(NamedTuple):
    """One finding. Findings sort by path and place; `str(finding)` is the line that people read.

    Attributes:
        path: The file that the finding is about.
        place: Line and column in that file.
        rule: The id of the rule, such as `C03`.
        where: The text or the part of the catalog, such as `20022.note.fr`.
        message: What is wrong and what to do.
        name: The name of the rule, such as `identifiers`.
        severity: `error`, or `hint` for what fails nothing.
        keys: The keys of the YAML that lead to the value.
        text: The text that the finding is about, if there is one.
        span: The part of `text` at fault, as start and end.
        is_structural: Whether nothing can be generated with it: no setting and no baseline changes that.
    """

    path: str
    place: Place
    rule: str
    where: str
    message: str
    name: str = ""
    severity: Literal["error", "hint"] = "error"
    keys: Keys = ()
    text: str | None = None
    span: Span | None = None
    is_structural: bool = False

    def __str__(self) -> str:
        line, column = self.place
        hint = " (hint)" if self.severity == "hint" else ""
        return shown(f"{self.path}:{line}:{column}: {self.rule} {self.where}: {self.message}{hint}")


class CatalogError(Exception):
    """A catalog or a translator's file cannot be used. `findings` says why, sorted by place."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


def has_errors(findings: list[Finding]) -> bool:
    """Return True if a finding is more than a hint."""
    return any(finding.severity == "error" for finding in findings)
