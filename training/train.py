"""Train the signals' model from the sentences in `training/data` and write it into the package.

    python -m training.train            trains on everything and writes linter/signals/weights.npz
    python -m training.train --check    fails if the file in the package is not what this would write

Deterministic: the solver's order is seeded. Settings stand in `training/settings.yaml`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from linter.draft import Draft
from linter.pipeline import Pipeline
from linter.rulebook import load_rulebook
from linter.signals.classifier import SIGNALS, WEIGHTS
from linter.signals.features import GRAM_BUCKETS, LETTER_BUCKETS, Features
from linter.yaml import read_yaml

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Unit:
    """A labelled sentence: its normalised words, its labels, and the draft or neighbourhood that it must not be parted from."""

    words: list[str]
    labels: frozenset[str]
    group: str
    text: str


def units(pipeline: Pipeline, folder: Path = HERE / "data") -> Iterator[Unit]:
    """Every labelled sentence. Raises `ValueError` with file and line for a label that there is not."""
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            row = json.loads(line)
            drafted = "units" in row
            for unit in row["units"] if drafted else [row]:
                if unknown := set(unit["labels"]) - set(SIGNALS):
                    raise ValueError(f"{path}:{number}: unknown labels {sorted(unknown)}")
                words = normalised(pipeline, unit["text"])
                if words:
                    group = f"{path.stem}:{number if drafted else number // 25}"
                    yield Unit(words, frozenset(unit["labels"]), group, unit["text"])


def normalised(pipeline: Pipeline, text: str) -> list[str]:
    """The words of a text as the classifier sees them."""
    found: list[str] = []
    for reading in pipeline.read(Draft.from_text(text)):
        for sentence in reading.sentences:
            found += sentence.text.split()
    return found


@dataclass(frozen=True, slots=True)
class Matrices:
    """Features of many sentences: one sparse row a sentence, normalised, with the rarity of each bucket."""

    rows: Any
    rarities: tuple[NDArray[np.float32], NDArray[np.float32]]


def matrices(features: Features, sentences: Sequence[Sequence[str]], rarities: Any = None) -> Matrices:
    """The model's input; `rarities` are those of the training data, learned here where not given."""
    grams, words = features.blocks(sentences)
    letters = [features.letters[number] for number in words.numbers.tolist()]
    occurrences = (
        (grams.numbers, grams.owners, GRAM_BUCKETS),
        (np.concatenate(letters).astype(np.int64), words.owners.repeat([len(row) for row in letters]), LETTER_BUCKETS),
    )
    parts, learned = [], []
    for index, (buckets, owners, size) in enumerate(occurrences):
        rarity = rarities[index] if rarities else _rarity(buckets, owners, size, len(sentences))
        rare = rarity[buckets]
        norm = np.sqrt(np.bincount(owners, rare * rare, len(sentences)))
        values = rare / np.maximum(norm[owners], 1e-6)
        parts.append(csr_matrix((values, (owners, buckets)), shape=(len(sentences), size)))
        learned.append(rarity)
    return Matrices(hstack(parts, format="csr"), (learned[0], learned[1]))


def _rarity(buckets: NDArray[np.int64], owners: NDArray[np.int64], size: int, count: int) -> NDArray[np.float32]:
    """The inverse document frequency of each bucket; 0 for what only one sentence has."""
    once = np.unique(owners * size + buckets) % size
    seen = np.bincount(once, minlength=size)
    rarity = np.log((1 + count) / (1 + seen)) + 1
    return np.where(seen >= 2, rarity, 0).astype(np.float16).astype(np.float32)


def fit(
    rows: Any, truth: NDArray[np.bool_], settings: dict[str, Any]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights of shape (features, signals) and biases, one logistic regression a signal."""
    weights, biases = [], []
    for column in range(len(SIGNALS)):
        model = LogisticRegression(
            C=settings["inverse-regularisation"],
            class_weight={0: 1, 1: settings["positive-weight"]},
            solver="liblinear",
            dual=True,
            intercept_scaling=10,
            max_iter=settings["iterations"],
            tol=settings["tolerance"],
            random_state=0,
        )
        model.fit(rows, truth[:, column])
        weights.append(model.coef_[0])
        biases.append(model.intercept_[0])
    return np.stack(weights, axis=1), np.array(biases)


def pack(weights: NDArray[np.float64], biases: NDArray[np.float64], rarities: Any) -> dict[str, NDArray[Any]]:
    """What the file holds: of each feature its rarity, and its weights times that as bytes with one scale a signal."""
    packed: dict[str, NDArray[Any]] = {"bias": biases.astype(np.float32)}
    parts = (weights[:GRAM_BUCKETS], weights[GRAM_BUCKETS:])
    for name, part, rarity in zip(("gram", "letter"), parts, rarities, strict=True):
        product = part * rarity[:, None]
        scale = np.maximum(np.abs(product).max(axis=0), 1e-9) / 127
        packed[f"{name}_weights"] = np.round(product / scale).astype(np.int8)
        packed[f"{name}_scale"] = scale.astype(np.float32)
        packed[f"{name}_rarity"] = rarity.astype(np.float16)
    return packed


def truth_of(found: Sequence[Unit]) -> NDArray[np.bool_]:
    """The labels, of shape (sentences, signals)."""
    return np.array([[signal in unit.labels for signal in SIGNALS] for unit in found])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--check", action="store_true", help="compare with the file in the package instead of writing it"
    )
    args = parser.parse_args()
    settings = read_yaml(HERE / "settings.yaml").values
    words = load_rulebook().words
    found = list(units(Pipeline(words, signals=False)))
    features = Features(words)
    made = matrices(features, [unit.words for unit in found])
    packed = pack(*fit(made.rows, truth_of(found), settings), made.rarities)
    if args.check:
        with np.load(WEIGHTS) as file:
            same = all(np.allclose(file[name].astype(float), packed[name].astype(float), atol=1) for name in packed)
        print(
            "the model in the package is up to date"
            if same
            else "the model in the package is stale: run python -m training.train"
        )
        return 0 if same else 1
    np.savez(WEIGHTS, **packed)  # not compressed, so that it can be mapped; the wheel is
    print(f"{len(found)} sentences, {WEIGHTS.stat().st_size / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
