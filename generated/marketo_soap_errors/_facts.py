# Made by `python -m codegen` from the catalog's YAML. Do not edit: change the YAML or codegen/templates.
"""What the catalog says of each error beside its texts."""

from ._kind import Code
from ._recovery import CategoryBase, Limit, RecoveryBase


class Category(CategoryBase):
    """What an error is about."""

    SYSTEM = "system"
    ACCESS = "access"
    REQUEST = "request"
    LIMIT = "limit"
    LEAD = "lead"
    ACTIVITY = "activity"
    PARAMETER = "parameter"
    ASSET = "asset"
    STREAM = "stream"


class Recovery(RecoveryBase):
    """What a caller can do."""

    SIGN_AGAIN = "sign_again", True, True
    AUTHENTICATE_AGAIN = "authenticate_again", False, False
    ASK_FOR_ACCESS = "ask_for_access", False, False
    WAIT_FOR_QUOTA = "wait_for_quota", True, True
    SLOW_DOWN = "slow_down", True, False
    NARROW_RANGE = "narrow_range", False, False
    CORRECT_REQUEST = "correct_request", False, False
    CHECK_REFERENCE = "check_reference", False, False
    ACCEPT_ABSENCE = "accept_absence", False, False
    RETRY_ONCE = "retry_once", True, False
    ASK_SUPPORT = "ask_support", True, False
    STOP_PAGING = "stop_paging", False, False


FACTS: dict[Code, tuple[Category | None, Recovery | None, tuple[int, ...], Limit | None]] = {
    10001: (Category.SYSTEM, Recovery.ASK_SUPPORT, (611,), None),
    20011: (Category.SYSTEM, Recovery.ASK_SUPPORT, (611,), None),
    20012: (Category.REQUEST, Recovery.CORRECT_REQUEST, (), None),
    20013: (Category.ACCESS, Recovery.ASK_FOR_ACCESS, (603,), None),
    20014: (Category.ACCESS, Recovery.AUTHENTICATE_AGAIN, (601,), None),
    20015: (Category.LIMIT, Recovery.WAIT_FOR_QUOTA, (607,), Limit(calls=10000, days=1)),
    20016: (Category.REQUEST, Recovery.SIGN_AGAIN, (602,), None),
    20017: (Category.REQUEST, Recovery.CORRECT_REQUEST, (1002,), None),
    20019: (Category.REQUEST, Recovery.CORRECT_REQUEST, (), None),
    20022: (Category.LIMIT, Recovery.NARROW_RANGE, (), Limit(days=30)),
    20023: (Category.LIMIT, Recovery.SLOW_DOWN, (606,), Limit(calls=100, seconds=20)),
    20024: (Category.LIMIT, Recovery.SLOW_DOWN, (615,), Limit(concurrent_calls=10)),
    20101: (Category.LEAD, Recovery.CORRECT_REQUEST, (1002,), None),
    20102: (Category.LEAD, Recovery.CORRECT_REQUEST, (), None),
    20103: (Category.LEAD, Recovery.ACCEPT_ABSENCE, (1004,), None),
    20104: (Category.LEAD, Recovery.CORRECT_REQUEST, (1002,), None),
    20105: (Category.LEAD, Recovery.CORRECT_REQUEST, (1006,), None),
    20106: (Category.LEAD, Recovery.RETRY_ONCE, (), None),
    20107: (Category.ACTIVITY, Recovery.CORRECT_REQUEST, (), None),
    20108: (Category.LEAD, Recovery.CHECK_REFERENCE, (), None),
    20109: (Category.PARAMETER, Recovery.CORRECT_REQUEST, (1002,), None),
    20110: (Category.PARAMETER, Recovery.CORRECT_REQUEST, (1001,), None),
    20111: (Category.ASSET, Recovery.CHECK_REFERENCE, (1013,), None),
    20113: (Category.ASSET, Recovery.CHECK_REFERENCE, (1013,), None),
    20114: (Category.PARAMETER, Recovery.CORRECT_REQUEST, (1001,), None),
    20122: (Category.STREAM, Recovery.CORRECT_REQUEST, (), None),
    20123: (Category.STREAM, Recovery.STOP_PAGING, (), None),
}

PLACEHOLDERS: dict[Code, dict[str, str]] = {
}
