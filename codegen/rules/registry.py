"""What a rule is, and the table of all of them."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from codegen.document import Document
from codegen.mistakes import Place
from codegen.rules.reading import Reading


class Finding(NamedTuple):
    """A rule's complaint about the value under `keys`, or about the key itself."""

    keys: tuple[str | int, ...]
    where: str
    message: str
    about_key: bool = False

    def place(self, document: Document) -> Place:
        return document.key_place(*self.keys) if self.about_key else document.place(*self.keys)


Check = Callable[[Reading], Iterator[Finding]]


class Rule(NamedTuple):
    """A rule: its id, what it says in one line, why and with which example, and the function that checks it."""

    id: str
    says: str
    explanation: str
    check: Check


RULES: dict[str, Rule] = {}


def rule(id: str) -> Callable[[Check], Check]:
    """Register a rule that reads the whole catalog. Its docstring says what it demands."""

    def register(check: Check) -> Check:
        says, _, explanation = (check.__doc__ or "").partition("\n")
        RULES[id] = Rule(id, says, explanation, check)
        return check

    return register
