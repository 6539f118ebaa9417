"""Speed, as ratios within one run: cost per word is a straight line, and no text of many signs is slow."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from benchmarks.speed import drafts, page
from benchmarks.speed.measure import Result
from benchmarks.speed.peers import Tool
from linter import lint

# What was quadratic once.
PIECES = ["a.com ", "t.me/a ", "***a", "…", "🇦", "kк", "é", "( ", "'", "1 ", "a@", "aATbDOTcom ", "😀", ". ", "\n\na"]
DIRECTIVE = "%% proposal-lint: ignore[contact/phone]\nCall +1 415 555 0132.\n"


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        lint(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    lint(drafts.draft(random.Random(2), 1000))


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_signs_cost_no_more_than_in_proportion(piece: str) -> None:
    short, long = (_seconds((piece * 10_000)[:size]) for size in (2_500, 10_000))
    assert long < 8 * short + 0.1  # quadratic: sixteen times


def test_cost_per_word_is_a_straight_line() -> None:
    short, long = (drafts.draft(random.Random(3), words) for words in (500, 4_000))
    assert _seconds(long) / len(long.split()) < 2.5 * _seconds(short) / len(short.split())
    line = " ".join(long.split())
    assert _seconds(line) < 4 * _seconds(long)


def test_directives_and_findings_do_not_multiply(compiled: None, tmp_path: Path) -> None:
    from linter.options import Options
    from linter.run import check

    def seconds(count: int) -> float:
        path = tmp_path / "draft.txt"
        path.write_text(DIRECTIVE * count, encoding="utf-8")
        start = time.process_time()
        result = check([str(path)], Options(isolated=True))
        assert len(result.files[0].suppressed) == count
        return time.process_time() - start

    seconds(10)
    assert seconds(400) < 8 * seconds(100) + 0.1


def test_drafts_are_the_same_everywhere(tmp_path: Path) -> None:
    first, second = (drafts.write(tmp_path / name, 3) for name in ("a", "b"))
    assert first.texts == second.texts
    assert all(drafts.WORDS <= len(text.split()) < drafts.WORDS + 100 for text in first.texts)


def test_page_shows_ratios() -> None:
    results = [
        Result(Tool("ours", ("a",)), 0.5, 2.0, 90.0, 50_000.0),
        Result(Tool("theirs", ("b",)), 1.0, 5.0, 80.0, None),
    ]
    text = page.page(results, [(100, 12.3)], 1000)
    assert "| theirs | 1.000 | 2.00 | 5.00 | 2.50 | 80 |  |" in text
    assert "6.0 ms" in text
    assert "| 100 | 12.3 |" in text
