"""Say in one edit what has changed."""

from __future__ import annotations

from linter.finding import Edit


def difference(before: str, after: str) -> Edit:
    """The smallest edit that makes one text of the other."""
    start = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    most = min(len(before), len(after)) - start
    same = next((i for i in range(most) if before[-1 - i] != after[-1 - i]), most)
    return Edit(start, len(before) - same, after[start : len(after) - same])
