"""What the linter says about a place in a draft."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

Safety = Literal["safe", "unsafe"]


class Severity(str, Enum):
    """How bad a finding is: breaks the platform's rules, is likely to hurt, or good practice is missing."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """0 for a suggestion, 1 for a warning, 2 for an error."""
        return ("suggestion", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the source's code points `start` to `end` (half open) by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits, by place and none overlapping, that together mend a finding.

    A safe one takes out no more than the rule forbids, or puts in what the writer has configured; `docs/fixes.md` tells more.
    """

    title: str
    safety: Safety
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's verdict on the source's code points `start` to `end` (half open).

    `fingerprint` identifies the finding by rule, folded match and two words on each side in its line: it survives edits elsewhere.
    `help` says what to do instead, `policy` holds addresses of the marketplace's own words.
    `fixes` are other ways of mending the same place, the best first.
    """

    rule: str
    severity: Severity
    message: str
    start: int
    end: int
    match: str
    fingerprint: str
    help: str = ""
    policy: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
