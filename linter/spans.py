"""Stretches of a text, half open."""

from __future__ import annotations

from bisect import bisect_right


class Disjoint:
    """Stretches of which none overlaps another; asks for each in logarithmic time."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, start: int, end: int) -> bool:
        """Whether the stretch overlaps none that is kept; then it is kept, too."""
        place = bisect_right(self._starts, start)
        if place and self._ends[place - 1] > start:
            return False
        if place < len(self._starts) and self._starts[place] < end:
            return False
        self._starts.insert(place, start)
        self._ends.insert(place, end)
        return True
