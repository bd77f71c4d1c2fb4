"""Values as YAML, in the style in which catalogs are written."""

import json
import re
from typing import Any

from error_catalog.translate.editing import entry, scalar

WIDTH = 88
NAME = re.compile(r"(?!null|true|false|yes|no|on|off)[a-z][a-z0-9_-]*|[A-Z]{2}[A-Z0-9_]*")
"""Words that need no quotation marks."""


def block(key: str, value: Any) -> str:
    """Return an entry of a mapping, on one line if it fits."""
    line = entry(key, flow(value))
    if len(line) <= WIDTH or not isinstance(value, dict):
        return line
    below = "\n".join(block(name, one) for name, one in value.items())
    return f"{entry(key, '').rstrip()}\n" + "\n".join(f"  {line}" for line in below.split("\n"))


def flow(value: Any) -> str:
    """Return a value on one line."""
    if isinstance(value, dict):
        return f"{{{', '.join(entry(key, flow(one)) for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, str):
        return value if NAME.fullmatch(value) else scalar(value)
    return json.dumps(value)
