"""Turn a sentence's normalised words into the model's features: hashed word n-grams with gaps, and the letters within words.

Words of a kind are made alike first: the name of any chat tool becomes `<app>`, a weekday `<day>`, digits 0, so that what was
learned from one holds for all of them. The n-grams are taken three times: of the words, and of their groups of a finer and a
coarser kind (`training/clusters.py`), so that what was learned from "text me" holds for "ping me".
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from linter.signals.arrays import read_arrays

_WORD_BITS = 18
_LETTER_BITS = 16
_STREAMS = 3
GRAM_BUCKETS = _STREAMS << _WORD_BITS
LETTER_BUCKETS = 1 << _LETTER_BITS
CLUSTERS = Path(__file__).with_name("clusters.npz")

_ROWS = (2, 3, 4, 5)  # letters
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
_NUMBER_BITS = 18
_MANY_WORDS = 50_000  # known words after which the memory of them starts anew
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Block:
    """Features, each once a sentence: the number of each, and that of its sentence, in the order of the sentences."""

    numbers: NDArray[np.int64]
    owners: NDArray[np.int64]


class Features:
    """Computes features; remembers the words it has seen, up to a bound.

    `letters` are the buckets of the rows of letters of each word that is remembered.
    """

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._rows: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, kind in _KINDS.items():
            for entry in words.get(name, ()):
                row = tuple(re.sub(r"[^\w&+. ]", " ", entry).split())
                if row and not (len(row) == 1 and (entry in _ORDINARY or len(entry) < 2)):
                    self._rows.setdefault(row[0], []).append((row, kind))
        for rows in self._rows.values():
            rows.sort(key=lambda item: -len(item[0]))
        arrays = read_arrays(CLUSTERS)
        self._clustered: NDArray[np.uint32] = arrays["words"]
        self._clusters: tuple[NDArray[np.uint16], ...] = (arrays["fine"], arrays["coarse"])
        self.forget()

    def forget(self) -> None:
        """Start the memory of words anew."""
        self._known: dict[str, int] = {}
        self._hashes = np.zeros((256, _STREAMS), dtype=np.uint64)  # of each word that is known
        self.letters: list[NDArray[np.int64]] = []

    @property
    def full(self) -> bool:
        """Whether so many words are known that it is time to `forget`."""
        return len(self._known) > _MANY_WORDS

    def alike(self, words: Sequence[str]) -> Sequence[str]:
        """The words with those of a kind made alike."""
        if self._rows.keys().isdisjoint(words):
            return words
        out, index = [], 0
        while index < len(words):
            word = words[index]
            for row, kind in self._rows.get(word, ()):
                if tuple(words[index : index + len(row)]) == row:
                    out.append(kind)
                    index += len(row)
                    break
            else:
                out.append(word)
                index += 1
        return out

    def blocks(self, sentences: Sequence[Sequence[str]]) -> tuple[Block, Block]:
        """Of many sentences at once: the buckets of their n-grams, and the numbers of their words in `letters`."""
        words: list[str] = []
        counts: list[int] = []
        for sentence in sentences:
            alike = self.alike(sentence)
            words += ("^", *alike, "$")
            counts.append(len(alike) + 2)
        known = self._known
        try:
            numbers = np.array([known[word] for word in words], dtype=np.int64)
        except KeyError:
            self._learn(words)
            numbers = np.array([known[word] for word in words], dtype=np.int64)
        owner = np.arange(len(sentences)).repeat(counts)
        hashed = self._hashes.take(numbers, axis=0)
        return _grams(hashed.T, owner, counts), _block(numbers, owner, _NUMBER_BITS)

    def _learn(self, words: Sequence[str]) -> None:
        """Remember the new ones among the words; all at once, since every call of numpy has its price."""
        new = list({word: None for word in words if word not in self._known})
        plain = [_DIGITS.sub("0", word) if word[0] != "<" else word for word in new]
        own = np.array([_hash(word) for word in plain], dtype=np.uint64)
        places = np.minimum(np.searchsorted(self._clustered, own), len(self._clustered) - 1)
        grouped = self._clustered[places] == own
        hashes = np.stack([own, *(np.where(grouped, groups[places], own) for groups in self._clusters)], axis=1)
        size = len(self.letters) + len(new)
        if size > len(self._hashes):
            grown = np.zeros((max(size, 2 * len(self._hashes)), _STREAMS), dtype=np.uint64)
            grown[: len(self.letters)] = self._hashes[: len(self.letters)]
            self._hashes = grown
        self._hashes[len(self.letters) : size] = hashes
        for word, buckets in zip(new, _letters(plain), strict=True):
            self._known[word] = len(self.letters)
            self.letters.append(buckets)


# Single words, pairs with 0 to 3 words between them, rows of three: how far each reaches, and what keeps their hashes apart.
_GAPS = np.array([[0], *([gap] for gap in range(1, _REACH + 1)), [2]])
_SALTS = np.array([[0], [1], *[[2]] * (_REACH - 1), [3]], dtype=np.uint64)


def _grams(streams: NDArray[np.uint64], owner: NDArray[np.int64], counts: Sequence[int]) -> Block:
    """Words, pairs of words up to `_REACH` apart, and rows of three; of each stream apart."""
    size = len(owner)
    left = np.cumsum(counts).repeat(counts) - np.arange(size)  # words to the end of the sentence, this one included
    within = left > _GAPS
    owners = np.broadcast_to(owner, within.shape)[within]
    found = np.zeros((len(_GAPS), size), dtype=np.uint64)
    numbers = []
    for stream, hashed in enumerate(streams):
        first, second = hashed * np.uint64(31), hashed * np.uint64(17)
        found[0] = hashed
        for gap in range(1, _REACH + 1):
            np.add(first[:-gap], second[gap:], out=found[gap, :-gap])
        np.add(found[1, :-2], hashed[2:] * np.uint64(13), out=found[-1, :-2])
        found += _SALTS
        found *= _MULTIPLIER
        found >>= np.uint64(64 - _WORD_BITS)
        numbers.append(found[within].astype(np.int64) + (stream << _WORD_BITS))
    return _block(np.concatenate(numbers), np.tile(owners, len(streams)), (GRAM_BUCKETS - 1).bit_length())


def _block(numbers: NDArray[np.int64], owners: NDArray[np.int64], bits: int) -> Block:
    """The features in order, each once a sentence."""
    keys: NDArray[Any] = (owners << bits) | numbers
    if not len(owners) or int(owners[-1]) < 1 << (32 - bits):
        keys = keys.astype(np.uint32)  # quicker to sort
    keys.sort()  # many times faster than numpy's unique
    first = np.ones(len(keys), dtype=bool)
    np.not_equal(keys[1:], keys[:-1], out=first[1:])
    keys = keys[first].astype(np.int64)
    return Block(keys & ((1 << bits) - 1), keys >> bits)


def _letters(words: Sequence[str]) -> Iterator[NDArray[np.int64]]:
    """The buckets of the rows of 2 to 5 letters of each word, its ends included; none of a sign for words of a kind."""
    padded = ["" if word[0] == "<" or word in ("^", "$") else f" {word[:40]} " for word in words]
    joined = np.frombuffer(
        "".join([word for word in padded if word.isascii()]).encode() + bytes(max(_ROWS)), dtype=np.uint8
    )
    hashed = [_buckets(hashes) for hashes in _row_hashes(joined)]
    at = 0
    for word in padded:
        if word.isascii():
            found = [row[at : at + max(0, len(word) - size + 1)] for size, row in zip(_ROWS, hashed, strict=True)]
            at += len(word)
            yield np.concatenate(found)
        else:
            rows = [word[i : i + size] for size in _ROWS for i in range(len(word) - size + 1)]
            yield _buckets(np.array([_hash(row) for row in rows], dtype=np.uint64))


def _buckets(hashes: NDArray[np.uint64]) -> NDArray[np.int64]:
    return ((hashes * _MULTIPLIER) >> np.uint64(64 - _LETTER_BITS)).astype(np.int64)


def _row_hashes(text: NDArray[np.uint8]) -> Iterator[NDArray[np.uint64]]:
    """For each length of a row, the hashes, as `_hash` gives them, of the rows that start at each place of a text."""
    table, count = _crc_table(), len(text) - max(_ROWS)
    state = np.full(count, 0xFFFFFFFF, dtype=np.uint32)
    for size in range(1, max(_ROWS) + 1):
        state = table[(state ^ text[size - 1 : size - 1 + count]) & 0xFF] ^ (state >> 8)
        if size in _ROWS:
            yield (~state).astype(np.uint64)


@lru_cache(maxsize=1)
def _crc_table() -> NDArray[np.uint32]:
    """What `zlib.crc32` makes of each byte."""
    return np.array([zlib.crc32(bytes([255 - index])) ^ 0xFF000000 for index in range(256)], dtype=np.uint32)


def _hash(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))
