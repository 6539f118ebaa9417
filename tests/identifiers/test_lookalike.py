"""Figures that filters trip on although nobody can be reached by them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spans import STRESS, found, in_range, marked

FOUND = (
    "Ticket #[[4155550132]] is closed.",
    "Order [[20260725-0042]] shipped.",
    "invoice no. [[2023000187]]",
    "I pinned [[parrot-x-20241022]] in the tests.",
    "built with [[o1-2024-12-17]]",
    "part [[100-2000-3344]] replaces the old one",
    "the mask is [[415-555-0132]] in the fixture",
)
HARMLESS = (
    "Ticket #4121 is closed.",
    "From 2019-03-01 to 2023-11-30 I worked at an agency.",
    "1 200 000 rows in 14 minutes",
    "Python 3.11.4 and Postgres 15.3",
    "$45/hr, 120 hours, $5,400",
    "1920x1080 at 23.976 fps",
    "https://example.org/a/4155550132",
)


@pytest.mark.parametrize("text", FOUND)
def test_found(text: str) -> None:
    plain, spans = marked(text)
    assert found("lookalike", plain, ("lookalike",)) == spans


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless(text: str) -> None:
    assert found("lookalike", text, ("lookalike",)) == []


@pytest.mark.parametrize("text", STRESS)
def test_long_runs(text: str) -> None:
    assert in_range("lookalike", text)


@given(st.text(alphabet="0123456789-# .abAB", max_size=200))
def test_any_text(text: str) -> None:
    assert in_range("lookalike", text)
