"""Score sentences by a linear model over hashed features: one probability a signal, the same on every machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SIGNALS = (
    "tools",
    "availability",
    "boundaries",
    "preference",
    "refusal",
    "invitation",
    "request",
    "payment",
    "account",
)
WEIGHTS = Path(__file__).with_name("weights.npz")


class Classifier:
    """Gives every sentence a probability for each of `SIGNALS`.

    A sentence's score is the bias plus, for its n-grams and for its words' letters each, the sum of the features' weights over
    the root of the sum of their squared rarities; the logistic function makes it a probability. Made by `training/train.py`.
    """

    def __init__(self, words: Mapping[str, tuple[str, ...]], weights: Path = WEIGHTS) -> None:
        import numpy as np  # noqa: PLC0415

        from linter.signals.arrays import read_arrays  # noqa: PLC0415
        from linter.signals.features import Features  # noqa: PLC0415

        self._features = Features(words)
        arrays = read_arrays(weights)
        self._bias: NDArray[np.float32] = arrays["bias"]
        self._gram_weights: NDArray[np.int8] = arrays["gram_weights"]
        self._gram_rarity: NDArray[np.float16] = arrays["gram_rarity"]
        self._gram_scale: NDArray[np.float32] = arrays["gram_scale"]
        self._letter_weights: NDArray[np.int8] = arrays["letter_weights"]
        self._letter_rarity: NDArray[np.float16] = arrays["letter_rarity"]
        self._letter_scale: NDArray[np.float32] = arrays["letter_scale"]
        # Of each word that was met: its letters' weights, and last the sum of their squared rarities.
        self._letters = np.zeros((256, len(SIGNALS) + 1), dtype=np.float32)
        self._lettered = 0

    def __call__(self, sentences: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        """Probabilities of shape (sentences, signals); each sentence is given by its normalised words."""
        import numpy as np  # noqa: PLC0415

        if not sentences:
            return np.zeros((0, len(SIGNALS)), dtype=np.float32)
        if self._features.full:
            self._features.forget()
            self._lettered = 0
        grams, words = self._features.blocks(sentences)
        self._learn_letters()
        # Every sentence has its bounds at least, so it has a part in both blocks.
        first = np.flatnonzero(np.diff(grams.owners, prepend=-1))
        sums = np.add.reduceat(self._gram_weights.take(grams.numbers, axis=0), first, dtype=np.int32)
        norm = np.add.reduceat(np.square(self._gram_rarity.take(grams.numbers).astype(np.float32)), first)
        letters = np.add.reduceat(
            self._letters.take(words.numbers, axis=0), np.flatnonzero(np.diff(words.owners, prepend=-1))
        )
        scores = (
            self._bias
            + sums * self._gram_scale / np.sqrt(np.maximum(norm, 1e-6))[:, None]
            + letters[:, :-1] / np.sqrt(np.maximum(letters[:, -1:], 1e-6))
        )
        return (1 / (1 + np.exp(-scores))).astype(np.float32)

    def _learn_letters(self) -> None:
        import numpy as np  # noqa: PLC0415

        known = self._features.letters
        if len(known) > len(self._letters):
            grown = np.zeros((max(len(known), 2 * len(self._letters)), len(SIGNALS) + 1), dtype=np.float32)
            grown[: self._lettered] = self._letters[: self._lettered]
            self._letters = grown
        new = [number for number in range(self._lettered, len(known)) if len(known[number])]
        if new:
            buckets = np.concatenate([known[number] for number in new])
            first = np.cumsum([0, *(len(known[number]) for number in new[:-1])])
            sums = np.add.reduceat(self._letter_weights.take(buckets, axis=0), first, dtype=np.int32)
            self._letters[new, :-1] = sums * self._letter_scale
            self._letters[new, -1] = np.add.reduceat(
                np.square(self._letter_rarity.take(buckets).astype(np.float32)), first
            )
        self._letters[[n for n in range(self._lettered, len(known)) if not len(known[n])]] = 0
        self._lettered = len(known)
