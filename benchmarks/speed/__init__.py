"""How fast: `python -m benchmarks speed` measures the command and its peers side by side and writes docs/performance.md."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.speed import drafts, measure, page, peers


def main(arguments: list[str]) -> int:
    """Measure, print the page, and write it where asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks speed", description=__doc__)
    parser.add_argument("--drafts", type=int, default=1000, help="how many drafts (default: 1000)")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each command, of which the median counts")
    parser.add_argument("--no-peers", action="store_true", help="measure proposal-lint and plain spaCy alone")
    parser.add_argument("--words", type=int, default=1_000_000, help="the longest draft, in words")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        corpus = drafts.write(work / "drafts", given.drafts)
        tools = peers.tools(work, with_peers=not given.no_peers)
        results = measure.everything(tools, corpus, work, given.rounds)
        line = measure.cost_per_word(given.words)
        text = page.page(results, line, given.drafts)
    print(text)
    if given.write:
        page.PAGE.write_text(text, encoding="utf-8")
    return 0
