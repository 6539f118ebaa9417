"""Paths as other tools know them: from the repository's root, with slashes."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from urllib.parse import quote

from linter.report import Style

STDIN = "-"


def repository_path(path: str, style: Style) -> str:
    """A path from the repository's root; where it lies outside, or no root is known, as it was given."""
    if path in ("", STDIN):
        return path
    if style.root is not None and style.folder is not None:
        whole = Path(os.path.normpath(style.folder / path))
        if whole.is_relative_to(style.root):
            return whole.relative_to(style.root).as_posix()
    return PurePath(path).as_posix()


def uri(path: str, style: Style) -> str:
    """The path as a URI reference, every other character percent-encoded by its bytes; absolute ones with `file:`."""
    found = repository_path(path, style)
    if PurePath(found).is_absolute():
        return PurePath(found).as_uri()
    return quote(os.fsencode(found), safe="/")
