"""One glance at a stretch of text tells what cannot be in it, so that nothing is looked for there in vain.

Whoever looks for something names the words, or the pieces of words, of which a find must hold one: together they are a sign.
Each word of a text is asked once for all signs, and remembered; what a stretch holds is then joined from what its words hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce
from operator import or_

_ALL = -1
_MANY = 60_000  # words that are remembered

_WORD = re.compile(r"[^\W_]+")


class Glance:
    """Signs, each a bit, and the memory of which words hold them."""

    def __init__(self) -> None:
        self._signs: dict[tuple[frozenset[str], frozenset[str]], int] = {}
        self._pieces: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self._known: dict[str, int] = {}
        self._passage: tuple[str, int, int, int] = "", 0, 0, 0
        self._copy: tuple[str, int] = "", 0

    def sign(self, words: Iterable[str] = (), pieces: Iterable[str] = ()) -> int:
        """The bit that a stretch has which holds one of the words, or one of the pieces anywhere; 0 where a piece is all blank.

        A word has letters and digits alone. A piece with blanks in it stands for its longest part.
        """
        parts = [max(piece.split(), key=len, default="") for piece in pieces]
        if not all(parts):
            return 0
        key = frozenset(words), frozenset(parts)
        if key not in self._signs:
            bit = self._signs[key] = 1 << len(self._signs)
            for table, entries in zip((self._words, self._pieces), key, strict=True):
                table.update((entry, table.get(entry, 0) | bit) for entry in entries)
            self._known.clear()
            self._passage, self._copy = ("", 0, 0, 0), ("", 0)
        return self._signs[key]

    def look(self, text: str, start: int, end: int) -> None:
        """Look at a passage of a text, which will be asked for next."""
        self._passage = text, start, end, self._join(text[start:end])

    def copied(self, text: str, start: int, end: int) -> str:
        """The stretch as a text of its own, which will be asked for in between."""
        stretch = text[start:end]
        self._copy = stretch, self(text, start, end)
        return stretch

    def __call__(self, text: str, start: int, end: int) -> int:
        """The signs of a stretch; what is not among them is nowhere in it. Of a stretch that was not looked at, all."""
        known, first, last, signs = self._passage
        if known is text and first == start and last == end:
            return signs
        known, signs = self._copy
        return signs if known is text else _ALL

    def exactly(self, text: str, start: int, end: int) -> int:
        """The signs of a stretch, looked at or not: where more hangs on them than whether to go on."""
        known, first, last, signs = self._passage
        return signs if known is text and first == start and last == end else self._join(text[start:end])

    def _join(self, stretch: str) -> int:
        words = stretch.split()
        known = self._known
        try:
            return reduce(or_, map(known.__getitem__, words), 0)
        except KeyError:
            self._learn(words)
            return reduce(or_, map(known.__getitem__, words), 0)

    def learn(self, text: str) -> None:
        """Look at the words of a text: at once, which is quicker than passage by passage."""
        self._learn(text.split())

    def _learn(self, words: list[str]) -> None:
        known, listed = self._known, self._words
        if len(known) > _MANY:
            known.clear()
        new = [word for word in dict.fromkeys(words) if word not in known]
        for word in new:
            if word.isalnum():
                known[word] = listed.get(word, 0)
            else:
                known[word] = reduce(or_, [listed.get(part, 0) for part in _WORD.findall(word)], 0)
        together = " ".join(new)
        for piece, bits in self._pieces.items():
            if piece in together:
                for word in new:
                    if piece in word:
                        known[word] |= bits


GLANCE = Glance()
