# Made by `python -m codegen` from the catalog's YAML. Do not edit: change the YAML or codegen/templates.
"""The languages of the catalog."""

DOMAIN = "marketo_soap_errors"
SOURCE_LANGUAGE = "en"
LANGUAGES = (
    "en",
    "fr",
    "ja",
    "ko",
    "sv",
)
