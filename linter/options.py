"""What a run is asked to do, beside the settings of each draft."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from linter.settings import Fixing, Flags

if TYPE_CHECKING:
    from linter.store import Store


@dataclass(frozen=True, slots=True)
class Options:
    """What a run is asked to do, beside the settings of each draft."""

    flags: Flags = field(default_factory=Flags)
    config: Path | None = None
    isolated: bool = False
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    gitignore: bool = True
    stdin_filename: str | None = None
    inline: bool = True
    redact: bool = False
    store: Store | None = None  # of compiled rules, and of findings if wanted
    stored_findings: bool = False
    fixing: Fixing | None = None
    baseline: Path | None = None
    baselines: bool = True  # whether to set aside what baselines know
    jobs: int | None = None  # processes; None for as many as pay
