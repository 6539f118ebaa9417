"""Stretches of a text, half open."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from heapq import heappop, heappush


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


class Overlaps:
    """Stretches, added by their start; tells in logarithmic time whether any overlaps another stretch."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._furthest: list[int] = []  # where the furthest of all up to this one ends

    def add(self, start: int, end: int) -> None:
        """Add a stretch that starts no earlier than those before it."""
        self._furthest.append(max(end, self._furthest[-1]) if self._furthest else end)
        self._starts.append(start)

    def any(self, start: int, end: int) -> bool:
        """Whether a stretch that was added overlaps this one."""
        place = bisect_left(self._starts, end)
        return place > 0 and self._furthest[place - 1] > start


class Earliest:
    """Numbered stretches; tells which of those that overlap another stretch has the lowest number."""

    def __init__(self, stretches: Iterable[tuple[int, int, int]]) -> None:
        opening = sorted(stretch for stretch in stretches if stretch[0] < stretch[1])
        self._bounds = sorted({place for start, end, _ in opening for place in (start, end)})
        self._lowest: list[int | None] = []  # from each bound to the next
        open_: list[tuple[int, int]] = []
        at = 0
        for bound in self._bounds:
            while at < len(opening) and opening[at][0] <= bound:
                heappush(open_, (opening[at][2], opening[at][1]))
                at += 1
            while open_ and open_[0][1] <= bound:
                heappop(open_)
            self._lowest.append(open_[0][0] if open_ else None)

    def within(self, start: int, end: int) -> int | None:
        """The lowest number of a stretch that overlaps this one."""
        first = max(0, bisect_right(self._bounds, start) - 1)
        found = [number for number in self._lowest[first : bisect_left(self._bounds, end)] if number is not None]
        return min(found, default=None)
