# Copied as it stands from codegen/templates/package: edit it there.
"""Which language of the catalog a reader gets: RFC 4647 lookup over tags as people and systems write them."""

from ._languages import LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_BY_FOLDED_TAG = {tag.lower(): tag for tag in LANGUAGES}
_LONGEST_TAG = 128
_MOST_REMEMBERED = 1024
_remembered: "dict[str, str | None]" = {}


def lookup(wanted: "str | Iterable[str]") -> "str | None":
    """The first wanted language that the catalog has, or None. Whatever is no language tag is passed over."""
    if isinstance(wanted, str):
        return _lookup_one(wanted)
    for tag in wanted:
        found = _lookup_one(tag)
        if found is not None:
            return found
    return None


def _lookup_one(tag: str) -> "str | None":
    if not isinstance(tag, str) or len(tag) > _LONGEST_TAG:
        return None
    if tag not in _remembered:
        if len(_remembered) >= _MOST_REMEMBERED:
            _remembered.clear()
        _remembered[tag] = _truncate(tag)
    return _remembered[tag]


def _truncate(tag: str) -> "str | None":
    """RFC 4647, 3.4: the tag, then the tag without its last subtag, and so on."""
    folded = tag.partition("@")[0].partition(".")[0].replace("_", "-").lower()
    while folded:
        if folded in _BY_FOLDED_TAG:
            return _BY_FOLDED_TAG[folded]
        folded = folded.rpartition("-")[0]
        if folded[-2:-1] == "-":  # a single letter or digit introduces what was just cut off
            folded = folded[:-2]
    return None
