"""Patterns of files, as in a .gitignore."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pathspec


def spec_of(patterns: Sequence[str]) -> pathspec.GitIgnoreSpec:
    """Patterns as in a .gitignore. Raises `ValueError`."""
    import pathspec  # noqa: PLC0415  (most runs have no patterns)

    return pathspec.GitIgnoreSpec.from_lines(patterns)


def is_pattern(text: str) -> bool:
    """Whether the text is a pattern as in a .gitignore."""
    try:
        spec_of([text])
    except ValueError:
        return False
    return True


def fits(spec: pathspec.GitIgnoreSpec, config: Path | None, path: Path, folder: bool = False) -> bool:
    """Whether patterns of a configuration file name a file or folder, or a folder that it lies in."""
    if config is None:
        return False
    try:
        inside = path.relative_to(config.parent)
    except ValueError:
        return False
    return bool(spec.match_file(inside.as_posix() + ("/" if folder else "")))
