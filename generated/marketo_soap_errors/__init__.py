# Made by `python -m codegen` from the catalog's YAML. Do not edit: change the YAML or codegen/templates.
"Error Codes"

from ._catalog import LANGUAGES, ErrorCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._facts import Category, Recovery
    from ._faults import Fault, find_faults, read_fault
    from ._lookup import negotiate
    from ._recovery import Limit
    from ._retired import Retirement
    from ._texts import Text, use_language

__all__ = [
    "LANGUAGES",
    "Category",
    "ErrorCode",
    "Fault",
    "Limit",
    "Recovery",
    "Retirement",
    "Text",
    "find_faults",
    "negotiate",
    "read_fault",
    "use_language",
]

_WHERE = {
    "Category": "_facts",
    "Fault": "_faults",
    "Limit": "_recovery",
    "Recovery": "_facts",
    "Retirement": "_retired",
    "Text": "_texts",
    "find_faults": "_faults",
    "negotiate": "_lookup",
    "read_fault": "_faults",
    "use_language": "_texts",
}


def __getattr__(name: str) -> object:
    """What an import does not need is imported when it is first asked for."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(__import__(f"{__name__}.{_WHERE[name]}", fromlist=[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
