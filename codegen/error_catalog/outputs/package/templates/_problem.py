# Made by error-catalog. Do not edit.
"""Errors as problem details of HTTP, RFC 9457."""

from collections.abc import Iterable

from ._catalog import SITE, ErrorCode


def problem(
    code: ErrorCode, language: "str | Iterable[str] | None", values: "dict[str, object]"
) -> "dict[str, str | int]":
    """Return the members of a problem, in a language and with the values filled in."""
    text = code.localized(language).format(**values)
    members: "dict[str, str | int]" = {"type": f"{SITE}codes/{code.value}.html"} if SITE else {}
    members["title"] = text.message
    status = getattr(code, "http_status", None)
    if isinstance(status, int) and 100 <= status <= 599:
        members["status"] = status
    if text.note:
        members["detail"] = text.note
    members |= {"code": code.value, "language": text.language}
    if text.note and text.note_language and text.note_language != text.language:
        members["detail_language"] = text.note_language
    return members
