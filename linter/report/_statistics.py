"""How many findings each rule has."""

from __future__ import annotations

from linter.result import RunResult


def table(run: RunResult) -> str:
    """A line a rule, the most frequent first; '' without findings."""
    counts = run.by_rule()
    width = len(str(max(counts.values(), default=0)))
    return "".join(f"{count:>{width}}  {rule}\n" for rule, count in counts.items())
