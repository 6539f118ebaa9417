"""Runs of signs cost in proportion to their length, whatever they are made of."""

from __future__ import annotations

import time

import pytest
from spans import identifiers

from linter.fold import fold

UNITS = (
    "***a", "a@b.com ", "@a ", "x@\n", "x@a.\n", "user: x ", "domain a.b ", "gmail ", "a**b ", "&#64;a", "at dot ", "tel 12 ", "[4] ", "4xx",
    "1:", "0-", "four ", "1 ", "12 Main St, ", "House 12, ", "No. 5, ", "B-1, ", "my address is 5 ", "\u20b3a", "\U0001f1ef\U0001f1e6\U0001f1fb ",
    "\u202ea.com", "\u01dd\u0250\u0279 ",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS, ids=[repr(unit) for unit in UNITS])
def test_four_times_the_text_costs_about_four_times_as_much(unit: str) -> None:
    short, long = _seconds(unit, 2_500), _seconds(unit, 10_000)
    assert long < 10 * short + 0.05  # a quadratic cost makes it 16 times


def _seconds(unit: str, size: int) -> float:
    text = (unit * size)[:size]
    best = float("inf")
    for _ in range(2):
        started = time.process_time()
        fold(text)
        for name in ("email", "phone", "address", "lookalike"):
            identifiers(name, text)
        best = min(best, time.process_time() - started)
    return best
