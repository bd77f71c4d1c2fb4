"""Where the YAML can be edited."""

import os
import re
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig

PARENT = re.compile(r"(?<![^/?#=])(?!\.\.?/)[^/?#=]+/\.\./")
HOST = re.compile(r"([a-z+]+:)?//[^/?#]*/?")


def edit_url(config: MkDocsConfig, catalog: str) -> str | None:
    """Return the address at which a catalog can be edited, if the site says where its own pages can be.

    Args:
        config: The configuration; `edit_uri` and `edit_uri_template` are about files in `docs_dir`.
        catalog: The path of the YAML.
    """
    path = os.path.relpath(catalog, config.docs_dir).replace(os.sep, "/")
    if config.edit_uri_template:
        edit = config.edit_uri_template.format(path=path, path_noext=os.path.splitext(path)[0])
    elif config.edit_uri:
        edit = f"{config.edit_uri}{path}"
    else:
        return None
    host = found[0] if (found := HOST.match(edit)) else ""
    rest = edit[len(host) :]
    while (shorter := PARENT.sub("", rest, count=1)) != rest:
        rest = shorter
    if rest.startswith("../") or "=../" in rest:
        return None  # the YAML is not in the repository
    repository = config.repo_url or ""
    if repository and not rest.startswith(("?", "#")):
        repository = f"{repository.rstrip('/')}/"
    return urljoin(repository, f"{host}{rest}")
