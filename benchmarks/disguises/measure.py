"""Count how many disguised identifiers the public engine reports, and how many harmless figures it calls contact data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from benchmarks.disguises.carriers import Carried, carry
from benchmarks.disguises.catalogue import Disguise, catalogue, pairs
from benchmarks.disguises.harmless import harmless, names
from benchmarks.disguises.identifiers import KINDS, invent
from linter import Finding, Severity, lint

SEED = 20_260
TRIES = 8


@dataclass(slots=True)
class Tally:
    """What was tried under a name, and the drafts on which the linter was wrong."""

    group: str
    name: str
    tried: int = 0
    misses: list[Carried] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share of drafts on which the linter was right."""
        return 1 - len(self.misses) / self.tried if self.tried else 1.0


def reported(draft: Carried) -> bool:
    """Whether a finding of a contact rule, error or warning, lies on the identifier."""
    return any(
        f.rule.startswith("contact/")
        and f.severity is not Severity.SUGGESTION
        and f.start < draft.end
        and draft.start < f.end
        for f in _lint(draft)
    )


def alarmed(draft: Carried) -> bool:
    """Whether a contact rule reports an error anywhere in a draft that gives no contact."""
    return any(f.rule.startswith("contact/") and f.severity is Severity.ERROR for f in _lint(draft))


def _lint(draft: Carried) -> list[Finding]:
    found = lint(draft.text)
    for finding in found:
        if not 0 <= finding.start <= finding.end <= len(draft.text):
            raise AssertionError(f"{finding} lies outside of {draft.text!r}")
    return found


def disguised(kind: str, disguises: tuple[Disguise, ...], rng: Random) -> Carried | None:
    """A draft with an identifier of the kind, the disguises put on it in turn; nothing where they cannot be."""
    for _ in range(TRIES):
        identifier = invent(kind, rng)
        written: str | None = identifier.text
        for disguise in disguises:
            written = disguise.apply(written, rng) if written else None
        if written and (written != identifier.text or disguises[0].name == "none"):
            return carry(identifier, written, rng)
    return None


def singles(each: int, seed: int = SEED, only: str = "") -> Iterator[Tally]:
    """Recall of every disguise by kind, `each` drafts; of those alone whose kind and name hold `only`."""
    for disguise in catalogue():
        for kind in disguise.kinds:
            if only not in f"{kind}: {disguise.name}":
                continue
            rng = Random(f"{seed} {disguise.name} {kind}")
            tally = Tally(kind, disguise.name)
            for _ in range(each):
                if draft := disguised(kind, (disguise,), rng):
                    _count(tally, draft, reported(draft))
            yield tally


def composed(each: int, seed: int = SEED, only: str = "") -> Iterator[Tally]:
    """Recall of two disguises at once, `each` drafts a kind, every one with a pair drawn at random."""
    for kind in KINDS:
        if only and only not in f"{kind}: +":
            continue
        rng = Random(f"{seed} pairs {kind}")
        every = pairs(kind)
        for _ in range(each):
            pair = rng.choice(every)
            if draft := disguised(kind, pair, rng):
                tally = Tally(kind, " + ".join(disguise.name for disguise in pair))
                _count(tally, draft, reported(draft))
                yield tally


def alarms(each: int, seed: int = SEED, only: str = "") -> Iterator[Tally]:
    """Texts without a contact that stay without an error, by what stands in them."""
    for name in names():
        if only not in f"harmless: {name}":
            continue
        rng = Random(f"{seed} {name}")
        tally = Tally("harmless", name)
        for _ in range(each):
            draft = harmless(name, rng)
            _count(tally, draft, not alarmed(draft))
        yield tally


def _count(tally: Tally, draft: Carried, right: bool) -> None:
    tally.tried += 1
    if not right:
        tally.misses.append(draft)
