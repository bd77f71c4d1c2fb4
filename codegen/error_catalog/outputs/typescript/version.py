"""Versions as npm demands them: three numbers, and perhaps more."""

import re

NUMBERS = re.compile(r"(\d+)(?:\.(\d+))?(?:\.(\d+))?")
NONE = "0.0.0"


def semantic(version: str) -> str:
    """Return a version of a catalog as a semantic version.

    Example:
        >>> [semantic(version) for version in ("2.0", "1.2.3rc1", "1.0.0-beta.2", "")]
        ['2.0.0', '1.2.3-rc1', '1.0.0-beta.2', '0.0.0']
    """
    found = NUMBERS.match(version)
    if found is None:
        return NONE
    numbers = ".".join(str(int(number or 0)) for number in found.groups())
    more = [_plain(part) for part in re.split("[.+-]", version[found.end() :]) if part]
    return f"{numbers}-{'.'.join(more)}" if more else numbers


def _plain(part: str) -> str:
    """Return a part without leading zeros if it is a number."""
    return str(int(part)) if part.isdecimal() else part
