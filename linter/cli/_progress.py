"""How far a long run is, on a terminal's standard error."""

from __future__ import annotations

import sys
import time

_PATIENCE = 2.0  # seconds before anything is shown
_EVERY = 0.2


class Progress:
    """Shows how many drafts are done, once a run has lasted a while; takes it away in the end."""

    def __init__(self) -> None:
        self._shows = sys.stderr is not None and sys.stderr.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._shown = ""

    def __call__(self, done: int, drafts: int) -> None:
        """Tell that so many drafts are done."""
        if self._shows and time.monotonic() >= self._next:
            self._next = time.monotonic() + _EVERY
            self._show(f"{done:,} of {drafts:,} drafts")

    def close(self) -> None:
        """Take the line away."""
        if self._shown:
            self._show("")

    def _show(self, line: str) -> None:
        sys.stderr.write("\r" + line.ljust(len(self._shown)) + ("" if line else "\r"))
        sys.stderr.flush()
        self._shown = line
