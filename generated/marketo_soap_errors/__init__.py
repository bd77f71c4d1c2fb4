# Made by error-catalog. Do not edit: change the YAML.
"""Error Codes – Marketo SOAP API

`ErrorCode` has every code. `LANGUAGES` are the languages of its texts.
"""

from ._catalog import LANGUAGES, ErrorCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._error import CodedError
    from ._facts import Category, Limit, Recovery
    from ._fault import Fault
    from ._faults import find_faults, read_fault
    from ._lookup import negotiate
    from ._text import Text
    from ._texts import use_language

__all__ = [
    "LANGUAGES",
    "Category",
    "CodedError",
    "ErrorCode",
    "Fault",
    "Limit",
    "Recovery",
    "Text",
    "find_faults",
    "negotiate",
    "read_fault",
    "use_language",
]

_WHERE = {
    "Category": "_facts",
    "CodedError": "_error",
    "Fault": "_fault",
    "Limit": "_facts",
    "Recovery": "_facts",
    "Text": "_text",
    "find_faults": "_faults",
    "negotiate": "_lookup",
    "read_fault": "_faults",
    "use_language": "_texts",
}


def __getattr__(name: str) -> object:
    """Import what importing the package does not need when it is first asked for."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(__import__(f"{__name__}.{_WHERE[name]}", fromlist=[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*(name for name in globals() if name.startswith("__")), *__all__})
