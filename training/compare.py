"""Compare the shipped method with spaCy's own text classifiers on the same folds; writes `training/comparison.json`.

    python -m training.compare

Takes about half an hour on one core. `training/quality.py` puts the result on its page.
"""

from __future__ import annotations

import json
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch

from linter.pipeline import Pipeline
from linter.rulebook import load_rulebook
from linter.signals import SIGNALS, Classifier
from linter.signals.classifier import WEIGHTS
from linter.signals.features import Features
from linter.yaml import read_yaml
from training.evaluate import Train, cross_validate, linear, scores
from training.train import HERE, Unit, units

FOLDS = (0, 1)
EPOCHS = 10

_TOK2VEC = {
    "@architectures": "spacy.HashEmbedCNN.v2",
    "pretrained_vectors": None,
    "width": 64,
    "depth": 2,
    "embed_size": 4000,
    "window_size": 1,
    "maxout_pieces": 3,
    "subword_features": True,
}
_BAG = {
    "@architectures": "spacy.TextCatBOW.v3",
    "exclusive_classes": False,
    "ngram_size": 2,
    "length": 65536,
    "no_output_layer": False,
}
ARCHITECTURES: dict[str, dict[str, Any]] = {
    "spaCy TextCatBOW": _BAG,
    "spaCy TextCatEnsemble, width 64": {
        "@architectures": "spacy.TextCatEnsemble.v2",
        "linear_model": {**_BAG, "no_output_layer": True},
        "tok2vec": _TOK2VEC,
    },
}


class TextCat:
    """A spaCy text classifier as a method to compare; remembers its size and speed."""

    def __init__(self, features: Features, model: dict[str, Any]) -> None:
        self.features, self.model = features, model
        self.megabytes = 0.0
        self.words_per_second = 0

    def __call__(self, learn: Sequence[Unit], judge: Sequence[Unit]) -> NDArray[np.float64]:
        """Train on the first sentences, give probabilities for the second."""
        fix_random_seed(0)
        nlp = spacy.blank("en")
        textcat: Any = nlp.add_pipe("textcat_multilabel", config={"model": self.model})
        for signal in SIGNALS:
            textcat.add_label(signal)

        def doc(unit: Unit) -> Doc:
            return Doc(nlp.vocab, words=self.features.alike(unit.words))

        examples = [
            Example.from_dict(doc(unit), {"cats": {s: float(s in unit.labels) for s in SIGNALS}}) for unit in learn
        ]
        optimizer = nlp.initialize(lambda: examples[:200])
        order = random.Random(0)
        for _ in range(EPOCHS):
            order.shuffle(examples)
            for batch in minibatch(examples, 64):
                nlp.update(batch, sgd=optimizer, drop=0.3)
        with tempfile.TemporaryDirectory() as folder:
            textcat.to_disk(Path(folder))
            self.megabytes = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 1e6
        docs = [doc(unit) for unit in judge]
        start = time.perf_counter()
        found = np.concatenate([np.asarray(textcat.predict(docs[at : at + 40])) for at in range(0, len(docs), 40)])
        self.words_per_second = round(sum(map(len, docs)) / (time.perf_counter() - start))
        return found


def rows() -> Iterator[dict[str, Any]]:
    """One row a method."""
    book = load_rulebook()
    found = list(units(Pipeline(book.words, signals=False)))
    features = Features(book.words)
    classifier = Classifier(book.words)
    sentences = [unit.words for unit in found]
    start = time.perf_counter()
    for at in range(0, len(sentences), 40):
        classifier(sentences[at : at + 40])
    speed = round(sum(map(len, sentences)) / (time.perf_counter() - start))
    settings = read_yaml(HERE / "settings.yaml").values
    yield _row(
        "linear: words, groups of words, letters (shipped)",
        found,
        linear(features, settings),
        WEIGHTS.stat().st_size / 1e6,
        speed,
    )
    for name, model in ARCHITECTURES.items():
        method = TextCat(features, model)
        row = _row(name, found, method, 0, 0)
        yield {**row, "megabytes": method.megabytes, "words_per_second": method.words_per_second}


def _row(name: str, found: Sequence[Unit], train: Train, megabytes: float, words_per_second: int) -> dict[str, Any]:
    mean = float(np.mean([score.f1 for score in scores(found, cross_validate(found, train, FOLDS))]))
    return {
        "method": name,
        "sentences": len(found),
        "f1": mean,
        "megabytes": megabytes,
        "words_per_second": words_per_second,
    }


if __name__ == "__main__":
    result = []
    for one in rows():
        print(one)
        result.append(one)
    (HERE / "comparison.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
