"""Words in numbers and rows."""

from __future__ import annotations

from linter.wording import counted, series


def test_counted() -> None:
    assert [counted(n, "rule") for n in (0, 1, 2, 1000)] == ["0 rules", "1 rule", "2 rules", "1,000 rules"]


def test_series() -> None:
    assert [series(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
