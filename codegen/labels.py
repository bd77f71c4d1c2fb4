"""What the site says in English where a catalog's `texts` bring no words of their own."""

LABELS = {
    "title": "Error codes",
    "description": "Every error code, with its message and what it means.",
    "introduction": "",
    "lead_in": "",
    "notice": "",
    "column_code": "Code",
    "column_message": "Message",
    "column_note": "Note",
    "all_codes": "All error codes",
    "what_to_do": "What to do",
    "stated": "Stated by the publisher",
    "own_advice": "Advice of this catalog",
    "original": "Original text",
    "language": "Language",
    "languages": "In every language",
    "published_page": "Differences from the published page",
    "published_text": "On the published page",
    "catalog_text": "In this catalog",
    "reason": "Reason",
    "not_found": "Page not found",
}
