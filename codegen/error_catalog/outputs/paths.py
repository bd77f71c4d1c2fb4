"""The paths that outputs may write: below the output folder, valid on every system, each made once."""

import re
import unicodedata

PART = re.compile(r'[^\x00-\x1f\x7f<>:"|?*\\/]+')
"""The characters that a part of a path can have: those that Windows allows, too."""

RESERVED = re.compile(
    r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?", re.IGNORECASE | re.DOTALL
)
"""The names that Windows keeps for devices, whatever follows a full stop."""

LONGEST_PART = 255  # bytes


class Paths:
    """The paths that are taken, and the output that makes each.

    Paths that differ only in case, or in how Unicode composes a letter, are the same: on Windows or macOS they are the
    same file.
    """

    def __init__(self) -> None:
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}

    def take(self, path: object, output: str) -> None:
        """Note that an output makes a file.

        Raises:
            ValueError: The file cannot be written, or an output makes it already.
        """
        if not isinstance(path, str) or not all(map(_is_plain, path.split("/"))):
            raise ValueError(
                f"{path!r} is not a relative path of names that are plain, not hidden and not reserved on Windows,"
                " with `/` between"
            )
        key = unicodedata.normalize("NFC", path.casefold())
        if key in self._files:
            raise ValueError(f"{path} is already made by {self._files[key]}")
        if key in self._folders:
            raise ValueError(f"{path} is already a folder of {self._folders[key]}")
        folder = key.rpartition("/")[0]
        while folder and folder not in self._folders:
            if folder in self._files:
                raise ValueError(f"{path} cannot be below a file of {self._files[folder]}")
            self._folders[folder] = output
            folder = folder.rpartition("/")[0]
        self._files[key] = output


def is_reserved(part: str) -> bool:
    """Return True if Windows has no file or folder of this name, whatever its suffix is."""
    return RESERVED.fullmatch(part) is not None


def _is_plain(part: str) -> bool:
    is_plain = PART.fullmatch(part) is not None and part.isprintable() and not part.startswith(".")
    is_plain = is_plain and not is_reserved(part)
    return is_plain and part[-1] not in ". " and len(part.encode()) <= LONGEST_PART
