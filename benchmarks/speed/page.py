"""The page of what was measured."""

from __future__ import annotations

import platform
from pathlib import Path

from benchmarks.speed.measure import Result

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"


def page(results: list[Result], line: list[tuple[int, float]], drafts: int) -> str:
    """The page in Markdown: every number as it was measured, and as a ratio to ours of the same run."""
    ours = results[0]
    rows = [_row(result, ours) for result in results]
    costs = "\n".join(f"| {words:,} | {cost:.1f} |" for words, cost in line)
    ms = 300 / (ours.warm or 1) * 1000
    return f"""# Performance

Written by `python -m benchmarks speed --write`, on Python {platform.python_version()}. All tools ran in turn in one run, on the same
{drafts:,} generated drafts of some 300 words; seconds are processor time, the median of several rounds. Absolute numbers say more about the
machine than about the tools: compare the ratios, which are to `proposal-lint` with nothing stored. The tools do different work; what they
have in common is that each reads every word.

| | one draft, s | ratio | {drafts:,} drafts, s | ratio | memory, MB | words/s once warm |
|---|---|---|---|---|---|---|
{chr(10).join(rows)}

In a running process, a draft of 300 words takes {ms:.1f} ms with all rules and the trained model.

## Cost per word

A long draft costs per word what a short one does.

| words | µs a word |
|---|---|
{costs}
"""


def _row(result: Result, ours: Result) -> str:
    warm = f"{result.warm:,.0f}" if result.warm else ""
    return (
        f"| {result.tool.name} | {result.one:.3f} | {result.one / ours.one:.2f} | {result.all:.2f} | {result.all / ours.all:.2f}"
        f" | {result.memory:.0f} | {warm} |"
    )
