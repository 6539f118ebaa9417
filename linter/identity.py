"""What stored things hang on beside drafts, configuration and rules: this package's code, Python, and the libraries installed."""

from __future__ import annotations

import os
import sys

from linter.store import digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def identity() -> str:
    """A digest that changes with this package's code or model, with Python, and with any library that is installed or upgraded."""
    package = os.path.dirname(os.path.abspath(__file__))
    parts = [sys.version, sys.platform, package]
    parts += [_stamp(path) for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    parts += [_stamp(path) for path in sorted(_files(package))]
    return digest(part.encode("utf-8", "surrogateescape") for part in parts)


def rules_digest(folders: Sequence[str]) -> str | None:
    """A digest of every file in the folders of rules; None where one cannot be read, which is for the loader to say."""
    parts: list[bytes] = []
    try:
        for folder in folders:
            for path in sorted(_files(folder)):
                if path.endswith((".yaml", ".yml")):
                    with open(path, "rb", buffering=0) as file:
                        parts += [os.fsencode(path), file.read()]
            parts.append(b"")
    except OSError:
        return None
    return digest(parts)


def _stamp(path: str) -> str:
    try:
        status = os.stat(path)
    except OSError:
        return path
    return f"{path}\0{status.st_mtime_ns}\0{status.st_size}"


def _files(folder: str) -> Iterator[str]:
    """The files in a folder and below; raises `OSError` where it cannot be listed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):  # as the loader of rules does
                if entry.name not in ("__pycache__", "_rules"):
                    yield from _files(entry.path)
            else:
                yield entry.path
