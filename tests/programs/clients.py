"""Call the API with several clients, and report what the server answered."""

from importlib import import_module
from typing import Any

import httpx
from marketo_soap_errors import ErrorCode, Fault, read_fault


def by_httpx(url: str) -> Fault | None:
    try:
        httpx.post(url, content=b"<x/>").raise_for_status()
    except httpx.HTTPError as error:
        return read_fault(error)
    return None


def by_requests(url: str) -> Fault | None:
    requests: Any = import_module("requests")
    return read_fault(requests.post(url, data=b"<x/>", timeout=30))


def by_soap(client: str, wsdl: str) -> Fault | None:
    """`client` is `zeep` or `suds.client`."""
    options: dict[str, None] = {} if client == "zeep" else {"cache": None}
    service: Any = import_module(client).Client(wsdl, **options).service
    try:
        service.getLead("x")
    except Exception as error:
        return read_fault(error)
    return None


def report(fault: Fault | None, language: str) -> str:
    if fault is None:
        return "no fault"
    if fault.code is ErrorCode.LEAD_NOT_FOUND:
        return "no such lead"
    text = fault.localized(language)
    recovery = fault.recovery
    advice = recovery.localized(language) if recovery else ""
    return f"{text.message if text else fault.faultstring}: {advice} ({fault.message})"
