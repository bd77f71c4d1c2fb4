"""Log errors as JSON records with the code, its page and the specifics, and keep the message for people."""

import json
import logging
from typing import Any

from marketo_soap_errors import CodedError, ErrorCode, Fault


class Formatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        event: dict[str, Any] = {"event": record.getMessage(), "level": record.levelname.lower()}
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, CodedError):
            event |= fields(error.code, error.fault)
        return json.dumps(event, ensure_ascii=False)


def fields(code: ErrorCode, fault: Fault | None) -> dict[str, Any]:
    limit = code.limit
    said = {"server": fault.message} if fault and fault.message else {}
    figures = {"limit": limit.figures} if limit else {}
    return {
        "code": code.value,
        "name": code.name,
        "category": code.category.value,
        "rest": code.rest,
        **said,
        **figures,
    }
