"""Words and phrases of a list, looked up in a stretch of folded text without compiling anything."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.identifiers.glance import GLANCE

_WORD = re.compile(r"[^\W_]+")


class Phrases:
    """Finds the entries of a list as whole words; what stands between the words of an entry does not matter."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        unspaced = []
        for entry in entries:
            words = tuple(_WORD.findall(entry))
            if words:
                self._phrases.setdefault(words[0], []).append(words)
            if entry and "\u2e80" <= entry[0] <= "\ud7ff":
                unspaced.append(entry)
        for phrases in self._phrases.values():
            phrases.sort(key=len, reverse=True)
        self._unspaced = tuple(unspaced)
        self._sign = 0

    def in_passage(self, text: str, start: int, end: int) -> bool:
        """Whether an entry may stand in the passage: quickly told, where it is looked at."""
        if not self._sign:
            self._sign = GLANCE.sign(words=self._phrases) | GLANCE.sign(pieces=self._unspaced)
        return GLANCE(text, start, end) & self._sign != 0

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The places of the entries in the stretch, the longest at each place; overlapping ones too."""
        words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text, start, end)]
        for index, (word, first, last) in enumerate(words):
            for phrase in self._phrases.get(word, ()):
                size = len(phrase)
                if size == 1:
                    yield first, last
                    break
                following = words[index : index + size]
                if len(following) == size and all(w == p for (w, *_), p in zip(following, phrase, strict=True)):
                    stop = following[-1][2]
                    if stop - first <= sum(map(len, phrase)) + 3 * size:
                        yield first, stop
                        break
        for entry in self._unspaced:
            place = text.find(entry, start, end)
            if place >= 0:
                yield place, place + len(entry)

    def inside(self, text: str, start: int, end: int) -> bool:
        """Whether an entry stands in the stretch."""
        return next(self.find(text, max(0, start), end), None) is not None

    def before(self, text: str, start: int, end: int) -> int:
        """Where the last entry of the stretch ends; -1 when there is none."""
        return max((last for _, last in self.find(text, max(0, start), end)), default=-1)

    def at(self, text: str, place: int, end: int) -> int:
        """Where the entry that begins exactly at `place` ends; -1 when there is none."""
        return next((last for first, last in self.find(text, place, min(end, place + 40)) if first == place), -1)

    def __contains__(self, phrase: str) -> bool:
        words = tuple(_WORD.findall(phrase))
        return bool(words) and words in self._phrases.get(words[0], ())
