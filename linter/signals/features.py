"""Turn a sentence's normalised words into the model's features: hashed word n-grams with gaps, and the letters within words.

Words of a kind are made alike first: the name of any chat tool becomes `<app>`, a weekday `<day>`, digits 0, so that what was
learned from one holds for all of them.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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
    _known: dict[str, tuple[int, Buckets]] = field(default_factory=dict)

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
        if len(self._known) > _MANY_WORDS:
            self._known.clear()
        hashes: list[int] = []
        owners: list[int] = []
        letters: list[Buckets] = []
        for number, sentence in enumerate(sentences):
            for word in ("^", *self.alike(sentence), "$"):
                known = self._known.get(word)
                if known is None:
                    known = self._known[word] = (zlib.crc32(word.encode("utf-8", "surrogatepass")), _letters(word))
                hashes.append(known[0])
                owners.append(number)
                letters.append(known[1])
        hashed, owner = np.array(hashes, dtype=np.uint64), np.array(owners, dtype=np.int64)
        spread = np.repeat(owner, [len(found) for found in letters])
        return _word_block(hashed, owner), _block(np.concatenate([_NONE, *letters]), spread)


@dataclass(frozen=True, slots=True)
class Block:
    """Features, each once a sentence: the bucket of each, and the number of its sentence, in the order of the sentences."""

    buckets: Buckets
    owners: NDArray[np.int64]


_NONE: Buckets = np.array([], dtype=np.uint32)


def _word_block(hashed: NDArray[np.uint64], owner: NDArray[np.int64]) -> Block:
    """Words, pairs of words up to `_REACH` apart, and rows of three."""
    found, owners = [_bucket(hashed, 0)], [owner]
    for gap in range(1, _REACH + 1):
        same = owner[:-gap] == owner[gap:]
        found.append(
            _bucket((hashed[:-gap] * np.uint64(31) + hashed[gap:] * np.uint64(17))[same], 1 if gap == 1 else 2)
        )
        owners.append(owner[:-gap][same])
    same = owner[:-2] == owner[2:]
    triple = hashed[:-2] * np.uint64(31) + hashed[1:-1] * np.uint64(17) + hashed[2:] * np.uint64(13)
    return _block(np.concatenate([*found, _bucket(triple[same], 3)]), np.concatenate([*owners, owner[:-2][same]]))


def _bucket(hashed: NDArray[np.uint64], salt: int) -> Buckets:
    mixed = (hashed + np.uint64(salt)) * _MULTIPLIER
    return (mixed >> np.uint64(64 - WORD_BITS)).astype(np.uint32)


def _block(buckets: Buckets, owners: NDArray[np.int64]) -> Block:
    keys = np.sort((owners << 32) | buckets)
    keys = keys[np.diff(keys, prepend=-1) != 0]  # not np.unique, which imports the whole of numpy.ma
    return Block((keys & 0xFFFFFFFF).astype(np.uint32), keys >> 32)


def _letters(word: str) -> Buckets:
    """The buckets of the rows of 2 to 5 letters of a word, its ends included."""
    if word[0] == "<" or word in ("^", "$"):
        return _NONE
    padded = f" {word[:40]} "
    rows = {padded[i : i + size] for size in (2, 3, 4, 5) for i in range(len(padded) - size + 1)}
    hashed = np.array([zlib.crc32(row.encode("utf-8", "surrogatepass")) for row in sorted(rows)], dtype=np.uint64)
    return ((hashed * _MULTIPLIER) >> np.uint64(64 - LETTER_BITS)).astype(np.uint32)
