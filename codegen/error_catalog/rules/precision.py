"""How many complaints of each rule are right, as measured by reading them: the figures in `precision.toml`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("precision.toml")


class Precision(NamedTuple):
    """What was measured of a rule.

    Attributes:
        judged: How many of its complaints somebody has read and judged.
        right: How many of these were right.
        on: Which texts they were about.
    """

    judged: int
    right: int
    on: str

    @property
    def sentence(self) -> str:
        """The figures as a sentence."""
        share = round(100 * self.right / self.judged)
        about = f"Of {self.judged} complaints about {self.on}, each judged by reading it,"
        return f"{about} {self.right} were right ({share} %)."


@cache
def measured() -> dict[str, Precision]:
    """Return what was measured, by the id of the rule."""
    written = tomllib.loads(FILE.read_text("utf-8"))
    return {id: Precision(**{"on": written["on"]} | figures) for id, figures in written["rules"].items()}
