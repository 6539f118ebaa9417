"""A linear model over named features: how likely what stands in a text is meant as something."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path


class Scorer:
    """Weighs features by a file that `training/places.py` writes: `{"bias": number, "weights": {feature: number}}`."""

    def __init__(self, bias: float, weights: dict[str, float]) -> None:
        self._bias, self._weights = bias, weights

    def __call__(self, features: Iterable[str]) -> float:
        """A probability. Each feature counts once; the more there are, the less each counts."""
        found = set(features)
        total = math.fsum(filter(None, map(self._weights.get, found)))  # the same in whatever order
        return 1 / (1 + math.exp(-self._bias - total / math.sqrt(max(1, len(found)))))


@lru_cache(maxsize=4)
def load(name: str) -> Scorer:
    """The model of that name beside this module, read once."""
    file = json.loads(Path(__file__).with_name(f"{name}.json").read_text(encoding="utf-8"))
    return Scorer(file["bias"], file["weights"])
