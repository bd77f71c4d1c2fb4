"""Count the faults in rotated logs, by day, and say what to do about the most frequent ones."""

from collections import Counter
from pathlib import Path

from marketo_soap_errors import ErrorCode, Fault, find_faults


def count(folder: Path) -> tuple[Counter[str], list[str]]:
    """Return the faults by code, and the files that could not be read to their end."""
    counts: Counter[str] = Counter()
    damaged: list[str] = []
    for path in sorted(folder.glob("app.log*")):
        try:
            counts.update(map(key, find_faults(path)))
        except OSError as error:
            damaged.append(f"{path.name}: {error.strerror}")
    return counts, damaged


def key(fault: Fault) -> str:
    code = fault.code
    return code.name if isinstance(code, ErrorCode) else str(code)


def advice(counts: Counter[str]) -> list[str]:
    known = [ErrorCode[name] for name, _ in counts.most_common() if name in ErrorCode.__members__]
    return [f"{code.name}: {code.recovery.advice}" for code in known if code.recovery.resend != "never"]
