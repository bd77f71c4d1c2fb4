# Made by `python -m codegen` from the catalog's YAML. Do not edit: change the YAML or codegen/templates.
"""The retired codes: since when, why in the source language, and what to use instead; and why in every language."""

from ._kind import Code

RETIREMENTS: dict[Code, tuple[str, str, Code | None]] = {
}

REASONS: dict[Code, dict[str, str]] = {
}
