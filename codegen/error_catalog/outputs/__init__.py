"""The table of contents: every output by name, each in a folder of its own.

An output is a module here with `render(catalog)`, which yields paths below the output folder and what each holds.
Outputs of other packages are found by the entry point group `error_catalog.outputs`: the entry point's name is the
name of the output, and it refers to such a function.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from error_catalog import plugins
from error_catalog.model.catalog import Catalog
from error_catalog.model.findings import CatalogError, Finding
from error_catalog.model.schema import file_schema
from error_catalog.outputs.escaping import Templates, to_json_file
from error_catalog.outputs.paths import Paths

Files = Iterator[tuple[str, bytes]]
Render = Callable[[Catalog], Iterable[tuple[str, bytes]]]

OUTPUTS = {
    "package": "the typed Python package",
    "gettext": "a POT file and a PO file per language, for translators",
    "json": "catalog.json, for programs",
    "docs": "the pages of a site as Markdown, and their JSON",
    "typescript": "an npm package with types, and the texts of each language",
    "xliff": "an XLIFF file per language, for agencies",
}

GROUP = "error_catalog.outputs"
README = "README.md"
TEMPLATES = Templates(__name__)


class OutputError(Exception):
    """An output cannot be made. The message says why and what to do."""


def files(catalog: Catalog, only: Iterable[str] | None = None) -> dict[str, bytes]:
    """Return every generated path with its content.

    Args:
        catalog: A catalog without findings.
        only: The names of the outputs to make, instead of those that the catalog names.

    Raises:
        CatalogError: An output of another package fails, or yields a path that it must not.
    """
    made = dict(_always(catalog))
    paths = Paths()
    for path in made:
        paths.take(path, "error-catalog")
    for name in dict.fromkeys(only or catalog.outputs):
        try:
            for path, content in _rendered(name, catalog):
                _take(paths, path, name)
                made[path] = content
        except OutputError as error:
            raise CatalogError([_finding(catalog, name, str(error))]) from error
    return made


def renderer(name: str) -> Render:
    """Return the function of an output. Raise OutputError if there is no such output, or if it cannot be loaded."""
    points = [point for point in plugins.points(GROUP) if point.name == name]
    if len(points) + (name in OUTPUTS) > 1:
        others = " and ".join(map(plugins.shown, points))
        raise OutputError(f"{name} is the name of several outputs: {'a built-in one and ' * (name in OUTPUTS)}{others}")
    if name in OUTPUTS:
        render: Render = import_module(f"{__name__}.{name}").render
        return render
    if not points:
        raise OutputError(f"{name} is not an output; known: {', '.join(names())}")
    try:
        loaded = plugins.load(points[0])
    except plugins.PluginError as error:
        raise OutputError(f"the output {error}") from error
    if not callable(loaded):
        raise OutputError(f"the output {plugins.shown(points[0])} is not a function")
    return loaded  # type: ignore[no-any-return]


def names() -> list[str]:
    """Return the names of all outputs, those of other packages last."""
    return list(dict.fromkeys([*OUTPUTS, *(point.name for point in plugins.points(GROUP))]))


def _always(catalog: Catalog) -> Files:
    """Yield the files that the output folder has whatever the outputs are."""
    yield README, TEMPLATES.render("README.md.j2", catalog=catalog)
    yield "errors.schema.json", to_json_file(file_schema(catalog.fields))


def _rendered(name: str, catalog: Catalog) -> Files:
    render = renderer(name)
    if name in OUTPUTS:
        yield from render(catalog)
        return
    try:
        for path, content in render(catalog):
            if not isinstance(content, bytes):
                raise TypeError(f"the content of {path!r} is {type(content).__name__}, not bytes")
            yield path, content
    except (Exception, SystemExit) as error:
        raise OutputError(f"the output {name} has failed: {plugins.why(error)}") from error


def _take(paths: Paths, path: str, name: str) -> None:
    try:
        paths.take(path, name)
    except ValueError as error:
        raise OutputError(f"the output {name} has failed: {error}") from error


def _finding(catalog: Catalog, name: str, message: str) -> Finding:
    named = catalog.document.root.get("outputs", [])
    keys = ("outputs", named.index(name)) if name in named else ("outputs",)
    place = catalog.document.place(keys)
    return Finding(catalog.path, place, "S12", "outputs", message, name="outputs", keys=keys)
