"""How the page of a code says a limit: how many in a time as one expression, in the order of the language."""

import pytest

from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse
from error_catalog.outputs.docs.facts import facts
from error_catalog.outputs.docs.view import View

TEXT = """
package: shop_errors
source_language: en
languages: {en: {}, fr: {}, ja: {}, he: {complete: false}}
texts: {calls: {en: Calls, fr: Appels, ja: "呼び出し", he: "קריאות"}}
errors:
  1: {name: TOO_MANY, limit: FIGURES, message: {en: "Too many", fr: "Trop", ja: "多すぎます", he: "יותר מדי"}}
"""


@pytest.mark.parametrize(
    ("figures", "tag", "said"),
    [
        ("{calls: 1500, seconds: 20}", "en", "Calls: 1,500 in 20 seconds"),
        ("{seconds: 20, calls: 1500}", "en", "Calls: 1,500 in 20 seconds"),
        ("{calls: 100, seconds: 20}", "fr", "Appels\u00a0: 100 en 20\u00a0secondes"),
        ("{calls: 100, seconds: 20}", "ja", "呼び出し：20 秒あたり 100"),
        (
            "{calls: 100, seconds: 20}",
            "he",
            "קריאות: 100 · 20 שניות",
        ),  # "in" is not known
        ("{calls: 100}", "fr", "Appels\u00a0: 100"),
        ("{days: 30}", "en", "30 days"),
        ("{calls: 100, seconds: 20, days: 1}", "en", "Calls: 100 · 20 seconds · 1 day"),
    ],
)
def test_a_limit(figures: str, tag: str, said: str):
    catalog = catalog_of(parse(TEXT.replace("FIGURES", figures), "errors.yaml"))
    view = View(catalog, catalog.languages[tag], escape=lambda text: text)
    assert [str(value) for _, value in facts(view, catalog.errors[0])] == [said]
