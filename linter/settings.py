"""What holds for one draft: flags over front matter over overrides over configuration over defaults."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from linter.communication import Communication
from linter.context import Context, Document, Stage, Waiver
from linter.finding import Severity

Resolve = Callable[[str], frozenset[str]]


class FailLevel(str, Enum):
    """The least severity that fails the run."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"
    NEVER = "never"

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of this severity fails the run."""
        return self is not FailLevel.NEVER and severity.rank >= Severity(self.value).rank


@dataclass(frozen=True, slots=True)
class Choice:
    """What one source says about a draft's circumstances; None where it says nothing. `origin` names the source."""

    origin: str
    platform: str | None = None
    document: Document | None = None
    stage: Stage | None = None
    waive: frozenset[Waiver] | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """What one source says about which rules to report; `select` is None where it leaves the choice as it was."""

    select: tuple[str, ...] | None = None
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flags:
    """What the command line says; None or empty where a flag was not given."""

    platform: str | None = None
    document: Document | None = None
    stage: Stage | None = None
    waive: frozenset[Waiver] | None = None
    selection: Selection = Selection()
    min_level: Severity | None = None
    fail_level: FailLevel | None = None
    rules_dirs: tuple[Path, ...] = ()

    @property
    def choice(self) -> Choice:
        """The flags that speak of the circumstances."""
        return Choice("flag", self.platform, self.document, self.stage, self.waive)


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one draft. `origins` says which source decided each part of the context."""

    context: Context
    origins: dict[str, str]
    selections: tuple[Selection, ...] = ()
    min_level: Severity = Severity.SUGGESTION
    fail_level: FailLevel = FailLevel.WARNING
    rules_dirs: tuple[Path, ...] = ()
    communication: Communication = field(default_factory=Communication)
    configuration: Path | None = None
    baseline: Path | None = None


@dataclass(frozen=True, slots=True)
class Fixing:
    """Which fixes to make, and whether to write them: without, the outcome tells what would be."""

    unsafe: bool = False
    write: bool = True


def settle(choices: Iterable[Choice]) -> tuple[Context, dict[str, str]]:
    """The context from sources in falling precedence, and the origin of each of its parts."""
    values: dict[str, object] = {}
    origins: dict[str, str] = {}
    default = Context()
    standard = Choice("default", default.platform, default.document, default.stage, default.waivers)
    for choice in (*choices, standard):
        for part in ("platform", "document", "stage", "waive"):
            value = getattr(choice, part)
            if value is not None and part not in values:
                values[part], origins[part] = value, choice.origin
    return Context(values["platform"], values["document"], values["stage"], values["waive"]), origins  # type: ignore[arg-type]


def selected(selections: Sequence[Selection], resolve: Resolve, every: frozenset[str]) -> frozenset[str]:
    """The ids of the rules to report: a later selection beats an earlier one, in each a narrower name a wider.

    Raises what `resolve` raises for a name that no rule has.
    """
    chosen = every
    for selection in selections:
        if selection.select is not None:
            chosen = frozenset()
        added = [(resolve(name), True) for name in (*(selection.select or ()), *selection.extend)]
        removed = [(resolve(name), False) for name in selection.ignore]
        for ids, wanted in sorted((*added, *removed), key=lambda entry: (-len(entry[0]), not entry[1])):
            chosen = chosen | ids if wanted else chosen - ids
    return chosen


def unknown(name: str, resolve: Resolve) -> str | None:
    """What to do about a rule's name that nothing has; None for a name that there is."""
    try:
        resolve(name)
    except LookupError as error:
        nearest = getattr(error, "nearest", None)
        return f"Did you mean '{nearest}'?" if nearest else "`proposal-lint rules list` names them all."
    return None


def describe(context: Context) -> str:
    """A context in a few words: `upwork proposal, pre-contract`."""
    parts = [f"{context.platform} {context.document.value}"]
    if context.document is not Document.PROFILE:  # a profile is public at every stage
        parts.append(context.stage.value)
    if context.waivers:
        parts.append(f"waived: {' '.join(sorted(waiver.value for waiver in context.waivers))}")
    return ", ".join(parts)
