"""A draft cut into lines, and lines into pieces of which each belongs to the same findings throughout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from linter.draft import Draft, Layer
from linter.finding import Finding


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line. `findings` are the numbers of those that it belongs to, `ends` of those that end with it."""

    text: str
    layer: str
    findings: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a draft, from 1, without its end. `starts` are the numbers of the findings that start in it."""

    number: int
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]


def lines(draft: Draft, findings: Sequence[Finding]) -> Iterator[Line]:
    """Every line. A finding's number is its index; each one starts in one line and ends in one, even if it is empty."""
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, finding in enumerate(findings):
        starts.setdefault(draft.place(finding.start)[0], []).append(number)
        ends.setdefault(draft.place(max(finding.start, finding.end - 1))[0], []).append(number)
    running: list[int] = []  # findings that began in an earlier line and go on
    for line, begin in enumerate(draft.line_starts, 1):
        text = draft.line(line)
        running += starts.get(line, [])
        ending = {number: min(max(findings[number].end, begin), begin + len(text)) for number in ends.get(line, [])}
        yield Line(line, tuple(_pieces(draft, begin, text, findings, running, ending)), tuple(starts.get(line, [])))
        running = [number for number in running if number not in ending]


def _pieces(
    draft: Draft, begin: int, text: str, findings: Sequence[Finding], here: Sequence[int], ending: dict[int, int]
) -> Iterator[Piece]:
    stop = begin + len(text)
    cuts = {begin, stop, *ending.values()}
    for number in here:
        cuts |= {findings[number].start, findings[number].end}
    for region in draft.regions_between(begin, stop):
        cuts |= {region.start, region.end}
    edges = sorted(cut for cut in {*cuts, draft.body} if begin <= cut <= stop)
    first = tuple(number for number, place in ending.items() if place == begin)
    if first:  # of a match that is all in the line break before, or empty
        yield Piece("", _layer(draft, begin), (), first)
    for start, end in pairwise(edges):
        within = tuple(number for number in here if findings[number].start < end and findings[number].end > start)
        done = tuple(number for number, place in ending.items() if place == end)
        yield Piece(text[start - begin : end - begin], _layer(draft, start), within, done)


def _layer(draft: Draft, offset: int) -> str:
    """What the source is at an offset; '' for prose."""
    if offset < draft.body:
        return "front"
    layer = draft.layer_at(offset)
    return "" if layer is Layer.PROSE else layer.value
