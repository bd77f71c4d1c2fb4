"""HTML: the filters of the pages' templates."""

import html
from collections.abc import Callable
from functools import cache, lru_cache

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name

from error_catalog.mkdocs.differences import struck
from error_catalog.model import durations
from error_catalog.model.catalog import Recovery
from error_catalog.outputs.docs.view import View
from error_catalog.outputs.escaping import Escaped, Templates

MANY = 1 << 16  # texts that pages repeat: titles, neighbours, labels
FORMATTER = HtmlFormatter(cssclass="highlight", wrapcode=True)


@lru_cache(MANY)
def text(value: str) -> Escaped:
    """Return a text between tags, or the value of an attribute in double quotes."""
    return Escaped(html.escape(value))


def breakable(value: str) -> Escaped:
    """Return a name that can be broken after each underscore."""
    return Escaped(html.escape(value).replace("_", "_<wbr>"))


def source_code(value: str, language: str) -> Escaped:
    """Return source code with syntax colours, in the markup that Material styles."""
    return Escaped(highlight(value, _lexer(language), FORMATTER).rstrip("\n"))


@cache
def _lexer(language: str) -> Lexer:
    return get_lexer_by_name(language)


def wait(recovery: Recovery, view: View) -> Escaped:
    """Return how long to wait before a call is sent again, in words."""
    return view.joined([view.say(durations.word(unit, figure)) for unit, figure in recovery.wait.items()])


def published(correction: dict[str, str]) -> Escaped:
    """Return what was published, compared with what the catalog says, which stands on the page already."""
    return struck(correction["published"], correction["ours"])


FILTERS: dict[str, Callable[..., Escaped]] = {
    "safe_part": Escaped,
    "text": text,
    "breakable": breakable,
    "wait": wait,
    "published": published,
}
TEMPLATES = Templates(__package__, **FILTERS)
