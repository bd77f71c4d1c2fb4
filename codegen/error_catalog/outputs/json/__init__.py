"""The whole catalog for programs: `catalog.json`."""

from error_catalog.model.catalog import Catalog
from error_catalog.outputs import Files
from error_catalog.outputs.escaping import to_json_file
from error_catalog.outputs.json.data import catalog_data


def render(catalog: Catalog) -> Files:
    """Yield the JSON file of a catalog."""
    yield "catalog.json", to_json_file(catalog_data(catalog))
