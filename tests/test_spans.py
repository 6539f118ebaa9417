"""Stretches that do not overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.spans import Disjoint


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=40))
def test_the_same_as_asking_every_one(found: list[tuple[int, int]]) -> None:
    taken, kept = Disjoint(), []
    for start, size in found:
        fits = all(start + size <= first or last <= start for first, last in kept)
        assert taken.add(start, start + size) == fits
        if fits:
            kept.append((start, start + size))
