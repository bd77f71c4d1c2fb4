# Made by `python -m codegen` from the catalog's YAML. Do not edit: change the YAML or codegen/templates.
"""What the codes of this catalog are."""

from enum import IntEnum as ErrorEnum

Code = int

__all__ = ["Code", "ErrorEnum"]
