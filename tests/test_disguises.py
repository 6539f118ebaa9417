"""The generator of disguised contact details: repeatable, every disguise can be put on, and the tables add up."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks.disguises.catalogue import Disguise, catalogue, pairs
from benchmarks.disguises.harmless import harmless, names
from benchmarks.disguises.identifiers import KINDS
from benchmarks.disguises.measure import Tally, disguised, singles
from benchmarks.disguises.table import page

CASES = [(disguise, kind) for disguise in catalogue() for kind in disguise.kinds]


@pytest.mark.parametrize(("disguise", "kind"), CASES, ids=[f"{kind}: {disguise.name}" for disguise, kind in CASES])
def test_every_disguise_can_be_put_on(disguise: Disguise, kind: str) -> None:
    drafts = [disguised(kind, (disguise,), Random(seed)) for seed in range(6)]
    assert any(drafts)
    for draft in drafts:
        assert draft is None or 0 <= draft.start < draft.end <= len(draft.text)


def test_a_seed_draws_the_same_drafts() -> None:
    first, second = (list(singles(2, 7, "email: blanks around @")) for _ in range(2))
    assert [(tally.name, tally.tried, tally.misses) for tally in first] == [
        (tally.name, tally.tried, tally.misses) for tally in second
    ]
    assert first[0].tried == 2
    assert harmless("dates", Random(3)) == harmless("dates", Random(3)) != harmless("dates", Random(4))


@pytest.mark.parametrize("kind", KINDS)
def test_pairs_come_from_different_layers(kind: str) -> None:
    assert len(pairs(kind)) > 100
    assert all(first.layer != second.layer for first, second in pairs(kind))


def test_the_page_counts_what_was_missed() -> None:
    draft = harmless(names()[0], Random(1))
    text = page([Tally("email", "[at]", 4, [draft])], [], [Tally("harmless", "dates", 8, [draft])], 1, 4)
    assert "at\\] | 75.0 |" in text
    assert "1 alarms in 8 drafts, 12.50 %" in text
    assert "| dates | 8 | 1 |" in text
