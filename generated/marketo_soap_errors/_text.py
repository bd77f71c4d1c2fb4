# Made by error-catalog. Do not edit: change the YAML.
"""The texts of an error in one language."""

from dataclasses import dataclass, replace

#: The fields of Text that are translated.
FIELDS = ("message", "note", "cause")


@dataclass(frozen=True, slots=True)
class Text:
    """What an error says, each text with the language that it is in, as a BCP 47 tag.

    `message` is in `language`. The language of every other text is None if the error has no such text.
    """

    message: str
    note: str
    language: str
    note_language: str
    cause: str | None = None
    cause_language: str | None = None

    def format(self, /, **values: object) -> "Text":
        """Return the texts with their placeholders filled in: `{table}` by `format(table="orders")`.

        A value is put in as it is: braces in it mean nothing.

        Raises:
            KeyError: A placeholder has no value.
        """
        from ._placeholders import fill

        texts = {name: text for name in FIELDS if (text := getattr(self, name))}
        return replace(self, **fill(texts, values))
