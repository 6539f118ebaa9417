"""Fingerprints that tell apart what is alike: the same words found twice in a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from linter.finding import Finding


def numbered(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with its fingerprint and, after a colon, which of its like in the draft it is."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.fingerprint] += 1
        yield finding, f"{finding.fingerprint}:{seen[finding.fingerprint]}"
