# Made by error-catalog. Do not edit: change the YAML.
"""What the codes of this catalog are."""

from enum import IntEnum as ErrorEnum

Code = int

__all__ = ["Code", "ErrorEnum"]
