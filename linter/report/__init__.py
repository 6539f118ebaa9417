"""Reports: one format a file, found by its place; each has `render(run, style) -> str`. `_` marks helpers."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from linter.result import RunResult

UNCHECKED = "lint/unchecked"  # how formats name what could not be checked, beside the rules


@dataclass(frozen=True, slots=True)
class Style:
    """How a report may look: colours, the terminal's cells in a line, the summary, the table of counts.

    `problems` says whether what is meant for a terminal names what could not be checked: there, standard error does.

    `root` is the repository's root and `folder` the working folder that paths are relative to, both absolute: what a
    CI shows beside a change is known by its path from the root. Without them paths stay as they were given.
    """

    color: bool = False
    width: int = 100
    summary: bool = True
    statistics: bool = False
    problems: bool = False
    root: Path | None = None
    folder: Path | None = None


Render = Callable[[RunResult, Style], str]


def formats() -> list[str]:
    """The names of the formats."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))


def renderer(name: str) -> Render:
    """What writes a format."""
    render: Render = importlib.import_module(f"linter.report.{name}").render
    return render
