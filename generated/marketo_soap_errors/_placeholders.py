# Made by error-catalog. Do not edit.
"""Placeholders of texts."""

import re

PLACEHOLDER = re.compile(r"(?<!\{)\{([a-z][a-z0-9_]*)\}(?!\})")


def fill(texts: dict[str, str], values: dict[str, object]) -> dict[str, str]:
    """Return the texts with `{name}` replaced by its value, and nothing else. Raise KeyError if a value is missing."""
    wanted = {name for text in texts.values() for name in PLACEHOLDER.findall(text)}
    missing = sorted(wanted - set(values))
    if missing:
        raise KeyError(f"no value for {', '.join(missing)}; the texts need {', '.join(sorted(wanted))}")
    return {name: PLACEHOLDER.sub(lambda found: str(values[found[1]]), text) for name, text in texts.items()}


def fill_known(texts: dict[str, str], values: dict[str, object]) -> dict[str, str]:
    """Return the texts with `{name}` replaced by its value; a placeholder without a value stays as it is."""
    return {
        name: PLACEHOLDER.sub(lambda found: str(values.get(found[1], found[0])), text) for name, text in texts.items()
    }
