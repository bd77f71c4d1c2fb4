"""Every key of the YAML, as its JSON Schema describes it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

Schema = dict[str, Any]

PLACES = {
    "languages": "tag", "texts": "word", "glossary": "term", "glossary.<term>": "tag", "errors": "code",
    "faults.unlisted": "code",
}  # fmt: skip
"""What stands in the place of a name that the author of a catalog chooses, if not `<name>`."""

TEXTS = "#/$defs/translations"
TEXT = "<text>"
TYPES = {"string": "text", "integer": "a whole number", "number": "a number", "boolean": "`true` or `false`",
         "array": "a list", "object": "a mapping"}  # fmt: skip


class Key(NamedTuple):
    """A key of the YAML.

    Attributes:
        path: Where it stands: `languages.<tag>.complete`.
        about: What it means, in sentences of Markdown.
        value: What its value is, in words of Markdown.
        examples: Values that it can have.
        is_required: Whether it cannot be left out.
    """

    path: str
    about: tuple[str, ...]
    value: str
    examples: tuple[Any, ...]
    is_required: bool

    @property
    def name(self) -> str:
        """Its own name, without those that it stands below."""
        return self.path.rpartition(".")[2]


def keys(whole: Schema) -> Iterator[Key]:
    """Yield every key, each before those below it; those of the long form of a text stand below `<text>`."""
    yield from _below(whole, whole, "")
    yield from _below(whole["$defs"]["textForm"]["then"], whole, TEXT)


def _below(schema: Schema, whole: Schema, path: str) -> Iterator[Key]:
    """Yield the keys below a part of the schema."""
    chain = _chain(schema, whole)
    for part in chain if not _is_text(chain) else ():
        for name, written in part.get("properties", {}).items():
            here = f"{path}.{name}" if path else name
            yield _key(here, written, whole, name in part.get("required", ()))
            yield from _below(written, whole, here)
        if isinstance(chosen := part.get("additionalProperties"), dict):
            yield from _below(chosen, whole, f"{path}.<{PLACES.get(path, 'name')}>")
        if "properties" in part.get("then", {}):
            yield from _below(part["then"], whole, path)


def _key(path: str, written: Schema, whole: Schema, is_required: bool) -> Key:
    chain = _chain(written, whole)
    described = [part for part in chain if part is not whole["$defs"]["translations"]]
    about = [part[name] for part in described for name in ("title", "description") if name in part]
    examples = next((part["examples"] for part in chain if "examples" in part), ())
    return Key(path, tuple(dict.fromkeys(map(_sentence, about))), _value(chain), tuple(examples), is_required)


def _value(chain: list[Schema]) -> str:
    """Return what a value is, in words."""
    if _is_text(chain):
        return "a text in each language"
    known = chain[-1]
    if "enum" in known:
        return "one of " + ", ".join(f"`{one}`" for one in known["enum"])
    types = [known["type"]] if isinstance(known.get("type"), str) else known.get("type", [])
    return " or ".join(TYPES[one] for one in types)


def _chain(schema: Schema, whole: Schema) -> list[Schema]:
    """Return a schema, the definition that it refers to, and so on."""
    found = [schema]
    while "$ref" in found[-1]:
        found.append(whole["$defs"][found[-1]["$ref"].rpartition("/")[2]])
    return found


def _is_text(chain: list[Schema]) -> bool:
    return any(part.get("$ref") == TEXTS for part in chain)


def _sentence(text: str) -> str:
    """Return a text as a sentence: descriptions that findings quote begin with a small letter and have no full stop."""
    return text if text.endswith(".") else f"{text[:1].upper()}{text[1:]}."
