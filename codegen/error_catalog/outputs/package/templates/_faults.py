# Made by error-catalog. Do not edit.
"""SOAP faults: one from what a client holds or from a pasted text, or every one of a log."""

import os
from collections.abc import Iterable, Iterator
from typing import IO

from ._codes import fault_of
from ._fault import Fault
from ._held import carried
from ._logs import faults_of
from ._rendered import rendered
from ._soap import Found, Refused, read_xml
from ._sources import utf_8

Source = str | bytes | os.PathLike[str] | IO[str] | IO[bytes] | Iterable[str] | Iterable[bytes]

__all__ = ["Fault", "find_faults", "read_fault"]


def read_fault(payload: object) -> Fault | None:
    """Return the fault that an exception, a response, its body, an XML element, or a text carries.

    Places are searched for the code in this order: the API's own element, `detail`, the beginning of `faultstring`,
    the end of `message`, what clients print. Nothing in a body raises.

    Args:
        payload: A body as bytes or text, whole or cut off; an element of ElementTree or lxml; a response of requests,
            httpx or urllib; an open file; or any exception, such as those of zeep and suds.

    Returns:
        The fault, or None if no fault was found or the document declares entities.

    Raises:
        TypeError: The payload is of another type.
    """
    for part in carried(payload):
        fault = _read(part)
        if fault is not None:
            return fault
    return None


def find_faults(source: "Source") -> "Iterator[Fault]":
    """Yield every fault of a log, with its line.

    The log is read in pieces, so that memory does not grow with it, and each fault is yielded as soon as its last line
    has been read. Only an XML element can spread over several lines.

    Args:
        source: The log as text or bytes; a path; an open file; or its lines, with or without newlines. Files and bytes
            may be packed by gzip, bzip2 or xz, and may be in UTF-8, UTF-16 or UTF-32.

    Raises:
        OSError: A file cannot be read to its end, for example because it is packed and damaged. All faults before
            that place have been yielded. Bytes are read as far as they can be.
        TypeError: The source is of another type.
    """
    return (fault for fault, _ in faults_of(source))


def _read(part: "str | bytes | Found") -> Fault | None:
    """Return the fault of one part of what a client holds."""
    if isinstance(part, Found):
        return fault_of(part)
    data = part.encode("utf-8", "replace") if isinstance(part, str) else utf_8(part)
    try:
        found = read_xml(data)
    except Refused:
        return None
    return fault_of(found) if found is not None else rendered(data)
