"""What a long run is doing, on a terminal."""

import os
import shutil
import sys
import threading
import time

from error_catalog import console

PATIENCE = 2  # seconds until anything is shown
STEP = 0.2  # seconds between two updates


class Progress:
    """Shows the current stage of a run on standard error, if it takes longer than two seconds and is on a terminal.

    Example:
        >>> with Progress("reading") as progress:
        ...     progress.stage("checking")
    """

    def __init__(self, stage: str) -> None:
        self._stage = stage
        self._is_done = threading.Event()
        is_shown = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._thread = threading.Thread(target=self._show, daemon=True) if is_shown else None

    def stage(self, name: str) -> None:
        """Name what the run is doing now."""
        self._stage = name

    def __enter__(self) -> "Progress":
        if self._thread:
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_done.set()
        if self._thread:
            self._thread.join()

    def _show(self) -> None:
        start = time.monotonic()
        shown = ""
        if self._is_done.wait(PATIENCE):
            return
        while not self._is_done.wait(STEP):
            line = f"{console.shown(self._stage)} … {time.monotonic() - start:.0f} s"[
                : shutil.get_terminal_size().columns - 1
            ]
            print(f"\r{line:{len(shown)}}", end="", file=sys.stderr, flush=True)
            shown = line
        print("\r" + " " * len(shown) + "\r", end="", file=sys.stderr, flush=True)
