"""What a new project consists of."""

import re

from error_catalog.model.reading import catalog_of
from error_catalog.model.source import parse
from error_catalog.outputs import files
from error_catalog.outputs.escaping import Escaped, Templates
from error_catalog.outputs.package.names import why_not_package

TEMPLATES = Templates("error_catalog.init", verbatim=Escaped)
CATALOG = "catalog/errors.yaml"
FILES = {
    CATALOG: "errors.yaml.j2",
    "site/mkdocs.yml": "mkdocs.yml.j2",
    "site/docs/guide.md": "guide.md.j2",
    "tests/test_catalog.py": "test_catalog.py.j2",
    "pyproject.toml": "pyproject.toml.j2",
    "requirements.txt": "requirements.txt.j2",
    "Makefile": "Makefile.j2",
    "README.md": "README.md.j2",
    "CONTRIBUTING.md": "CONTRIBUTING.md.j2",
    "LICENSE": "LICENSE.j2",
    ".gitattributes": "gitattributes.j2",
    ".gitignore": "gitignore.j2",
    "generated/.gitattributes": "generated_gitattributes.j2",
    "generated/.gitignore": "generated_gitignore.j2",
    ".github/workflows/ci.yml": "ci.yml.j2",
    ".pre-commit-config.yaml": "pre-commit-config.yaml.j2",
    ".weblate": "weblate.ini.j2",
    "weblate.json": "weblate.json.j2",
}
"""The files of a project, beside those that the generator makes, and the template of each."""

README = re.compile(r"README(\.\w+)*", re.IGNORECASE)
LICENSE = re.compile(r"(LICEN[CS]E|COPYING)(\.\w+)*", re.IGNORECASE)
GIT = (".git", ".gitattributes", ".gitignore")

INSTALLED = {
    "babel", "build", "error_catalog", "ftfy", "hatchling", "jinja2", "markdown", "material", "mkdocs", "packaging",
    "pip", "pygments", "pytest", "setuptools", "yaml",
}  # fmt: skip
"""What a project installs: a package of its own with such a name could not be imported."""

LONGEST_NAME = 64


def package_name(name: str) -> str:
    """Return a name for the package that Python can import, made from the name of its folder."""
    plain = re.sub("[^a-z0-9]+", "_", name.lower()).strip("_")[:LONGEST_NAME].rstrip("_")
    is_free = plain[:1].isalpha() and plain not in INSTALLED and not why_not_package(plain)
    return plain if is_free else "my_errors"


def project_files(package: str, requirement: str, present: list[str]) -> dict[str, bytes]:
    """Return the files of a project, except those that a clone has, under this name or a similar one."""
    readmes = [name for name in present if README.fullmatch(name)]
    licenses = [name for name in present if LICENSE.fullmatch(name)]
    values = {
        "package": package,
        "distribution": Escaped(package.replace("_", "-")),
        "requirement": requirement,
        "is_local": "file:///" in requirement,
        "readme": _described(readmes),
        "licenses": licenses or ["LICENSE"],
    }
    there = {*(name for name in GIT if name in present), *(readmes and ["README.md"]), *(licenses and ["LICENSE"])}
    made = {path: TEMPLATES.render(name, **values) for path, name in FILES.items() if path not in there}
    generated = files(catalog_of(parse(made[CATALOG].decode(), CATALOG)))
    return made | {f"generated/{path}": content for path, content in generated.items()}


def _described(readmes: list[str]) -> str | None:
    """Return the README that a package index can show, or None. The shortest name is in the main language."""
    shown = [name for name in readmes if name.lower().endswith((".md", ".rst", ".txt"))]
    return min(shown, key=len) if shown else None if readmes else "README.md"
