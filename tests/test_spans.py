"""Stretches that do not overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.spans import Disjoint, Earliest, Overlaps


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=40))
def test_the_same_as_asking_every_one(found: list[tuple[int, int]]) -> None:
    taken, kept = Disjoint(), []
    for start, size in found:
        fits = all(start + size <= first or last <= start for first, last in kept)
        assert taken.add(start, start + size) == fits
        if fits:
            kept.append((start, start + size))


_STRETCHES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda one: (one[0], one[0] + one[1])))


@given(_STRETCHES, st.integers(0, 70), st.integers(1, 12))
def test_overlaps(found: list[tuple[int, int]], start: int, size: int) -> None:
    overlaps, end = Overlaps(), start + size
    for stretch in sorted(found):
        overlaps.add(*stretch)
    assert overlaps.any(start, end) == any(first < end and start < last for first, last in found)


@given(_STRETCHES, st.integers(0, 70), st.integers(1, 12))
def test_earliest(found: list[tuple[int, int]], start: int, size: int) -> None:
    earliest, end = Earliest((*stretch, number) for number, stretch in enumerate(found)), start + size
    overlapping = [number for number, (first, last) in enumerate(found) if first < end and start < last]
    assert earliest.within(start, end) == min(overlapping, default=None)
