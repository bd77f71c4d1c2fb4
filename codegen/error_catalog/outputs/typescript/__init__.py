"""An npm package: the codes as constants with types, and the texts of each language in a module of its own.

It consists of ECMAScript modules with declarations, so that nothing needs to be compiled. Its behaviour is copied as it
is; its data is rendered.
"""

from importlib.resources import files

from error_catalog.model.catalog import Catalog
from error_catalog.outputs import Files
from error_catalog.outputs.escaping import Templates, to_json_file
from error_catalog.outputs.typescript import syntax
from error_catalog.outputs.typescript.texts import Texts
from error_catalog.outputs.typescript.types import Types
from error_catalog.outputs.typescript.version import semantic

FOLDER = "typescript"
NOTICE = "Made by error-catalog. Do not edit: change the YAML."

TEMPLATES = Templates(__name__, **syntax.FILTERS)


def render(catalog: Catalog) -> Files:
    """Yield the modules of the package and their declarations. Raise OutputError if a number is too large."""
    texts = Texts(catalog)
    package = _package(catalog)
    values = {"catalog": catalog, "types": Types(catalog), "texts": texts, "notice": NOTICE, "name": package["name"]}
    yield f"{FOLDER}/package.json", to_json_file(package)
    for file in sorted((files(__name__) / "templates").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".j2"):
            yield f"{FOLDER}/{file.name.removesuffix('.j2')}", TEMPLATES.render(file.name, **values)
        else:
            yield f"{FOLDER}/{file.name}", file.read_bytes()
    for tag, said in texts.by_language.items():
        lines = [f"  {syntax.literal(context)}: {syntax.literal(text)},\n" for context, text in said.items()]
        yield f"{FOLDER}/texts/{tag}.js", f"// {NOTICE}\nexport default {{\n{''.join(lines)}}};\n".encode()


def _package(catalog: Catalog) -> dict[str, object]:
    """Return what package.json says."""
    return {
        "name": catalog.package.replace("_", "-"),
        "version": semantic(catalog.gettext.get("version", "")),
        "description": " ".join(catalog.title.split()),
        "type": "module",
        "exports": {".": {"types": "./index.d.ts", "default": "./index.js"}, "./package.json": "./package.json"},
        "types": "./index.d.ts",
        "sideEffects": False,
        "engines": {"node": ">=18"},
    }
