# Made by error-catalog. Do not edit: change the YAML.
"""The error codes, with their texts in the source language, and the languages of the catalog."""

from ._base import ErrorBase

DOMAIN = "marketo_soap_errors"
SITE = ""
FAULT_NAMESPACE = "http://www.marketo.com/mktows/"
FAULT_ELEMENT = "serviceException"
#: What is known about codes that faults can carry and that are not members of ErrorCode.
UNLISTED: dict[int | str, str] = {
    20018: "No published page has this code. It is ERR_BAD_ENCODING in Marketo's PHP sample, so check the character encoding of the request.",
}
SOURCE_LANGUAGE = "en"
LANGUAGES = (
    "en",
    "fr",
    "ja",
    "ko",
    "sv",
)
"""The languages of the catalog, as BCP 47 tags."""


class ErrorCode(ErrorBase):
    """Error Codes – Marketo SOAP API

    Get a code by its value or by its name; a value that the catalog does not have raises ValueError:

        >>> ErrorCode(10001) is ErrorCode.INTERNAL_ERROR
        True

    `code.localized("sv")` returns the texts in a language, and says which language each of them is in.
    `code.recovery` says whether to send the call again (`resend`, `attempts`, `wait`), and what to do (`localized`).

    Attributes:
        message: What happened, in the source language.
        note: What it means, in the source language; empty if the catalog has no note.
        category: What the error is about.
        recovery: What the caller can do.
        limit: The limit that was exceeded, in figures.
        placeholders: What `{name}` in the texts stands for, each with an example.
        keywords: What readers search for, in addition to the texts.
        rest: Nearest REST API codes.
        cause: Usual cause.
        retired: Since when the code is no longer sent, why, and what replaces it; None for codes in use.
    """

    INTERNAL_ERROR = 10001
    API_SERVICE_FAILURE = 20011
    REQUEST_NOT_UNDERSTOOD = 20012
    ACCESS_DENIED = 20013
    AUTHENTICATION_FAILED = 20014
    REQUEST_LIMIT_EXCEEDED = 20015
    REQUEST_EXPIRED = 20016
    INVALID_REQUEST = 20017
    UNSUPPORTED_OPERATION = 20019
    TIME_RANGE_LIMIT_EXCEEDED = 20022
    RATE_LIMIT_EXCEEDED = 20023
    CONCURRENCY_LIMIT_EXCEEDED = 20024
    LEAD_KEY_REQUIRED = 20101
    LEAD_KEY_BAD = 20102
    LEAD_NOT_FOUND = 20103
    LEAD_DETAIL_REQUIRED = 20104
    LEAD_ATTRIBUTE_BAD = 20105
    LEAD_SYNC_FAILED = 20106
    ACTIVITY_KEY_BAD = 20107
    LEAD_OWNER_NOT_FOUND = 20108
    PARAMETER_REQUIRED = 20109
    BAD_PARAMETER = 20110
    LIST_NOT_FOUND = 20111
    CAMPAIGN_NOT_FOUND = 20113
    BAD_PARAMETER_VALUE = 20114
    BAD_STREAM_POSITION = 20122
    STREAM_AT_END = 20123


#: The message and the note of every code.
TEXTS: dict[int, tuple[str, str]] = {
    10001: ("Internal Error", "Severe system failure"),
    20011: ("Internal Error", "API service failure"),
    20012: ("Request Not Understood", "Unexpected SOAP Message"),
    20013: ("Access Denied", "Client is blocked from API access"),
    20014: ("Authentication failed", "Client did not provide valid credentials"),
    20015: ("Request Limit Exceeded", "Number of calls today exceeded the subscription's quota. The default subscription quota is 10,000/day."),
    20016: ("Request Expired", "Request signature is too old. The given timestamp and request signature are in the past and are no longer valid. Request can be retried with a newly generated timestamp and signature."),
    20017: ("Invalid Request", "Request is missing an expected parameter"),
    20019: ("Unsupported Operation", "Operation invoked is not defined in the Marketo API WSDL"),
    20022: ("Time range specified in query filter exceeded limit", "The number of days elapsed between the \"oldestUpdatedAt\" and \"latestUpdatedAt\" fields was greater than 30"),
    20023: ("Rate Limit Exceeded", "The number of calls in the past 20 seconds was greater than 100"),
    20024: ("Concurrency Limit Exceeded", "The number of concurrent calls was greater than 10"),
    20101: ("Lead Key Required", "LeadKey is Required but was not provided"),
    20102: ("Lead Key Bad", "LeadKeyType is not Valid"),
    20103: ("Lead Not Found", "LeadKey Value did not match any lead"),
    20104: ("Lead Detail Required", "LeadRecord is required but was not provided"),
    20105: ("Lead Attribute Bad", "LeadRecord contains an Attribute with a bad name"),
    20106: ("Lead Sync Failed", "LeadRecord could not be updated or created"),
    20107: ("Activity Key Bad", "LeadActivityFilter contains a bad activity type"),
    20108: ("Lead Owner Not Found", "LeadKey specifies a lead owner that does not exist"),
    20109: ("Parameter Required", "Parameter value was null or missing"),
    20110: ("Bad Parameter", "A parameter value is bad"),
    20111: ("List Not Found", "ListKey specifies a list that does not exist"),
    20113: ("Campaign Not Found", "Campaign does not exist"),
    20114: ("Bad Parameter", "Parameter Value is bad"),
    20122: ("Bad Stream Position", "Stream position is bad"),
    20123: ("Stream at End", "Stream position indicates that no more records are available"),
}
for code in ErrorCode:
    code.message, code.note = TEXTS[code.value]
