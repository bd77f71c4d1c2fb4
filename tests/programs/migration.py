"""Translate handlers of SOAP codes into handlers of the nearest REST codes."""

from collections.abc import Mapping

from marketo_soap_errors import Category, ErrorCode


def rest_handlers(handlers: Mapping[ErrorCode, str]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for code, handler in handlers.items():
        for rest in code.rest:
            found.setdefault(rest, set()).add(handler)
    return found


def without_equivalent() -> list[str]:
    return [code.name for code in ErrorCode if not code.rest]


def by_category() -> dict[Category, tuple[int, ...]]:
    return {category: tuple(code.value for code in ErrorCode if code.category is category) for category in Category}
