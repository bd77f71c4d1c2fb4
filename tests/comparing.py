"""A catalog to compare with what becomes of it."""

OLD = """\
package: shop_errors
source_language: en
languages: {en: {}, de: {}, fr: {complete: false}}
fields:
  owner: {type: string, label: {en: "Owner", de: "Zuständig"}}
categories: {stock: {en: "Stock", de: "Lager"}, price: {en: "Price", de: "Preis"}}
recoveries:
  later: {resend: unchanged, advice: {en: "Send it again later", de: "Später erneut senden"}}
errors:
  7:
    name: OUT_OF_STOCK
    category: stock
    owner: "Ann"
    placeholders: {table: "orders"}
    message: {en: "No {table} left", de: "Keine {table} mehr"}
    note: {en: "Order fewer", de: "Bestellen Sie weniger", fr: "Commandez moins"}
  8:
    name: CLOSED
    owner: "Bob"
    recovery: later
    limit: {calls: 10, hours: 1}
    message: {en: "Closed after 10 calls", de: "Nach 10 Aufrufen geschlossen"}
"""


def edited(edits: list[tuple[str, str]]) -> str:
    new = OLD
    for before, after in edits:
        assert before in new
        new = new.replace(before, after)
    return new
