# Made by error-catalog. Do not edit: change the YAML.
"""The words of the command in the source language; gettext has them in all others."""

WORDS = {
    "product": "Marketo SOAP API",
    "title": "Error Codes",
    "what_to_do": "What to do",
    "stated": "Stated by Adobe",
    "own_advice": "Advice from this catalog",
    "original": "English original",
    "retired": "Retired since",
    "use_instead": "Use instead",
    "server": "Server",
    "category": "Category",
    "limit": "Limit",
    "resend_unchanged": "Send again unchanged",
    "resend_changed": "Send again after a change",
    "resend_never": "Do not send again",
    "attempts": "Attempts",
    "wait": "Wait",
    "not_translated": "Not translated yet",
    "yes": "Yes",
    "no": "No",
    "unknown_code": "{code} is not a code of this catalog",
    "example": "Example",
    "label_value": "{label}: {value}",
    "with_remark": "{text} ({remark})",
    "rate": "{figure} in {time}",
    "list_separator": ", ",
    "calls": "Calls",
    "concurrent_calls": "Concurrent calls",
    "days_1": "1 day",
    "days_30": "30 days",
    "seconds_20": "20 seconds",
}

#: How long to wait before a call is sent again: the names of words, by the recovery.
WAITS: dict[str, tuple[str, ...]] = {"slow_down": ("seconds_20",)}

#: The fields that are shown as a label with the value: the msgctxt of the label, and the label.
LABELS: dict[str, tuple[str, str]] = {
    "rest": ("fields.rest", "Nearest REST API codes"),
    "cause": ("fields.cause", "Usual cause"),
}

#: The fields by whose values `explain` finds errors.
LOOKUP: tuple[str, ...] = ("rest",)
