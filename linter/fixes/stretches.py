"""What can be cut out of a sentence: entries that only give a contact, its last clause, the whole of it.

All stretches are half open, in the draft's folded text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from linter.draft import Draft
from linter.layout import ITEM
from linter.pipeline import Sentence

Stretch = tuple[int, int]

_SEPARATOR = re.compile(r"\s*(?:[,;|·•()\[\]{}]|\s[-–—/]+(?=\s)|\s(?:and|or|plus)(?=\s)|&)\s*")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_END = re.compile(r"[.!?…:;,\s]+\Z")
_JOINT = re.compile(r"\s*(?:,\s*)?\b(?:and|or|but|plus|so|then|nor)\s|\s*;\s|\s+[-–—]+\s")
_SUBORDINATE = re.compile(r"\W*(?:if|when|once|since|as|because|while|although|before|after|should|in case|unless)\b")
_ASKS = re.compile(r"\b(?:e-?mail|mail|call|text|phone|ring|message|whatsapp|skype|contact|reach|catch)\s(?:me|us)\b")
_MASK = "\0"  # stands for the characters of an identifier
_SAME = re.compile(r"\b(?:same|everywhere)\b")
_SHORT = 4  # words in a question that an identifier may answer, or that mean nothing without it
_FAR = 300  # characters that are enough to see how a line ends, or a sentence begins
_MIN_HEAD = 3  # words that a sentence must keep before a clause that is cut


@dataclass(slots=True)
class _Entry:
    """A part of a sentence between two separators; `contact` where it gives an identifier and says nothing else.

    `labels` where it says nothing else either way.
    """

    start: int
    end: int
    contact: bool
    labels: bool


def words_of(sentence: Sentence) -> list[str]:
    """The normalised words of a sentence, one for each of its places."""
    return sentence.text.split()


def sentence_of(draft: Draft, sentence: Sentence) -> Stretch:
    """The sentence from the first character after white space, a bullet or a quote mark up to the next white space."""
    text = draft.folded.text
    start, end = sentence.start, sentence.end
    line = text.rfind("\n", 0, start) + 1
    while start > line and not text[start - 1].isspace():
        start -= 1
    if item := ITEM.match(text, line):
        start = min(max(start, item.end()), sentence.end - 1)
        while start < sentence.end - 1 and text[start].isspace():
            start += 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


class Cut:
    """What can be cut out of one sentence, looked at once for all its matches. `labels` say no more than how to reach somebody."""

    def __init__(self, draft: Draft, sentence: Sentence, labels: frozenset[str]) -> None:
        self.draft, self.sentence, self._labels = draft, sentence, labels
        self.whole = sentence_of(draft, sentence)

    @cached_property
    def _entries(self) -> list[_Entry]:
        entries = list(_entries(self.draft, self.sentence, *self.whole, self._labels))
        _spread(self.draft.folded.text, entries)
        return entries

    @cached_property
    def _joints(self) -> list[Stretch]:
        return [joint.span() for joint in _JOINT.finditer(self.draft.folded.text, *self.whole)]

    def apart(self, match: Stretch) -> Stretch | None:
        """What goes with an identifier when it is cut: its label, the entries beside it that are of its kind, one separator.

        None where the words around say more than how somebody can be reached.
        """
        (start, end), entries, text = self.whole, self._entries, self.draft.folded.text
        own = [number for number, entry in enumerate(entries) if entry.start < match[1] and match[0] < entry.end]
        if not own or not all(entries[number].contact for number in own):
            return None
        first, last = own[0], own[-1]
        while first > 0 and entries[first - 1].contact:
            first -= 1
        while last + 1 < len(entries) and entries[last + 1].contact:
            last += 1
        if first == 0 and last == len(entries) - 1:
            return start, end
        before = text[entries[first - 1].end if first else start : entries[first].start]
        after = text[entries[last].end : entries[last + 1].start if last + 1 < len(entries) else end]
        begin, stop = entries[first].start, entries[last].end
        if _SUBORDINATE.match(text, start, begin):  # "if you like to talk" needs its clause
            return None
        opened, closed = re.search(r"[(\[{]", before), re.search(r"[)\]}]", after)
        if opened and closed:
            return begin - len(before) + opened.start(), stop + closed.end()
        if first == 0 and len(_WORD.findall(text, entries[last + 1].start, end)) <= _SHORT:  # "…, ask for Mira"
            return None
        if opened or first == 0:  # the separator behind it goes
            return begin, stop + len(after) if last + 1 < len(entries) else stop
        return begin - len(before), stop

    def answer(self, match: Stretch) -> Stretch | None:
        """The same, where it follows a short question in its line: `Questions? jane@…`."""
        found, text = self.apart(match), self.draft.folded.text
        if found is None:
            return None
        line = text[max(text.rfind("\n", 0, found[0]) + 1, found[0] - _FAR) : found[0]].rstrip("\"')*_ ")
        short = line.endswith("?") and len(_WORD.findall(re.split(r"[.!?]\s", line)[-1])) <= _SHORT
        return found if short else None

    def clause(self, match: Stretch) -> Stretch | None:
        """The last clause of the sentence, its joint included, where the match stands in it and the rest can stand alone."""
        (start, end), text = self.whole, self.draft.folded.text
        at = bisect_right(self._joints, match[0] + 1, key=lambda joint: joint[1]) - 1
        if at != len(self._joints) - 1 or at < 0:
            return None
        cut = self._joints[at][0]
        if _SUBORDINATE.match(text, start, cut) or len(_WORD.findall(text, start, min(cut, start + _FAR))) < _MIN_HEAD:
            return None
        stop = _END.search(text, max(match[1], end - _FAR), end)
        return cut, stop.start() if stop else end


def _spread(text: str, entries: list[_Entry]) -> None:
    """Take an entry without an identifier for contact too, where it says that the one before it holds there as well."""
    for before, entry in pairwise(entries):
        if before.contact and entry.labels and _SAME.search(text, entries[0].start, entry.end):
            entry.contact = True


def _entries(draft: Draft, sentence: Sentence, start: int, end: int, labels: frozenset[str]) -> Iterator[_Entry]:
    text = list(draft.folded.text[start:end])
    for word, (first, last) in zip(words_of(sentence), sentence.places, strict=True):
        if word.startswith("<") and word.endswith(">"):
            text[first - start : last - start] = _MASK * (last - first)
    masked = "".join(text)
    stop = _END.search(masked)
    at = 0
    bound = stop.start() if stop else len(masked)
    for separator in [*_SEPARATOR.finditer(masked, 0, bound), None]:
        limit = separator.start() if separator else bound
        part = masked[at:limit]
        if part.strip():
            bare = all(word in labels for word in _WORD.findall(part)) and not _ASKS.search(part)
            yield _Entry(start + at, start + limit, bare and _MASK in part, bare)
        at = separator.end() if separator else bound
