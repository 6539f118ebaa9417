"""Recall on disguised identifiers, and alarms on harmless look-alikes: `python -m benchmarks disguises`.

Identifiers, drafts and disguises are drawn from a seeded generator that knows nothing of the recognisers.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.disguises.carriers import Carried
from benchmarks.disguises.measure import SEED, alarms, composed, singles
from benchmarks.disguises.table import page

PAGE = Path(__file__).parents[2] / "docs" / "disguises.md"


def main(arguments: list[str]) -> int:
    """Measure, print the table or write it to `docs/disguises.md`, and show what was missed where asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks disguises", description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED, help="another seed draws other identifiers and drafts")
    parser.add_argument("--each", type=int, default=40, help="drafts a disguise and kind of identifier")
    parser.add_argument(
        "--only", default="", help='a part of "kind: disguise", "kind: +" for two of them, or "harmless: name"'
    )
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="print up to N missed drafts a line of the table"
    )
    parser.add_argument("--write", action="store_true", help="write the page in docs/")
    options = parser.parse_args(arguments)
    each = options.each
    single = list(singles(each, options.seed, options.only))
    double = list(composed(each * 25, options.seed, options.only))
    wrong = list(alarms(each * 2, options.seed, options.only))
    for tally in (*single, *double, *wrong):
        for draft in tally.misses[: options.misses]:
            print(f"{tally.group}: {tally.name} [{draft.language}, {draft.place}]\n  {shown(draft)}", file=sys.stderr)
    text = page(single, double, wrong, options.seed, each)
    if options.write:
        PAGE.write_text(text, encoding="utf-8")
    else:
        print(text)
    return 0


def shown(draft: Carried) -> str:
    """The draft on one line with its identifier marked."""
    around = draft.text[max(0, draft.start - 60) : draft.start], draft.text[draft.end : draft.end + 40]
    return repr(f"{around[0]}⟦{draft.text[draft.start : draft.end]}⟧{around[1]}")
