# Made by error-catalog. Do not edit: change the YAML.
"""What the catalog says about each error in addition to its message and note."""

from __future__ import annotations

from datetime import timedelta

from ._kind import Code
from ._recovery import CategoryBase, LimitBase, RecoveryBase

__all__ = ["FACTS", "Category", "Limit", "Recovery", "timedelta"]


class Category(CategoryBase):
    """What an error is about."""

    SYSTEM = "system", "System"
    ACCESS = "access", "Access"
    REQUEST = "request", "Requests"
    LIMIT = "limit", "Limits"
    LEAD = "lead", "Leads"
    ACTIVITY = "activity", "Activities"
    PARAMETER = "parameter", "Parameters"
    ASSET = "asset", "Lists and campaigns"
    STREAM = "stream", "Streams"


class Recovery(RecoveryBase):
    """What a caller can do."""

    SIGN_AGAIN = "sign_again", "changed", None, None, True, "Sign again", "Create a new timestamp and a new signature, then send the request again."
    AUTHENTICATE_AGAIN = "authenticate_again", "changed", None, None, False, "Check the credentials", "Check the user ID, the encryption key and the signature. Every request is signed, so there is no session to renew."
    ASK_FOR_ACCESS = "ask_for_access", "changed", None, None, False, "Ask for access", "Ask the administrator to let this client use the API."
    WAIT_FOR_QUOTA = "wait_for_quota", "unchanged", None, None, True, "Wait for the quota", "The quota resets at 12:00 AM CST. The account manager can raise it."
    SLOW_DOWN = "slow_down", "unchanged", None, timedelta(seconds=20), False, "Slow down", "Pause, then send the call again. Keep the number of calls below the limit."
    NARROW_RANGE = "narrow_range", "changed", None, None, False, "Narrow the time range", "Split the time range into parts that are within the limit."
    CORRECT_REQUEST = "correct_request", "changed", None, None, False, "Correct the request", "Correct the request before you send it again. Unchanged, it fails again."
    CHECK_REFERENCE = "check_reference", "changed", None, None, False, "Check the reference", "Check that what the request names exists, and that it is spelled right."
    ACCEPT_ABSENCE = "accept_absence", "never", None, None, False, "Treat as absent", "Often a normal outcome when reading. Treat the lead as absent. When writing, check the key."
    RETRY_ONCE = "retry_once", "unchanged", 1, None, False, "Retry once", "Send the request again once. If it fails again, look for the cause in the message."
    ASK_SUPPORT = "ask_support", "unchanged", 1, None, False, "Contact support", "Send the request again once. If the error returns, give support the logged request and response."
    KEEP_POSITION = "keep_position", "changed", None, None, False, "Keep the position", "Pass the newStreamPosition of the last response back unaltered. If that fails, begin again without a position."
    STOP_PAGING = "stop_paging", "never", None, None, False, "Stop paging", "Stop paging. This is the end of the records, not an error."


class Limit(LimitBase):
    """A limit in figures: each is an attribute and an item, such as `limit["calls"]`."""

    __slots__ = ()
    calls: int
    concurrent_calls: int
    days: int
    seconds: int


#: The values of every error, in the order of the attributes in _base.py.
FACTS: dict[Code, tuple[Category, Recovery, Limit | None, dict[str, str], dict[str, tuple[str, ...]], tuple[int, ...], ]] = {
    10001: (Category.SYSTEM, Recovery.ASK_SUPPORT, None, {}, {}, (611,), ),
    20011: (Category.SYSTEM, Recovery.ASK_SUPPORT, None, {}, {}, (611,), ),
    20012: (Category.REQUEST, Recovery.CORRECT_REQUEST, None, {}, {}, (609,), ),
    20013: (Category.ACCESS, Recovery.ASK_FOR_ACCESS, None, {}, {}, (603,), ),
    20014: (Category.ACCESS, Recovery.AUTHENTICATE_AGAIN, None, {}, {}, (601,), ),
    20015: (Category.LIMIT, Recovery.WAIT_FOR_QUOTA, Limit(calls=10000, days=1), {}, {}, (607,), ),
    20016: (Category.REQUEST, Recovery.SIGN_AGAIN, None, {}, {}, (602,), ),
    20017: (Category.REQUEST, Recovery.CORRECT_REQUEST, None, {}, {}, (1002,), ),
    20019: (Category.REQUEST, Recovery.CORRECT_REQUEST, None, {}, {}, (610,), ),
    20022: (Category.LIMIT, Recovery.NARROW_RANGE, Limit(days=30), {}, {}, (), ),
    20023: (Category.LIMIT, Recovery.SLOW_DOWN, Limit(calls=100, seconds=20), {}, {}, (606,), ),
    20024: (Category.LIMIT, Recovery.SLOW_DOWN, Limit(concurrent_calls=10), {}, {}, (615,), ),
    20101: (Category.LEAD, Recovery.CORRECT_REQUEST, None, {}, {}, (1002,), ),
    20102: (Category.LEAD, Recovery.CORRECT_REQUEST, None, {}, {}, (1011,), ),
    20103: (Category.LEAD, Recovery.ACCEPT_ABSENCE, None, {}, {}, (1004,), ),
    20104: (Category.LEAD, Recovery.CORRECT_REQUEST, None, {}, {}, (1002,), ),
    20105: (Category.LEAD, Recovery.CORRECT_REQUEST, None, {}, {}, (1006,), ),
    20106: (Category.LEAD, Recovery.RETRY_ONCE, None, {}, {}, (), ),
    20107: (Category.ACTIVITY, Recovery.CORRECT_REQUEST, None, {}, {}, (), ),
    20108: (Category.LEAD, Recovery.CHECK_REFERENCE, None, {}, {}, (), ),
    20109: (Category.PARAMETER, Recovery.CORRECT_REQUEST, None, {}, {}, (1002,), ),
    20110: (Category.PARAMETER, Recovery.CORRECT_REQUEST, None, {}, {}, (1001,), ),
    20111: (Category.ASSET, Recovery.CHECK_REFERENCE, None, {}, {}, (1013,), ),
    20113: (Category.ASSET, Recovery.CHECK_REFERENCE, None, {}, {}, (1013,), ),
    20114: (Category.PARAMETER, Recovery.CORRECT_REQUEST, None, {}, {}, (1001,), ),
    20122: (Category.STREAM, Recovery.KEEP_POSITION, None, {}, {}, (), ),
    20123: (Category.STREAM, Recovery.STOP_PAGING, None, {}, {}, (), ),
}
