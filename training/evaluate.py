"""Measure the signals' model on sentences that it was not trained on."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from linter.signals.classifier import SIGNALS
from linter.signals.features import Features
from training.train import Unit, fit, matrices, truth_of

FOLDS = 5

Train = Callable[[Sequence[Unit], Sequence[Unit]], NDArray[np.float64]]
"""Takes the sentences to learn from and those to judge; gives probabilities of shape (sentences, signals)."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well a signal is found at a threshold."""

    signal: str
    threshold: float
    precision: float
    recall: float
    count: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def linear(features: Features, settings: dict[str, Any]) -> Train:
    """The method that ships: logistic regression over hashed n-grams."""

    def train(learn: Sequence[Unit], judge: Sequence[Unit]) -> NDArray[np.float64]:
        made = matrices(features, [unit.words for unit in learn])
        weights, biases = fit(made.rows, truth_of(learn), settings)
        rows = matrices(features, [unit.words for unit in judge], made.rarities).rows
        return 1 / (1 + np.exp(-(rows @ weights + biases)))

    return train


def fold_of(unit: Unit) -> int:
    """The fold of a sentence; those of one draft or neighbourhood stay together."""
    return zlib.crc32(unit.group.encode()) % FOLDS


def cross_validate(
    found: Sequence[Unit], train: Train, folds: Sequence[int] = range(FOLDS), share: float = 1.0
) -> NDArray[np.float64]:
    """Probabilities for every sentence of `folds`, by models that saw a `share` of the other folds; NaN for the rest."""
    probabilities = np.full((len(found), len(SIGNALS)), np.nan)
    for fold in folds:
        learn = [unit for unit in found if fold_of(unit) != fold and _kept(unit, share)]
        judge = [index for index, unit in enumerate(found) if fold_of(unit) == fold]
        probabilities[judge] = train(learn, [found[index] for index in judge])
    return probabilities


def _kept(unit: Unit, share: float) -> bool:
    return zlib.crc32(f"share {unit.group}".encode()) % 1000 < share * 1000


def scores(
    found: Sequence[Unit], probabilities: NDArray[np.float64], thresholds: dict[str, float] | None = None
) -> list[Score]:
    """A score a signal, at the threshold given, else at the one that makes F1 largest."""
    judged = ~np.isnan(probabilities[:, 0])
    truth = truth_of(found)[judged]
    given = probabilities[judged]
    result = []
    for column, signal in enumerate(SIGNALS):
        tried = [thresholds[signal]] if thresholds else [x / 20 for x in range(2, 19)]
        result.append(
            max((_score(signal, x, given[:, column], truth[:, column]) for x in tried), key=lambda score: score.f1)
        )
    return result


def _score(signal: str, threshold: float, given: NDArray[np.float64], truth: NDArray[np.bool_]) -> Score:
    said = given >= threshold
    right = int((said & truth).sum())
    return Score(signal, threshold, right / max(1, int(said.sum())), right / max(1, int(truth.sum())), int(truth.sum()))


def confusion(
    found: Sequence[Unit], probabilities: NDArray[np.float64], thresholds: dict[str, float]
) -> NDArray[np.int64]:
    """How often each signal was said (columns) of sentences that truly carry each label (rows), the last row for those without any."""
    truth = truth_of(found)
    truth = np.hstack([truth, ~truth.any(axis=1, keepdims=True)])
    said = probabilities >= np.array([thresholds[signal] for signal in SIGNALS])
    return truth.T.astype(np.int64) @ said.astype(np.int64)
