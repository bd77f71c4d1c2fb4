"""What a new project installs as its generator: a line of requirements.txt."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

NAME = "error-catalog"
ARCHIVES = (".whl", ".tar.gz", ".zip")

NAMED = re.compile(r"error[-_.]+catalog(?![\w.-])\s*(?P<extras>\[[\w\s,.-]*\])?\s*(?P<rest>.*)", re.IGNORECASE)
VERSIONS = re.compile(r"((===|[=~!<>]=|[<>])\s*[\w.*+!-]+\s*(,\s*(?!$))?)+(;.+)?|;.+")
ADDRESS = re.compile(r"(git|hg|svn|bzr)\+[a-z+]+://[^\s;]+|(https?|file)://[^\s;#]+\.(whl|tar\.gz|zip)(#[^\s;]*)?")
NO_HOST = re.compile(r"\w+\+file:///")  # which some versions of pip refuse after a name and "@"
EXAMPLES = "==2.0.0, a wheel, a folder, or git+https://host/project.git@v2.0.0#subdirectory=codegen"


def default() -> str:
    """Return the line for this very version of the generator."""
    return f"{NAME}=={version(NAME)}"


def requirement(given: str) -> str:
    """Return the line for what somebody asks for: versions, a requirement, a path or an address.

    Raises:
        ValueError: It cannot be a requirement of error-catalog.

    Example:
        >>> requirement(">=2")
        'error-catalog>=2'
    """
    given = given.strip()
    if not given.isprintable():
        raise ValueError("has control characters")
    named = NAMED.fullmatch(given)
    if named is not None:
        return _named(given, named["extras"] or "", named["rest"])
    if ADDRESS.fullmatch(given):
        return given if NO_HOST.match(given) else f"{NAME} @ {given}"
    if given and Path(given).exists():
        return _path(Path(given).resolve())
    if VERSIONS.fullmatch(given):
        return NAME + given
    raise ValueError(f"{given!r} is not a requirement of {NAME}; examples: {EXAMPLES}")


def _named(given: str, extras: str, rest: str) -> str:
    address = rest.removeprefix("@").strip()
    if not rest or VERSIONS.fullmatch(rest) or (rest.startswith("@") and ADDRESS.fullmatch(address)):
        return given
    raise ValueError(f"{given!r} is not a requirement; examples: {EXAMPLES}")


def _path(path: Path) -> str:
    """Return the line for a folder or an archive of the generator."""
    if path.is_dir() and _project(path) != NAME:
        raise ValueError(f"{path} is not the folder of {NAME}: its pyproject.toml has another name or is missing")
    if path.is_file() and not (_plain(path.name).startswith(f"{NAME}-") and path.name.endswith(ARCHIVES)):
        raise ValueError(f"{path} is not a wheel or a source distribution of {NAME}")
    return f"{NAME} @ {path.as_uri()}"


def _project(folder: Path) -> str:
    """Return the name of the project in a folder, or an empty string."""
    try:
        return _plain(tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]["name"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ""


def _plain(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()
