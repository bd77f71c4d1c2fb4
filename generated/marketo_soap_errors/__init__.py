# Made by `python -m codegen` from the catalog's YAML. Do not edit: change the YAML or codegen/templates.
"Error Codes"

from ._codes import ErrorCode
from ._languages import LANGUAGES
from ._texts import Text

__all__ = ["LANGUAGES", "ErrorCode", "Text"]
