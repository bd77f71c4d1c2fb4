"""Y01, P01, P02, F01 and F02: what is wrong with files. Whoever reads such a file checks it."""

from error_catalog.rules.registry import outside


@outside("Y01")
def yaml() -> None:
    """The catalog is YAML that every reader understands alike.

    Anchors, aliases, tags, tabs, a second document and numbers such as `0x10` are refused, since readers of YAML
    disagree on them or on what they are good for.

    wrong: {categories: &some {stock: {en: "Stock", de: "Lager"}}, recoveries: *some}
    wrong: {package: shop_errors, package: store_errors}
    right: {package: shop_errors}
    """


@outside("P01")
def translators_file() -> None:
    """A file that is imported can be read, and every entry of it is complete."""


@outside("P02")
def entry() -> None:
    """An entry of a file that is imported translates a current source text of the catalog, and is finished.

    Entries that are fuzzy, that translate an older source text or one that the catalog does not have, are left.
    """


@outside("F01")
def outdated_file() -> None:
    """The output folder holds exactly what is generated from the catalog.

    A project that does not commit its generated files can switch this rule off.
    """


@outside("F02")
def outdated_translation() -> None:
    """A translation follows its source text: if that has changed since the last generation, so has the translation.

    `catalog.json` in the output folder says what each translation was made from; a hint says if it is missing.
    Change the translation, mark all outdated ones with `error-catalog stale`, or say that they are still right with
    `error-catalog --confirm 20022.note.fr`, `20022.note` or `all`.
    """


@outside("S18")
def baseline() -> None:
    """The baseline beside the catalog can be read, and belongs to this catalog.

    A finding in it that is gone is a hint: `error-catalog baseline` removes it. Findings about the structure of the
    catalog are never in a baseline.
    """
