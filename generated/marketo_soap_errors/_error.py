# Made by error-catalog. Do not edit: change the YAML.
"""An exception that carries an error code."""

from collections.abc import Iterable
from dataclasses import replace

from ._catalog import ErrorCode
from ._fault import Fault
from ._placeholders import fill_known
from ._text import FIELDS, Text



class CodedError(Exception):
    """An error of this catalog, to be raised. Its texts are put into a language where they are shown.

    Args:
        code: The error code.
        fault: The fault that it comes from, if a server sent one.
        values: The values of placeholders in the texts of the code, by their names.

    Example:
        >>> try:
        ...     raise CodedError(ErrorCode(10001))
        ... except CodedError as error:
        ...     error.code == 10001, str(error) == error.code.message
        (True, True)
    """

    code: ErrorCode
    values: "dict[str, object]"
    fault: "Fault | None"

    def __init__(self, code: ErrorCode, fault: "Fault | None" = None, /, **values: object) -> None:
        super().__init__(code)
        self.code = ErrorCode(code)
        self.fault = fault
        self.values = values

    def localized(self, language: "str | Iterable[str] | None" = None) -> Text:
        """Return the texts in a language, with the values filled in that are there.

        `language` is as in `ErrorCode.localized`.
        """
        text = self.code.localized(language)
        texts = {name: said for name in FIELDS if (said := getattr(text, name))}
        return replace(text, **fill_known(texts, self.values))

    def __str__(self) -> str:
        return fill_known({"message": self.code.message}, self.values)["message"]

    def __reduce__(self) -> "tuple[object, ...]":
        return _restored, (type(self), self.code), self.__dict__


def _restored(kind: "type[CodedError]", code: ErrorCode) -> CodedError:
    """Return an exception without calling what a subclass needs to be made."""
    error = kind.__new__(kind)
    CodedError.__init__(error, code)
    return error
