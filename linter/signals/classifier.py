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

    A sentence's score is the bias plus, for its words and for its letters each, the mean-square-normalised sum of the weights
    of its features; the logistic function makes it a probability. Made by `training/train.py`.
    """

    def __init__(self, words: Mapping[str, tuple[str, ...]], weights: Path = WEIGHTS) -> None:
        import numpy as np  # noqa: PLC0415

        from linter.signals.features import Features  # noqa: PLC0415

        self._features = Features(words)
        with np.load(weights, allow_pickle=False) as file:
            self._bias: NDArray[np.float32] = file["bias"]
            self._tables = [
                (file[f"{name}_weights"], file[f"{name}_scale"], file[f"{name}_rarity"].astype(np.float32))
                for name in ("word", "letter")
            ]

    def __call__(self, sentences: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        """Probabilities of shape (sentences, signals); each sentence is given by its normalised words."""
        import numpy as np  # noqa: PLC0415

        scores = np.tile(self._bias, (len(sentences), 1))
        for block, (weights, scale, rarity) in zip(self._features.blocks(sentences), self._tables, strict=True):
            if not len(block.buckets):
                continue
            rare = rarity.take(block.buckets)
            rows = weights.take(block.buckets, axis=0).astype(np.float32)  # several times faster than indexing
            first = np.flatnonzero(np.diff(block.owners, prepend=-1))
            rows *= rare[:, None]
            norm = np.sqrt(np.add.reduceat(rare * rare, first))
            scores[block.owners[first]] += np.add.reduceat(rows, first) * scale / np.maximum(norm, 1e-6)[:, None]
        return (1 / (1 + np.exp(-scores))).astype(np.float32)
