"""Turn a sentence's normalised words into the model's features: hashed word n-grams with gaps, and the letters within words.

Words of a kind are made alike first: the name of any chat tool becomes `<app>`, a weekday `<day>`, digits 0, so that what was
learned from one holds for all of them.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Buckets = NDArray[np.uint32]

WORD_BITS = 18
LETTER_BITS = 16
_REACH = 4  # words between which a pair is still a feature
_KINDS = {
    "messaging-apps": "<app>",
    "call-tools": "<call-tool>",
    "social-networks": "<network>",
    "payment-services": "<pay>",
    "weekdays": "<day>",
    "time-zones": "<zone>",
}
# Names of tools and services that are more often ordinary words.
_ORDINARY = frozenset(
    [
        "line",
        "signal",
        "matrix",
        "disc",
        "snap",
        "threads",
        "aim",
        "wire",
        "minds",
        "bank",
        "wise",
        "cash",
        "maya",
        "ach",
        "art",
        "cat",
        "west",
        "wet",
        "mail",
        "around",
        "maker",
    ]
)
_DIGITS = re.compile(r"\d+")
_MANY_WORDS = 50_000  # known words after which the memory of them starts anew
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


@dataclass
class Features:
    """Computes features; remembers the words it has seen, up to a bound."""

    words: Mapping[str, tuple[str, ...]]
    _known: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)  # hash and letters, ready to be joined

    def __post_init__(self) -> None:
        self._rows: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, kind in _KINDS.items():
            for entry in self.words.get(name, ()):
                row = tuple(re.sub(r"[^\w&+. ]", " ", entry).split())
                if row and not (len(row) == 1 and (entry in _ORDINARY or len(entry) < 2)):
                    self._rows.setdefault(row[0], []).append((row, kind))
        for rows in self._rows.values():
            rows.sort(key=lambda item: -len(item[0]))

    def alike(self, words: Sequence[str]) -> list[str]:
        """The words with those of a kind made alike."""
        out, index = [], 0
        while index < len(words):
            word = words[index]
            for row, kind in self._rows.get(word, ()):
                if tuple(words[index : index + len(row)]) == row:
                    out.append(kind)
                    index += len(row)
                    break
            else:
                out.append(_DIGITS.sub("0", word) if not word.isalpha() and word[0] != "<" else word)
                index += 1
        return out

    def blocks(self, sentences: Sequence[Sequence[str]]) -> tuple[Block, Block]:
        """The features of many sentences at once: those of words and those of letters."""
        words: list[str] = []
        counts: list[int] = []
        for sentence in sentences:
            alike = sentence if self._rows.keys().isdisjoint(sentence) else self.alike(sentence)
            words += ("^", *alike, "$")
            counts.append(len(alike) + 2)
        try:
            known = [self._known[word] for word in words]
        except KeyError:
            known = self._learned(words)
        if not known:
            return Block(_NONE, _NO_OWNERS), Block(_NONE, _NO_OWNERS)
        hashes, letters = zip(*known, strict=True)
        owner = np.arange(len(sentences)).repeat(counts)
        sizes = np.array([len(found) >> 2 for found in letters])  # four bytes each
        buckets = np.frombuffer(b"".join(letters), dtype=np.uint32)
        return (
            _word_block(np.frombuffer(b"".join(hashes), dtype=np.uint64), owner, counts),
            _block(buckets, owner.repeat(sizes), LETTER_BITS),
        )

    def _learned(self, words: Sequence[str]) -> list[tuple[bytes, bytes]]:
        """What is known of the words, after a look at the new ones."""
        if len(self._known) > _MANY_WORDS:
            self._known.clear()
        new = {word: None for word in words if word not in self._known}
        plain = [_DIGITS.sub("0", word) if word[0] != "<" else word for word in new]
        hashes = np.array([_hash(word) for word in plain], dtype=np.uint64).tobytes()
        rows = [_rows(word) for word in plain]
        buckets = np.array([_hash(row) for found in rows for row in found], dtype=np.uint64)
        letters = ((buckets * _MULTIPLIER) >> np.uint64(64 - LETTER_BITS)).astype(np.uint32).tobytes()
        at = 0
        for number, (word, found) in enumerate(zip(new, rows, strict=True)):
            end = at + 4 * len(found)
            self._known[word] = hashes[8 * number : 8 * number + 8], letters[at:end]
            at = end
        return [self._known[word] for word in words]


@dataclass(frozen=True, slots=True)
class Block:
    """Features, each once a sentence: the bucket of each, and the number of its sentence, in the order of the sentences."""

    buckets: Buckets
    owners: NDArray[np.int64]


_NONE: Buckets = np.array([], dtype=np.uint32)
_NO_OWNERS: NDArray[np.int64] = np.array([], dtype=np.int64)
# Single words, pairs with 0 to 3 words between them, rows of three: how far each reaches, and what keeps their hashes apart.
_GAPS = np.array([[0], *([gap] for gap in range(1, _REACH + 1)), [2]])
_SALTS = np.array([[0], [1], *[[2]] * (_REACH - 1), [3]], dtype=np.uint64)


def _word_block(hashed: NDArray[np.uint64], owner: NDArray[np.int64], counts: Sequence[int]) -> Block:
    """Words, pairs of words up to `_REACH` apart, and rows of three."""
    size = len(hashed)
    found = np.zeros((len(_GAPS), size), dtype=np.uint64)
    first, second = hashed * np.uint64(31), hashed * np.uint64(17)
    found[0] = hashed
    for gap in range(1, _REACH + 1):
        np.add(first[:-gap], second[gap:], out=found[gap, :-gap])
    np.add(found[1, :-2], hashed[2:] * np.uint64(13), out=found[-1, :-2])
    found += _SALTS
    found *= _MULTIPLIER
    found >>= np.uint64(64 - WORD_BITS)
    left = np.cumsum(counts).repeat(counts) - np.arange(size)  # words to the end of the sentence, this one included
    within = left > _GAPS
    return _block(found[within].astype(np.uint32), np.broadcast_to(owner, found.shape)[within], WORD_BITS)


def _block(buckets: Buckets, owners: NDArray[np.int64], bits: int) -> Block:
    """The features in order, each once a sentence."""
    narrow = not len(owners) or int(owners.max()) < 1 << (32 - bits)
    keys: NDArray[Any] = (owners.astype(np.uint32 if narrow else np.uint64) << bits) | buckets  # type: ignore[operator]
    keys.sort()  # many times faster than numpy's unique, and than sorting wide numbers
    first = np.ones(len(keys), dtype=bool)
    np.not_equal(keys[1:], keys[:-1], out=first[1:])
    keys = keys[first]
    return Block((keys & ((1 << bits) - 1)).astype(np.uint32), (keys >> bits).astype(np.int64))


def _rows(word: str) -> list[str]:
    """The rows of 2 to 5 letters of a word, its ends included."""
    if word[0] == "<" or word in ("^", "$"):
        return []
    padded = f" {word[:40]} "
    return [padded[i : i + size] for size in (2, 3, 4, 5) for i in range(len(padded) - size + 1)]


def _hash(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))
