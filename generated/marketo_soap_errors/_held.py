# Made by error-catalog. Do not edit.
"""What clients hold of a fault: bodies, responses, XML elements, exceptions. No client is imported."""

from contextlib import suppress

from ._catalog import FAULT_ELEMENT
from ._soap import Found, read_element

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

DEEPEST = 8
BODIES = ("content", "data", "body")
LINKS = ("response", "document", "fault", "__cause__")


def carried(held: "Any") -> "Iterator[str | bytes | Found]":
    """Yield the parts of what a client holds that can be a fault. Raise TypeError if it is of a wrong type."""
    if isinstance(held, BaseException):
        yield from _of_exception(held, set())
        return
    parts = _parts(held)
    if parts is None:
        raise TypeError(f"{type(held).__name__} cannot carry a fault: {_hint(held)}")
    yield from parts


def _hint(held: "Any") -> str:
    if hasattr(held, "content") or hasattr(held, "read"):
        return "read its body first, and pass that"
    return "pass a body, an XML element, a response, an open file or an exception"


def _parts(held: "Any") -> "list[str | bytes | Found] | None":
    """Return the parts of a value that is not an exception; None if it is of a type that cannot carry a fault."""
    if isinstance(held, (str, bytes)):
        return [held]
    if isinstance(held, (bytearray, memoryview)):
        return [bytes(held)]
    root = held.getroot() if callable(getattr(held, "getroot", None)) else held
    if _is_element(root):
        found = read_element(root)
        return [] if found is None else [found]
    text = _markup(held)
    if text is not None:
        return [text]
    if isinstance(getattr(held, "faultstring", None), str):
        return [_of_object(held)]
    body = _body(held)
    return None if body is None else [body]


def _is_element(held: "Any") -> bool:
    return isinstance(getattr(held, "tag", None), str) and hasattr(held, "tail") and hasattr(held, "attrib")


def _markup(held: "Any") -> str | None:
    """Return the XML of a document or an element of suds or of minidom."""
    for name in ("plain", "toxml"):
        method = getattr(held, name, None)
        if callable(method) and not isinstance(held, type):
            text = method()
            if isinstance(text, str):
                return text
    return None


def _body(held: "Any") -> "str | bytes | None":
    """Return the body of a response, or what an open file has."""
    for name in BODIES:
        try:
            body = getattr(held, name, None)
        except RuntimeError:  # the body of a streaming response has not been read
            if not callable(getattr(held, "read", None)):
                raise
            body = held.read()
        if isinstance(body, (str, bytes, bytearray, memoryview)):
            return body if isinstance(body, (str, bytes)) else bytes(body)
        if body is None and name == "content" and hasattr(held, "content"):
            return b""
    return _file(held) if callable(getattr(held, "read", None)) and not isinstance(held, type) else None


def _file(held: "Any") -> "str | bytes | None":
    try:
        body = held.read()
    except UnicodeDecodeError:
        held.seek(0)
        body = held.buffer.read()
    if hasattr(body, "send"):  # a coroutine, which only its caller can wait for
        body.close()
    return body if isinstance(body, (str, bytes)) else None


def _of_exception(error: BaseException, seen: "set[int]") -> "Iterator[str | bytes | Found]":
    """Yield what an exception holds, and the exceptions that it holds."""
    seen.add(id(error))
    detail = _get(error, "detail")
    is_fault = _is_element(detail) or _string(error, "faultstring") or _is_soap(error)
    if is_fault:
        yield _of_object(error)
    body = _body(error)
    if body is not None:
        yield body
    for held in (*(_get(error, name) for name in LINKS), None if is_fault else detail, *error.args):
        if isinstance(held, BaseException):
            if id(held) not in seen and len(seen) < DEEPEST:
                yield from _of_exception(held, seen)
        elif held is not None:
            yield from _parts(held) or ()
    with suppress(Exception):  # it is somebody else's code
        yield str(error)


def _of_object(held: "Any") -> Found:
    """Return the fault that the attributes of an object describe."""
    detail = _get(held, "detail")
    if _is_element(detail):
        found = read_element(detail) or Found()
    else:
        own = _get(detail, FAULT_ELEMENT)
        where = detail if own is None else own
        code = _string(where, "code")
        found = Found(
            message=_string(where, "message"),
            name=_string(where, "name"),
            own_code=code if own is not None else None,
            detail_code=code if own is None else None,
        )
    said = _string(held, "faultstring") or _string(held, "message")
    return found._replace(faultcode=_string(held, "faultcode") or _string(held, "code"), faultstring=said)


def _is_soap(error: BaseException) -> bool:
    """Return True if an exception has what zeep's fault has."""
    return all(hasattr(error, name) for name in ("message", "actor", "detail", "subcodes"))


def _get(held: "Any", name: str) -> "Any":
    try:
        return getattr(held, name, None)
    except Exception:  # a property can raise anything
        return None


def _string(held: "Any", name: str) -> str | None:
    value = _get(held, name)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(int(value))
    return str(value) or None if isinstance(value, str) else None
