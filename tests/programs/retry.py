"""Send calls again as the catalog says, with tenacity."""

from collections.abc import Callable
from typing import TypeVar

from marketo_soap_errors import Fault, read_fault
from tenacity import RetryCallState, Retrying

T = TypeVar("T")
MOST_ATTEMPTS = 5


def fault_of(state: RetryCallState) -> Fault | None:
    error = state.outcome.exception() if state.outcome else None
    return read_fault(error) if error else None


def is_worth_it(state: RetryCallState) -> bool:
    fault = fault_of(state)
    return fault is not None and fault.recovery is not None and fault.recovery.resend == "unchanged"


def has_had_enough(state: RetryCallState) -> bool:
    fault = fault_of(state)
    attempts = fault.recovery.attempts if fault and fault.recovery else None
    return state.attempt_number > (MOST_ATTEMPTS if attempts is None else attempts)


def wait(state: RetryCallState) -> float:
    fault = fault_of(state)
    pause = fault.recovery.wait if fault and fault.recovery else None
    return pause.total_seconds() if pause else 1.0


def call(work: Callable[[], T], sleep: Callable[[float], None]) -> T:
    return Retrying(retry=is_worth_it, stop=has_had_enough, wait=wait, sleep=sleep, reraise=True)(work)
