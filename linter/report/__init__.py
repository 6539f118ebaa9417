"""Reports: one format a file, found by its place; each has `render(run, style) -> str`. `_` marks helpers."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass

from linter.result import RunResult


@dataclass(frozen=True, slots=True)
class Style:
    """How a report may look: colours, the terminal's cells in a line, the summary, the table of counts."""

    color: bool = False
    width: int = 100
    summary: bool = True
    statistics: bool = False


Render = Callable[[RunResult, Style], str]


def formats() -> list[str]:
    """The names of the formats."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))


def renderer(name: str) -> Render:
    """What writes a format."""
    render: Render = importlib.import_module(f"linter.report.{name}").render
    return render
