# Made by error-catalog. Do not edit.
"""Retired codes stay. Using the name of one warns once."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._base import ErrorBase


class _Warning:
    """A descriptor in the place of a retired code's name: returns the code, and warns the first time."""

    def __init__(self, code: "ErrorBase") -> None:
        self._code = code
        self._has_warned = False

    def __get__(self, instance: object, owner: "type | None" = None) -> "ErrorBase":
        if not self._has_warned:
            self._has_warned = True
            import warnings

            from ._retired import message

            warnings.warn(message(self._code), DeprecationWarning, stacklevel=2)
        return self._code


def deprecate(code: "ErrorBase") -> None:
    """Warn when the name of a code is used. Looking up a value that somebody else sent does not warn."""
    type.__setattr__(type(code), code.name, _Warning(code))
