"""The signals' model: deterministic, the same alone and in a batch, and loaded from the package."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from linter.rulebook import Rulebook
from linter.signals import SIGNALS, Classifier
from linter.signals.features import Features

DATA = Path(__file__).parents[2] / "training" / "data"
SENTENCES = [
    "text me on whatsapp .".split(),  # noqa: SIM905
    "i built a telegram bot last year .".split(),  # noqa: SIM905
    "i work mon to fri 0:00 to 00:00 cet .".split(),  # noqa: SIM905
    ["<phone>"],
]


@pytest.fixture(scope="module")
def classifier(rulebook: Rulebook) -> Classifier:
    """The model that ships."""
    return Classifier(rulebook.words)


def test_probabilities(classifier: Classifier) -> None:
    scores = classifier(SENTENCES)
    assert scores.shape == (len(SENTENCES), len(SIGNALS))
    assert ((scores > 0) & (scores < 1)).all()
    by_signal = [dict(zip(SIGNALS, row, strict=True)) for row in scores.tolist()]
    assert by_signal[0]["invitation"] > 0.5 > by_signal[1]["invitation"]
    assert by_signal[2]["availability"] > 0.5 > by_signal[1]["availability"]


def test_alone_as_in_a_batch_and_every_time(classifier: Classifier, rulebook: Rulebook) -> None:
    together = classifier(SENTENCES)
    alone = np.concatenate([classifier([sentence]) for sentence in SENTENCES])
    assert np.allclose(together, alone, atol=1e-6)
    assert (Classifier(rulebook.words)(SENTENCES) == together).all()


def test_names_of_a_kind_are_alike(rulebook: Rulebook) -> None:
    features = Features(rulebook.words)
    one, other = (
        features.blocks([text.split()])[0].numbers
        for text in ("ping me on telegram at 10:30 on friday", "ping me on viber at 12:45 on monday")
    )
    assert (one == other).all()
    assert features.alike(["whats", "app", "line"]) == ["<app>", "line"]


def test_words_of_a_group_are_alike(rulebook: Rulebook) -> None:
    features = Features(rulebook.words)
    one, other, apart = (
        set(features.blocks([[word]])[0].numbers.tolist()) for word in ("tuesday", "wednesday", "piano")
    )
    assert len(one & other) > len(one & apart)


def test_what_is_said_again_counts_once(classifier: Classifier) -> None:
    once, often = classifier(["text me on whatsapp".split(), ("text me on whatsapp " * 40).split()])  # noqa: SIM905
    assert abs(once - often).max() < 0.5


@pytest.mark.parametrize("path", sorted(DATA.glob("*.jsonl")), ids=lambda path: path.stem)
def test_training_sentences_are_labelled_with_known_signals(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for unit in row.get("units", [row]):
            assert unit["text"].strip()
            assert set(unit["labels"]) <= set(SIGNALS)
