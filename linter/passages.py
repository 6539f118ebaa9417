"""Cut a draft into passages and sentences: the bounds that no pattern crosses.

A passage is a paragraph of prose, or of quoted lines. A sentence ends at a full stop, at a list item, a heading or a line that
was ended on purpose; a line that was only wrapped goes on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from linter.draft import Draft, Layer
from linter.identifiers.base import Passage

MAX_PASSAGE = 20_000  # characters; a longer paragraph is cut where a line or a word ends

_BLANK_LINE = re.compile(r"\n(?:[ \t]*\n)+")
_QUOTED_LINES = re.compile(r"(?:^[ ]{0,3}>[^\n]*(?:\n|\Z))+", re.MULTILINE)
_LINE_END = re.compile(r"\n")
_STOP = re.compile(r"[.!?…;](?<![.!?…][.!?…])(?:(?<!;)[.!?…]*[\"')\]*_]{0,8})?(?=\s)")
_BULLET = re.compile(r"[•✦●▪✔✅►]")
_STOP_OR_BULLET = re.compile(r"(?:(?<![.!?…])[.!?…]+[\"')\]*_]{0,8}|[;])(?=\s)|\s[•✦●▪]\s|(?<=\w)\s*(?=[•✔✅▪►])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:[a-z]|e\.g|i\.e|etc|vs|mr|mrs|ms|dr|prof|st|nr|no|approx|ca|incl|max|min|inc|ltd|jr|sr|dept|ext|tel|vol|pp|fig|ref|hrs|hr|tue|tues|wed|thu|thur|thurs|fri|sat|sun|mon"
    r"|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|a\.m|p\.m|u\.s|u\.k|bzw|z\.b)\.$"
)


def passages(draft: Draft) -> Iterator[tuple[Passage, Layer]]:
    """The passages of prose and of quotes, in order. Code, link targets and comments stay in them, blanked later."""
    text = draft.folded.text
    start = draft.folded.offset(draft.body)
    for match in [*_BLANK_LINE.finditer(text, start), None]:
        end = match.start() if match else len(text)
        if text[start:end].strip():
            yield from _by_layer(draft, start, end)
        start = match.end() if match else end


def _by_layer(draft: Draft, start: int, end: int) -> Iterator[tuple[Passage, Layer]]:
    text = draft.folded.text
    if ">" in text[start:end]:
        for quote in _QUOTED_LINES.finditer(text, start, end):
            yield from _chunks(draft, start, quote.start(), Layer.PROSE)
            yield from _chunks(draft, *quote.span(), Layer.QUOTE)
            start = quote.end()
    yield from _chunks(draft, start, end, Layer.PROSE)


def _chunks(draft: Draft, start: int, end: int, layer: Layer) -> Iterator[tuple[Passage, Layer]]:
    text = draft.folded.text
    while end - start > MAX_PASSAGE:
        cut = max(text.rfind(mark, start + 1, start + MAX_PASSAGE) for mark in ("\n", ". "))
        if cut < 0:
            cut = text.rfind(" ", start + 1, start + MAX_PASSAGE)
        cut = start + MAX_PASSAGE if cut < 0 else cut + 1
        yield Passage(draft, start, cut), layer
        start = cut
    if text[start:end].strip():
        yield Passage(draft, start, end), layer


def sentence_starts(passage: Passage) -> list[int]:
    """The folded offsets at which the sentences of a passage start; the first is the passage's own."""
    text, source = passage.folded.text, passage.draft.text
    starts = {passage.start}
    starts.update(match.end() for match in _LINE_END.finditer(text, passage.start, passage.end - 1))
    small = passage.draft.small_starts
    listed = not text.isascii() and _BULLET.search(text, max(0, passage.start - 1), passage.end + 1) is not None
    for match in (_STOP_OR_BULLET if listed else _STOP).finditer(text, passage.start, passage.end):
        stop = match.end()
        if match.group().startswith(".") and _ABBREVIATION.search(text[max(passage.start, stop - 12) : stop]):
            continue
        follow = stop + 1
        while follow < passage.end and text[follow] in " \t\r\n\"'([*_":
            follow += 1
        if match.group().startswith((".", "…")) and follow < passage.end:
            original = source[passage.folded.starts[follow]]
            # "approx. two weeks" goes on; "done.  so what" from a writer without capitals does not
            if original.islower() and not small:
                continue
        starts.add(stop)
    return sorted(starts)


def sentence_index(starts: Sequence[int], offset: int) -> int:
    """Which sentence an offset falls into."""
    return bisect_left(starts, offset + 1) - 1
