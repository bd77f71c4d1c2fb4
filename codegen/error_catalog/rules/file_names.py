"""S19: names that become those of files and addresses."""

from collections.abc import Iterator

from error_catalog.model.catalog import Catalog
from error_catalog.model.document import mapping
from error_catalog.outputs.paths import is_reserved
from error_catalog.rules.complaint import Complaint
from error_catalog.rules.registry import rule


@rule("S19")
def file_names(catalog: Catalog) -> Iterator[Complaint]:
    """The package, every code and every category has a name that files can have on every system.

    Pages and folders have these names. Windows keeps some for devices, with any suffix: con, prn, aux, nul, com1, lpt1.

    wrong: errors: {"con": {name: CLOSED}}
    right: errors: {"con-1": {name: CLOSED}}
    """
    if is_reserved(catalog.package):
        yield Complaint(("package",), "package", f"{_message(catalog.package)} name")
    for section, what in (("errors", "code"), ("categories", "name")):
        for name in mapping(catalog.document.root.get(section)):
            if is_reserved(name):
                where = name if section == "errors" else f"{section}.{name}"
                yield Complaint((section, name), where, f"{_message(name)} {what}", is_about_key=True)


def _message(name: str) -> str:
    return f"{name} is a name that Windows keeps for a device, so that no file can have it; choose another"
