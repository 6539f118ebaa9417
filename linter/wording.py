"""Words in numbers and rows."""

from __future__ import annotations

from collections.abc import Sequence


def counted(count: int, noun: str) -> str:
    """`1 rule`, `2 rules`, `1,000 rules`."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def series(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`; '' for none."""
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))
