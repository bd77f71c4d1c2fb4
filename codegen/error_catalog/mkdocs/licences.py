"""The licences of what a site with a catalog contains."""

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from error_catalog.mkdocs.search import ASSETS

DISTRIBUTIONS = ("error-catalog", "mkdocs-material", "mkdocs")
FILE = f"{ASSETS}/licences.txt"


def text(config: MkDocsConfig) -> str:
    """Return the licences of the generator, of the theme with its icons, and of the vendored script."""
    parts = [_of_distribution(name) for name in DISTRIBUTIONS]
    parts += [_titled("iframe-worker", (Path(__file__).parent / "iframe-worker.LICENSE").read_text("utf-8"))]
    parts += [
        _titled(f"Icons: {path.parent.name}", path.read_text("utf-8"))
        for theme in config.theme.dirs
        for path in sorted(Path(theme, ".icons").glob("*/LICENSE*"))
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _of_distribution(name: str) -> str:
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return ""
    files = found.metadata.get_all("License-File") or ()
    texts = [found.read_text(f"licenses/{file}") or found.read_text(file) or "" for file in files]
    title = name if name == "error-catalog" else f"{name} {found.version}"  # a new version of ours changes no site
    return _titled(title, "\n".join(texts))


def _titled(title: str, text: str) -> str:
    return f"{title}\n{'=' * len(title)}\n\n{text.strip()}"
