"""Make the layout of a folded text plain: one blank for many, LF for every line end, and a blank where a line was only wrapped.

A line was only wrapped when the next one goes on with its sentence: text from a mail program or an editor that cuts lines.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise

from linter.fold import Folded

# What starts a list item, a heading, a quote or a table row.
ITEM = re.compile(
    r"[ \t]*(?:[-*+•·▪◦‣→►✓✔✅☑★☆♦■□●○🔹🔸👉–—|>]|#{1,6} |\(?\d{1,2}[.)] |\(?[a-z][.)] |[^\w\s\"'(@$€£+#.,&<\[{/\\:;!?%=~^`-])"
)
_LABEL = re.compile(r"[ \t]*[^\s:][^:\r\n]{0,40}:(?:[ \t]|$)")
_BLANKS = re.compile(r"[ \t]{2,}|\r\n?")
_BLOCK = re.compile(r"(?:[^\r\n]+(?:\r\n|\n|\r|\Z))+")
_LINE = re.compile(r"[^\r\n]+")
_SPACE = re.compile(r"\s")
# A line that ends with one of these goes on in the next.
_GOES_ON = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|but|by|for|from|if|in|into|is|me|my|of|on|or|our|over|so|than|that|the|to|us|via|we|when|which|with"
    r"|your|you|can|will|i|are|be|do|not))$"
)
_MIN_WIDTH = 30  # nobody wraps lines at less


def plain(folded: Folded, source: str) -> Folded:
    """The folded text with a plain layout; offsets still lead to the source."""
    text = folded.text
    edits = [(run.start(), run.end(), " " if run.group()[0] in " \t" else "\n") for run in _BLANKS.finditer(text)]
    wraps = list(_wraps(folded, source)) if "\n" in text or "\r" in text else []
    if wraps:
        covered = {place for start, end in wraps for place in range(start, end)}
        edits = [edit for edit in edits if edit[0] not in covered]
        edits = sorted([*edits, *((start, end, " ") for start, end in wraps)])
    return _edited(folded, edits) if edits else folded


def _edited(folded: Folded, edits: Iterable[tuple[int, int, str]]) -> Folded:
    """Replace stretches by one character each, which stands for the whole stretch."""
    pieces: list[str] = []
    starts, ends = array("l"), array("l")
    at = 0
    for start, end, char in edits:
        pieces += (folded.text[at:start], char)
        starts.extend(folded.starts[at:start])
        ends.extend(folded.ends[at:start])
        starts.append(folded.starts[start])
        ends.append(folded.ends[end - 1])
        at = end
    pieces.append(folded.text[at:])
    starts.extend(folded.starts[at:])
    ends.extend(folded.ends[at:])
    return Folded("".join(pieces), starts, ends)


def _wraps(folded: Folded, source: str) -> Iterator[tuple[int, int]]:
    """The stretches of white space at which a line was only wrapped."""
    text = folded.text
    for block in _BLOCK.finditer(text):
        lines = [match.span() for match in _LINE.finditer(text, *block.span())]
        if len(lines) < 2:
            continue
        width = max(stop - begin for begin, stop in lines)
        even = len(lines) > 2 and all(stop - begin > 0.6 * width for begin, stop in lines[:-1])
        for (begin, stop), (next_begin, next_stop) in pairwise(lines):
            first = next_begin + len(text[next_begin:next_stop]) - len(text[next_begin:next_stop].lstrip())
            if first == next_stop:
                continue
            capital = not source[folded.starts[first]].islower()
            if _wrapped(text, begin, stop, next_begin, next_stop, width, capital and not even):
                last = begin + len(text[begin:stop].rstrip())
                yield last, first


def _wrapped(text: str, begin: int, stop: int, next_begin: int, next_stop: int, width: int, fresh: bool) -> bool:
    """Whether the next line goes on with the sentence of this one; `fresh` where it may as well start something new."""
    line = text[begin:stop].rstrip()
    if ITEM.match(text, next_begin, next_stop) or not line or line[-1] in ".!?:;|":
        return False
    if _GOES_ON.search(line[-12:]):
        return True
    if fresh or _LABEL.match(text, next_begin, next_stop):
        return False
    blank = _SPACE.search(text, next_begin, next_stop)
    first_word = (blank.start() if blank else next_stop) - next_begin
    return width > _MIN_WIDTH and len(line) + 1 + first_word > width
